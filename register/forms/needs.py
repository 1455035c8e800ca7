"""A pupil's types of need on one form: one row a need, the first is the primary one."""

from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from register.choices import NeedSource, NeedType
from register.forms.marked import MarkedForm
from senco.core.forms import DateInput

ROWS = 4
HEADINGS = [_("Primary need"), _("Second need"), _("Third need"), _("Fourth need")]


class NeedsForm(MarkedForm):
    """The order of the rows is the rank. An emptied row removes the need; gaps close up."""

    submit_label = _("Save needs")

    on = forms.DateField(label=_("From"), widget=DateInput, initial=localdate)

    def __init__(self, *args, pupil, held=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"needs:{pupil.pk}"
        self.cancel_url = pupil.get_absolute_url()
        for row in range(max(ROWS, len(held) + 1)):
            self.add_row(row, held[row] if row < len(held) else None)
        rows = (self.row_layout(row) for row in range(max(ROWS, len(held) + 1)))
        self.layout = Layout(*rows, "on")

    @property
    def kept(self) -> list[str]:
        return [name for name in self.fields if name.startswith(("type_", "source_", "note_"))]

    def group_of(self, name: str) -> str:
        """The rows are one list: a note must not come to stand beside a need that a colleague moved there."""
        return "needs"

    def add_row(self, row: int, need) -> None:
        types = [("", _("None")), *NeedType.choices]
        type_field = forms.ChoiceField(label=_("Type of need"), choices=types, required=False)
        source = forms.ChoiceField(
            label=_("Source"), choices=NeedSource.choices, initial=NeedSource.SCHOOL, required=False
        )
        note = forms.CharField(label=_("Note"), max_length=300, required=False)
        self.fields |= {f"type_{row}": type_field, f"source_{row}": source, f"note_{row}": note}
        if need is not None:
            self.initial |= {
                f"type_{row}": need.need_type,
                f"source_{row}": need.source,
                f"note_{row}": need.note,
            }

    def row_layout(self, row: int):
        heading = HEADINGS[row] if row < len(HEADINGS) else _("Further need")
        boxes = Div(f"type_{row}", f"source_{row}", f"note_{row}", css_class="fields")
        return Fieldset(heading, boxes)

    def needs(self) -> list[tuple[str, int, str, str]]:
        """The chosen needs as `set_needs` takes them."""
        answers = self.cleaned_data
        rows = range(len([name for name in self.fields if name.startswith("type_")]))
        chosen = [row for row in rows if answers[f"type_{row}"]]
        return [
            (
                answers[f"type_{row}"],
                rank,
                answers[f"source_{row}"] or NeedSource.SCHOOL,
                answers[f"note_{row}"],
            )
            for rank, row in enumerate(chosen, start=1)
        ]
