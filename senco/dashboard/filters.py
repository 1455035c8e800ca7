"""What a calendar shows of a month. It stands in the address, so that a month can be bookmarked."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from senco.dashboard.months import Month
from senco.dashboard.queries.dated import kinds_for

MONTH, LIST = "month", "list"
MINE, ALL = "mine", "all"


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
