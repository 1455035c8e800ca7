"""A file with entries of a bank: uploaded, looked at, added."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from provision.forms.banks import ENTRY_FORMS
from provision.forms.sealing import seal, unseal
from provision.queries.bank_files import FileRow
from senco.core.forms import BaseForm

SALT = "bank.rows"


class UploadForm(BaseForm):
    submit_label = _("Look at the file")

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV or XLSX, up to 500 rows. Nothing is added before you have seen what is in it."),
        error_messages={"required": _("Choose a file."), "empty": _("The file is empty.")},
    )


@dataclass
class CheckedRow:
    """A row of a file with its form; `again` says where the same words stand already."""

    row: FileRow
    form: forms.ModelForm
    again: str = ""

    @property
    def text(self) -> str:
        return str(self.row.answers.get("text", ""))

    @property
    def faults(self) -> list[str]:
        """What is wrong, each with the column it is about."""
        return [
            f"{self.form.fields[name].label}: {message}" if name in self.form.fields else str(message)
            for name, found in self.form.errors.items()
            for message in found
        ]


def checked(rows: list[FileRow], bank: str, known: set[str]) -> list[CheckedRow]:
    """Every row by the same rules as a form that somebody fills in. `known`: the words of the school's entries, in small letters."""
    kind, seen, found = ENTRY_FORMS[bank], set(known), []
    for row in rows:
        form = kind(row.answers, instance=kind._meta.model())
        words = str(row.answers.get("text", "")).casefold()
        again = _now("Already there; left out.") if words and words in seen else ""
        seen.add(words)
        found.append(CheckedRow(row, form, again))
    return found


def sealed(rows: list[FileRow], membership) -> str:
    return seal([[row.number, row.answers] for row in rows], membership, salt=SALT)


def unsealed(text: str, membership) -> list[FileRow]:
    return [FileRow(number, answers) for number, answers in unseal(text, membership, salt=SALT)]
