"""Searching a bank, and an entry of the school's own."""

from django import forms
from django.utils.translation import gettext_lazy as _

from provision.banks.choices import AdultLife, Age
from provision.choices import BankName
from provision.models import SchoolStem, SchoolStrategy
from register.choices import BroadArea, NeedType
from senco.core.forms import BaseForm, Chips, VersionedModelForm

EVERYONE, ADDITIONAL = "everyone", "additional"
OUT = "out"
NAMED_NEEDS = [(code, label) for code, label in NeedType.choices if code != NeedType.NSA]


def any_of(choices) -> list[tuple]:
    return [("", _("Any")), *choices]


class SearchForm(BaseForm):
    """What is looked for. It lives in the address; what is not understood is left out."""

    words = forms.CharField(label=_("Words"), max_length=100, required=False, widget=forms.SearchInput)
    area = forms.ChoiceField(label=_("Area of need"), choices=any_of(BroadArea.choices), required=False)
    need = forms.ChoiceField(label=_("Type of need"), choices=any_of(NAMED_NEEDS), required=False)
    age = forms.ChoiceField(label=_("Age"), choices=any_of(Age.choices), required=False)
    ordinary = forms.ChoiceField(
        label=_("For whom"),
        choices=any_of([(EVERYONE, _("Whole-class practice")), (ADDITIONAL, _("Additional support"))]),
        required=False,
    )
    adult_life = forms.ChoiceField(label=_("Adult life"), choices=any_of(AdultLife.choices), required=False)
    shown = forms.ChoiceField(
        label=_("Show"),
        choices=[("", _("Those on offer")), (OUT, _("Hidden and retired ones"))],
        required=False,
    )

    def __init__(self, *args, bank: str, may_edit: bool = False, of_pupil=(), **kwargs):
        """`of_pupil`: the needs of the pupil for whom somebody looks, which rank what is found unless another need is asked for."""
        super().__init__(*args, **kwargs)
        self.needs_of_pupil = [str(NeedType(code).label) for code in of_pupil]
        if of_pupil:
            self.fields["need"].choices = [("", _("The pupil's needs")), *NAMED_NEEDS]
        del self.fields["adult_life" if bank == BankName.STRATEGIES else "ordinary"]
        if not may_edit:
            del self.fields["shown"]

    @property
    def is_narrowed_further(self) -> bool:
        """Whether one of the filters is set that every page folds away."""
        asked = self.asked()
        return asked["out"] or "ordinary" in asked or "adult_life" in asked

    def asked(self) -> dict:
        """The question as `search_bank` takes it; a form that was never sent asks for what it begins with."""
        self.is_valid()
        said = self.cleaned_data if self.is_bound else self.initial
        question = {
            name: said[name] for name in ("words", "area", "need", "age", "adult_life") if said.get(name)
        }
        if said.get("ordinary"):
            question["ordinary"] = said["ordinary"] == EVERYONE
        return question | {"out": said.get("shown") == OUT}


class EntryForm(VersionedModelForm):
    """What both banks ask of an entry of the school's own. `like` is the code of the entry whose words a new one begins with."""

    needs = forms.MultipleChoiceField(
        label=_("Types of need"),
        help_text=_("None ticked: for the whole area."),
        choices=NAMED_NEEDS,
        widget=Chips,
        required=False,
    )
    ages = forms.MultipleChoiceField(
        label=_("Ages"),
        help_text=_("None ticked: for every age."),
        choices=Age.choices,
        widget=Chips,
        required=False,
    )

    def __init__(self, *args, like: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        which = like or "new" if self.instance._state.adding else self.instance.pk
        self.draft_key = f"{self._meta.model._meta.model_name}:{which}"


LONG = forms.Textarea(attrs={"rows": 3})


class StrategyForm(EntryForm):
    class Meta:
        model = SchoolStrategy
        fields = ["text", "why", "plain", "area", "needs", "ages", "ordinary"]
        labels = {"text": _("What everyone does")}
        help_texts = {
            "text": _("One sentence that says what, when and how, so that a cover teacher could do it."),
            "ordinary": _("Good teaching for everyone, not support that is additional to it."),
        }
        widgets = {"text": LONG, "plain": LONG}


class StemForm(EntryForm):
    class Meta:
        model = SchoolStem
        fields = ["text", "measure", "baseline", "plain", "area", "needs", "ages"]
        labels = {"text": _("What will be different for the pupil")}
        help_texts = {
            "text": _("Leave gaps in square brackets: “[name] will ask for help in [lesson].”"),
            "measure": _(
                "Who counts what, and when it is met. Gaps of the same name are filled in together."
            ),
            "baseline": _("Shown beside the box for where things are now."),
        }
        widgets = {"text": LONG, "plain": LONG, "measure": LONG, "baseline": LONG}


ENTRY_FORMS = {BankName.STRATEGIES: StrategyForm, BankName.STEMS: StemForm}
