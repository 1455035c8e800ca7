"""Asking for a translation, writing it text by text, and sending it back."""

from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from register.forms.pupils import KeyAdultChoice
from senco.accounts.models import Membership
from senco.accounts.roles import STAFF
from senco.core.forms import BaseForm, DateInput, VersionedModelForm
from senco.translations.actions import LONGEST
from senco.translations.languages import LANGUAGES, choices
from senco.translations.models import Translation

LETTERS_A_LINE = 60
NEEDED = Membership.objects.none()


class PeopleForm(VersionedModelForm):
    """Who translates, who approves, by when."""

    submit_label = _("Save")

    translator = KeyAdultChoice(
        label=_("Who translates"), queryset=NEEDED,
        help_text=_("Colleagues, and professionals the pupil is shared with. Share the pupil with an interpreter first."),
    )  # fmt: skip
    approver = KeyAdultChoice(
        label=_("Who approves"), queryset=NEEDED,
        help_text=_("Somebody else, who reads it through before the family gets it."),
    )  # fmt: skip

    class Meta:
        model = Translation
        fields = ["translator", "approver", "by_when", "note"]
        widgets = {"by_when": DateInput, "note": forms.Textarea({"rows": 3})}
        labels = {"by_when": _("By when"), "note": _("Note for the translator")}

    def __init__(self, *args, able, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["translator"].queryset = able
        self.fields["approver"].queryset = able.filter(role__in=STAFF)
        self.draft_key = f"translation-people:{self.instance.pk}"


class AskForm(PeopleForm):
    """The same, and into which language. Languages that are spoken at home are proposed."""

    submit_label = _("Ask for the translation")
    field_order = ["language"]

    language = forms.ChoiceField(label=_("Language"))

    class Meta(PeopleForm.Meta):
        fields = ["language", *PeopleForm.Meta.fields]

    def __init__(self, *args, at_home: list[str], there: set[str], me, **kwargs):
        super().__init__(*args, **kwargs)
        open_ones = [each for each in at_home if each not in there]
        self.fields["language"].choices = [(code, words) for code, words in choices() if code not in there]
        self.initial |= {"language": open_ones[0] if open_ones else None, "approver": me.pk}
        original = self.instance.record_id or self.instance.plan_version_id
        self.draft_key = f"ask-translation:{original}"

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("translator") and cleaned.get("translator") == cleaned.get("approver"):
            self.add_error("approver", _("Somebody else approves than translates. Choose another person."))
        return cleaned


class WriteForm(VersionedModelForm):
    """A box for every text of the original, which is its label. Nothing has to be filled in before it is handed in."""

    submit_label = _("Save")
    names: dict[str, str] = {}  # of each box → its text

    class Meta:
        model = Translation
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        spoken = LANGUAGES[self.instance.language]
        self.names = {f"text-{number}": text for number, text in enumerate(self.instance.texts, start=1)}
        for name, text in self.names.items():
            box = forms.Textarea(
                {"rows": 1 + len(text) // LETTERS_A_LINE, "lang": spoken.lang, "dir": spoken.side}
            )
            self.fields[name] = forms.CharField(label=text, max_length=LONGEST, required=False, widget=box)
            self.fields[name].needed_when_ticked = True  # as the page says once for all
        self.initial = self.stored_values | self.initial
        self.initial["opened"] = self.seal()
        self.draft_key = f"translation:{self.instance.pk}"

    @property
    def helper(self):
        helper = super().helper
        helper.add_input(Submit("hand_in", _("Save and hand in"), css_class="secondary"))
        return helper

    @property
    def stored_values(self) -> dict:
        return {name: self.instance.words.get(text, "") for name, text in self.names.items()}

    def words(self) -> dict[str, str]:
        """Text → its words, for `write`."""
        return {text: self.cleaned_data[name] for name, text in self.names.items()}


class SendBackForm(BaseForm):
    submit_label = _("Send back")

    why = forms.CharField(
        label=_("What should be changed?"), max_length=1000, widget=forms.Textarea({"rows": 3})
    )
