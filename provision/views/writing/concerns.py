"""Earlier concerns, quoted in the plan and taken out again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from provision.actions.quoting import pull_concerns, put_back, take_out
from provision.choices import SectionKind
from provision.forms.concerns import PullForm
from provision.models import PlanSection, PulledConcern
from provision.queries.concerns import quotable
from provision.views.writing.answering import answer, writing
from provision.views.writing.finding import row_to_write_or_404, section_of, turned_away
from provision.workflow import WRITE
from senco.core.permissions import SUBMIT, requires
from senco.core.undo import offer_undo


@requires(WRITE)
def pull(request, pk):
    """Tick the concerns to quote: staff their own, the office all of this pupil's."""
    section = row_to_write_or_404(request, PlanSection, pk)
    if section.kind != SectionKind.CONCERNS:
        raise Http404
    plan, by = section.plan, request.membership
    return writing(
        request,
        plan,
        section,
        make=lambda part: PullForm(request.POST or None, found=quotable(plan, by), part=part),
        act=lambda form: pull_concerns(plan=plan, concerns=form.cleaned_data["concerns"], by=by),
        title=_("Quote earlier concerns"),
    )


@requires(WRITE, methods=SUBMIT)
def remove(request, pk):
    """A quotation leaves the plan; the concern stays on record."""

    def act(quoted):
        take_out(quoted=quoted, by=request.membership)
        back = reverse("provision:put_concern_back", args=[quoted.pk])
        offer_undo(request, _("Taken out of the plan. The concern stays on record."), back)

    return with_quotation(request, pk, act)


@requires(WRITE, methods=SUBMIT)
def bring_back(request, pk):
    """The quotation stands in the plan again."""

    def act(quoted):
        put_back(quoted=quoted, by=request.membership)
        messages.success(request, _("The concern is quoted in the plan again."))

    return with_quotation(request, pk, act)


def with_quotation(request, pk, act):
    quoted = row_to_write_or_404(request, PulledConcern, pk)
    section = section_of(quoted.plan, SectionKind.CONCERNS)
    if away := turned_away(request, quoted.plan, section):
        return away
    try:
        act(quoted)
    except PermissionDenied as refused:
        messages.warning(request, str(refused))
    return answer(request, quoted.plan, section)
