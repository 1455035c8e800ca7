"""What most views of the register begin and end with: the pupil, and an action that may say no."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404

from register.models import Pupil
from senco.core.versions import to_edit


def pupil_or_404(request, pk) -> Pupil:
    """The pupil, if this person may open the record in the role they act in."""
    return get_object_or_404(Pupil.objects.visible_to(request.membership).select_related("key_adult"), pk=pk)


def pupil_to_edit_or_404(request, pk) -> Pupil:
    """The same, held until the request ends where it submits: what a form compares then is the last word."""
    found = Pupil.objects.visible_to(request.membership).select_related("key_adult")
    return get_object_or_404(to_edit(request, found), pk=pk)


def accepted(form, act) -> bool:
    """Whether the form is valid and the action took it; what the action objects to is shown in the form.

    Several actions count as one: what the first wrote is undone where the second objects.
    """
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            form.outcome = act(form)
    except ValidationError as problem:
        form.add_error(None, problem)
        return False
    return True
