"""Choices drawn as chips: 44 px pills that tick when chosen. The field template asks for `chips`."""

from django import forms


class Chips(forms.CheckboxSelectMultiple):
    """Several answers from a short list."""

    chips = True


class ChipRadio(forms.RadioSelect):
    """One answer from a short list of short words."""

    chips = True
