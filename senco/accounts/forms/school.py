"""The school's own page: names and numbers, terms, and the days inside a term on which it is closed."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from senco.accounts.models import School
from senco.core.calendar import school_year_dates, school_year_of
from senco.core.forms import BaseForm, BaseFormSet, DateInput, VersionedModelForm

ROWS = 30  # more terms or closures than this are a mistake


class SchoolForm(VersionedModelForm):
    form_tag = False  # stands in one <form> with the terms

    class Meta:
        model = School
        fields = ["name", "phase", "phone", "senco_name", "safeguarding_name", "safeguarding_phone"]
        help_texts = {
            "phone": _("Families see it at the foot of their pages."),
            "safeguarding_name": _(
                "Shown beside every concern form: a worry about a child's safety goes to this person."
            ),
        }
        widgets = {
            "phone": forms.TextInput({"type": "tel"}),
            "safeguarding_phone": forms.TextInput({"type": "tel"}),
        }


class PeriodForm(BaseForm):
    """A term or a closure. Both days are included."""

    name = forms.CharField(label=_("Name"), max_length=60)
    starts = forms.DateField(label=_("First day"), widget=DateInput)
    ends = forms.DateField(label=_("Last day"), widget=DateInput)

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", ValidationError(_("The last day cannot come before the first day.")))
        return cleaned


class PeriodFormSet(BaseFormSet):
    """All terms, or all closures. `rows` is what they are to be: (name, first day, last day) by first day."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.number = (index or 0) + 1

    def clean(self):
        if any(self.errors):
            return
        rows = self.rows
        for earlier, later in zip(rows, rows[1:], strict=False):
            if later[1] <= earlier[2]:
                words = {"one": earlier[0], "other": later[0]}
                raise ValidationError(_now("“%(one)s” and “%(other)s” overlap. Change their days.") % words)

    @property
    def rows(self) -> list[tuple]:
        kept = [
            form.cleaned_data
            for form in self.forms
            if form.cleaned_data and not self._should_delete_form(form)
        ]
        return sorted(((row["name"], row["starts"], row["ends"]) for row in kept), key=lambda row: row[1])

    @property
    def past(self) -> list[PeriodForm]:
        """What is stored of past school years: it comes first and rarely changes, so the page folds it away."""
        began, _last = school_year_dates(school_year_of(timezone.localdate()))
        return [form for form in self.forms if form.initial and form.initial["ends"] < began]

    @property
    def lasting(self) -> list[PeriodForm]:
        past = self.past
        return [form for form in self.forms if form not in past]

    @property
    def is_past_wrong(self) -> bool:
        """What is to be put right must be seen."""
        return any(form.errors for form in self.past)


def period_rows(data, *, prefix: str, row_name: str, periods) -> PeriodFormSet:
    """The rows of one kind: what is stored, three empty ones to add to, and a box to take one away."""
    kind = forms.formset_factory(
        PeriodForm, formset=PeriodFormSet, extra=3, can_delete=True, max_num=ROWS, validate_max=True
    )
    kind.row_name = row_name
    stored = [{"name": p.name, "starts": p.starts, "ends": p.ends} for p in periods]
    return kind(data, prefix=prefix, initial=stored)
