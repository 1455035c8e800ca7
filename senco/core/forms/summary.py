"""The list at the top of a form that was sent back: the same words as beside each field, with links to the fields."""

from dataclasses import dataclass

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Problem:
    """`control` is the id of the input to go to; empty where the problem is the form as a whole."""

    control: str
    text: str


def problems_of(form) -> list[Problem]:
    """Every problem of a bound form, whole-form ones first, then in the order of the fields."""
    if not form.is_bound:
        return []
    found = [Problem("", str(message)) for message in form.errors.get(NON_FIELD_ERRORS, [])]
    for field in form:
        found += [Problem(first_control(field), named(field, str(message))) for message in field.errors]
    return found


def problems_of_formset(formset) -> list[Problem]:
    """Problems of a formset: its own first, then each form's, with the number of the row."""
    if not formset.is_bound:
        return []
    found = [Problem("", str(message)) for message in formset.non_form_errors()]
    for number, form in enumerate(formset.forms, start=1):
        for problem in problems_of(form):
            text = _("Row %(number)s. %(text)s") % {"number": number, "text": problem.text}
            found.append(Problem(problem.control, text))
    return found


def first_control(field) -> str:
    """The id of the control a person should land on: the first box of a date, the first choice of a list."""
    widget = field.field.widget
    own_id = widget.attrs.get("id") or field.auto_id
    if own_id and hasattr(widget, "widgets"):
        return f"{own_id}_0"
    return widget.id_for_label(own_id, index="0") if field.use_fieldset else field.id_for_label


def named(field, message: str) -> str:
    """The message, with the field's label before it unless the message already names the field."""
    label = str(field.label)
    if label in message:
        return message
    return f"{label} {message}" if label.endswith(("?", ".", "!", ":")) else f"{label}: {message}"
