"""Sharing pupils by name: which, with whom, why, from when until when."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from register.choices import PortalLevel
from register.models import Pupil, PupilAccess
from senco.accounts.models import Membership
from senco.accounts.roles import Role
from senco.core.forms import BaseForm, ChipRadio, DateTimeInput

LONGEST = datetime.timedelta(days=400)  # a school year and the summer; look again after that
USUAL = datetime.timedelta(days=90)
WITH = (
    Role.PROFESSIONAL,
    Role.TEACHER,
    Role.TA,
)  # the office sees everybody; families only by a decision of its own


class PeriodOfAccess(BaseForm):
    """From when until when, both to the minute."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        min_length=10,
        help_text=_("In a sentence: what the person is going to do. It stays in the record."),
        widget=forms.Textarea({"rows": 2}),
    )
    starts = forms.DateTimeField(label=_("From"), widget=DateTimeInput)
    ends = forms.DateTimeField(label=_("Until"), widget=DateTimeInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        now = timezone.localtime().replace(second=0, microsecond=0)
        self.initial.setdefault("starts", now)
        self.initial.setdefault("ends", now + USUAL)

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("It has to end after it begins."))
        elif ends and ends <= timezone.now():
            self.add_error("ends", _("This moment has passed. Give one that is still to come."))
        elif starts and ends and ends - starts > LONGEST:
            self.add_error("ends", _("Share for 400 days at most; it can be shared again then."))
        return cleaned


class ShareForm(PeriodOfAccess):
    """Pupils are typed, one a line, as their name, UPN or admission number: nobody scrolls through a thousand names."""

    submit_label = _("Share")
    draft_key = "share:new"
    field_order = ["person", "pupils", "reason", "starts", "ends"]

    person = forms.ModelChoiceField(label=_("With whom"), queryset=None, empty_label=_("Choose a person"))
    pupils = forms.CharField(
        label=_("Pupils"),
        help_text=_("One a line: the name, or the UPN or admission number where two have the same name."),
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args, by: Membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        people = Membership.objects.visible_to(by).live().filter(role__in=WITH)
        self.fields["person"].queryset = people.order_by("-role", "last_name", "first_name", "pk")
        self.fields["person"].label_from_instance = described

    def clean_pupils(self) -> list[Pupil]:
        lines = [line.strip() for line in self.cleaned_data["pupils"].splitlines() if line.strip()]
        if len(lines) > 40:
            raise ValidationError(_("Share 40 pupils at a time at most."))
        found, problems = [], []
        for line in lines:
            try:
                found.append(self.pupil_called(line))
            except ValidationError as problem:
                problems.append(problem)
        if problems:
            raise ValidationError(problems)
        return list(dict.fromkeys(found))

    def pupil_called(self, line: str) -> Pupil:
        matching = list(Pupil.objects.visible_to(self.by).on_roll().named_like(line)[:2])
        if len(matching) == 1:
            return matching[0]
        words = {"line": line}
        if matching:
            raise ValidationError(_now("Several pupils match “%(line)s”. Use the admission number.") % words)
        raise ValidationError(_now("No pupil on roll is called “%(line)s”. Check the spelling.") % words)

    def clean(self):
        cleaned = super().clean()
        person, pupils = cleaned.get("person"), cleaned.get("pupils")
        if person and pupils and (names := self.shared_already(person, pupils)):
            self.add_error(
                "pupils", _now("Shared with this person already: %(names)s.") % {"names": ", ".join(names)}
            )
        return cleaned

    def shared_already(self, person: Membership, pupils: list[Pupil]) -> list[str]:
        running = PupilAccess.objects.visible_to(self.by).filter(
            membership=person, content_object__in=pupils, source="share", ends__gt=timezone.now()
        )
        taken = set(running.values_list("content_object_id", flat=True))
        return [pupil.name for pupil in pupils if pupil.pk in taken]


class DespiteOrderForm(PeriodOfAccess):
    """A contact under a court order is given access by this decision alone."""

    submit_label = _("Give access in spite of the order")

    level = forms.ChoiceField(
        label=_("What they may do here about the pupil"),
        choices=[(level.value, level.label) for level in PortalLevel if level != PortalLevel.NONE],
        initial=PortalLevel.VIEW,
        widget=ChipRadio,
    )
    read = forms.BooleanField(
        label=_("I have read what the order says, and it does not forbid this."),
    )


def described(person: Membership) -> str:
    return ", ".join(filter(None, (person.name, str(person.get_role_display()), person.organisation)))
