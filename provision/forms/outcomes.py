"""An outcome and the shorter targets under it, on one form. The version of the outcome guards both."""

from crispy_forms.layout import HTML, Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from provision.actions.outcomes import TARGET, TargetLine
from provision.forms.in_place import InPlace, one_of_two, staff_choice
from provision.models import Outcome, Target
from register.choices import NeedType
from senco.core.forms import DateInput, VersionedModelForm

MOST_TARGETS = 6
OPEN_LINES = 2  # empty lines that are in sight; the others fold out
ROW = "line"


class OutcomeForm(InPlace, VersionedModelForm):
    """`targets` are all of the outcome's, the removed ones included: one that a colleague took off may be written on here.

    The fields of a target are named by its key, those of a new line by a number, so that a target which somebody else adds or
    takes off meanwhile is never mistaken for another one.
    """

    submit_label = _("Save the outcome")

    class Meta:
        model = Outcome
        fields = [
            "text", "plain", "area", "need", "baseline", "measure", "target", "by_when", "adult", "adult_words",
        ]  # fmt: skip
        two = forms.Textarea({"rows": 2})
        widgets = {"text": two, "plain": two, "baseline": two, "measure": two, "by_when": DateInput}
        help_texts = {
            "text": _("What the pupil will do, in a sentence that everybody would understand alike."),
            "plain": _(
                "The family reads this in place of the sentence above. Leave it empty where that is plain enough."
            ),
        }

    need = forms.ChoiceField(
        label=_("Type of need"), choices=[("", _("Not said")), *NeedType.choices], required=False
    )

    def __init__(self, *args, plan, membership, targets=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan
        staff_choice(self, "adult", membership, empty=_("Nobody yet"))
        self.fields["area"].choices = [("", _("Not said")), *self.fields["area"].choices[1:]]
        if self.instance.need and self.instance.need not in NeedType.values:
            self.fields["need"].choices += [
                (self.instance.need, self.instance.need)
            ]  # from before the list changed
        self.lines = {str(target.pk): target for target in targets if self.is_shown(target)}
        kept = sum(target.removed_at is None for target in self.lines.values())
        self.empty_lines = [f"new{number}" for number in range(1, MOST_TARGETS - kept + 1)]
        for number, line in enumerate([*self.lines, *self.empty_lines], start=1):
            self.add_line(line, number)
        self.stored |= self.stored_lines()
        self.initial["opened"] = self.seal()

    def is_shown(self, target: Target) -> bool:
        return target.removed_at is None or name_of(target.pk, "text") in self.data

    def add_line(self, line: str, number: int) -> None:
        target = self.lines.get(line)
        texts = {"text": _("Target %(number)d"), "measure": _("How we will know"), "by_when": _("By when")}
        for name in TARGET:
            field = Target._meta.get_field(name).formfield(label=texts[name], required=False)
            if name == "by_when":
                field.widget = DateInput()
            else:
                field.label = field.label % {"number": number} if name == "text" else field.label
            self.fields[name_of(line, name)] = field
            if target is not None and target.removed_at is None:
                self.initial[name_of(line, name)] = getattr(target, name)

    def stored_lines(self) -> dict:
        """What is stored of each target; of one that was removed, nothing."""
        return {
            name_of(key, name): None
            if name == "by_when" and target.removed_at
            else getattr(target, name)
            if target.removed_at is None
            else ""
            for key, target in self.lines.items()
            for name in TARGET
        }

    def group_of(self, name: str) -> str:
        """A target is written as a whole."""
        return name.rpartition("-")[0] if name.startswith(f"{ROW}-") else name

    def opened_values(self) -> dict:
        """A target that was added after this form was opened said nothing in it, and is taken over."""
        opened = super().opened_values()
        late = {name: "" for name in self.stored if name.startswith(f"{ROW}-") and name not in self.data}
        return opened | late if opened else opened

    @property
    def layout(self) -> Layout:
        """Targets in lines; beyond the first empty ones they fold out."""
        near = [*self.lines, *self.empty_lines[:OPEN_LINES]]
        far = self.empty_lines[OPEN_LINES:]
        opened = "open" if any(self[name_of(line, "text")].value() for line in far) else ""
        more = [
            HTML(f"<details {opened}><summary>{_('More targets')}</summary>"),
            *map(row_of, far),
            HTML("</details>"),
        ]
        return Layout(
            "text", "plain", Row("area", "need"), Row("baseline", "measure"), Row("target", "by_when"),
            Row("adult", "adult_words"),
            Fieldset(_("Shorter targets on the way, if they help"), *map(row_of, near), *(more if far else []), css_class="periods lines"),
        )  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        one_of_two(self, cleaned)
        for line in self.empty_lines:
            said = [name for name in TARGET if cleaned.get(name_of(line, name))]
            if said and "text" not in said:
                self.add_error(name_of(line, "text"), _("Write the target, or empty its line."))
        twice = self.instance._state.adding and self.plan.outcomes.kept().filter(text=cleaned.get("text", ""))
        if twice and twice.exists():
            self.add_error("text", _("This outcome stands on the plan already."))
        return cleaned

    def target_lines(self) -> list[TargetLine]:
        """What the form says of each target, as the action takes it; what cannot be understood is None."""
        return [
            TargetLine(
                self.lines.get(line), **{name: self.cleaned_data.get(name_of(line, name)) for name in TARGET}
            )
            for line in (*self.lines, *self.empty_lines)
        ]


def name_of(line, name: str) -> str:
    """The name of a field of a target: `line` is the target's key, or `new1`."""
    return f"{ROW}-{line}-{name}"


def row_of(line: str) -> Row:
    return Row(*(name_of(line, name) for name in TARGET))
