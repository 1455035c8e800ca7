"""A new round, times for many at once, and what is answered to an invitation."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.forms.pupils import KeyAdultChoice
from register.models import Pupil
from reviews.choices import InvitationAnswer, Manner
from reviews.models import MeetingInvitation, ReviewRound
from reviews.queries.meeting import colleagues
from senco.core.forms import BaseForm, BaseModelForm, ChipRadio, Chips, DateInput, TimeInput


def year_words(year: int) -> str:
    """As a school says it."""
    return Pupil(year_group=year).year


def colleague(membership, empty: str) -> KeyAdultChoice:
    """Anybody who works here, for all of them; or nobody, and `empty` says what holds then."""
    return KeyAdultChoice(
        label=_("Held by"), queryset=colleagues(membership), empty_label=empty, required=False
    )


class RoundForm(BaseModelForm):
    """`years` and `forms` are those of the pupils on the register. Nothing chosen: everybody on it."""

    submit_label = _("Begin the round")

    years = forms.TypedMultipleChoiceField(label=_("Years"), coerce=int, widget=Chips, required=False)
    form_group = forms.ChoiceField(label=_("Form"), required=False)

    class Meta:
        model = ReviewRound
        fields = ["name", "starts", "ends"]
        widgets = {"starts": DateInput, "ends": DateInput}
        help_texts = {"name": _("For example: Year 8, autumn.")}

    field_order = ["name", "years", "form_group", "starts", "ends", "lead"]

    def __init__(self, *args, years, form_groups, membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["years"].choices = [(str(year), year_words(year)) for year in years]
        self.fields["years"].help_text = _("Nothing ticked: every year.")
        self.fields["form_group"].choices = [("", _("Every form")), *((each, each) for each in form_groups)]
        self.fields["lead"] = colleague(membership, _("Whoever leads the plan"))
        self.order_fields(self.field_order)
        self.draft_key = "review-round"

    def about(self) -> str:
        """Whom it takes in, in words."""
        years = map(year_words, self.cleaned_data["years"])
        parts = [", ".join(years), self.cleaned_data["form_group"]]
        return "; ".join(filter(None, parts)) or str(_("Everybody on the register"))

    def validate_constraints(self) -> None:
        """The action says in words what the database would refuse."""


class TimesForm(BaseForm):
    """A stretch of one day, cut into times."""

    day = forms.DateField(label=_("Day"), widget=DateInput)
    first = forms.TimeField(label=_("From"), widget=TimeInput, initial="15:30")
    last = forms.TimeField(label=_("Until"), widget=TimeInput, initial="18:00")
    minutes = forms.IntegerField(label=_("Minutes each"), min_value=5, max_value=240, initial=20)
    pause = forms.IntegerField(label=_("Pause between, in minutes"), min_value=0, max_value=60, initial=5)
    manner = forms.ChoiceField(label=_("How"), choices=Manner.choices, initial=Manner.IN_PERSON)
    place = forms.CharField(label=_("Room, number or link"), max_length=200, required=False)

    def __init__(self, *args, membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lead"] = colleague(membership, _("Whoever holds each now"))

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last <= first:
            self.add_error("last", _("This is not after the beginning. Check both times."))
        if cleaned.get("day") and cleaned["day"] < timezone.localdate():
            self.add_error("day", _("This day has passed. Choose a later one."))
        return cleaned


class AnswerForm(BaseModelForm):
    submit_label = _("Send the answer")

    class Meta:
        model = MeetingInvitation
        fields = ["answer", "words"]
        widgets = {"answer": ChipRadio, "words": forms.Textarea({"rows": 3})}
        error_messages = {"answer": {"required": _("Choose one of the answers.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = InvitationAnswer.choices
        self.fields["answer"].required = True
        self.fields["words"].label = _("Which days and times suit you, or anything we should know")
        self.draft_key = f"invitation:{self.instance.pk}"

    def validate_constraints(self) -> None:
        """The action says in words what the database would refuse."""
