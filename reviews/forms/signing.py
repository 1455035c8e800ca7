"""The last questions before a record is signed off."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from reviews.actions.signing import NextCycle
from reviews.models import Review
from senco.core.forms import BaseForm, DateInput


class SignForm(BaseForm):
    """`goes_on`: the plan is in force, so that its next cycle can begin with the sign-off."""

    submit_label = _("Sign off the record")

    next_cycle = forms.BooleanField(
        label=_("Begin the next cycle as a draft, with the outcomes that go on"), required=False, initial=True
    )
    starts = forms.DateField(label=_("It starts on"), widget=DateInput, required=False)
    review_on = forms.DateField(label=_("and is reviewed on"), widget=DateInput, required=False)
    for_agency = forms.BooleanField(
        label=_("Professionals whom the pupil is shared with read the family’s record too"), required=False
    )

    def __init__(self, *args, review: Review, goes_on: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.cancel_url = review.get_absolute_url()
        self.draft_key = f"review-sign:{review.pk}"
        self.initial |= {"starts": localdate(), "review_on": review.next_on}
        if not goes_on:
            for name in ("next_cycle", "starts", "review_on"):
                del self.fields[name]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("next_cycle"):
            for name in ("starts", "review_on"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Give the day, or take the tick from the next cycle."))
        return cleaned

    def cycle(self) -> NextCycle | None:
        if not self.cleaned_data.get("next_cycle"):
            return None
        return NextCycle(self.cleaned_data["starts"], self.cleaned_data["review_on"])
