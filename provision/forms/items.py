"""Strategies, adjustments, access arrangements, resources and ICT: several at once, or one."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from provision.choices import ItemKind
from provision.forms.in_place import InPlace
from provision.models import PlanItem
from provision.queries.papers import KINDS_OF_ITEMS
from register.choices import BroadArea
from senco.core.forms import BaseForm, ChipRadio, VersionedModelForm

MOST_LINES = 30
LONGEST_LINE = PlanItem._meta.get_field("text").max_length
BULLETS = " \t-–—•*·"
NO_AREA = ("", _("Not said"))


class AddItemsForm(InPlace, BaseForm):
    """One item a line, as one types or pastes a list."""

    submit_label = _("Add to the plan")

    kind = forms.ChoiceField(label=_("What are they?"), widget=ChipRadio)
    lines = forms.CharField(
        label=_("One on each line"),
        widget=forms.Textarea({"rows": 5}),
        max_length=MOST_LINES * (LONGEST_LINE + 2),
        error_messages={"required": _("Write at least one.")},
    )
    area = forms.ChoiceField(label=_("Area of need"), choices=[NO_AREA, *BroadArea.choices], required=False)

    def __init__(self, *args, section, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = KINDS_OF_ITEMS[section.kind]
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        self.initial.setdefault("kind", kinds[0].value)
        if len(kinds) == 1:
            self.fields["kind"].widget = forms.HiddenInput()
        self.fields["lines"].help_text = section.prompt
        self.draft_key = f"items:{section.pk}"

    def clean_lines(self) -> list[str]:
        """The texts, without the bullets of a pasted list."""
        texts = [line.strip(BULLETS) for line in self.cleaned_data["lines"].splitlines()]
        texts = [text for text in texts if text]
        if not texts:
            raise ValidationError(_("Write at least one."))
        if len(texts) > MOST_LINES:
            raise ValidationError(
                _("At most %(most)d at once. Add these first, then the rest.") % {"most": MOST_LINES}
            )
        if long := next((text for text in texts if len(text) > LONGEST_LINE), None):
            told = {"most": LONGEST_LINE, "beginning": long[:40]}
            raise ValidationError(
                _("“%(beginning)s…” is longer than %(most)d characters. Shorten it or make two of it.") % told
            )
        return texts

    def items(self) -> dict:
        """What the action takes."""
        said = self.cleaned_data
        return {"kind": said["kind"], "texts": said["lines"], "area": said["area"]}


class ItemForm(InPlace, VersionedModelForm):
    """One item."""

    class Meta:
        model = PlanItem
        fields = ["text", "plain", "area"]
        widgets = {"text": forms.Textarea({"rows": 2}), "plain": forms.Textarea({"rows": 2})}
        help_texts = {"plain": _("The family reads this in place of the sentence above.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = ItemKind(self.instance.kind).label
        self.fields["area"].choices = [NO_AREA, *BroadArea.choices]
        self.draft_key = f"item:{self.instance.pk}"
