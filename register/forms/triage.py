"""What the SENCO fills in on a concern, decisions apart."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from register.models import ViewRequest
from register.queries.triage import deciders
from senco.accounts.models import Membership
from senco.core.calendar import add_working_days
from senco.core.forms import BaseForm, BaseModelForm, ChipRadio, DateInput

DAYS_TO_ANSWER = 3  # working days teachers are given unless told otherwise


class VersionForm(BaseForm):
    """Carries the version of the concern its reader saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class AssignForm(VersionForm):
    submit_label = _("Assign")

    to = forms.ModelChoiceField(
        queryset=Membership.objects.none(), required=False, label=_("With"), empty_label=_("Nobody yet")
    )

    def __init__(self, *args, membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = deciders(membership)


class ObserveForm(BaseForm):
    submit_label = _("Keep this note")

    text = forms.CharField(
        label=_("Observation or note"),
        help_text=_("Only the SEN office reads this."),
        max_length=10_000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Write down what you observed or found out.")},
    )

    def __init__(self, *args, concern, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"observation:{concern.pk}"


class ReopenForm(VersionForm):
    submit_label = _("Reopen")

    reason = forms.CharField(
        label=_("Why is it reopened?"), required=False, max_length=10_000, widget=forms.Textarea({"rows": 2})
    )


class CloseForm(VersionForm):
    submit_label = _("Close without telling")

    reason = forms.CharField(
        label=_("Why is nobody told?"),
        help_text=_("Kept with the concern. Only the SEN office reads this."),
        max_length=10_000,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Say why nobody is told. The office keeps it.")},
    )


class AskViewsForm(BaseForm):
    """`teachers` are those of the pupil; whoever was asked already and not cancelled is not offered again.

    Who has no account yet cannot answer: they can be asked all the same, but are not ticked to begin with.
    """

    submit_label = _("Ask for their view")

    teachers = forms.MultipleChoiceField(
        label=_("Teachers of this pupil"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one teacher.")},
    )
    due_on = forms.DateField(
        label=_("Please answer by"),
        widget=DateInput,
        error_messages={"required": _("Give a day to answer by.")},
    )

    def __init__(self, *args, teachers: dict, asked: set, nation: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in teachers if person.pk not in asked}
        self.fields["teachers"].choices = [
            (key, described(person, teachers[person])) for key, person in self.people.items()
        ]
        can_answer = [key for key, person in self.people.items() if person.user_id]
        self.initial.setdefault("teachers", can_answer)
        self.initial.setdefault("due_on", add_working_days(timezone.localdate(), DAYS_TO_ANSWER, nation))

    def clean_teachers(self):
        """The chosen colleagues themselves."""
        return [self.people[key] for key in self.cleaned_data["teachers"]]


def described(person, groups: list[str]) -> str:
    words = f"{person.name} ({', '.join(groups)})"
    return words if person.user_id else _now("%(person)s – no account yet, cannot answer") % {"person": words}


class ViewForm(BaseModelForm):
    """A teacher's short view: one tap and, if they like, some words."""

    submit_label = _("Send my view")

    class Meta:
        model = ViewRequest
        fields = ["same_concern", "answer"]
        widgets = {"same_concern": ChipRadio, "answer": forms.Textarea({"rows": 3})}
        labels = {"same_concern": _("Do you see this too?"), "answer": _("What do you see, and what helps?")}
        error_messages = {"same_concern": {"required": _("Choose yes, sometimes or no.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["same_concern"]
        field.required = True
        field.choices = [choice for choice in field.choices if choice[0]]
        self.draft_key = f"view:{self.instance.pk}"
