"""Dates. Three boxes for families and guests, because a native date box follows the browser's language, not the page's."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from senco.core.forms.messages import name_the_field

MONTHS = {
    name: number
    for number, names in enumerate(
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december"], start=1,
    )
    for name in (names, names[:3])
}  # fmt: skip
PIVOT = 50  # two-digit years up to here are 20xx, later ones 19xx


class DateInput(forms.DateInput):
    """The browser's own date box; value and answer are ISO dates whatever it shows."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs=attrs, format="%H:%M")


class DateTimeInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs=attrs, format="%Y-%m-%dT%H:%M")


class DateBoxes(forms.MultiWidget):
    """Day, month and year as three labelled boxes.

    Its template lies in this app's own folder, where Django's form renderer looks; the project's folder is not searched.
    """

    template_name = "sen/widgets/date_boxes.html"
    use_fieldset = True
    labels = (_("Day"), _("Month"), _("Year"))

    def __init__(self, attrs=None):
        box = {"inputmode": "numeric", "autocomplete": "off"}
        super().__init__(
            {
                "day": forms.TextInput(box),
                "month": forms.TextInput({"autocomplete": "off"}),
                "year": forms.TextInput(box),
            },
            attrs,
        )

    def decompress(self, value):
        if isinstance(value, datetime.date):
            return [value.day, value.month, value.year]
        return [None, None, None]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        for box, label in zip(context["widget"]["subwidgets"], self.labels, strict=True):
            box["label"] = label
            box["attrs"].pop("required", None)
        return context


class ThreeBoxDateField(forms.MultiValueField):
    """A date typed as day, month (number or name) and year (two or four digits); gives a `datetime.date` or None."""

    widget = DateBoxes
    default_error_messages = {
        "incomplete": _("Give the day, the month and the year."),
        "invalid": _("%(typed)s is not a date in the calendar. Write it like 27 3 2026."),
    }

    def __init__(self, **kwargs):
        boxes = [forms.CharField(max_length=20, required=False) for _box in range(3)]
        super().__init__(boxes, require_all_fields=False, **kwargs)
        name_the_field(self)

    def clean(self, value):
        """Three strings to a date; says which date was not understood, in the person's own words."""
        typed = [str(part or "").strip() for part in (value or [])]
        if any(typed) and not all(typed):
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")
        return super().clean(value)

    def compress(self, parts):
        if not parts:
            return None
        day, month, year = (part.strip() for part in parts)
        try:
            return datetime.date(year_of(year), month_of(month), int(day))
        except ValueError:
            typed = " ".join(parts)
            raise ValidationError(
                self.error_messages["invalid"], code="invalid", params={"typed": typed}
            ) from None


def month_of(text: str) -> int:
    """3, 03, Mar or March; anything else is a ValueError."""
    return MONTHS.get(text.lower()) or int(text)


def year_of(text: str) -> int:
    """A four-digit year; two digits are taken as the likelier century."""
    year = int(text)
    if len(text) == 2:
        return year + (2000 if year <= PIVOT else 1900)
    if len(text) != 4:
        raise ValueError(text)
    return year
