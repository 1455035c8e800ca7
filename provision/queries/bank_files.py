"""A school's own entries of a bank as a file, and a file as entries: what each row says, and what is wrong with it."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.banks.choices import Age
from provision.choices import BankName
from provision.queries.banks import BANKS
from provision.queries.tables import Columns, limits_of, plain, rows_said
from register.choices import BroadArea, NeedType
from register.imports.refusals import said
from senco.documents.spreadsheets import Column, Sheet

MOST_ROWS = 500
LIMITS = limits_of(rows=MOST_ROWS, columns=40)
HEADINGS = {
    "text": gettext_lazy("Text"),
    "why": gettext_lazy("Why it helps"),
    "measure": gettext_lazy("How one would know"),
    "baseline": gettext_lazy("What to write down first"),
    "plain": gettext_lazy("In plain words, for the family"),
    "area": gettext_lazy("Area of need"),
    "needs": gettext_lazy("Types of need"),
    "ages": gettext_lazy("Ages"),
    "ordinary": gettext_lazy("Whole-class practice"),
}
COLUMNS = {
    BankName.STRATEGIES: ("text", "why", "plain", "area", "needs", "ages", "ordinary"),
    BankName.STEMS: ("text", "measure", "baseline", "plain", "area", "needs", "ages"),
}
LISTS = {"needs": NeedType, "ages": Age}
WIDE = {"text": 60, "plain": 60, "measure": 50, "baseline": 50, "why": 40}
YES = {"yes", "y", "true", "1", "x"}


@dataclass(frozen=True)
class FileRow:
    """A row of a file: its number there, and what it says as a form would send it."""

    number: int
    answers: dict[str, str | list[str]]


def sheet_of(membership, bank: str) -> Sheet:
    """The school's own entries that are offered, in the columns that an upload understands."""
    rows = BANKS[BankName(bank)].model.objects.visible_to(membership).filter(retired_at__isnull=True)
    names = COLUMNS[BankName(bank)]
    return Sheet(
        title=str(BankName(bank).label),
        columns=[Column(str(HEADINGS[name]), WIDE.get(name, 18)) for name in names],
        rows=([cell(row, name) for name in names] for row in rows),
        made_by=membership.name,
        made_at=timezone.now(),
        holds_personal_data=False,
    )


def cell(row, name: str):
    if name in LISTS:
        return "; ".join(getattr(row, name))
    return row.get_area_display() if name == "area" else getattr(row, name)


def rows_of(source, bank: str) -> list[FileRow]:
    """What a CSV or XLSX file says, row by row. Raises ImportRefused for a file that is none or that lacks the columns it needs."""
    names = COLUMNS[BankName(bank)]
    known = {plain(HEADINGS[name]): name for name in names} | {name: name for name in names}
    advice = said(
        _(
            "The first row names the columns. “{text}” and “{area}” are needed; export your own entries to see them all."
        ),
        text=HEADINGS["text"],
        area=HEADINGS["area"],
    )
    columns = Columns(known, frozenset({"text", "area"}), advice)
    return [FileRow(number, answers_of(row)) for number, row in rows_said(source, columns, LIMITS)]


def answers_of(row: dict[str, str]) -> dict:
    """What a row says as a form would send it; words that stand for no code stay as they are, for the form to refuse."""
    answers: dict[str, str | list[str]] = {}
    for name, words in row.items():
        if name in LISTS:
            answers[name] = codes_in(words, LISTS[name])
        elif name == "ordinary":
            answers[name] = "on" if plain(words) in YES | {plain(_("Yes"))} else ""
        else:
            answers[name] = code_for(words, BroadArea) if name == "area" else words
    return answers


def codes_in(words: str, vocabulary) -> list[str]:
    """Codes from a list such as "SLCN; Autistic spectrum disorder". A name may hold commas, so those part only what is no name."""
    found = []
    for part in filter(None, (piece.strip() for piece in words.split(";"))):
        whole = code_for(part, vocabulary)
        pieces = (
            [whole] if whole in vocabulary.values else [code_for(one, vocabulary) for one in part.split(",")]
        )
        found += [piece for piece in pieces if piece]
    return found


def code_for(words: str, vocabulary) -> str:
    """The code that these words are, or are the name of; otherwise the words."""
    known = {plain(label): code for code, label in vocabulary.choices} | {
        plain(code): code for code in vocabulary.values
    }
    return known.get(plain(words), words.strip())
