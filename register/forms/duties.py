"""Closing a duty in writing, waiving it, handing it over; and which duties are listed."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from register.forms.pupils import KeyAdultChoice
from register.frameworks import Framework
from register.models import StageDuty
from register.queries.duties import who_may_own
from senco.accounts.models import Membership
from senco.core.forms import BaseForm, DateInput

OPEN, LATE, MET, WAIVED = "open", "late", "met", "waived"
MINE, NOBODY = "mine", "nobody"


class DoneForm(BaseForm):
    """A written record, for what no other record shows."""

    submit_label = _("Record as done")

    on = forms.DateField(label=_("Done on"), widget=DateInput, initial=localdate)
    note = forms.CharField(
        label=_("What was done"),
        help_text=_("Who took part, what was agreed, where the paper is kept."),
        max_length=StageDuty._meta.get_field("done_note").max_length,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write what was done: this stands as the record.")},
    )

    def __init__(self, *args, duty, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"duty-done:{duty.pk}"


class WaiveForm(BaseForm):
    submit_label = _("Waive this duty")

    reason = forms.CharField(
        label=_("Why it is not needed for this pupil"),
        max_length=StageDuty._meta.get_field("waived_reason").max_length,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Say why it is not needed. The reason is kept with the duty.")},
    )

    def __init__(self, *args, duty, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"duty-waived:{duty.pk}"


class HandOverForm(BaseForm):
    submit_label = _("Hand over")

    owner = KeyAdultChoice(
        queryset=Membership.objects.none(), label=_("Who sees to it?"), empty_label=_("Choose somebody")
    )

    def __init__(self, *args, duty, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = who_may_own(duty.pupil)


class DutiesForm(BaseForm):
    """Which duties are listed: late and open ones unless something else is chosen."""

    method = "get"

    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            ("", _("Open")),
            (LATE, _("Late")),
            (MET, _("Met")),
            (WAIVED, _("Waived")),
            ("all", _("All")),
        ],
    )
    whose = forms.ChoiceField(
        label=_("Whose"),
        required=False,
        choices=[("", _("Everybody's")), (MINE, _("Mine")), (NOBODY, _("Nobody's"))],
    )
    stage = forms.ChoiceField(label=_("Stage"), required=False)

    def __init__(self, *args, framework: Framework, whole_school: bool, **kwargs):
        super().__init__(*args, **kwargs)
        with_duties = [(stage.code, stage.name) for stage in framework.stages if stage.duties]
        self.fields["stage"].choices = [("", _("All")), *with_duties]
        if not whole_school:
            del self.fields["whose"]
