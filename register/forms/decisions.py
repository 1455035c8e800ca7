"""One form for each decision: what it needs to know, why, and the words to those who are told."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from register.actions.decisions import Support, Watching
from register.choices import Decision, NeedType, StatusReason, ToldHow
from register.forms.triage import VersionForm
from register.letters import Words, gaps_in, with_date
from senco.core.forms import DateInput

WATCH_FOR = datetime.timedelta(weeks=6)
SUPPORT_REASONS = [StatusReason.LESS_PROGRESS, StatusReason.WIDER_NEED, StatusReason.SPECIALIST_ADVICE]
LONG = forms.Textarea({"rows": 8})


class TellForm(VersionForm):
    """The words to whoever raised the concern and to the parents. What is not ticked is not sent."""

    submit_label = _("Send")
    needs: tuple[str, ...] = ()  # names of the fields a decision adds

    tell_raiser = forms.BooleanField(required=False, label=_("Tell the person who raised it"))
    to_raiser = forms.CharField(required=False, max_length=5000, widget=LONG, label=_("Message to them"))
    tell_parents = forms.BooleanField(required=False, label=_("Tell the parents"))
    to_parents = forms.CharField(
        required=False, max_length=5000, widget=LONG, label=_("Message to the parents")
    )

    def __init__(self, *args, parents_may_be_told=True, raiser_may_be_told=True, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("to_raiser", "to_parents"):  # not "optional": asked for where somebody is told
            self.fields[name].needed_when_ticked = True
        for who, may_be_told in (("parents", parents_may_be_told), ("raiser", raiser_may_be_told)):
            if not may_be_told:
                del self.fields[f"tell_{who}"], self.fields[f"to_{who}"]

    def clean(self):
        nobody = {"tell_parents": False, "to_parents": "", "tell_raiser": False, "to_raiser": ""}
        cleaned = nobody | super().clean()
        self.cleaned_data = cleaned
        for who in ("raiser", "parents"):
            self.check_words(f"to_{who}", cleaned[f"tell_{who}"])
        return cleaned

    def check_words(self, name: str, told: bool) -> None:
        text = self.cleaned_data.get(name, "").strip()
        if told and not text:
            self.add_error(name, _("Write the message, or untick that they are told."))
        elif told and (gaps := gaps_in(self.dated(text))):
            told_how = {"gaps": ", ".join(gaps)}
            self.add_error(name, _now("Put your own words in place of %(gaps)s.") % told_how)

    def words(self) -> Words:
        """Only what is to be sent, with dates written out."""
        sent = {
            f"to_{who}": self.dated(self.cleaned_data[f"to_{who}"].strip())
            for who in ("raiser", "parents")
            if self.cleaned_data[f"tell_{who}"]
        }
        return Words(**sent)

    def dated(self, text: str) -> str:
        """The text with the decision's day in its place, where it has one."""
        return text

    def specific(self):
        """The fields that only this decision has, for the template."""
        return [self[name] for name in self.needs]


class DecisionForm(TellForm):
    submit_label = _("Decide and send")
    reason_needed = False

    reason = forms.CharField(
        label=_("Why"),
        help_text=_("Kept with the decision. Only the SEN office reads this."),
        required=False,
        max_length=10_000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Say why this is decided. The office keeps it with the decision.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = self.reason_needed

    def consequence(self) -> Support | Watching | None:
        """What `decide` has to record besides the decision: mostly nothing."""


class MonitorForm(DecisionForm):
    needs = ("until", "label")

    until = forms.DateField(
        label=_("Look again on"),
        widget=DateInput,
        error_messages={"required": _("Give the day on which you will look again.")},
    )
    label = forms.CharField(
        label=_("The school's own word for this"),
        required=False,
        max_length=40,
        help_text=_("For example “Wave 1” or “Cause for concern”. It stands beside the name."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("until", timezone.localdate() + WATCH_FOR)

    def clean_until(self):
        """A day after today."""
        if self.cleaned_data["until"] <= timezone.localdate():
            raise forms.ValidationError(_("Give a day after today."))
        return self.cleaned_data["until"]

    def consequence(self) -> Watching:
        return Watching(self.cleaned_data["until"], self.cleaned_data["label"])

    def dated(self, text: str) -> str:
        until = self.cleaned_data.get("until")  # missing where it was refused: that is said beside it
        return with_date(text, date_format(until, "j F Y") if until else "")


class SupportForm(DecisionForm):
    needs = ("starts", "need", "status_reason", "criteria", "parent_told_on", "parent_told_how")

    starts = forms.DateField(label=_("SEN Support from"), widget=DateInput)
    need = forms.ChoiceField(
        label=_("Primary need"),
        choices=[("", _("Choose")), *NeedType.choices],
        error_messages={
            "required": _("Choose the primary need. “No specialist assessment” (NSA) is one of the answers.")
        },
    )
    status_reason = forms.ChoiceField(
        label=_("Reason"),
        choices=[("", _("Choose")), *((each.value, each.label) for each in SUPPORT_REASONS)],
    )
    criteria = forms.CharField(
        label=_("Evidence and criteria"),
        max_length=5000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("What shows that good teaching alone is not enough. It stands in the status history."),
        error_messages={"required": _("Write down the evidence for SEN Support.")},
    )
    parent_told_on = forms.DateField(
        label=_("Parent told on"),
        widget=DateInput,
        required=False,
        help_text=_("If you have told them already."),
    )
    parent_told_how = forms.ChoiceField(
        label=_("How they were told"), choices=[("", _("Choose")), *ToldHow.choices], required=False
    )

    def __init__(self, *args, reached=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.reached = reached
        self.initial.setdefault("starts", timezone.localdate())

    def consequence(self) -> Support:
        """A message sent from here to a parent who can read it counts as telling them (Children and Families Act, s. 68)."""
        answers = self.cleaned_data
        told_on, told_how = answers["parent_told_on"], answers["parent_told_how"]
        if not told_on and not told_how and answers["tell_parents"] and self.reached:
            told_on, told_how = timezone.localdate(), ToldHow.PORTAL
        return Support(
            starts=answers["starts"], need=answers["need"], reason=answers["status_reason"], criteria=answers["criteria"],
            parent_told_on=told_on, parent_told_how=told_how,
        )  # fmt: skip


class NotSenForm(DecisionForm):
    reason_needed = True


FORMS = {
    Decision.MONITOR: MonitorForm,
    Decision.START_SUPPORT: SupportForm,
    Decision.NOT_SEN: NotSenForm,
}


def form_for(decision: str) -> type[DecisionForm]:
    """The form of one decision; most need nothing of their own."""
    return FORMS.get(Decision(decision), DecisionForm)
