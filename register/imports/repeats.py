"""Rows of one file about the same thing: taken once when they agree, parked together when they do not."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import fields, replace

from django.utils.translation import gettext_lazy as _

from .headings import FIELD_LABELS
from .identifiers import admission_number_key
from .records import PARKED, WARNING, Fault, Need, PupilRecord, RowProblem, name_of
from .refusals import said
from .texts import compact

NUMBERS = frozenset({"upn", "admission_number"})
ROWS_NAMED = 5


class Repeats[Record]:
    """Sorts the records of one file. `kept` are the records to take; what was found is added to the problems."""

    def __init__(self, records: Iterable[Record], problems: list[RowProblem]):
        self.kept: dict[int, Record] = {record.row_number: record for record in records}
        self.problems = problems

    def by(self, field: str, key: Callable[[Record], Hashable | None]) -> "Repeats[Record]":
        """Settle all records that share a key; None as a key means that the record has none."""
        groups: dict[Hashable, list[Record]] = defaultdict(list)
        for record in self.kept.values():
            found = key(record)
            if found:
                groups[found].append(record)
        for group in groups.values():
            if len(group) > 1:
                self._settle(field, group)
        return self

    def _settle(self, field: str, group: list[Record]) -> None:
        differing = sorted({name for other in group[1:] for name in differences(group[0], other)})
        if differing:
            self._park(field, group, differing)
            return
        first = max(group, key=lambda record: (bool(getattr(record, "upn", "")), -record.row_number))
        for record in group:
            if record is not first:
                self._drop(record, field, _said_twice(first.row_number))

    def _park(self, field: str, group: list[Record], differing: list[str]) -> None:
        numbers = [record.row_number for record in group]
        for record in group:
            others = [number for number in numbers if number != record.row_number]
            self._drop(record, field, _contradiction(others, differing))

    def park_lookalikes(self, lookalike: Callable[[Record], Record | None], field: str) -> "Repeats[Record]":
        """Park each record that may be another one of this file; the other is kept."""
        found = [(record, lookalike(record)) for record in self.kept.values()]
        for record, other in found:
            if other is not None:
                self._drop(record, field, _may_be(other.row_number))
        return self

    def _drop(self, record: Record, field: str, fault: Fault) -> None:
        del self.kept[record.row_number]
        value = str(getattr(record, field, ""))
        self.problems.append(RowProblem.from_fault(record.row_number, field, value, fault, name_of(record)))


def differences(one, other) -> set[str]:
    """Fields on which two records disagree, of those that both speak of. A missing number contradicts nothing."""
    return {
        each.name
        for each in fields(one)
        if each.name not in {"row_number", "given"} and _spoken_of(each.name, one, other)
        if getattr(one, each.name) != getattr(other, each.name)
    }


def _spoken_of(name: str, one, other) -> bool:
    if name in NUMBERS:
        return bool(getattr(one, name) and getattr(other, name))
    if name in {"characteristics", "sen_history", "contacts", "attainment"}:
        return bool(getattr(one, name)) and bool(getattr(other, name))
    return name in one.given and name in other.given


def settle_pupils(records: list[PupilRecord], problems: list[RowProblem]) -> list[PupilRecord]:
    """By UPN, then by admission number; a pupil without either who looks like another one is parked."""
    repeats = Repeats(one_row_a_need(records), problems)
    repeats.by("upn", lambda pupil: pupil.upn).by(
        "admission_number", lambda pupil: admission_number_key(pupil.admission_number)
    )
    people = {}
    for pupil in sorted(repeats.kept.values(), key=lambda pupil: not (pupil.upn or pupil.admission_number)):
        people.setdefault(_person(pupil), pupil)
    repeats.park_lookalikes(lambda pupil: _someone_else(pupil, people), "legal_surname")
    return list(repeats.kept.values())


def one_row_a_need(records: list[PupilRecord]) -> list[PupilRecord]:
    """Reports that list each need of a pupil in a row of its own: rows that differ in nothing else are one pupil."""
    by_pupil: dict[tuple, list[PupilRecord]] = defaultdict(list)
    for record in records:
        number = record.upn or admission_number_key(record.admission_number)
        by_pupil[(number,) if number else ("", record.row_number)].append(record)
    return [merged for rows in by_pupil.values() for merged in _with_all_needs(rows)]


def _with_all_needs(rows: list[PupilRecord]) -> list[PupilRecord]:
    """The rows as one pupil, the needs by rank and then in the order of the rows; as they are where they differ otherwise."""
    first = rows[0]
    if len(rows) == 1 or any(differences(first, other) != {"needs"} for other in rows[1:]):
        return rows
    ranked = sorted((need for row in rows for need in row.needs), key=lambda need: need.rank)
    codes = dict.fromkeys(need.code for need in ranked)
    needs = tuple(Need(code, rank) for rank, code in enumerate(codes, start=1))
    return [replace(first, needs=needs)] if all(need.since is None for need in ranked) else rows


def _someone_else(pupil: PupilRecord, people: dict) -> PupilRecord | None:
    """Another pupil of the same name and date of birth, if this one has no number to tell them apart."""
    other = people[_person(pupil)]
    return None if other is pupil or pupil.upn or pupil.admission_number else other


def _person(pupil: PupilRecord) -> tuple:
    return compact(pupil.legal_surname), compact(pupil.legal_forename), pupil.date_of_birth


def settle_whole_rows(records: list, problems: list[RowProblem], field: str) -> list:
    """Contacts and places in groups: only rows that say exactly the same are one."""
    return list(Repeats(records, problems).by(field, _whole).kept.values())


def _whole(record) -> tuple:
    return tuple(
        getattr(record, each.name) for each in fields(record) if each.name not in {"row_number", "given"}
    )


def settle_staff(records: list, problems: list[RowProblem]) -> list:
    """By staff code, then by e-mail address."""
    repeats = Repeats(records, problems).by("staff_code", lambda person: person.staff_code.casefold())
    return list(repeats.by("email", lambda person: person.email.casefold()).kept.values())


def _row_list(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:ROWS_NAMED])
    return shown + (" …" if len(numbers) > ROWS_NAMED else "")


def _said_twice(row: int) -> Fault:
    return Fault(
        "repeated",
        said(_("This row repeats row {row}, so it is taken once."), row=row),
        _("There is nothing to do."),
        WARNING,
    )


def _contradiction(rows: list[int], differing: list[str]) -> Fault:
    labels = [FIELD_LABELS.get(name, name) for name in differing[:ROWS_NAMED]]
    return Fault(
        "contradiction",
        said(
            _("This is also in row {rows}, and the rows differ in: {fields}."),
            rows=_row_list(rows),
            fields=said("{}" + ", {}" * (len(labels) - 1), *labels),
        ),
        _("Decide which row is right, correct the other in the MIS and export again."),
        PARKED,
    )


def _may_be(row: int) -> Fault:
    return Fault(
        "lookalike",
        said(
            _("Row {row} has the same name and date of birth, and this row has no UPN to tell them apart."),
            row=row,
        ),
        _("Add the UPN in the MIS and export again, or leave this row out if it is the same pupil."),
    )
