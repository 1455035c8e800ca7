"""Choices drawn as chips (44 px pills that tick when chosen; the field template asks for `chips`), and words that are offered."""

from collections.abc import Iterable

from django import forms
from django.utils.html import format_html, format_html_join


class Chips(forms.CheckboxSelectMultiple):
    """Several answers from a short list."""

    chips = True


class ChipRadio(forms.RadioSelect):
    """One answer from a short list of short words."""

    chips = True


class Suggesting(forms.TextInput):
    """Free words; those that are likely are offered while one types."""

    def __init__(self, offered: Iterable[str], attrs=None):
        super().__init__(attrs)
        self.offered = tuple(offered)

    def render(self, name, value, attrs=None, renderer=None):
        listed = f"{(attrs or {}).get('id', name)}_offered"
        box = super().render(name, value, (attrs or {}) | {"list": listed}, renderer)
        options = format_html_join("", '<option value="{}"></option>', ((each,) for each in self.offered))
        return format_html('{}<datalist id="{}">{}</datalist>', box, listed, options)
