"""The rows of a meeting as forms: small ones, of which many are sent together."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.choices import Speaker
from reviews.choices import Guest, Judgement, NextStep, Presence
from reviews.models import AgreedAction, OutcomeJudged, Person, Spoken
from senco.core.forms import BaseModelForm, ChipRadio, DateInput, VersionedModelForm
from senco.core.forms.merging import changed


def judgement_for_all() -> forms.TypedChoiceField:
    """One choice for every outcome that nobody has judged."""
    return forms.TypedChoiceField(
        label=_("For every outcome without a judgement"),
        choices=[("", _("Nothing")), *Judgement.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )


def next_step_for_all() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("For every outcome without a next step"),
        choices=[("", _("Nothing")), *NextStep.choices],
        required=False,
    )


class RowForm(VersionedModelForm):
    """A row that is there. Its own version tells whether a colleague changed it meanwhile."""

    def __init__(self, *args, draft_key: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = draft_key

    @property
    def is_touched(self) -> bool:
        """Whether its writer changed anything of what the row said when the page was opened."""
        opened = self.opened_values()
        written = (name not in opened or changed(self[name], opened[name]) for name in self.stored_values)
        return any(written) or bool(self.cleaned_data.get("gone"))

    def clean(self):
        """What its writer left alone is not compared: a colleague may have saved it meanwhile."""
        return super().clean() if self.is_touched else self.cleaned_data

    def validate_constraints(self) -> None:
        """The action says in words what the database would refuse."""


class GoneMixin:
    """A row that was a mistake is taken out when the form is saved."""

    def take_out(self) -> None:
        if self.cleaned_data.get("gone"):
            self.instance.removed_at = timezone.now()


def gone_field() -> forms.BooleanField:
    return forms.BooleanField(label=_("A mistake: take it out"), required=False)


class PersonForm(GoneMixin, RowForm):
    gone = gone_field()

    class Meta:
        model = Person
        fields = ["presence"]
        widgets = {"presence": ChipRadio}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["presence"].choices = Presence.choices
        self.fields["presence"].label = self.instance.name
        self.fields["presence"].needed_when_ticked = True


class NewRowForm(BaseModelForm):
    """An empty row; left empty it is nothing."""

    def __init__(self, *args, draft_key: str, **kwargs):
        kwargs["empty_permitted"] = True
        super().__init__(*args, **kwargs)
        self.draft_key = draft_key

    def validate_constraints(self) -> None:
        """The action says in words what the database would refuse."""


class NewPersonForm(NewRowForm):
    class Meta:
        model = Person
        fields = ["name", "kind"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = Guest.choices
        self.fields["kind"].initial = Guest.PROFESSIONAL
        self.instance.presence = Presence.CAME


class OutcomeForm(RowForm):
    """A chip each for how it stands and what becomes of it; words where there is something to say."""

    class Meta:
        model = OutcomeJudged
        fields = ["judgement", "next_step", "words"]
        widgets = {"words": forms.Textarea({"rows": 2}), "next_step": ChipRadio}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["judgement"] = forms.TypedChoiceField(
            label=_("Against what we expected"),
            choices=Judgement.choices,
            coerce=int,
            empty_value=None,
            widget=ChipRadio,
            required=False,
        )
        self.fields["next_step"].choices = NextStep.choices
        for name in ("judgement", "next_step"):
            self.fields[name].needed_when_ticked = True  # for the sign-off, here or below for all

    def for_all(self, judgement: int | None, next_step: str) -> bool:
        """Take what was chosen for every outcome where nothing was chosen here; whether that changes anything."""
        before = (self.instance.judgement, self.instance.next_step)
        if self.instance.judgement is None:
            self.instance.judgement = judgement
        self.instance.next_step = self.instance.next_step or next_step
        return before != (self.instance.judgement, self.instance.next_step)


class SpokenFields:
    class Meta:
        model = Spoken
        fields = ["speaker", "name", "words", "disagrees", "shared"]
        widgets = {"words": forms.Textarea({"rows": 3})}

    def set_up(self) -> None:
        self.fields["speaker"].choices = Speaker.choices


class SpokenForm(SpokenFields, GoneMixin, RowForm):
    gone = gone_field()

    class Meta(SpokenFields.Meta):
        pass

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.set_up()


class NewSpokenForm(SpokenFields, NewRowForm):
    class Meta(SpokenFields.Meta):
        pass

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.set_up()
        self.fields["speaker"].initial = Speaker.PARENT


class Colleague(forms.TypedChoiceField):
    """Somebody who works here. `people` are read once for all rows, with whoever a row names although they have left."""

    def __init__(self, people: dict, **kwargs):
        choices = [("", _("Nobody named")), *((str(key), each.name) for key, each in people.items())]
        known = {str(key): each for key, each in people.items()}
        super().__init__(choices=choices, coerce=known.get, empty_value=None, required=False, **kwargs)

    def has_changed(self, initial, data) -> bool:
        return str(initial or "") != str(data or "")


class ActionFields:
    class Meta:
        model = AgreedAction
        fields = ["text", "who", "who_words", "by_when", "shared"]
        widgets = {"by_when": DateInput}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("who") and cleaned.get("who_words"):
            self.add_error("who_words", _("Choose a colleague or write a name, not both."))
        return cleaned


class ActionForm(ActionFields, GoneMixin, RowForm):
    gone = gone_field()

    class Meta(ActionFields.Meta):
        pass

    def __init__(self, *args, people: dict, **kwargs):
        super().__init__(*args, **kwargs)
        who = self.instance.who
        named = people | ({who.pk: who} if who else {})
        self.fields["who"] = Colleague(named, label=_("Who"))


class NewActionForm(ActionFields, NewRowForm):
    class Meta(ActionFields.Meta):
        pass

    def __init__(self, *args, people: dict, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"] = Colleague(people, label=_("Who"))


def with_the_family(form) -> None:
    """What is written while they look on is for them to read, and nothing is taken out."""
    for name in ("shared", "gone"):
        form.fields.pop(name, None)
