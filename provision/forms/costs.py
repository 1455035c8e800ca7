"""Money as people type it: pounds on the page, whole pence in the tables."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.models import Budget, CostSettings, Intervention, StaffRate, TopUp
from provision.what_if import Scenario
from senco.accounts.models import Membership
from senco.accounts.roles import Role
from senco.core.forms import BaseForm, DateInput, VersionedModelForm

HUNDRED = 100


class PoundsField(forms.DecimalField):
    """Pounds with or without a sign and commas ("£1,234.50"), cleaned to whole pence."""

    def __init__(self, *, most: int, **kwargs):
        limits = [MinValueValidator(0), MaxValueValidator(most * HUNDRED)]
        super().__init__(decimal_places=2, max_digits=12, **kwargs)
        self.validators += limits
        self.widget.attrs |= {"inputmode": "decimal"}

    def widget_attrs(self, widget):
        return {}  # typed with a sign and commas, so no number box

    def to_python(self, value):
        if isinstance(value, str):
            value = value.replace("£", "").replace(",", "").replace(" ", "")
        amount = super().to_python(value)
        return None if amount is None else amount * HUNDRED

    def validate(self, value):
        if value is not None and value != value.to_integral_value():
            raise forms.ValidationError(_("Enter pounds and pence, like 17.24."), code="invalid")
        super(forms.DecimalField, self).validate(value)

    def clean(self, value):
        cleaned = super().clean(value)
        return None if cleaned is None else int(cleaned.to_integral_value(ROUND_HALF_UP))

    def prepare_value(self, value):
        return f"{value // HUNDRED}.{value % HUNDRED:02d}" if isinstance(value, int) else value


class MoneyForm(VersionedModelForm):
    """`draft_key` names the record, so that nothing typed is lost."""

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        which = "new" if self.instance._state.adding else self.instance.pk
        self.draft_key = f"{self._meta.model._meta.model_name}:{self.scope}:{which}"
        self.cancel_url = cancel_url

    @property
    def scope(self) -> str:
        return "school"

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("It cannot end before it begins. Check both dates."))
        return cleaned


class RateForm(MoneyForm):
    submit_label = _("Save the rate")
    pence = PoundsField(
        label=_("Cost of an hour"),
        most=1000,
        help_text=_("With employer's National Insurance and pension: what the hour costs the school, not what is paid out."),
    )  # fmt: skip

    class Meta:
        model = StaffRate
        fields = ("card", "adult_role", "pence", "paid_weeks", "valid_from")
        widgets = {"valid_from": DateInput}
        help_texts = {
            "paid_weeks": _("Only where the hourly figure is for each paid hour: 44, say, for somebody paid for 44 weeks. Leave it empty where the figure already is the cost of an hour worked."),
            "valid_from": _("It holds from this day until the next rate of the same kind."),
        }  # fmt: skip


class BudgetForm(MoneyForm):
    submit_label = _("Save the budget")
    pence = PoundsField(label=_("Amount"), most=100_000_000)

    class Meta:
        model = Budget
        fields = ("kind", "label", "pence", "starts", "ends")
        widgets = {"starts": DateInput, "ends": DateInput}


class TopUpForm(MoneyForm):
    submit_label = _("Save the top-up")
    pence = PoundsField(label=_("Amount a year"), most=200_000)

    class Meta:
        model = TopUp
        fields = ("pence", "starts", "ends", "source")
        widgets = {"starts": DateInput, "ends": DateInput}
        help_texts = {"ends": _("The last day. Leave it empty while it is paid.")}

    @property
    def scope(self) -> str:
        return str(self.instance.pupil_id)


class CostSettingsForm(MoneyForm):
    expectation_pence = PoundsField(
        label=_("Expected of the school for a pupil, a year"),
        most=100_000,
        help_text=_("In England £6,000. Shown as information; nothing in this system depends on it."),
    )

    class Meta:
        model = CostSettings
        fields = ("first_month", "card", "size_rule", "taught_weeks", "expectation_pence")
        widgets = {"card": forms.RadioSelect, "size_rule": forms.RadioSelect}


class WhatIfForm(BaseForm):
    """Asked by GET and never kept."""

    method = "get"
    submit_label = _("Compare")

    on = forms.DateField(label=_("From"), widget=DateInput)
    rise = forms.DecimalField(
        label=_("All rates rise by, in per cent"),
        min_value=Decimal("-50"),
        max_value=Decimal("100"),
        decimal_places=2,
        required=False,
    )
    leaver = forms.ModelChoiceField(
        label=_("This adult leaves"),
        queryset=Membership.objects.none(),
        required=False,
        empty_label=_("Nobody"),
    )
    joiners = forms.IntegerField(label=_("So many pupils join"), min_value=0, max_value=60, required=False)
    joins = forms.ModelChoiceField(
        label=_("and get"),
        queryset=Intervention.objects.none(),
        required=False,
        empty_label=_("Choose an intervention"),
    )

    def __init__(self, *args, membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["leaver"].queryset = adults_of(membership)
        self.fields["leaver"].label_from_instance = lambda adult: adult.name
        self.fields["joins"].queryset = Intervention.objects.visible_to(membership).offered()
        self.initial.setdefault("on", timezone.localdate())

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("joiners") and not cleaned.get("joins") and "joins" not in self.errors:
            self.add_error("joins", _("Choose what these pupils get."))
        return cleaned

    def scenario(self) -> Scenario:
        said = self.cleaned_data
        return Scenario(
            on=said["on"],
            rise=Fraction(said["rise"] or 0) / HUNDRED,
            leaver=said["leaver"].pk if said["leaver"] else None,
            joiners=said["joiners"] or 0,
            joins=said["joins"].pk if said["joins"] else None,
        )


def adults_of(membership):
    """Who may run a group at this school now."""
    working = (Role.TA, Role.TEACHER, Role.SENCO)
    here = Membership.objects.visible_to(membership).live().filter(role__in=working)
    return here.order_by("last_name", "first_name", "pk")
