"""What is asked when a pupil's SEN status changes or the parent is told of it."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from register.choices import NeedType, StatusReason, ToldHow
from register.frameworks import Framework
from senco.core.forms import BaseForm, ChipRadio, DateInput

# Taken over with a file or a framework: nobody gives these as the reason for what they decide.
REASONS = [(code, label) for code, label in StatusReason.choices if code != StatusReason.FRAMEWORK]


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
    """A move on the framework's ladder. Where no need is recorded yet, the primary need can be given at once."""

    submit_label = _("Change status")

    stage = forms.ChoiceField(label=_("New status"), widget=ChipRadio)
    starts = forms.DateField(label=_("From"), widget=DateInput, initial=localdate)
    reason = forms.ChoiceField(label=_("Reason"), choices=blank(_("Choose a reason"), REASONS))
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

    def __init__(self, *args, pupil, framework: Framework, needs_known: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"status:{pupil.pk}"
        self.cancel_url = pupil.get_absolute_url()
        self.fields["stage"].choices = [(stage.code, stage.name) for stage in framework.ladder]
        if needs_known:
            ends = _now("With “%(status)s” the types of need end on the same day.")
            self.fields["stage"].help_text = ends % {"status": framework.base.name}
            del self.fields["primary_need"]

    def change(self) -> dict:
        """The answers as `change_status` takes them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "primary_need"}


class PastPeriodForm(BaseForm):
    """A status of an earlier time, between two dates."""

    submit_label = _("Add to the history")

    stage = forms.ChoiceField(label=_("Status at that time"), widget=ChipRadio)
    starts = forms.DateField(label=_("From"), widget=DateInput)
    ends = forms.DateField(
        label=_("Until"), help_text=_("The first day on which the status no longer held."), widget=DateInput
    )
    reason = forms.ChoiceField(label=_("Reason"), choices=blank(_("Choose a reason"), REASONS))
    criteria = forms.CharField(
        label=_("Evidence"), widget=forms.Textarea(attrs={"rows": 3}), max_length=5000, required=False
    )

    def __init__(self, *args, pupil, framework: Framework, **kwargs):
        super().__init__(*args, **kwargs)
        recorded = [stage for stage in framework.stages if not stage.watched]
        self.fields["stage"].choices = [(stage.code, stage.name) for stage in recorded]
        self.draft_key = f"past-status:{pupil.pk}"
        self.cancel_url = pupil.get_absolute_url()
