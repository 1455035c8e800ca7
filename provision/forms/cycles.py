"""What the next cycle takes over, for one pupil and for many."""

from django import forms
from django.utils.translation import gettext_lazy as _

from provision.choices import OWN_WORDS
from provision.forms.steps import CycleDates
from provision.models import PlanSection
from senco.core.forms import BaseForm


class NextCycleForm(CycleDates, BaseForm):
    """Everything but the views is carried over unless its tick is taken away."""

    submit_label = _("Begin the next cycle")

    sections = forms.TypedMultipleChoiceField(
        label=_("Texts"), required=False, widget=forms.CheckboxSelectMultiple
    )
    outcomes = forms.TypedMultipleChoiceField(
        label=_("Outcomes that were not met"), required=False, widget=forms.CheckboxSelectMultiple
    )
    items = forms.TypedMultipleChoiceField(
        label=_("Strategies, adjustments and resources"), required=False, widget=forms.CheckboxSelectMultiple
    )
    provision = forms.TypedMultipleChoiceField(
        label=_("Provision"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, plan, carried: dict, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"next-cycle:{plan.pk}"
        self.cancel_url = plan.get_absolute_url()
        for name, rows in carried.items():
            if not rows:
                del self.fields[name]
                continue
            self.fields[name].choices = [(str(row.pk), str(row)) for row in rows]
            self.fields[name].needed_when_ticked = True  # not "optional": every tick says something
            self.initial.setdefault(name, [str(row.pk) for row in rows if not is_view(row)])
        self.offered = [str(row.pk) for rows in carried.values() for row in rows]

    @property
    def lists(self):
        """The fields that say what is carried over."""
        return [self[name] for name in ("sections", "outcomes", "items", "provision") if name in self.fields]

    def left_out(self) -> list[str]:
        """Keys of everything whose tick was taken away."""
        kept = {key for field in self.lists for key in self.cleaned_data[field.name]}
        return [key for key in self.offered if key not in kept]


def is_view(row) -> bool:
    """The views of the pupil and the parents are asked anew, and carried over only where somebody wants them."""
    return isinstance(row, PlanSection) and row.kind in OWN_WORDS


class NextCyclesForm(CycleDates, BaseForm):
    """The dates of many; the ticked plans come beside it."""

    submit_label = _("Begin the next cycle for those ticked")
