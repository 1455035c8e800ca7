"""Taking entries of the banks into a plan."""

from django import forms
from django.utils.translation import gettext_lazy as _

from provision.banks.shape import GAP, gaps
from provision.models import Outcome
from senco.core.forms import BaseForm, DateInput

FILLED = {"text": 500, "plain": 500, "measure": 500}  # texts of a stem → the longest an outcome keeps
LABELS = {
    "text": _("What will be different?"),
    "plain": _("In plain words, for the family"),
    "measure": _("How we will know"),
}
NAME = "name"  # the gap that is about the pupil


class PickForm(BaseForm):
    """The strategies that were ticked."""

    selected = forms.MultipleChoiceField(
        label=_("Strategies"),
        widget=forms.SelectMultiple(
            attrs={"id": "found"}
        ),  # drawn as boxes by the page: where its list begins
        error_messages={
            "required": _("Tick at least one strategy."),
            "invalid_choice": _(
                "One of the strategies is no longer offered. Look at what is ticked and try again."
            ),
        },
    )

    def __init__(self, *args, offered, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["selected"].choices = [(code, code) for code in offered]


class FillStemForm(BaseForm):
    """A stem's gaps, then its sentences as they will stand in the plan. A gap that stays in a sentence is filled in from above."""

    submit_label = _("Begin the outcome")

    baseline = forms.CharField(
        label=_("Where things are now"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
        required=False,
    )
    by_when = forms.DateField(label=_("By when"), widget=DateInput, required=False)

    def __init__(self, *args, stem, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.stem = stem
        self.draft_key = f"stem:{plan.pk}:{stem.entry.code}"
        sentences = {name: str(getattr(stem.entry, name)) for name in FILLED}
        self.gap_names = gaps(" ".join(sentences.values()))
        asked = self.gap_fields(plan.pupil.forename) | self.sentence_fields(sentences)
        self.fields = asked | {name: self.fields[name] for name in ("baseline", "by_when")}
        self.fields["baseline"].help_text = self.hint(plan.pupil.forename)
        self.fields["by_when"].initial = plan.review_on

    def gap_fields(self, forename: str) -> dict:
        """gap-0, gap-1, …: one box for each gap of any sentence."""
        return {
            f"gap-{number}": forms.CharField(
                label=gap[:1].upper() + gap[1:],
                max_length=120,
                initial=forename if gap == NAME else None,
                error_messages={"required": _("Fill in “%(gap)s”.") % {"gap": gap}},
            )
            for number, gap in enumerate(self.gap_names)
        }

    def sentence_fields(self, sentences: dict) -> dict:
        return {
            name: forms.CharField(
                label=LABELS[name],
                widget=forms.Textarea(attrs={"rows": 2}),
                max_length=1000,  # the filled one is measured below
                required=name == "text",
                initial=sentence,
            )
            for name, sentence in sentences.items()
        }

    def hint(self, forename: str) -> str:
        """What the stem says to write down first: words for the writer, which never stand in the plan."""
        return str(self.stem.baseline).replace(f"[{NAME}]", forename)

    @property
    def gap_boxes(self) -> list:
        return [self[name] for name in self.fields if name.startswith("gap-")]

    @property
    def other_boxes(self) -> list:
        return [self[name] for name in self.fields if not name.startswith("gap-")]

    def clean(self):
        cleaned = super().clean()
        answers = {gap: cleaned.get(f"gap-{number}") for number, gap in enumerate(self.gap_names)}
        for name, longest in FILLED.items():
            if name not in cleaned:
                continue
            cleaned[name] = filled(cleaned[name], answers)
            if len(cleaned[name]) > longest:
                self.add_error(name, _("With its gaps filled in this is too long. Make it shorter."))
        return cleaned

    def outcome_begun(self) -> Outcome:
        """The outcome as it is to begin."""
        entry, said = self.stem.entry, self.cleaned_data
        kept = {name: said[name] for name in (*FILLED, "baseline", "by_when")}
        need = entry.needs[0] if len(entry.needs) == 1 else ""
        return Outcome(area=entry.area, need=need, stem=entry.code, **kept)


def filled(sentence: str, answers: dict) -> str:
    """The sentence with its gaps filled in; a bracket that is no gap of the stem stays as it was written."""
    return GAP.sub(lambda gap: answers.get(gap[1]) or gap[0], sentence).strip()
