"""An entry of the library, what it needs, and a file of entries."""

from dataclasses import dataclass, field

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from provision.actions.library import FACTS, OF_RESOURCE
from provision.forms.costs import PoundsField
from provision.forms.sealing import seal, unseal
from provision.models import Intervention, Resource
from provision.needed import Needed, read_cell
from provision.queries.library_files import NEEDS, FileRow, heading
from senco.core.forms import DateInput, VersionedModelForm

SALT = "library.rows"


class InterventionForm(VersionedModelForm):
    submit_label = _("Save the intervention")

    class Meta:
        model = Intervention
        fields = FACTS
        widgets = {
            "description": forms.Textarea({"rows": 3}),
            "entry_criteria": forms.Textarea({"rows": 2}),
            "exit_criteria": forms.Textarea({"rows": 2}),
        }
        help_texts = {
            "plain": _("Parents read this instead of the name. Say what the child does."),
            "first_year": _("2026 stands for the school year 2026/27."),
            "evidence_source": _("“Education Endowment Foundation toolkit”, say, or your own figures."),
        }

    def __init__(self, *args, cancel_url: str = "", tiers: dict[str, str] | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        which = "new" if self.instance._state.adding else self.instance.pk
        self.draft_key, self.cancel_url = f"intervention:{which}", cancel_url
        if tiers:  # as the school calls them
            self.fields["tier"].choices = [("", "---------"), *tiers.items()]

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("first_year"), cleaned.get("last_year")
        if first and last and last < first:
            self.add_error("last_year", _("It cannot end before it begins."))
        return cleaned


class ResourceForm(VersionedModelForm):
    submit_label = _("Save")
    pence = PoundsField(label=_("Cost"), most=100_000)

    class Meta:
        model = Resource
        fields = OF_RESOURCE
        widgets = {"bought_on": DateInput}
        help_texts = {
            "bought_on": _("Left empty it is taken to be replaced whenever it is worn out."),
            "shared": _("Take the tick away where each group needs its own."),
        }

    def __init__(self, *args, cancel_url: str, **kwargs):
        super().__init__(*args, **kwargs)
        which = "new" if self.instance._state.adding else self.instance.pk
        self.draft_key = f"resource:{self.instance.intervention_id}:{which}"
        self.cancel_url = cancel_url


@dataclass
class CheckedRow:
    """A row of a file with its form and what it needs; `not_read` is a line of that which means nothing.

    `again` says that one of the name is there already.
    """

    row: FileRow
    form: InterventionForm
    needed: list[Needed] = field(default_factory=list)
    not_read: str = ""
    again: str = ""

    @property
    def text(self) -> str:
        return str(self.row.answers.get("name", ""))

    @property
    def faults(self) -> list[str]:
        """What is wrong, each with the column it is about."""
        found = [
            f"{self.form.fields[name].label}: {message}" if name in self.form.fields else str(message)
            for name, found in self.form.errors.items()
            for message in found
        ]
        if self.not_read:
            words = _now("%(column)s: “%(line)s” is not understood. Write “Books: £150.00, 60 months”.")
            found.append(words % {"column": heading(NEEDS), "line": self.not_read})
        return found

    @property
    def resources(self) -> list[Resource]:
        """Unsaved, for `add_interventions`."""
        return [Resource(**vars(one)) for one in self.needed]


def checked(rows: list[FileRow], known: set[str]) -> list[CheckedRow]:
    """Every row by the rules of the form. `known`: names that the library has, in small letters."""
    seen, found = set(known), []
    for row in rows:
        name = str(row.answers.get("name", "")).casefold()
        again = _now("Already there; left out.") if name and name in seen else ""
        seen.add(name)
        one = CheckedRow(row, InterventionForm(row.answers, instance=Intervention()), again=again)
        try:
            one.needed = read_cell(row.answers.get(NEEDS, ""))
        except ValueError as line:
            one.not_read = str(line)
        found.append(one)
    return found


def sealed(rows: list[FileRow], membership) -> str:
    return seal([[row.number, row.answers] for row in rows], membership, salt=SALT)


def unsealed(text: str, membership) -> list[FileRow]:
    return [FileRow(number, answers) for number, answers in unseal(text, membership, salt=SALT)]
