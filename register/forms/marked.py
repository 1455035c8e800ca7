"""Forms over dated rows of a pupil, which have no version of their own: the mark of their history stands in for it."""

from django import forms

from senco.core.forms import BaseForm
from senco.core.forms.merging import Merging, OpenedField


class MarkedForm(Merging, BaseForm):
    """Refuses to change rows that its reader has not seen. `mark` is that of the rows as they stand (queries.history).

    The view holds the pupil's row before it asks for the mark, so that the check here is the last word. Where nothing was ever
    recorded there is nothing to overlook, and a form without a mark will do.
    """

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    opened = OpenedField()

    def __init__(self, *args, mark: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.mark = mark
        self.initial.setdefault("seen", mark)  # a draft brings the mark it was begun on

    def get_initial_for_field(self, field, field_name):
        """What the fields say at first is known only once a form has added its rows; a draft brings what it was begun on."""
        if field_name == "opened" and "opened" not in self.initial:
            return self.seal()
        return super().get_initial_for_field(field, field_name)

    @property
    def stored_values(self) -> dict:
        """A form that was sent has no draft in its initial data."""
        return {name: self.get_initial_for_field(self.fields[name], name) for name in self.kept}

    @property
    def kept(self) -> list[str]:
        """Names of the fields that say what is stored, unlike the day from which a change holds."""
        return [name for name in self.fields if name not in ("seen", "opened")]

    def clean(self):
        cleaned = super().clean()
        if (self.cleaned_data.get("seen") or 0) != self.mark:
            self.lay_side_by_side("seen", self.mark)
        return cleaned
