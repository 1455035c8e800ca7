"""Logging a contact, correcting it, and finding one again."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.models import Contact
from senco.accounts.models import Membership
from senco.core.forms import BaseModelForm, BetweenForm, ChipRadio, DateInput, TimeInput, VersionedModelForm
from senco.core.models import new_id
from senco.documents.uploads.fields import UploadsField, help_words
from senco.liaison.choices import ContactKind, Direction, Party
from senco.liaison.models import LoggedContact
from senco.liaison.queries.log import people_at_home, who_may_follow_up

NO_DIRECTION = [*Direction.choices, ("", _("We met, or neither"))]


class Fields:
    """What both forms ask, most of it with one tap."""

    class Meta:
        model = LoggedContact
        fields = [
            "kind", "direction", "party", "contact", "with_words", "summary", "day", "at", "for_staff", "follow_up", "follow_up_by",
            "follow_up_who",
        ]  # fmt: skip
        widgets = {
            "kind": ChipRadio, "direction": ChipRadio, "party": ChipRadio, "day": DateInput, "at": TimeInput,
            "summary": forms.Textarea({"rows": 4}), "follow_up_by": DateInput,
        }  # fmt: skip
        help_texts = {
            "with_words": _("Where it was nobody of the list above."),
            "for_staff": _(
                "Without the tick you and the SEN office alone read it. Families read none of the log."
            ),
            "follow_up": _("For example: send the form, ring again. Left empty, nothing is to be done."),
        }
        error_messages = {
            "kind": {"required": _("Choose what it was.")},
            "party": {"required": _("Choose with whom it was.")},
            "summary": {"required": _("Write in a sentence or two what was said.")},
        }

    def set_up(self, pupil, membership) -> None:
        for name, choices in (
            ("kind", ContactKind.choices),
            ("party", Party.choices),
            ("direction", NO_DIRECTION),
        ):
            self.fields[name].choices = choices
        self.fields["direction"].required = False
        self.fields["contact"] = AtHome(
            label=_("Which parent or carer"),
            queryset=people_at_home(pupil, membership),
            required=False,
            empty_label=_("Nobody of these"),
        )
        self.fields["follow_up_who"] = Colleague(
            label=_("Who does it"), queryset=who_may_follow_up(membership), required=False, empty_label=_("Whoever logs it"),
        )  # fmt: skip

    @property
    def has_promise(self) -> bool:
        """Whether what happens next is said, or wrong; it is shown open then."""
        return any(
            self[name].errors or self[name].value() for name in ("follow_up", "follow_up_by", "follow_up_who")
        )

    @property
    def has_more(self) -> bool:
        """Whether the folded-away answers differ from what is assumed, or are wrong."""
        told = any(self[name].errors or self[name].value() for name in ("with_words", "at"))
        today = str(self["day"].value()) == timezone.localdate().isoformat()
        usual = self["direction"].value() == Direction.OUT and self["for_staff"].value()
        return told or bool(self["day"].errors) or not today or not usual


class AtHome(forms.ModelChoiceField):
    def label_from_instance(self, contact: Contact) -> str:
        return f"{contact.name} ({contact.relationship_words})" if contact.relationship else contact.name


class Colleague(forms.ModelChoiceField):
    def label_from_instance(self, membership: Membership) -> str:
        return f"{membership.name} ({membership.job or membership.get_role_display()})"


class LogForm(Fields, BaseModelForm):
    """Filled as most contacts are: a call to a parent, today. `key` becomes the entry's key, so that sending twice logs it once."""

    submit_label = _("Log the contact")

    key = forms.UUIDField(widget=forms.HiddenInput)
    files = UploadsField(label=_("Files"), help_text=help_words(), required=False)

    class Meta(Fields.Meta):
        pass

    def __init__(self, *args, pupil, membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.set_up(pupil, membership)
        self.instance.pupil = pupil
        self.draft_key = f"contact:{pupil.pk}"
        self.initial |= {
            "key": new_id(),
            "kind": ContactKind.CALL,
            "direction": Direction.OUT,
            "party": Party.PARENT,
        } | kwargs.get("initial", {})

    def entry(self) -> LoggedContact:
        """What `log_contact` takes."""
        self.instance.pk = self.cleaned_data["key"]
        return self.instance


class CorrectForm(Fields, VersionedModelForm):
    submit_label = _("Save")

    class Meta(Fields.Meta):
        pass

    def __init__(self, *args, membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.set_up(self.instance.pupil, membership)
        self.draft_key = f"contact:{self.instance.pk}"


class FindForm(BetweenForm):
    """The choices live in the address. A wrong answer finds nothing and says so."""

    field_order = ["words", "kind", "party", "since", "until"]

    words = forms.CharField(label=_("Words, a name or a pupil"), max_length=100, required=False)
    kind = forms.ChoiceField(
        label=_("What it was"), choices=[("", _("All")), *ContactKind.choices], required=False
    )
    party = forms.ChoiceField(label=_("With whom"), choices=[("", _("All")), *Party.choices], required=False)

    @property
    def chosen(self) -> dict[str, object]:
        return {name: value for name, value in self.cleaned_data.items() if value} if self.is_valid() else {}
