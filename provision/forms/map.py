"""What of the provision map is shown. The choices live in the address, so that a map can be bookmarked, sent and exported."""

from django import forms
from django.utils.translation import gettext_lazy as _

from provision.queries.map_places import LAST_TERM, THIS_TERM, THIS_YEAR
from register.choices import SenProvision
from senco.core.forms import BaseForm

WHEN = [(THIS_TERM, _("This term")), (LAST_TERM, _("Last term")), (THIS_YEAR, _("This year"))]
ROWS = [("pupil", _("Pupil")), ("type", _("Intervention")), ("adult", _("Adult")), ("need", _("Need"))]
SHOWS = [
    ("minutes", _("Minutes a week")), ("whole", _("Minutes in all")), ("cost", _("Cost in pounds")), ("delivered", _("Share delivered")),
    ("weeks", _("Week by week")),
]  # fmt: skip
FOR_MONEY = {"cost"}  # shown to those who may know what things cost
OCCUR = ("year", "form_group", "need", "tier", "area", "adult")  # their choices are what occurs


class MapForm(BaseForm):
    """An address with a wrong answer shows nothing and says so."""

    name = forms.CharField(label=_("Pupil or intervention"), max_length=100, required=False)
    when = forms.ChoiceField(label=_("When"), choices=WHEN, required=False)
    show = forms.ChoiceField(label=_("Show"), choices=SHOWS, required=False)
    rows = forms.ChoiceField(label=_("Rows"), choices=ROWS, required=False)
    year = forms.ChoiceField(label=_("Year"), required=False)
    form_group = forms.ChoiceField(label=_("Form"), required=False)
    need = forms.ChoiceField(label=_("Need"), required=False)
    status = forms.ChoiceField(
        label=_("SEN status"), choices=[("", _("All")), *SenProvision.choices], required=False
    )
    tier = forms.ChoiceField(label=_("Tier"), required=False)
    area = forms.ChoiceField(label=_("Area of need"), required=False)
    adult = forms.ChoiceField(label=_("Adult"), required=False)

    def __init__(self, data, *, choices: dict, may_see_costs: bool):
        super().__init__(data)
        if not may_see_costs:
            self.fields["show"].choices = [pair for pair in SHOWS if pair[0] not in FOR_MONEY]
        for name in OCCUR:
            self.fields[name].choices = [("", _("All")), *choices[name]]

    @property
    def chosen(self) -> dict[str, str]:
        return self.cleaned_data if self.is_valid() else {}

    @property
    def narrowed_further(self) -> bool:
        return any(self.chosen.get(name) for name in (*OCCUR, "status"))

    @property
    def words(self) -> str:
        """What was chosen, for a file that leaves the system."""
        said = ((self.fields[name], value) for name, value in self.chosen.items() if value)
        return ", ".join(
            f"{field.label}: {dict(getattr(field, 'choices', ())).get(value, value)}" for field, value in said
        )
