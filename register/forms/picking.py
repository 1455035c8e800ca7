"""The part of a form in which staff find the pupil it is about."""

from django import forms
from django.utils.translation import gettext_lazy as _

from register.models import Pupil


class PupilPicker(forms.Form):
    """`who` is what somebody types to find the pupil; `pupil` is the one they chose. Needs `membership`."""

    who = forms.CharField(required=False, max_length=100, label=_("Find the pupil"))
    pupil = forms.ModelChoiceField(
        queryset=Pupil.objects.none(),
        label=_("Pupil"),
        error_messages={
            "required": _("Choose the pupil."),
            "invalid_choice": _("Choose a pupil you work with. If one is missing, ask the SEN office."),
        },
    )

    def __init__(self, *args, membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pupil"].queryset = Pupil.objects.visible_to(membership).on_roll()

    @property
    def chosen(self) -> Pupil | None:
        """The pupil the form is about so far, whether or not the rest is filled in."""
        field = self.fields["pupil"]
        try:
            return field.clean(self["pupil"].value() or None)
        except forms.ValidationError:
            return None


def as_typed(form_class, data) -> dict:
    """What a submission says, as initial data of a fresh form: shown again without being judged yet."""
    return {
        name: field.widget.value_from_datadict(data, {}, name)
        for name, field in form_class.base_fields.items()
    }
