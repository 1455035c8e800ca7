"""Which earlier concerns a plan quotes."""

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from provision.forms.in_place import InPlace
from provision.queries.concerns import origin_of
from register.models import Concern
from senco.core.forms import BaseForm


class ConcernChoice(forms.ModelMultipleChoiceField):
    """Each with its origin and its words."""

    def label_from_instance(self, concern) -> str:
        day = date_format(timezone.localdate(concern.raised_at))
        return f"{day}, {origin_of(concern)}: “{concern.what_happened}”"


class PullForm(InPlace, BaseForm):
    """`found` are the concerns that this person may quote here (queries.concerns)."""

    submit_label = _("Quote in the plan")

    concerns = ConcernChoice(
        queryset=Concern.objects.none(),
        label=_("Concerns on record"),
        help_text=_(
            "The words are quoted as they were raised, with who raised them and when. Everybody who may open the plan reads them."
        ),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one concern.")},
    )

    def __init__(self, *args, found, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["concerns"].queryset = found
