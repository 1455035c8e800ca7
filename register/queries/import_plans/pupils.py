"""Pupils of a report or a Common Transfer File against the pupils the school holds."""

from collections import Counter
from dataclasses import dataclass

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.imports.identifiers import parse_laestab
from register.imports.records import CTF, PUPILS, PupilRecord, name_of
from register.models import Attainment, ImportLine, Pupil

from .contact_records import contact_after
from .contacts import contacts_by_pupil, lines_of_pupil
from .leavers import leaver_lines
from .lines import differences, given, line, plain
from .matching import Match, Roll
from .pupil_lines import (
    claimed_twice,
    conflict_line,
    doubted_line,
    impossible_line,
    left_line,
    problem_lines,
    suggestion_line,
)
from .sen import SenFacts, needs_alone, open_needs, sen_after, sen_lines

PUPIL_FIELDS = {  # field of the record → field of the pupil
    "upn": "upn",
    "former_upn": "former_upn",
    "admission_number": "admission_number",
    "uln": "uln",
    "legal_surname": "legal_surname",
    "legal_forename": "legal_forename",
    "middle_names": "middle_names",
    "preferred_surname": "preferred_surname",
    "preferred_forename": "preferred_forename",
    "date_of_birth": "date_of_birth",
    "sex": "sex",
    "year_group": "year_group",
    "form": "form",
    "ethnicity": "ethnicity",
    "first_language": "first_language",
    "attendance_percent": "attendance_percent",
    "admission_date": "joined_on",
    "left_on": "left_on",
}

IDENTIFIERS = frozenset({"upn", "former_upn", "uln"})
OF_ANOTHER_SCHOOL = frozenset({"year_group", "attendance_percent", "admission_date", "left_on", "form"})
PRESENT_FACTS = frozenset({"attendance_percent", "form", "left_on"})


@dataclass(frozen=True)
class Compared:
    """What a file is compared with. `feeder`: it comes from another school, which knows the past and not the present."""

    facts: SenFacts
    contacts: dict
    results: set
    feeder: bool

    @classmethod
    def with_school(cls, school, parsed) -> "Compared":
        brings_contacts = any(record.contacts for record in parsed.records)
        return cls(
            SenFacts.of(school),
            contacts_by_pupil(school) if brings_contacts else {},
            results_held(school) if any(record.attainment for record in parsed.records) else set(),
            parsed.kind == CTF and not is_from(school, parsed.source),
        )


def is_from(school, source: str) -> bool:
    """Whether a transfer file was made by our own system: its source begins with our number."""
    ours = parse_laestab(school.laestab)
    return bool(ours) and source.startswith(str(ours))


def tells_of_our_mis(school, parsed) -> bool:
    return parsed.kind == PUPILS or (parsed.kind == CTF and is_from(school, parsed.source))


def statement_of(record: PupilRecord) -> list:
    """[status, open needs] as far as the file speaks of them; a blank says nothing."""
    return [record.sen_status or None, open_needs(record) or None]


def plan_pupils(*, run, parsed, stated: dict[str, list]):
    """New, changed, leavers, rows to decide, and the problems of the file. Unchanged pupils get no line."""
    roll, compared = Roll.of(run.school), Compared.with_school(run.school, parsed)
    matches = [(record, roll.find(record)) for record in parsed.records]
    rows = Counter(match.claims.pk for _record, match in matches if match.claims)
    for record, match in matches:
        if match.claims and rows[match.claims.pk] > 1:
            yield claimed_twice(run, record, match.claims)
        else:
            if match.pupil and not compared.feeder and any(statement_of(record)):
                stated[str(match.pupil.pk)] = statement_of(record)
            yield from lines_of(run, record, match, compared)
    yield from problem_lines(run, parsed)
    if parsed.kind != CTF:
        named = {key for _record, match in matches for key in match.names}
        yield from leaver_lines(run, roll, named, parsed)


def lines_of(run, record: PupilRecord, match: Match, compared: Compared):
    """What one row does, whomever it means: parked, to decide, new or changed."""
    if match.conflict:
        yield conflict_line(run, record, match.conflict)
    elif match.doubted:
        yield doubted_line(run, record, match.doubted)
    elif left := impossible_dates(record, match.claims, compared):
        yield impossible_line(run, record, left)
    elif match.suggested:
        yield from suggestion_lines(run, record, match.suggested, compared)
    elif match.pupil is None:
        yield from new_lines(run, record, compared)
    else:
        yield from change_lines(run, record, match.pupil, compared)


def new_lines(run, record: PupilRecord, compared: Compared):
    yield line(run, ImportLine.Kind.NEW, record.row_number, name_of(record), after=after_of(record, compared))
    if open_needs(record) and not record.sen_status:
        yield needs_alone(run, record, name_of(record))


def impossible_dates(record: PupilRecord, pupil: Pupil | None, compared: Compared) -> str:
    """The leaving date that would stand before the admission date once the row is taken; empty where none would."""
    if compared.feeder and pupil:
        return ""
    joined = record.admission_date or (pupil and pupil.joined_on)
    left = record.left_on or (pupil and not has_returned(record, pupil) and pupil.left_on) or None
    return plain(left) if joined and left and left < joined else ""


def after_of(record: PupilRecord, compared: Compared) -> dict:
    """Everything a new pupil brings; how often they came to another school is not how often they come to ours."""
    fields = {
        name: ours for name, ours in PUPIL_FIELDS.items() if not compared.feeder or name not in PRESENT_FACTS
    }
    after = {"pupil": given(record, fields)}
    if record.characteristics:
        after["characteristics"] = {kind: True for kind, value in record.characteristics.items() if value}
    if record.sen_status:
        after["sen"] = sen_after(record)
    if any(statement_of(record)):
        after["stated"] = statement_of(record)
    if record.contacts:
        after["contacts"] = [contact_after(contact) for contact in record.contacts]
    if record.attainment:
        after["attainment"] = [list(each) for each in record.attainment]
    return after


def change_lines(run, record: PupilRecord, pupil: Pupil, compared: Compared):
    """At most one line of plain changes, and one for each fact that a person has to decide."""
    before, after = changes(record, pupil, compared)
    if after:
        yield line(
            run, ImportLine.Kind.CHANGED, record.row_number, pupil.list_name, pupil=pupil, before=before, after=after
        )  # fmt: skip
    if not compared.feeder:
        yield from left_lines(run, record, pupil)
    yield from sen_lines(run, record, pupil, compared.facts)
    if record.contacts:
        held = compared.contacts.get(pupil.pk, [])
        yield from lines_of_pupil(run, pupil, list(record.contacts), held, only_blanks=compared.feeder)


def suggestion_lines(run, record: PupilRecord, pupil: Pupil, compared: Compared):
    """Whether it is the same pupil, and what else there would be to decide if it is."""
    before, after = changes(record, pupil, compared)
    yield suggestion_line(run, record, pupil, before, after_of(record, compared) | {"changes": after})
    if not compared.feeder:
        yield from left_lines(run, record, pupil, if_same=True)
    yield from sen_lines(run, record, pupil, compared.facts, if_same=True)


def changes(record: PupilRecord, pupil: Pupil, compared: Compared) -> tuple[dict, dict]:
    """(before, after) by part: the pupil's own fields, characteristics, and SEN facts where we hold none."""
    before, after = pupil_differences(record, pupil, compared)
    was, becomes = {}, {}
    if not compared.feeder:
        was, becomes = characteristic_differences(record, compared.facts.characteristics.get(pupil.pk, set()))
    old = {name: value for name, value in (("pupil", before), ("characteristics", was)) if value}
    new = {name: value for name, value in (("pupil", after), ("characteristics", becomes)) if value}
    if record.sen_status and pupil.pk not in compared.facts.statuses:
        needs = {} if pupil.pk not in compared.facts.needs else {"needs": []}
        new["sen"] = sen_after(record) | needs
    if results := [list(each) for each in record.attainment if (pupil.pk, *each[:6]) not in compared.results]:
        new["attainment"] = results
    return old, new


def pupil_differences(record: PupilRecord, pupil: Pupil, compared: Compared) -> tuple[dict, dict]:
    """A UPN that is replaced is kept as the former one, and a file that still has the former one does not bring it back.

    Another school's file changes numbers and fills what is blank, and says nothing of the present. When somebody left or
    came back is a decision of its own.
    """
    fields = {name: ours for name, ours in PUPIL_FIELDS.items() if name != "left_on"}
    if admitted_after_leaving(record, pupil):
        fields.pop("admission_date")
    if compared.feeder:
        numbers = {name: ours for name, ours in fields.items() if name in IDENTIFIERS}
        others = {name: ours for name, ours in fields.items() if name not in IDENTIFIERS | OF_ANOTHER_SCHOOL}
        before, after = differences(record, pupil, numbers)
        was, becomes = differences(record, pupil, others, only_blanks=True)
        before, after = before | was, after | becomes
    else:
        before, after = differences(record, pupil, fields)
    return settle_upns(pupil, before, after)


def results_held(school) -> set[tuple]:
    """(pupil key, what a result is known by) of every result of a key stage held here."""
    held = Attainment.objects.filter(school=school)
    return set(held.values_list("pupil_id", "stage", "subject", "component", "method", "year", "qualifier"))


def settle_upns(pupil: Pupil, before: dict, after: dict) -> tuple[dict, dict]:
    if after.get("upn", "").upper() == pupil.former_upn.upper() != "":
        before.pop("upn"), after.pop("upn")
    if "former_upn" in after and after["former_upn"].upper() == pupil.upn.upper() and "upn" not in after:
        before.pop("former_upn"), after.pop("former_upn")
    if "upn" in after and pupil.upn:
        before["former_upn"], after["former_upn"] = pupil.former_upn, pupil.upn
    return before, after


def has_returned(record, pupil: Pupil) -> bool:
    """The file says that somebody who left was admitted again since."""
    return admitted_after_leaving(record, pupil) and not record.left_on


def admitted_after_leaving(record: PupilRecord, pupil: Pupil) -> bool:
    """Then the admission date goes with the leaving date: one alone would stand against the other."""
    return bool(record.admission_date and pupil.left_on and record.admission_date >= pupil.left_on)


def left_lines(run, record: PupilRecord, pupil: Pupil, *, if_same: bool = False):
    """Left, back, or left on another day: whatever the file says otherwise than we do."""
    left = pupil.left_on and pupil.left_on.strftime("%d/%m/%Y")
    if has_returned(record, pupil):
        values = {"left_on": None, "joined_on": plain(record.admission_date)}
        reason = _("Left on %(day)s by our record; the file says admitted on %(again)s.") % {
            "day": left, "again": record.admission_date.strftime("%d/%m/%Y"),
        }  # fmt: skip
        yield left_line(run, record, pupil, values, reason, if_same=if_same)
    elif record.left_on and record.left_on != pupil.left_on:
        reason = _("The file says that this pupil leaves on %(theirs)s, we hold “%(ours)s”.") % {
            "theirs": record.left_on.strftime("%d/%m/%Y"), "ours": left or _("on roll"),
        }  # fmt: skip
        values = {"left_on": plain(record.left_on)}
        if admitted_after_leaving(record, pupil):
            values["joined_on"] = plain(record.admission_date)
        yield left_line(run, record, pupil, values, reason, if_same=if_same)
    elif left and pupil.left_on <= localdate() and not record.left_on:
        reason = _("Left on %(day)s by our record, but the file lists this pupil.") % {"day": left}
        yield left_line(run, record, pupil, {"left_on": None}, reason, if_same=if_same)


def characteristic_differences(record: PupilRecord, held: set[str]) -> tuple[dict, dict]:
    """Facts such as free school meals that the file says otherwise than we do; None means it does not say."""
    changed = {
        kind: value
        for kind, value in record.characteristics.items()
        if value is not None and value != (kind in held)
    }
    return {kind: not value for kind, value in changed.items()}, changed
