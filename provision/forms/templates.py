"""A kind of plan as a school makes it its own: one section, and the name of a kind of its own."""

from django import forms
from django.utils.translation import gettext_lazy as _

from provision.choices import Editor, SectionKind
from provision.plan_types.shape import SectionShape
from senco.core.forms import BaseForm, Chips
from senco.core.forms.merging import Merging, OpenedField

ASKED = ("title", "prompt", "kind", "required", "editors", "shared")


class SectionForm(Merging, BaseForm):
    """One section of a template. `version` is that of the template; two people at one section get the merge view."""

    title = forms.CharField(label=_("Heading"), max_length=120)
    prompt = forms.CharField(
        label=_("Prompt"),
        help_text=_("Stands beside the box while somebody writes. It is not printed."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
        required=False,
    )
    kind = forms.ChoiceField(
        label=_("What it holds"),
        help_text=_("“Text” can stand several times; each of the others once."),
        choices=SectionKind.choices,
    )
    editors = forms.MultipleChoiceField(
        label=_("Who may write it, besides the SENCO"), choices=Editor.choices, widget=Chips, required=False
    )
    required = forms.BooleanField(
        label=_("Required"),
        help_text=_("The plan says so while it is empty. It never stops anybody."),
        required=False,
    )
    shared = forms.BooleanField(
        label=_("Shared with the family"),
        help_text=_("They read it once the plan is shared. It can be changed in each plan."),
        required=False,
        initial=True,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    opened = OpenedField()

    def __init__(self, *args, kind, section: SectionShape | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind_of_plan, self.section, self.record = kind, section, kind.row
        self.draft_key = f"plan-template:{kind.code}:{section.code if section else ''}"
        self.initial |= {"version": kind.version} | self.stored_values
        self.initial.setdefault("opened", self.seal())
        if section is None:
            self.initial.setdefault("kind", SectionKind.TEXT)
            self.initial.setdefault("editors", [Editor.TEACHER])

    @property
    def stored_values(self) -> dict:
        """What the template says of this section now; nothing of one that is being added."""
        kept = self.section.as_json() if self.section else {}
        return {name: kept[name] for name in ASKED if name in kept}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("version") != self.kind_of_plan.version:
            if self.stored_values == self.opened_values():  # another section was changed, or their order
                cleaned["version"] = self.kind_of_plan.version
            else:
                self.lay_side_by_side("version", self.kind_of_plan.version)
        return cleaned

    def shape(self) -> SectionShape:
        """The answers as a section; the code of one that is being added is made by the action."""
        said = {name: self.cleaned_data[name] for name in ASKED} | {
            "editors": tuple(self.cleaned_data["editors"])
        }
        return SectionShape(code=self.section.code if self.section else "", **said)


class NewKindForm(BaseForm):
    """A kind of plan of the school's own."""

    submit_label = _("Add")

    name = forms.CharField(label=_("What is it called?"), max_length=60)
    like = forms.ChoiceField(
        label=_("Begin with the sections of"),
        help_text=_("You change them next."),
    )

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["like"].choices = [(kind.code, kind.name) for kind in kinds]


class RenameKindForm(Merging, BaseForm):
    """Another name for a kind of the school's own."""

    name = forms.CharField(label=_("What is it called?"), max_length=60)
    version = forms.IntegerField(widget=forms.HiddenInput)
    opened = OpenedField()

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind_of_plan, self.record = kind, kind.row
        self.initial |= {"version": kind.version, "name": kind.name}
        self.initial.setdefault("opened", self.seal())

    @property
    def stored_values(self) -> dict:
        return {"name": self.kind_of_plan.name}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("version") != self.kind_of_plan.version:
            self.lay_side_by_side("version", self.kind_of_plan.version)
        return cleaned


class VersionForm(forms.Form):
    """What a button sends along: the version that its page showed."""

    version = forms.IntegerField(min_value=0)
