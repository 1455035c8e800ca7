"""Forms over dated rows of a pupil, which have no version of their own: the mark of their history stands in for it."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_lazy as _

from senco.core.forms import BaseForm
from senco.core.forms.base import Difference, shown

CHANGED = _(
    "Somebody else saved changes while you were writing. Nothing is lost: compare both versions, then save again."
)


class MarkedForm(BaseForm):
    """Refuses to change rows that its reader has not seen. `mark` is that of the rows as they stand (queries.history).

    The view holds the pupil's row before it asks for the mark, so that the check here is the last word. Where nothing was ever
    recorded there is nothing to overlook, and a form without a mark will do.
    """

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, mark: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.mark = mark
        self.initial.setdefault("seen", mark)  # a draft brings the mark it was begun on

    @property
    def is_outdated(self) -> bool:
        """Whether somebody saved other rows after this form was opened."""
        return self.is_bound and self.has_error(NON_FIELD_ERRORS, "outdated")

    @property
    def differences(self) -> list[Difference]:
        """Where this person's words and the stored ones differ. A form that was sent has no draft in its initial data."""
        pairs = [
            (bound, shown(bound, bound.value()), shown(bound, bound.initial))
            for bound in self.visible_fields()
            if bound.name in self.kept
        ]
        return [Difference(str(bound.label), mine, theirs) for bound, mine, theirs in pairs if mine != theirs]

    @property
    def kept(self) -> list[str]:
        """Names of the fields that say what is stored, unlike the day from which a change holds."""
        return list(self.fields)

    def clean(self):
        cleaned = super().clean()
        if (self.cleaned_data.get("seen") or 0) != self.mark:
            self.add_error(None, ValidationError(CHANGED, code="outdated"))
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.mark
        return cleaned
