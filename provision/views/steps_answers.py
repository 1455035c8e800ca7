"""What was said to a plan: reading it, noting that it was read, and writing down what was said elsewhere."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from provision.actions.answers import mark_read, record_answer
from provision.forms.answers import SaidForm
from provision.queries.answers import answers_to
from provision.views.finding import plan_or_404, sent
from register.views.selecting import keys_in
from register.views.stepping import tried
from senco.audit.actions import record_opened
from senco.core.permissions import SUBMIT, requires
from senco.drafts.actions import discard
from senco.drafts.restoring import restore


@requires("provision.write_plan")
def answers(request, pk):
    """Everything that was said to the plan, in each speaker's words; and one more, written down by a colleague."""
    plan = plan_or_404(request, pk)
    form = restore(SaidForm(sent(request), plan=plan), request.membership)
    if tried(form, lambda: record_answer(plan=plan, by=request.membership, **form.cleaned_data)):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("What was said is kept."))
        return redirect("provision:answers", plan.pk)
    record_opened(request.membership, what="answers to a plan", pupil_id=plan.pupil_id)
    said = list(answers_to(plan, request.membership).prefetch_related("reads__by"))
    context = {
        "plan": plan,
        "pupil": plan.pupil,
        "form": form,
        "answers": said,
        "unread": sum(one.unread for one in said),
    }
    return render(request, "provision/steps/answers.html", context, status=422 if form.errors else 200)


@requires("provision.write_plan", methods=SUBMIT)
def answers_read(request, pk):
    """Note that one has read what the page showed, not what came since; whoever wrote it learns that."""
    plan = plan_or_404(request, pk)
    shown = answers_to(plan, request.membership).filter(pk__in=keys_in(request.POST.getlist("shown")))
    if mark_read(responses=[one for one in shown if one.unread], by=request.membership):
        messages.success(request, _("Noted that you have read it. Whoever wrote it can see that."))
    return redirect("provision:answers", plan.pk)
