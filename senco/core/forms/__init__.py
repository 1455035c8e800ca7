"""Forms as people meet them: crispy is configured here once, so that a form declares its fields and rules, nothing else."""

from senco.core.forms.base import BaseForm, BaseFormSet, BaseModelForm, VersionedModelForm
from senco.core.forms.between import BetweenForm
from senco.core.forms.dates import DateBoxes, DateInput, DateTimeInput, ThreeBoxDateField, TimeInput
from senco.core.forms.summary import Problem, problems_of
from senco.core.forms.widgets import ChipRadio, Chips, Suggesting

__all__ = [
    "BaseForm",
    "BaseFormSet",
    "BaseModelForm",
    "BetweenForm",
    "ChipRadio",
    "Chips",
    "DateBoxes",
    "DateInput",
    "DateTimeInput",
    "Problem",
    "Suggesting",
    "ThreeBoxDateField",
    "TimeInput",
    "VersionedModelForm",
    "problems_of",
]
