"""Messages that name their field, in place of "This field is required." six times over."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

STOCK = forms.Field.default_error_messages["required"]


def name_the_field(field: forms.Field) -> None:
    """Put the field's label into its "required" message, unless the form wrote its own."""
    if field.error_messages.get("required") == STOCK and field.label:
        field.error_messages["required"] = format_lazy(required_message(field), label=field.label)


def required_message(field: forms.Field) -> str:
    if isinstance(field, forms.FileField):
        return _("Choose a file for “{label}”.")
    if isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
        return _("Choose at least one answer for “{label}”.")
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return _("Choose an answer for “{label}”.")
    if isinstance(field, forms.BooleanField):
        return _("Tick “{label}” to go on.")
    return _("Fill in “{label}”.")
