"""What is asked when a pupil's SEN status changes or the parent is told of it."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from register.choices import NeedType, SenProvision, StatusReason, ToldHow
from senco.core.forms import BaseForm, ChipRadio, DateInput

PRESENT = [(code, label) for code, label in SenProvision.choices if code != SenProvision.STATEMENT]


def blank(label, choices):
    return [("", label), *choices]


class ToldForm(BaseForm):
    """When and how the parent was told."""

    submit_label = _("Record")

    parent_told_on = forms.DateField(
        label=_("When was the parent told?"), widget=DateInput, initial=localdate
    )
    parent_told_how = forms.ChoiceField(label=_("How?"), choices=ToldHow.choices, widget=ChipRadio)


class StatusForm(BaseForm):
    """A change of status. Where no need is recorded yet, the primary need can be given at once."""

    submit_label = _("Change status")

    provision = forms.ChoiceField(label=_("New status"), choices=PRESENT, widget=ChipRadio)
    starts = forms.DateField(label=_("From"), widget=DateInput, initial=localdate)
    reason = forms.ChoiceField(label=_("Reason"), choices=blank(_("Choose a reason"), StatusReason.choices))
    criteria = forms.CharField(
        label=_("Evidence"),
        help_text=_("What the decision rests on: assessments, progress against peers, what was tried."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        required=False,
    )
    primary_need = forms.ChoiceField(
        label=_("Primary need"), choices=blank(_("Not yet known"), NeedType.choices), required=False
    )
    parent_told_on = forms.DateField(label=_("Parent told on"), widget=DateInput, required=False)
    parent_told_how = forms.ChoiceField(
        label=_("How the parent was told"), choices=blank(_("Not told yet"), ToldHow.choices), required=False
    )

    def __init__(self, *args, pupil, needs_known: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"status:{pupil.pk}"
        self.cancel_url = pupil.get_absolute_url()
        if needs_known:
            self.fields["provision"].help_text = _("With “No SEN” the types of need end on the same day.")
            del self.fields["primary_need"]

    def change(self) -> dict:
        """The answers as `change_status` takes them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "primary_need"}


class PastPeriodForm(BaseForm):
    """A status of an earlier time, between two dates."""

    submit_label = _("Add to the history")

    provision = forms.ChoiceField(
        label=_("Status at that time"), choices=SenProvision.choices, widget=ChipRadio
    )
    starts = forms.DateField(label=_("From"), widget=DateInput)
    ends = forms.DateField(
        label=_("Until"), help_text=_("The first day on which the status no longer held."), widget=DateInput
    )
    reason = forms.ChoiceField(label=_("Reason"), choices=blank(_("Choose a reason"), StatusReason.choices))
    criteria = forms.CharField(
        label=_("Evidence"), widget=forms.Textarea(attrs={"rows": 3}), max_length=5000, required=False
    )

    def __init__(self, *args, pupil, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"past-status:{pupil.pk}"
        self.cancel_url = pupil.get_absolute_url()
