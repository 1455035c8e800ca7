"""The library as a file, and a file as entries of the library."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from provision.models import Intervention, Resource
from provision.needed import cell_of
from provision.queries.bank_files import typed
from register.imports.content import XML, recognise_content
from register.imports.reading import Table, read_bytes
from register.imports.refusals import ImportRefused, Limits
from senco.documents.spreadsheets import Column, Sheet

LIMITS = Limits(file_bytes=5 * 1024 * 1024, rows=500, columns=60, unpacked_bytes=30 * 1024 * 1024)
HEADER_WITHIN = 10  # rows at the top of which one holds the headings
COLUMNS = (
    "name", "plain", "area", "tier", "description", "entry_criteria", "exit_criteria", "measures", "minutes", "sessions_a_week",
    "weeks", "group_size", "adult_role", "external", "evidence", "evidence_source", "first_year", "last_year",
)  # fmt: skip
NEEDS = "needs"  # the column of what each needs, which is no field of the entry
NEEDED = {"name", "area", "minutes"}
WIDE = {
    "name": 30,
    "plain": 50,
    "description": 60,
    "entry_criteria": 50,
    "exit_criteria": 50,
    "measures": 40,
    NEEDS: 50,
}
YES = {"yes", "y", "true", "1", "x"}


@dataclass(frozen=True)
class FileRow:
    """A row of a file: its number there, and what it says as a form would send it."""

    number: int
    answers: dict[str, str]


def heading(name: str) -> str:
    if name == NEEDS:
        return _("What it needs")
    return str(Intervention._meta.get_field(name).verbose_name).capitalize()


def sheet_of(membership) -> Sheet:
    """What the library offers, in the columns that an upload understands."""
    rows = Intervention.objects.visible_to(membership).offered()
    kept = Resource.objects.visible_to(membership).filter(removed_at__isnull=True)
    needs: dict = defaultdict(list)
    for one in kept:
        needs[one.intervention_id].append(one)
    return Sheet(
        title=_("Interventions"),
        columns=[Column(heading(name), WIDE.get(name, 16)) for name in (*COLUMNS, NEEDS)],
        rows=([*(cell(row, name) for name in COLUMNS), cell_of(needs[row.pk])] for row in rows),
        made_by=membership.name,
        made_at=timezone.now(),
        holds_personal_data=False,
    )


def cell(row: Intervention, name: str):
    """Choices in words; yes or nothing for a tick."""
    if name == "external":
        return _("Yes") if row.external else ""
    if Intervention._meta.get_field(name).choices:
        return getattr(row, f"get_{name}_display")()
    return getattr(row, name)


def rows_of(source) -> list[FileRow]:
    """What a CSV or XLSX file says, row by row. Raises ImportRefused for a file that is none or that lacks the columns it needs."""
    data = read_bytes(source, LIMITS)
    content, text = recognise_content(data)
    if content == XML:
        raise ImportRefused(
            "xml", _("This is an XML file."), _("Save it as XLSX or CSV, then upload that file.")
        )
    table = iter(Table(data, content, text, lambda row: len(columns_in(row)), LIMITS))
    columns = header_of(table)
    return [FileRow(number, answers_of(row, columns)) for number, row in table]


def header_of(table: Iterable) -> dict[int, str]:
    """Place → field, from the first row that names the columns."""
    for seen, (_number, row) in enumerate(table):
        found = columns_in(row)
        if set(found.values()) >= NEEDED:
            return found
        if seen >= HEADER_WITHIN:
            break
    names = ", ".join(heading(name) for name in COLUMNS if name in NEEDED)
    raise ImportRefused(
        "no_columns",
        _("No row with the headings was found."),
        _("The first row names the columns. Needed are: %(names)s. Download your library to see them all.")
        % {"names": names},
    )


def columns_in(row: list[str]) -> dict[int, str]:
    known = {plain(heading(name)): name for name in (*COLUMNS, NEEDS)} | {name: name for name in COLUMNS}
    return {place: known[plain(words)] for place, words in enumerate(row) if plain(words) in known}


def plain(words: str) -> str:
    return " ".join(str(words).casefold().split())


def answers_of(row: list[str], columns: dict[int, str]) -> dict[str, str]:
    """The cells of a row as a form would send them; words that stand for no choice stay as they are, for the form to refuse."""
    answers: dict[str, str] = {}
    for place, name in columns.items():
        words = typed(row[place]) if place < len(row) else ""
        if name == NEEDS:
            answers[name] = words
        elif name == "external":
            answers[name] = "on" if plain(words) in YES | {plain(_("Yes"))} else ""
        else:
            answers[name] = codes_of(name).get(plain(words), words)
    answers.setdefault("evidence", "none")
    answers["evidence"] = answers["evidence"] or "none"
    return answers


def codes_of(name: str) -> dict[str, str]:
    """Words and codes of a choice → its code; "Targeted" and "2" both mean the second tier."""
    choices = Intervention._meta.get_field(name).choices or ()
    return {plain(label): code for code, label in choices} | {plain(code): code for code, label in choices}
