"""What a calendar shows of a month, and what a search looks for. It stands in the address, so that it can be bookmarked."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.forms.search import LONGEST
from register.models import Pupil
from senco.core.forms import BetweenForm
from senco.dashboard.months import Month
from senco.dashboard.queries.dated import kinds_for
from senco.dashboard.queries.found import Narrowed, kinds_found_by
from senco.search.asking import wanted

MONTH, LIST = "month", "list"
MINE, ALL = "mine", "all"
OPEN = {"kind": "", "pupil": None, "since": None, "until": None}  # a search that is not narrowed


class CalendarFilter(forms.Form):
    """A wrong answer counts as none: a calendar always shows something. Only staff have anything that is not theirs."""

    month = forms.CharField(required=False, widget=forms.HiddenInput)
    shape = forms.ChoiceField(
        label=_("Show as"), choices=[(MONTH, _("Month")), (LIST, _("List"))], required=False
    )
    whose = forms.ChoiceField(
        label=_("Whose"), choices=[(ALL, _("Everybody’s")), (MINE, _("Only mine"))], required=False
    )
    kind = forms.ChoiceField(label=_("What"), required=False)

    def __init__(self, data, *, membership):
        super().__init__(data)
        self.fields["kind"].choices = [("", _("Everything")), *kinds_for(membership).items()]
        if not membership.may("register.view_pupil"):
            del self.fields["whose"]
        self.is_valid()

    def answer(self, name: str, default: str) -> str:
        return self.cleaned_data.get(name) or default

    @property
    def chosen_month(self) -> Month:
        return Month.written(self.answer("month", "")) or Month.of(timezone.localdate())

    @property
    def chosen(self) -> dict[str, str]:
        """What goes along to the next month."""
        return {
            name: self.answer(name, "") for name in self.fields if name != "month" and self.answer(name, "")
        }


class SearchFilter(BetweenForm):
    """What is looked for, and where. A wrong answer is said and finds nothing."""

    field_order = ["q", "kind", "since", "until"]

    q = forms.CharField(label=_("Words"), max_length=LONGEST, required=False)
    kind = forms.ChoiceField(label=_("In"), required=False)
    pupil = forms.ModelChoiceField(
        queryset=Pupil.objects.none(), widget=forms.HiddenInput, required=False,
        error_messages={"invalid_choice": _("This is no pupil whom you may open. Search again to look about everybody.")},
    )  # fmt: skip

    def __init__(self, data, *, membership):
        super().__init__(data)
        labels = sorted((str(kind.label), code) for code, kind in kinds_found_by(membership).items())
        self.fields["kind"].choices = [("", _("Everything")), *((code, label) for label, code in labels)]
        self.fields["pupil"].queryset = Pupil.objects.visible_to(membership)
        self.is_valid()

    def clean_q(self):
        words = self.cleaned_data["q"]
        if words and not wanted(words):
            raise ValidationError(_("Type a word that is to be found."))
        return words

    @property
    def words(self) -> str:
        return "" if self.errors else self.cleaned_data["q"]

    @property
    def narrowed(self) -> Narrowed:
        """What the search keeps to."""
        return Narrowed(**{name: self.cleaned_data.get(name) or empty for name, empty in OPEN.items()})
