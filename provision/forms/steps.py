"""What is asked before a step of a plan is taken, when it is reviewed, and when it is copied."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from provision.choices import Result, StepKind
from provision.models import PlanStep
from provision.queries.consequences import StepPage
from register.forms.picking import PupilPicker
from senco.core.forms import BaseForm, ChipRadio, DateInput

NOTE = PlanStep._meta.get_field("note").max_length
NOTES = {  # kind of step → what its note is called; steps without one say nothing more
    StepKind.GIVEN_BACK: _("What should be changed?"),
    StepKind.CALLED_BACK: _("Why is it called back?"),
    StepKind.ARCHIVED: _("Why is it archived?"),
    StepKind.AGREED: _("How it was agreed (all staff of the pupil read this)"),
    StepKind.HANDED_IN: _("A word to the SENCO"),
}


class StepForm(BaseForm):
    """A reason where one is needed; `seen` says which version of the family's paper was looked at."""

    note = forms.CharField(max_length=NOTE, widget=forms.Textarea({"rows": 3}), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, plan, page: StepPage, **kwargs):
        super().__init__(*args, **kwargs)
        self.submit_label = str(page.step)
        self.cancel_url = plan.get_absolute_url()
        self.initial["seen"] = page.seen
        if page.kind not in NOTES:
            del self.fields["note"]
            return
        self.draft_key = f"plan-step:{plan.pk}:{page.kind}"
        self.fields["note"].label = NOTES[page.kind]
        self.fields["note"].required = page.must_say_why
        self.fields["note"].error_messages["required"] = _(
            "Say why, so that everybody knows what to do next."
        )

    def looked_at_again(self, seen: str) -> None:
        """The page that is sent back shows the plan as it is now: the next press means that."""
        self.data = self.data.copy()
        self.data["seen"] = seen


class ReviewForm(BaseForm):
    """A result for each outcome; those left open take the one chosen for all."""

    submit_label = _("Record the review")

    everything_else = forms.ChoiceField(
        label=_("For every outcome without a result"),
        choices=[("", _("Nothing: I choose each")), *Result.choices],
        required=False,
    )
    note = forms.CharField(
        label=_("What was said at the review"),
        help_text=_(
            "For staff. What parents and the pupil said belongs under “What was said”, in their words."
        ),
        max_length=NOTE,
        widget=forms.Textarea({"rows": 4}),
        required=False,
    )

    def __init__(self, *args, plan, outcomes, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"plan-review:{plan.pk}"
        self.cancel_url = plan.get_absolute_url()
        self.outcomes = list(outcomes)
        for outcome in self.outcomes:
            self.fields[f"result_{outcome.pk.hex}"] = forms.ChoiceField(
                label=outcome.text,
                choices=Result.choices,
                widget=ChipRadio,
                required=False,
                initial=outcome.result,
            )
            self.fields[
                f"result_{outcome.pk.hex}"
            ].needed_when_ticked = True  # asked for, here or below for all
        if not self.outcomes:
            del self.fields["everything_else"]

    @property
    def rows(self):
        """(outcome, its field), for the template."""
        return [(one, self[f"result_{one.pk.hex}"]) for one in self.outcomes]

    def clean(self):
        cleaned = super().clean()
        for outcome in self.outcomes:
            name = f"result_{outcome.pk.hex}"
            cleaned[name] = cleaned.get(name) or cleaned.get("everything_else", "")
            if not cleaned[name] and name not in self.errors:
                self.add_error(name, _("Choose how this outcome stands."))
        return cleaned

    def results(self) -> dict:
        """Key of each outcome → Result."""
        return {one.pk: self.cleaned_data[f"result_{one.pk.hex}"] for one in self.outcomes}


class CycleDates(forms.Form):
    """From when until when. The view proposes the review (queries.beginning.review_day); the action judges both."""

    starts = forms.DateField(label=_("Starts"), widget=DateInput, initial=localdate)
    review_on = forms.DateField(label=_("Review on"), widget=DateInput)


class CopyForm(PupilPicker, CycleDates, BaseForm):
    """To whom a plan is copied."""

    submit_label = _("Copy as a draft")
    field_order = ["who", "pupil", "starts", "review_on"]

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"plan-copy:{plan.pk}"
        self.cancel_url = plan.get_absolute_url()
