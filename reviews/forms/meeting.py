"""The one form of a meeting: small forms, one for each row, that are sent, kept as a draft and saved together."""

from dataclasses import dataclass, field

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.choices import Speaker
from provision.models import Outcome
from reviews.choices import Decision, Guest, Judgement, NextStep, Presence
from reviews.models import AgreedAction, OutcomeJudged, Person, Review, Spoken
from senco.core.forms import BaseModelForm, ChipRadio, DateInput, VersionedModelForm

NEW_PEOPLE, NEW_SPOKEN, NEW_ACTIONS = 2, 2, 3  # empty rows; there are as many again once they are saved


class MeetingForm(VersionedModelForm):
    """What is said of the meeting as a whole, and what holds for every outcome that nobody has judged."""

    submit_label = _("Save")

    all_judgement = forms.TypedChoiceField(
        label=_("For every outcome without a judgement"),
        choices=[("", _("Nothing")), *Judgement.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    all_next = forms.ChoiceField(
        label=_("For every outcome without a next step"),
        choices=[("", _("Nothing")), *NextStep.choices],
        required=False,
    )

    class Meta:
        model = Review
        fields = ["held_on", "summary", "staff_note", "decision", "decision_words", "next_on"]
        widgets = {
            "held_on": DateInput, "next_on": DateInput, "summary": forms.Textarea({"rows": 5}),
            "staff_note": forms.Textarea({"rows": 4}), "decision": ChipRadio, "decision_words": forms.TextInput,
        }  # fmt: skip
        help_texts = {
            "summary": _("Stands in the record, and the family reads it."),
            "staff_note": _("Only staff who work with the pupil read it. It is not in the family's record."),
        }

    def __init__(self, *args, proposed_next, for_parents: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"review-meeting:{self.instance.pk}" + (":family" if for_parents else "")
        self.fields["decision"].choices = [("", _("Nothing was decided")), *Decision.choices]
        if not self.instance.held_on:
            planned = self.instance.day
            self.initial["held_on"] = (
                planned if planned and planned <= timezone.localdate() else timezone.localdate()
            )
        if not self.instance.next_on:
            self.initial["next_on"] = proposed_next
        self.fields["held_on"].needed_when_ticked = True
        if for_parents:
            del self.fields["staff_note"]

    @property
    def is_changed(self) -> bool:
        """Whether anything is to be saved: a day that the form proposed counts as well as what was typed."""
        names = [self.instance._meta.get_field(name).attname for name in self._meta.fields]
        return any(getattr(self.instance, name) != self.columns[name] for name in names)

    def validate_constraints(self) -> None:
        """The action says in words what the database would refuse."""


class RowForm(VersionedModelForm):
    """A row that is there. Its own version tells whether a colleague changed it meanwhile."""

    def __init__(self, *args, draft_key: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = draft_key

    def validate_constraints(self) -> None:
        """The action says in words what the database would refuse."""


class GoneMixin:
    """A row that was a mistake is taken out when the form is saved."""

    def take_out(self) -> None:
        if self.cleaned_data.get("gone"):
            self.instance.removed_at = timezone.now()


def gone_field() -> forms.BooleanField:
    return forms.BooleanField(label=_("A mistake: take it out"), required=False)


class PersonForm(GoneMixin, RowForm):
    gone = gone_field()

    class Meta:
        model = Person
        fields = ["presence"]
        widgets = {"presence": ChipRadio}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["presence"].choices = Presence.choices
        self.fields["presence"].label = self.instance.name
        self.fields["presence"].needed_when_ticked = True


class NewRowForm(BaseModelForm):
    """An empty row; left empty it is nothing."""

    def __init__(self, *args, draft_key: str, **kwargs):
        kwargs["empty_permitted"] = True
        super().__init__(*args, **kwargs)
        self.draft_key = draft_key

    def validate_constraints(self) -> None:
        """The action says in words what the database would refuse."""


class NewPersonForm(NewRowForm):
    class Meta:
        model = Person
        fields = ["name", "kind"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = Guest.choices
        self.fields["kind"].initial = Guest.PROFESSIONAL
        self.instance.presence = Presence.CAME


class OutcomeForm(RowForm):
    """A chip each for how it stands and what becomes of it; words where there is something to say."""

    class Meta:
        model = OutcomeJudged
        fields = ["judgement", "next_step", "words"]
        widgets = {"words": forms.Textarea({"rows": 2}), "next_step": ChipRadio}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["judgement"] = forms.TypedChoiceField(
            label=_("Against what we expected"),
            choices=Judgement.choices,
            coerce=int,
            empty_value=None,
            widget=ChipRadio,
            required=False,
        )
        self.fields["next_step"].choices = NextStep.choices
        for name in ("judgement", "next_step"):
            self.fields[name].needed_when_ticked = True  # for the sign-off, here or below for all

    def for_all(self, judgement: int | None, next_step: str) -> bool:
        """Take what was chosen for every outcome where nothing was chosen here; whether that changes anything."""
        before = (self.instance.judgement, self.instance.next_step)
        if self.instance.judgement is None:
            self.instance.judgement = judgement
        self.instance.next_step = self.instance.next_step or next_step
        return before != (self.instance.judgement, self.instance.next_step)


class SpokenFields:
    class Meta:
        model = Spoken
        fields = ["speaker", "name", "words", "disagrees", "shared"]
        widgets = {"words": forms.Textarea({"rows": 3})}

    def set_up(self) -> None:
        self.fields["speaker"].choices = Speaker.choices


class SpokenForm(SpokenFields, GoneMixin, RowForm):
    gone = gone_field()

    class Meta(SpokenFields.Meta):
        pass

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.set_up()


class NewSpokenForm(SpokenFields, NewRowForm):
    class Meta(SpokenFields.Meta):
        pass

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.set_up()
        self.fields["speaker"].initial = Speaker.PARENT


class Colleague(forms.TypedChoiceField):
    """Somebody who works here. `people` are read once for all rows, with whoever a row names although they have left."""

    def __init__(self, people: dict, **kwargs):
        choices = [("", _("Nobody named")), *((str(key), each.name) for key, each in people.items())]
        known = {str(key): each for key, each in people.items()}
        super().__init__(choices=choices, coerce=known.get, empty_value=None, required=False, **kwargs)

    def has_changed(self, initial, data) -> bool:
        return str(initial or "") != str(data or "")


class ActionFields:
    class Meta:
        model = AgreedAction
        fields = ["text", "who", "who_words", "by_when", "shared"]
        widgets = {"by_when": DateInput}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("who") and cleaned.get("who_words"):
            self.add_error("who_words", _("Choose a colleague or write a name, not both."))
        return cleaned


class ActionForm(ActionFields, GoneMixin, RowForm):
    gone = gone_field()

    class Meta(ActionFields.Meta):
        pass

    def __init__(self, *args, people: dict, **kwargs):
        super().__init__(*args, **kwargs)
        who = self.instance.who
        named = people | ({who.pk: who} if who else {})
        self.fields["who"] = Colleague(named, label=_("Who"))


class NewActionForm(ActionFields, NewRowForm):
    class Meta(ActionFields.Meta):
        pass

    def __init__(self, *args, people: dict, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"] = Colleague(people, label=_("Who"))


def with_the_family(form) -> None:
    """What is written while they look on is for them to read, and nothing is taken out."""
    for name in ("shared", "gone"):
        form.fields.pop(name, None)


@dataclass
class MeetingForms:
    """All of them. `main` carries the draft's name, and its errors are those of the action."""

    main: MeetingForm
    people: list[PersonForm] = field(default_factory=list)
    new_people: list[NewPersonForm] = field(default_factory=list)
    outcomes: list[tuple[Outcome, OutcomeForm]] = field(default_factory=list)
    spoken: list[SpokenForm] = field(default_factory=list)
    new_spoken: list[NewSpokenForm] = field(default_factory=list)
    actions: list[ActionForm] = field(default_factory=list)
    new_actions: list[NewActionForm] = field(default_factory=list)

    @property
    def rows(self) -> list:
        return [*self.people, *(form for _outcome, form in self.outcomes), *self.spoken, *self.actions]

    @property
    def new(self) -> list:
        return [*self.new_people, *self.new_spoken, *self.new_actions]

    @property
    def every(self) -> list:
        return [self.main, *self.rows, *self.new]

    @property
    def error_summary(self) -> list:
        return [problem for form in self.every for problem in form.error_summary]

    @property
    def errors(self) -> bool:
        return any(form.errors for form in self.every if form.is_bound)

    @property
    def outdated(self) -> list:
        """Those that a colleague saved meanwhile."""
        return [form for form in (self.main, *self.rows) if form.is_outdated]

    @property
    def fields(self) -> dict:
        """Those that the action may find at fault by name."""
        return self.main.fields

    def add_error(self, name, words) -> None:
        self.main.add_error(name, words)

    def is_valid(self) -> bool:
        """Each is asked, so that every fault is shown at once."""
        return False not in [form.is_valid() for form in self.every]

    def to_save(self) -> list:
        """What was changed in rows that are there, and rows that are new, as the action takes them."""
        everybody = self.main.cleaned_data.get("all_judgement"), self.main.cleaned_data.get("all_next", "")
        filled = {form for _outcome, form in self.outcomes if form.for_all(*everybody)}
        for form in (*self.people, *self.spoken, *self.actions):
            form.take_out()
        known = [form.instance for form in self.rows if form.has_changed() or form in filled]
        return known + [form.instance for form in self.new if form.has_changed()]
