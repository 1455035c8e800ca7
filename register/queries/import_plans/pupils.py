"""Pupils of a report or a Common Transfer File against the pupils the school holds."""

from collections import Counter

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.imports.records import CTF, PARKED
from register.models import ImportLine, Pupil

from .contact_records import contact_after
from .leavers import leaver_lines
from .lines import differences, given, line, parked, plain
from .matching import Match, Roll
from .sen import SenFacts, sen_after, sen_lines

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


def plan_pupils(*, run, parsed):
    """New, changed, leavers, rows to decide, and the problems of the file. Unchanged pupils get no line."""
    roll, facts = Roll.of(run.school), SenFacts.of(run.school)
    matches = [(record, roll.find(record)) for record in parsed.records]
    rows = Counter(match.claims.pk for _record, match in matches if match.claims)
    for record, match in matches:
        if match.claims and rows[match.claims.pk] > 1:
            yield claimed_twice(run, record, match.claims)
        else:
            yield from lines_of(run, record, match, facts)
    yield from problem_lines(run, parsed)
    if parsed.kind != CTF:
        named = {key for _record, match in matches for key in match.names}
        yield from leaver_lines(run, roll, named, parsed)


def lines_of(run, record, match: Match, facts: SenFacts):
    """What one row does, whomever it means: parked, to decide, new or changed."""
    if match.conflict or match.doubted:
        yield (
            conflict_line(run, record, match.conflict)
            if match.conflict
            else doubted_line(run, record, match.doubted)
        )
    elif problem := impossible_dates(record, match.claims):
        yield parked(
            run, record.row_number, label_of(record), field="left_on", value=problem,
            reason=_("The pupil would leave before joining."),
            what_to_do=_("Correct the admission date or the leaving date in the MIS and export again."),
        )  # fmt: skip
    elif match.suggested:
        yield suggestion_line(run, record, match.suggested, facts)
    elif match.pupil is None:
        yield line(run, ImportLine.Kind.NEW, record.row_number, label_of(record), after=after_of(record))
    else:
        yield from change_lines(run, record, match.pupil, facts)


def label_of(record) -> str:
    return f"{record.legal_surname}, {record.legal_forename}"


def impossible_dates(record, pupil: Pupil | None) -> str:
    """The leaving date that would stand before the admission date once the row is taken; empty where none would."""
    joined = record.admission_date or (pupil and pupil.joined_on)
    left = record.left_on or (pupil and not has_returned(record, pupil) and pupil.left_on) or None
    return plain(left) if joined and left and left < joined else ""


def after_of(record) -> dict:
    """Everything a new pupil brings."""
    after = {"pupil": given(record, PUPIL_FIELDS)}
    if record.characteristics:
        after["characteristics"] = {kind: True for kind, value in record.characteristics.items() if value}
    if sen := sen_after(record):
        after["sen"] = sen
    if record.contacts:
        after["contacts"] = [contact_after(contact) for contact in record.contacts]
    return after


def change_lines(run, record, pupil: Pupil, facts: SenFacts):
    """At most one line of plain changes, and one for each fact that a person has to decide."""
    before, after = changes(record, pupil, facts)
    if after:
        yield line(
            run, ImportLine.Kind.CHANGED, record.row_number, pupil.list_name, pupil=pupil, before=before, after=after
        )  # fmt: skip
    if (
        pupil.left_on
        and pupil.left_on <= localdate()
        and not record.left_on
        and not has_returned(record, pupil)
    ):
        yield left_here_line(run, record, pupil)
    yield from sen_lines(run, record, pupil, facts)


def changes(record, pupil: Pupil, facts: SenFacts) -> tuple[dict, dict]:
    """(before, after) by part: the pupil's own fields, characteristics, and SEN facts where we hold none."""
    before, after = pupil_differences(record, pupil)
    was, becomes = characteristic_differences(record, facts.characteristics.get(pupil.pk, set()))
    old = {name: value for name, value in (("pupil", before), ("characteristics", was)) if value}
    new = {name: value for name, value in (("pupil", after), ("characteristics", becomes)) if value}
    if record.sen_status and pupil.pk not in facts.statuses:
        needs = {} if pupil.pk not in facts.needs else {"needs": []}
        new["sen"] = sen_after(record) | needs
    return old, new


def pupil_differences(record, pupil: Pupil) -> tuple[dict, dict]:
    """A UPN that is replaced is kept as the former one, and a file that still has the former one does not bring it back."""
    before, after = differences(record, pupil, PUPIL_FIELDS)
    if after.get("upn", "").upper() == pupil.former_upn.upper() != "":
        before.pop("upn"), after.pop("upn")
    if "former_upn" in after and after["former_upn"].upper() == pupil.upn.upper() and "upn" not in after:
        before.pop("former_upn"), after.pop("former_upn")
    if "upn" in after and pupil.upn:
        before["former_upn"], after["former_upn"] = pupil.former_upn, pupil.upn
    if has_returned(record, pupil):
        before["left_on"], after["left_on"] = plain(pupil.left_on), None
    return before, after


def has_returned(record, pupil: Pupil) -> bool:
    """The file says that somebody who left was admitted again since."""
    again = record.admission_date and pupil.left_on and record.admission_date >= pupil.left_on
    return bool(again and not record.left_on)


def characteristic_differences(record, held: set[str]) -> tuple[dict, dict]:
    """Facts such as free school meals that the file says otherwise than we do; None means it does not say."""
    changed = {
        kind: value
        for kind, value in record.characteristics.items()
        if value is not None and value != (kind in held)
    }
    return {kind: not value for kind, value in changed.items()}, changed


def conflict_line(run, record, pair: tuple[Pupil, Pupil]):
    return parked(
        run, record.row_number, label_of(record), field="upn", value=record.upn,
        reason=_("The UPN belongs to %(first)s, the admission number to %(second)s.")
        % {"first": pair[0].name, "second": pair[1].name},
        what_to_do=_("Correct one of the two numbers in the MIS and export again."),
    )  # fmt: skip


def doubted_line(run, record, pupil: Pupil):
    return parked(
        run, record.row_number, label_of(record), field="upn", value=record.upn or record.admission_number,
        reason=_("%(name)s has this number here, and the rest of the row describes somebody else.") % {"name": pupil.name},
        what_to_do=_("Correct the number in the MIS and export again. If it was used again, change it on the pupil's page."),
    )  # fmt: skip


def claimed_twice(run, record, pupil: Pupil):
    return parked(
        run, record.row_number, label_of(record), field="upn", value=record.upn or record.admission_number,
        reason=_("Another row of this file is about %(name)s too.") % {"name": pupil.name},
        what_to_do=_("Leave one of the rows out, or correct its UPN or admission number, and export again."),
    )  # fmt: skip


def suggestion_line(run, record, pupil: Pupil, facts: SenFacts):
    """Same name and date of birth, no number in common: a person decides whether it is the same pupil."""
    before, after = changes(record, pupil, facts)
    return line(
        run, ImportLine.Kind.DECISION, record.row_number, label_of(record), pupil=pupil, field="match", value=record.upn,
        reason=_("Looks like %(name)s, whom we hold with other numbers.") % {"name": pupil.name},
        what_to_do=_("Say whether this is the same pupil. Until then the row changes nothing."),
        before=before, after=after_of(record) | {"changes": after},
    )  # fmt: skip


def left_here_line(run, record, pupil: Pupil):
    return line(
        run, ImportLine.Kind.DECISION, record.row_number, pupil.list_name, pupil=pupil, field="left_on", value=_("on roll"),
        reason=_("Left on %(day)s by our record, but the file lists this pupil.")
        % {"day": pupil.left_on.strftime("%d/%m/%Y")},
        what_to_do=_("Take the file's if the pupil is back. Ours stays until you do."),
        before={"pupil": {"left_on": plain(pupil.left_on)}}, after={"pupil": {"left_on": None}},
        decision=ImportLine.Decision.KEEP_OURS,
    )  # fmt: skip


def problem_lines(run, parsed):
    """What the reader found wrong, row by row."""
    kinds = {PARKED: ImportLine.Kind.PARKED}
    for problem in parsed.problems:
        yield line(
            run, kinds.get(problem.severity, ImportLine.Kind.WARNING), problem.row_number, "", field=problem.field,
            value=problem.value, reason=problem.reason, what_to_do=problem.what_to_do,
        )  # fmt: skip
