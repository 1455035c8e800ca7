"""The text of a section, and whether the family reads it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from provision.actions.writing import share_section, write_section
from provision.forms.sections import SectionForm
from provision.models import PlanSection
from provision.views.writing.answering import answer, writing
from provision.views.writing.finding import row_to_write_or_404, turned_away
from provision.workflow import SIGN, WRITE
from senco.core.permissions import SUBMIT, requires
from senco.core.undo import offer_undo


@requires(WRITE)
def write(request, pk):
    """Write a section's text; where a colleague saved meanwhile, both versions stand side by side before anything is written."""
    section = row_to_write_or_404(request, PlanSection, pk)
    return writing(
        request,
        section.plan,
        section,
        make=lambda part: SectionForm(request.POST or None, instance=section, part=part),
        act=lambda form: write_section(
            section=form.instance, text=form.cleaned_data["text"], by=request.membership
        ),
        title=section.title,
    )


@requires(SIGN, methods=SUBMIT)
def share(request, pk):
    """The family reads this section from the next time on that something is shared."""
    return set_shared(request, pk, True)


@requires(SIGN, methods=SUBMIT)
def keep(request, pk):
    """The section is for staff alone; what the family was given before stands."""
    return set_shared(request, pk, False)


def set_shared(request, pk, shared: bool):
    section = row_to_write_or_404(request, PlanSection, pk)
    if away := turned_away(request, section.plan, section):
        return away
    share_section(section=section, shared=shared, by=request.membership)
    words = _("“%(part)s” goes to the family.") if shared else _("“%(part)s” is for staff alone.")
    undo = reverse("provision:keep_section" if shared else "provision:share_section", args=[section.pk])
    offer_undo(request, words % {"part": section.title}, undo)
    return answer(request, section.plan, section)
