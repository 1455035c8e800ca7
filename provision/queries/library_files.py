"""The library as a file, and a file as entries of the library."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from provision.models import Intervention, Resource
from provision.needed import cell_of
from provision.queries.tables import Columns, limits_of, plain, rows_said
from provision.queries.tiers import tier_names
from senco.documents.spreadsheets import Column, Sheet

LIMITS = limits_of(rows=500, columns=60)
COLUMNS = (
    "name", "plain", "area", "tier", "description", "entry_criteria", "exit_criteria", "measures", "minutes", "sessions_a_week",
    "weeks", "group_size", "adult_role", "external", "evidence", "evidence_source", "first_year", "last_year",
)  # fmt: skip
NEEDS = "needs"  # the column of what each needs, which is no field of the entry
NEEDED = frozenset({"name", "area", "minutes"})
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
    tiers = tier_names(membership.school)
    kept = Resource.objects.visible_to(membership).filter(removed_at__isnull=True)
    needs: dict = defaultdict(list)
    for one in kept:
        needs[one.intervention_id].append(one)
    return Sheet(
        title=_("Interventions"),
        columns=[Column(heading(name), WIDE.get(name, 16)) for name in (*COLUMNS, NEEDS)],
        rows=([*(cell(row, name, tiers) for name in COLUMNS), cell_of(needs[row.pk])] for row in rows),
        made_by=membership.name,
        made_at=timezone.now(),
        holds_personal_data=False,
    )


def cell(row: Intervention, name: str, tiers: dict[str, str]):
    """Choices in words, tiers in the school's; yes or nothing for a tick."""
    if name == "tier":
        return tiers[row.tier]
    if name == "external":
        return _("Yes") if row.external else ""
    if Intervention._meta.get_field(name).choices:
        return getattr(row, f"get_{name}_display")()
    return getattr(row, name)


def rows_of(source, tiers: dict[str, str]) -> list[FileRow]:
    """What a CSV or XLSX file says, row by row; `tiers` are the school's own names, understood as well as ours. Raises ImportRefused for a file that is none or that lacks the columns it needs."""
    known = {plain(heading(name)): name for name in (*COLUMNS, NEEDS)} | {name: name for name in COLUMNS}
    names = ", ".join(heading(name) for name in COLUMNS if name in NEEDED)
    advice = _(
        "The first row names the columns. Needed are: %(names)s. Download your library to see them all."
    )
    columns = Columns(known, NEEDED, advice % {"names": names})
    return [FileRow(number, answers_of(row, tiers)) for number, row in rows_said(source, columns, LIMITS)]


def answers_of(row: dict[str, str], tiers: dict[str, str]) -> dict[str, str]:
    """What a row says as a form would send it; words that stand for no choice stay as they are, for the form to refuse."""
    answers: dict[str, str] = {}
    for name, words in row.items():
        if name == NEEDS:
            answers[name] = words
        elif name == "external":
            answers[name] = "on" if plain(words) in YES | {plain(_("Yes"))} else ""
        else:
            own = {plain(word): tier for tier, word in tiers.items()} if name == "tier" else {}
            answers[name] = (codes_of(name) | own).get(plain(words), words)
    answers.setdefault("evidence", "none")
    answers["evidence"] = answers["evidence"] or "none"
    return answers


def codes_of(name: str) -> dict[str, str]:
    """Words and codes of a choice → its code; "Targeted" and "2" both mean the second tier."""
    choices = Intervention._meta.get_field(name).choices or ()
    return {plain(label): code for code, label in choices} | {plain(code): code for code, label in choices}
