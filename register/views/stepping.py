"""What the views of concerns share: finding the concern, and trying an action that may say no."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404

from register.models import Concern
from senco.core.workflow import StepNotOpen

RENAMED = {
    "reason": "status_reason",
    "review_on": "until",
    "on": "starts",
}  # the status's and monitoring's words → ours


def concern_or_404(request, pk) -> Concern:
    """The concern with its state, if this person may open it in the role they act in."""
    seen = Concern.objects.visible_to(request.membership).with_state()
    return get_object_or_404(seen.select_related("pupil", "raised_by", "assigned_to"), pk=pk)


def tried(form, act, *, refusals: tuple = (StepNotOpen,)) -> bool:
    """Whether the form is valid and the action took it (`form.outcome`); what it objects to is shown in the form.

    `refusals` are the errors besides ValidationError whose words stand above the form. What the action wrote before is undone.
    """
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            form.outcome = act()
    except refusals as refused:
        form.add_error(None, str(refused))
    except ValidationError as problem:
        add_problem(form, problem)
    return form.is_valid()


def add_problem(form, problem: ValidationError) -> None:
    """Beside the field at fault, where the form has it under this or our name; else at the top."""
    if not hasattr(problem, "error_dict"):
        form.add_error(None, problem)
        return
    for name, errors in problem.error_dict.items():
        known = RENAMED.get(name) if RENAMED.get(name) in form.fields else name
        form.add_error(known if known in form.fields else None, errors)


def done_or_told(request, act, success: str) -> bool:
    """For buttons without a form: do it and say so, or say why not."""
    try:
        act()
    except StepNotOpen as refused:
        messages.warning(request, str(refused))
        return False
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
        return False
    messages.success(request, success)
    return True
