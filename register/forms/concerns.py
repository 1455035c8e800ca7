"""One form in two shapes: staff log a concern, a parent raises one about their own child."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.choices import ParentTold, Seen, SeenWhere, Since
from register.forms.picking import PupilPicker
from register.models import Concern, Pupil
from senco.core.forms import BaseModelForm, ChipRadio, Chips, DateInput
from senco.core.models import new_id


class ConcernForm(BaseModelForm):
    """What both shapes ask. `key` becomes the concern's key, so that sending twice makes one concern."""

    field_order = ["key", "who", "pupil"]

    key = forms.UUIDField(widget=forms.HiddenInput)
    seen = forms.MultipleChoiceField(
        choices=Seen.choices,
        widget=Chips,
        label=_("What did you see?"),
        error_messages={"required": _("Choose at least one thing that you saw.")},
    )

    class Meta:
        model = Concern
        fields = ["seen", "what_happened", "since", "tried", "urgent"]
        widgets = {"since": ChipRadio, "tried": forms.Textarea({"rows": 2})}
        error_messages = {"what_happened": {"required": _("Say what happened.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", new_id())
        self.fields["what_happened"].widget.attrs["rows"] = 3

    def renew_key(self) -> None:
        """The next sending is a new concern."""
        self.data = self.data.copy()
        self.data["key"] = str(new_id())

    def details(self) -> dict:
        """What `raise_concern` takes."""
        return dict(self.cleaned_data)


class StaffConcernForm(PupilPicker, ConcernForm):
    submit_label = _("Send to the SENCO")
    draft_key = "concern"

    class Meta(ConcernForm.Meta):
        fields = [*ConcernForm.Meta.fields, "where", "seen_on", "parent_told", "parent_view"]
        widgets = ConcernForm.Meta.widgets | {
            "where": ChipRadio,
            "seen_on": DateInput,
            "parent_told": ChipRadio,
            "parent_view": forms.Textarea({"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("seen_on", timezone.localdate())
        for name in ("where", "seen_on"):  # only a parent's concern may be without
            self.fields[name].required = True
        self.fields["where"].choices = SeenWhere.choices
        self.fields["seen_on"].widget.attrs["max"] = timezone.localdate().isoformat()

    def clean_seen_on(self):
        return past_day(self.cleaned_data["seen_on"])

    def details(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "who"}

    @property
    def when_and_where(self) -> str:
        """What the form will say unless changed: "today, in class"."""
        day, where = self["seen_on"].value(), self["where"].value()
        is_today = str(day) == timezone.localdate().isoformat()
        return f"{_('today') if is_today else day}, {SeenWhere(where).label.lower() if where in SeenWhere.values else ''}"

    @property
    def is_changed(self) -> bool:
        """Whether the folded-away answers differ from what is assumed, or are wrong; they are shown open then."""
        assumed = {
            "where": SeenWhere.CLASS,
            "since": Since.TODAY,
            "seen_on": timezone.localdate().isoformat(),
        }
        return any(self[name].errors or str(self[name].value()) != value for name, value in assumed.items())

    @property
    def has_more(self) -> bool:
        """Whether one of the optional answers was given."""
        told = self["parent_told"].value() != ParentTold.NOT_YET
        return told or any(self[name].errors or self[name].value() for name in ("tried", "parent_view"))


class ParentConcernForm(ConcernForm):
    submit_label = _("Send to school")
    draft_key = "concern"

    class Meta(ConcernForm.Meta):
        labels = {
            "what_happened": _("Tell us more"),
            "since": _("How long has it been like this?"),
            "tried": _("What helps at home?"),
            "urgent": _("I need an answer this week"),
        }

    def __init__(self, *args, children, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pupil"] = ChildField(children)
        self.order_fields(self.field_order)  # problems are listed as the fields stand on the page
        self.without_preset("since", kwargs.get("initial"))
        self.fields["seen"].label = _("What are you worried about?")
        self.fields["seen"].error_messages["required"] = _("Choose at least one thing.")
        self.fields["since"].error_messages["required"] = _("Choose how long it has been like this.")
        self.fields["what_happened"].error_messages["required"] = _("Tell us a little more.")
        if len(children) == 1:
            self.initial["pupil"] = children[0].pk
            self.fields["pupil"].widget = forms.HiddenInput()

    def without_preset(self, name: str, begun: dict | None) -> None:
        """A worry rarely began today: the model's answer is not put into a parent's mouth."""
        if name not in (begun or {}):
            self.initial.pop(name, None)
        self.fields[name].initial = None

    def details(self) -> dict:
        """What a parent is not asked stays empty: where and on which day. They need not be told that they raised it."""
        return dict(self.cleaned_data) | {"where": "", "seen_on": None, "parent_told": ParentTold.RAISED_IT}


class ChildField(forms.ModelChoiceField):
    """One of a parent's children, by first name."""

    def __init__(self, children):
        super().__init__(
            Pupil.objects.filter(pk__in=[child.pk for child in children]),
            widget=ChipRadio,
            label=_("Which child?"),
            empty_label=None,
            error_messages={
                "required": _("Choose your child."),
                "invalid_choice": _("Choose your child from the list."),
            },
        )

    def label_from_instance(self, child):
        return child.forename


def past_day(day: datetime.date) -> datetime.date:
    """A day that has come already."""
    if day > timezone.localdate():
        raise ValidationError(_("This day has not come yet. Give the day on which you saw it."))
    return day
