"""Asking people for their views before a meeting, and the form that they fill in: its fields are the questions they were asked."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from register.forms.pupils import KeyAdultChoice
from reviews.actions.contributing import WithPupil
from reviews.choices import Face, Helped, Level, Voice
from reviews.models import Contribution
from reviews.queries.asking import Proposal
from reviews.queries.meeting import colleagues
from reviews.questions import Answer, Question
from senco.core.forms import BaseForm, ChipRadio, Chips, DateInput, VersionedModelForm
from senco.documents.uploads.fields import UploadField
from senco.documents.uploads.formats import AUDIO, PICTURE

WORDS = 2000  # characters in one answer
A_DAY, A_WEEK = datetime.timedelta(days=1), datetime.timedelta(days=7)
PICTURES = {
    Face.GOOD: "face-good",
    Face.SO_SO: "face-so-so",
    Face.BAD: "face-bad",
    Helped.YES: "face-good",
    Helped.A_BIT: "face-so-so",
    Helped.NO: "face-bad",
}


class Asking(BaseForm):
    """What is asked of everybody alike. How pupils are asked need not be chosen: their year says it."""

    submit_label = _("Ask them")

    level = forms.ChoiceField(label=_("How the pupil is asked"), required=False, widget=ChipRadio)
    private = forms.BooleanField(
        label=_("What the pupil says is private"),
        help_text=_(
            "Only the SEN office and the adult who sits with the pupil read it. It does not go into the record."
        ),
        required=False,
    )
    due_on = forms.DateField(label=_("By when"), widget=DateInput)

    def __init__(self, *args, membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [("", _("As fits their year")), *Level.choices]
        self.fields["due_on"].initial = timezone.localdate() + A_WEEK
        self.fields["adult"] = KeyAdultChoice(
            label=_("Who sits with the pupil"), queryset=colleagues(membership), required=False,
            empty_label=_("Whoever holds the review"),
        )  # fmt: skip
        self.order_fields(["who", "adult", "level", "private", "due_on"])

    def with_pupil(self) -> WithPupil:
        chosen = self.cleaned_data
        adult = chosen.get("adult")
        return WithPupil(adult.pk if adult else None, chosen.get("level", ""), chosen.get("private", False))


class AskForm(Asking):
    """Who is asked before one meeting, on the day `meets`. `first`: nobody is asked yet, so everybody is ticked."""

    who = forms.MultipleChoiceField(label=_("Whom do you ask?"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, proposed: list[Proposal], first: bool, meets: datetime.date | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.proposed = {each.code: each for each in proposed}
        self.fields["who"].choices = [(code, words_for(each)) for code, each in self.proposed.items()]
        self.fields["who"].initial = list(self.proposed) if first else []
        if meets:
            self.fields["due_on"].initial = max(
                timezone.localdate(), min(self.fields["due_on"].initial, meets - A_DAY)
            )
        if Voice.PUPIL not in {each.kind for each in proposed}:
            for name in ("adult", "level", "private"):
                del self.fields[name]

    def chosen(self) -> list[Proposal]:
        return [self.proposed[code] for code in self.cleaned_data["who"]]


def words_for(proposal: Proposal) -> str:
    """Who it is, as what, and whether they are asked on paper."""
    named = ", ".join(filter(None, (proposal.name, proposal.subject, str(Voice(proposal.kind).label))))
    on_paper = proposal.kind == Voice.PARENT and proposal.membership_id is None
    return f"{named} ({_('no sign-in: on paper')})" if on_paper else named


class AskRoundForm(Asking):
    """Who is asked before every meeting of a round: by that day, or before a meeting that is sooner."""

    who = forms.MultipleChoiceField(
        label=_("Whom do you ask?"), widget=Chips, choices=Voice.choices, initial=list(Voice)
    )


class PictureRadio(ChipRadio):
    """Choices with a drawing before the word, where there is one for it (static/img/icons.svg)."""

    def create_option(self, name, value, *args, **kwargs):
        return super().create_option(name, value, *args, **kwargs) | {"picture": PICTURES.get(value, "")}


class ContributionForm(VersionedModelForm):
    """Every question with a choice, words, or both; nothing has to be answered, but not everything can be left out."""

    submit_label = _("Send")

    class Meta:
        model = Contribution
        fields = []

    def __init__(self, *args, level: str, may_upload: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.level = level
        self.questions = self.instance.questions(self.level)
        for question in self.questions:
            self.add(question)
        for field in self.fields.values():
            field.needed_when_ticked = True  # nothing has to be answered, as the page says once for all
        if may_upload:
            self.fields["upload"] = UploadField(
                label=_("A picture or a recording"), kinds=[PICTURE, AUDIO], required=False
            )
        self.initial = self.stored_values | self.initial
        self.initial["opened"] = self.seal()
        self.draft_key = f"contribution:{self.instance.pk}:{self.level}"

    def add(self, question: Question) -> None:
        if question.options:
            self.fields[f"c-{question.key}"] = choice_field(question)
        if question.with_words or not question.options:
            label = in_words(question) if question.options else question.sentence
            self.fields[f"w-{question.key}"] = forms.CharField(
                label=label, max_length=WORDS, required=False, widget=forms.Textarea({"rows": 2 if question.options else 3})
            )  # fmt: skip

    @property
    def stored_values(self) -> dict:
        """What was answered before, by the names of the fields."""
        given = {answer.question.key: answer for answer in self.instance.given_answers}
        found = {}
        for name in self.fields:
            kind, _dash, key = name.partition("-")
            if kind in ("c", "w"):
                found[name] = stored(self.fields[name], given.get(key), kind)
        return found

    def answers(self) -> list[Answer]:
        return [
            Answer(each, chosen_in(self.cleaned_data.get(f"c-{each.key}")), self.cleaned_data.get(f"w-{each.key}", "").strip())
            for each in self.questions
        ]  # fmt: skip


def in_words(question: Question) -> str:
    """The question is repeated for whoever hears the label alone."""
    return format_html('{}<span class="hidden">: {}</span>', _("In words"), question.sentence)


def choice_field(question: Question) -> forms.Field:
    choices = [(str(value), label) for value, label in question.options]
    if question.takes_several:
        return forms.MultipleChoiceField(
            label=question.sentence, choices=choices, widget=Chips, required=False
        )
    return forms.ChoiceField(label=question.sentence, choices=choices, widget=PictureRadio, required=False)


def stored(field: forms.Field, answer: Answer | None, kind: str):
    """In the shape in which the field holds it."""
    if kind == "w":
        return answer.words if answer else ""
    chosen = list(answer.chosen) if answer else []
    return chosen if isinstance(field, forms.MultipleChoiceField) else "".join(chosen[:1])


def chosen_in(value) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else tuple(filter(None, (value,)))
