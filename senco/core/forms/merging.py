"""Two people changed one record: what only one of them changed is taken over, what both changed is laid side by side."""

import datetime
import json
from dataclasses import dataclass

from django import forms
from django.core import signing
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from senco.core.versions import Saved, saved_of

SALT = "form.opened"
CHANGED = _(
    "Somebody else saved changes while you were writing. Nothing is lost: compare both versions, then save again."
)


@dataclass(frozen=True)
class Difference:
    """One field of a record that somebody else changed. `mine` stays empty where this person left it alone."""

    label: str
    mine: str
    theirs: str


class OpenedField(forms.CharField):
    """What the fields said when the form was opened, sealed: with it one can tell who changed which of them."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)


class Merging:
    """For a form with a field `opened` that refuses to overwrite what its reader has not seen.

    The form says what is `stored`, and calls `lay_side_by_side` where something newer is stored than its reader saw.
    """

    differences: list[Difference] = []  # changed by both
    taken_over: list[Difference] = []  # changed by the other alone
    saved: Saved | None = None  # said by the record where it keeps it, else by a view that knows it
    record = None  # the row that says who saved it last, where there is one

    @property
    def stored_values(self) -> dict:
        """Name → stored value of every field that says what is stored. Each kind of form says where it finds them."""
        return {}

    @property
    def is_outdated(self) -> bool:
        """Whether somebody saved something newer after this form was opened."""
        return self.is_bound and self.has_error(NON_FIELD_ERRORS, "outdated")

    def seal(self) -> str:
        return signing.dumps(plain(self.stored_values), salt=SALT)

    def group_of(self, name: str) -> str:
        """Fields of one group say one thing together: whoever touched one of them has written them all."""
        return name

    def lay_side_by_side(self, token: str, newest) -> None:
        """Refuse once. Sent again, the form has seen the newest; fields that its writer left alone say what is stored."""
        self.saved = saved_of(self.record)
        self.add_error(None, ValidationError(CHANGED, code="outdated"))
        opened, stored = self.opened_values(), plain(self.stored_values)
        written = {
            self.group_of(name) for name in stored if name not in opened or changed(self[name], opened[name])
        }
        self.differences, self.taken_over, taken = [], [], {}
        for name, now in stored.items():
            bound = self[name]
            if self.group_of(name) not in written:
                if now != opened[name]:
                    taken[name] = now
                    self.taken_over.append(Difference(str(bound.label), "", shown(bound, now)))
            elif changed(bound, now) and (now != opened.get(name) or self.group_of(name) != name):
                mine = shown(bound, bound.value())
                self.differences.append(Difference(str(bound.label), mine, shown(bound, now)))
        self.data = self.data.copy()
        for name, now in taken.items():
            self.take_over(self[name], now)
        self.data[self.add_prefix(token)] = newest
        self.data[self.add_prefix("opened")] = self.seal()

    def opened_values(self) -> dict:
        """What the fields said at first; nothing is known of a form without a seal of ours, and all its words count as written."""
        try:
            opened = signing.loads(self["opened"].value() or "", salt=SALT)
        except signing.BadSignature:
            return {}
        return opened if isinstance(opened, dict) else {}

    def take_over(self, bound, value) -> None:
        """The field says what is stored, in the shape in which a browser would send it."""
        self._errors.pop(bound.name, None)
        value = bound.field.prepare_value(value)
        if isinstance(value, list) and hasattr(self.data, "setlist"):
            self.data.setlist(bound.html_name, [str(each) for each in value])
        elif value is False or value is None:
            self.data[bound.html_name] = ""
        else:
            self.data[bound.html_name] = value if isinstance(value, list) else str(value)


def plain(values: dict) -> dict:
    """The values as JSON keeps them, so that stored and sealed ones compare."""
    return json.loads(json.dumps(values, cls=DjangoJSONEncoder))


def changed(bound, value) -> bool:
    """Whether what was sent in a field is something else than a value from before."""
    if bound.field.disabled:
        return False
    before = bound.field.to_python(value) if isinstance(value, str) else value
    return bound.field.has_changed(before, bound.data)


def shown(bound, value) -> str:
    """A field's value in the words its choices have for it; a day as people write it."""
    if isinstance(bound.field, forms.DateField) and value:
        return day_shown(bound.field, value)
    words = {str(key): str(label) for key, label in getattr(bound.field, "choices", ())}
    said = bound.field.prepare_value(value)
    values = said if isinstance(said, list | tuple) else [said]
    return ", ".join(words.get(str(each), str(each)) for each in values if each not in (None, ""))


def day_shown(field, value) -> str:
    try:
        day = value if isinstance(value, datetime.date) else field.to_python(value)
    except ValidationError:
        return str(value)
    return date_format(day, "j F Y")
