"""Which column of a table holds which of our fields: suggested from the headings, or taken from a saved mapping."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext_lazy as _

from .headings import (
    BARE_NAMES,
    FIELD_LABELS,
    FIRST_FILLED,
    HEADINGS,
    JOINED,
    NEVER_IN_STAFF,
    OTHER_SOURCE,
    PUPIL_ONLY,
    REQUIRED,
    SHARED_FIELDS,
    SIGNATURES,
    STRICTEST,
    contact_name_field,
    is_contact_name,
    is_restriction,
)
from .records import CONTACTS, PUPILS, STAFF
from .refusals import ImportRefused, said
from .texts import cleaned, compact

HEADER_WITHIN = 25  # filled rows from the top among which the header is looked for
HEADINGS_TRIED, LONGEST_HEADING = 300, 200
SHOWN_HEADINGS = 12
LEAST_PREFERRED = 99  # the rank of a heading that is no field's own

# For each kind of file: compact heading → its field, and the heading's place in that field's order of preference.
# A choice of columns: heading → field, or (heading, field) of every column in order, so that a heading may come twice.
Chosen = Mapping[str, str] | Sequence[Sequence[str]]

_FIELD_OF = {
    kind: {word: (field, rank) for field, words in fields.items() for rank, word in enumerate(words)}
    for kind, fields in HEADINGS.items()
}


@dataclass(frozen=True)
class Recognition:
    """A header understood. `mapping` is column index → field; `missing` are choices of fields of which none is there."""

    kind: str
    source: str
    headings: tuple[str, ...]
    mapping: Mapping[int, str]
    unknown_columns: tuple[str, ...]
    missing: tuple[tuple[str, ...], ...]

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """(heading, field) of every column in order, as it is shown and saved; "" stands for one that is not read."""
        return tuple((heading, self.mapping.get(index, "")) for index, heading in enumerate(self.headings))


def recognise(header: Sequence[str], *, saved: Chosen | None = None, kind: str | None = None) -> Recognition:
    """What the columns are. `saved` ("" for a column that is not read) goes before the suggestion.

    Of all kinds of file the one whose required fields are there and which explains most columns is taken, unless
    `kind` names it. A table with a relationship is about contacts, even where it also names the pupils: where it does not
    say whose the names are, a person is asked.
    """
    headings = tuple(cleaned(cell) for cell in header)
    kinds = [kind] if kind in HEADINGS else [CONTACTS] if _is_about_contacts(headings) else list(HEADINGS)
    return max((_as_kind(each, headings, saved or ()) for each in kinds), key=_plausibility)


def _is_about_contacts(headings: tuple[str, ...]) -> bool:
    words = {compact(heading) for heading in headings}
    return any(word in words for word in HEADINGS[CONTACTS]["relationship"])


def _plausibility(found: Recognition) -> tuple[bool, int]:
    """Complete tables first, by the columns they explain; then incomplete ones, by the fields no other kind has."""
    fields = found.mapping.values()
    return not found.missing, len(fields) if not found.missing else len(set(fields) - SHARED_FIELDS)


def _as_kind(kind: str, headings: tuple[str, ...], saved: Chosen) -> Recognition:
    mapping = _one_column_a_field(kind, headings, _fields(kind, headings, saved))
    unknown = tuple(heading for index, heading in enumerate(headings) if heading and index not in mapping)
    return Recognition(
        kind, _source(headings), headings, mapping, unknown, _missing(kind, headings, mapping.values())
    )


def numbered(headings: Iterable[str]) -> list[tuple[str, int]]:
    """Each heading in compact form with how often it stood before: what a column is known by, wherever it has moved."""
    seen: Counter[str] = Counter()
    found = []
    for word in map(compact, headings):
        found.append((word, seen[word]))
        seen[word] += 1
    return found


def _choice_of(headings: tuple[str, ...], saved: Chosen) -> dict[int, str]:
    """Column index → chosen field."""
    if isinstance(saved, Mapping):
        by_word = {compact(heading): field for heading, field in saved.items()}
        return {index: by_word[word] for index, word in enumerate(map(compact, headings)) if word in by_word}
    fields = dict(
        zip(numbered(heading for heading, _field in saved), (field for _heading, field in saved), strict=True)
    )
    return {index: fields[key] for index, key in enumerate(numbered(headings)) if key in fields}


def _fields(kind: str, headings: tuple[str, ...], saved: Chosen) -> dict[int, tuple[str, int]]:
    """Column index → field and rank. A saved choice has rank -1, so it wins over any suggestion.

    Two rules of contacts are no matter of choice or spelling: where a heading names the contact, a bare name is the pupil's;
    and a column about restrictions is read as a court order, whether or not it was chosen.
    """
    chosen = _choice_of(headings, saved)
    words = [compact(heading) for heading in headings]
    pupils_name = kind == CONTACTS and _bare_names_are_the_pupils(words)
    found = {}
    for index, word in enumerate(words):
        if chosen.get(index) in HEADINGS[kind]:
            found[index] = (chosen[index], -1)
        elif kind == CONTACTS and is_restriction(word):
            found[index] = ("court_order", 0)
        elif index not in chosen and word in _FIELD_OF[kind] and not (pupils_name and word in BARE_NAMES):
            found[index] = _FIELD_OF[kind][word]
        elif index not in chosen and kind == CONTACTS and (field := contact_name_field(word)):
            found[index] = (field, LEAST_PREFERRED)
    return found


def _bare_names_are_the_pupils(words: Sequence[str]) -> bool:
    """Some other heading names the contact, or columns of a pupil leave open whose name it is."""
    return any(map(is_contact_name, words)) or not PUPIL_ONLY.isdisjoint(words)


def _one_column_a_field(
    kind: str, headings: tuple[str, ...], fields: dict[int, tuple[str, int]]
) -> dict[int, str]:
    """Of several columns for one field the best-named is kept, together with columns of the very same heading.

    Such twins are compared row by row later. Telephone numbers, e-mail addresses and address lines keep all columns.
    """
    best: dict[str, int] = {}
    for field, rank in fields.values():
        best[field] = min(rank, best.get(field, rank))
    ordered = sorted(fields.items(), key=lambda item: item[1][1])
    kept = {
        index: field
        for index, (field, rank) in ordered
        if rank == best[field] or field in FIRST_FILLED | JOINED | STRICTEST
    }
    return _numbered_needs(kind, headings, kept)


def _numbered_needs(kind: str, headings: tuple[str, ...], mapping: dict[int, str]) -> dict[int, str]:
    """A report with the need column several times over lists the first, second and third need."""
    columns = sorted(index for index, field in mapping.items() if field == "needs")
    if kind == PUPILS and len(columns) > 1:
        taken = set(mapping.values())
        free = [field for field in ("need_1", "need_2", "need_3") if field not in taken]
        mapping.update(zip(columns, free, strict=False))
    return mapping


def _missing(kind: str, headings: tuple[str, ...], fields: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    if kind == STAFF and NEVER_IN_STAFF.intersection(map(compact, headings)):
        return REQUIRED[STAFF]
    present = set(fields)
    return tuple(choice for choice in REQUIRED[kind] if not present.intersection(choice))


def _source(headings: tuple[str, ...]) -> str:
    """The product whose standard report this looks like: at least three of its own spellings."""
    spelled = {heading: len(names.intersection(headings)) for heading, names in SIGNATURES.items()}
    best = max(spelled, key=spelled.get)
    return best if spelled[best] >= 3 else OTHER_SOURCE


def header_strength(row: Sequence[str], saved: Chosen | None = None) -> int:
    """How many cells of a row are headings we know; 0 or 1 means that it is no header."""
    words = {compact(cell) for cell in row[:HEADINGS_TRIED] if len(cell) <= LONGEST_HEADING}
    named = saved or () if isinstance(saved, Mapping) else [heading for heading, _field in saved or ()]
    chosen = {compact(heading) for heading in named} - {""}
    return max(len(words & (chosen | fields.keys())) for fields in _FIELD_OF.values())


def find_header(
    rows: Iterable[tuple[int, list[str]]], saved: Chosen | None = None, chosen_row: int | None = None
) -> tuple[int, list[str]]:
    """The header among the first filled rows: title lines above it are passed over. Row number and cells.

    `chosen_row` is the row that a person said is the header.
    """
    candidates = list(islice(rows, HEADER_WITHIN))
    if not candidates:
        raise ImportRefused(
            "empty",
            _("The file is empty."),
            _("Export it again and check that it has rows before you upload it."),
        )
    chosen = [row for row in candidates if row[0] == chosen_row]
    return chosen[0] if chosen else max(candidates, key=lambda row: (header_strength(row[1], saved), -row[0]))


def check_required(found: Recognition) -> None:
    """Refuse a table whose columns are not known well enough, and name the columns that are missing."""
    headings = tuple(heading for heading in found.headings if heading)
    if not found.mapping:
        raise ImportRefused("unknown_columns", _unknown_columns(headings), _WHICH_COLUMN, headings=headings)
    if found.missing:
        raise ImportRefused(
            "missing_columns", _missing_columns(found.missing), _ADD_COLUMNS, headings=headings
        )


_WHICH_COLUMN = _(
    "Say which column is which, or export a report whose first row names the columns, such as UPN and Surname."
)
_ADD_COLUMNS = _("Add them to the report in the MIS and export again, or say which column holds them.")


def _unknown_columns(headings: tuple[str, ...]):
    shown = ", ".join(heading[:40] for heading in headings[:SHOWN_HEADINGS]) or "–"
    return said(_("None of the columns is known. The first row reads: {headings}."), headings=shown)


def _missing_columns(missing: tuple[tuple[str, ...], ...]):
    fields = [FIELD_LABELS[choice[0]] for choice in missing]
    return said(
        _("These columns are missing: {columns}."), columns=said("{}" + ", {}" * (len(fields) - 1), *fields)
    )
