"""The one form of a meeting: small forms, one for each row, that are sent, kept as a draft and saved together."""

from dataclasses import dataclass, field

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.models import Outcome
from reviews.choices import Decision
from reviews.forms.rows import (
    ActionForm,
    NewActionForm,
    NewPersonForm,
    NewSpokenForm,
    OutcomeForm,
    PersonForm,
    SpokenForm,
    judgement_for_all,
    next_step_for_all,
)
from reviews.forms.together import Together
from reviews.models import Review
from senco.core.forms import ChipRadio, DateInput, VersionedModelForm

NEW_PEOPLE, NEW_SPOKEN, NEW_ACTIONS = 2, 2, 3  # empty rows; there are as many again once they are saved


class MeetingForm(VersionedModelForm):
    """What is said of the meeting as a whole, and what holds for every outcome that nobody has judged."""

    submit_label = _("Save")

    all_judgement = judgement_for_all()
    all_next = next_step_for_all()

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


@dataclass
class MeetingForms(Together):
    """All of them. `main` is that of the meeting as a whole."""

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

    def to_save(self) -> list:
        """What was changed in rows that are there, and rows that are new, as the action takes them."""
        touched = self.touched()
        filled = self.filled(form for _outcome, form in self.outcomes)
        for form in (*self.people, *self.spoken, *self.actions):
            form.take_out()
        known = [form.instance for form in self.rows if form in touched | filled]
        return known + [form.instance for form in self.new if form.has_changed()]
