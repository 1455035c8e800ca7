"""Where the pupils go whose stage the new framework lacks."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import ngettext

from register.frameworks import Framework
from register.queries.ladders import Standing
from senco.core.forms import BaseForm, ChipRadio

PREFIX = "from_"


class FrameworkForm(BaseForm):
    """One question for each stage that pupils stand at and the new ladder has no place for; without one, only the button."""

    def __init__(self, *args, framework: Framework, standing: Sequence[Standing], **kwargs):
        super().__init__(*args, **kwargs)
        places = [(stage.code, stage.name) for stage in framework.ladder if stage.on_register]
        for each in standing:
            self.fields[PREFIX + each.stage] = forms.ChoiceField(
                label=question(each), choices=places, widget=ChipRadio, initial=each.proposed
            )

    def moves(self) -> dict[str, str]:
        """Stage → stage of the new framework, as `choose_framework` takes them."""
        return {name.removeprefix(PREFIX): value for name, value in self.cleaned_data.items()}


def question(each: Standing) -> str:
    text = ngettext(
        "Where does the %(n)d pupil at “%(stage)s” go?",
        "Where do the %(n)d pupils at “%(stage)s” go?",
        each.count,
    )
    return text % {"n": each.count, "stage": each.name}
