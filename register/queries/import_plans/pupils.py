"""Pupils of a report or a Common Transfer File against the pupils the school holds."""

from django.utils.translation import gettext as _

from register.imports.records import CTF, PARKED
from register.models import ImportLine, Pupil

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
    school = run.school
    roll, facts = Roll.of(school), SenFacts.of(school)
    seen = set()
    for record in parsed.records:
        match = roll.find(record)
        seen.add((match.pupil or match.suggested or Pupil()).pk)
        yield from lines_of(run, record, match, facts)
    yield from problem_lines(run, parsed)
    if parsed.kind != CTF:
        yield from leaver_lines(run, roll, seen, parsed)


def lines_of(run, record, match: Match, facts: SenFacts):
    if match.conflict:
        yield conflict_line(run, record, match)
    elif match.suggested:
        yield suggestion_line(run, record, match.suggested, facts)
    elif match.pupil is None:
        yield line(run, ImportLine.Kind.NEW, record.row_number, label_of(record), after=after_of(record))
    else:
        yield from change_lines(run, record, match.pupil, facts)


def label_of(record) -> str:
    return f"{record.legal_surname}, {record.legal_forename}"


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


def contact_after(contact) -> dict:
    names = (
        "priority", "title", "forename", "surname", "relationship", "parental_responsibility", "lives_with_pupil",
        "email", "phone", "address", "court_order", "language",
    )  # fmt: skip
    return {name: value for name in names if (value := plain(getattr(contact, name))) not in (None, "")}


def change_lines(run, record, pupil: Pupil, facts: SenFacts):
    """At most one line of plain changes, and one for each SEN fact that differs."""
    before, after = differences(record, pupil, PUPIL_FIELDS)
    was, becomes = characteristic_differences(record, facts.characteristics.get(pupil.pk, set()))
    old = {name: value for name, value in (("pupil", before), ("characteristics", was)) if value}
    new = {name: value for name, value in (("pupil", after), ("characteristics", becomes)) if value}
    if record.sen_status and pupil.pk not in facts.statuses:
        new["sen"] = sen_after(record)
    if new:
        yield line(
            run,
            ImportLine.Kind.CHANGED,
            record.row_number,
            pupil.list_name,
            pupil=pupil,
            before=old,
            after=new,
        )
    yield from sen_lines(run, record, pupil, facts)


def characteristic_differences(record, held: set[str]) -> tuple[dict, dict]:
    """Facts such as free school meals that the file says otherwise than we do; None means it does not say."""
    changed = {
        kind: value
        for kind, value in record.characteristics.items()
        if value is not None and value != (kind in held)
    }
    return {kind: not value for kind, value in changed.items()}, changed


def conflict_line(run, record, match: Match):
    first, second = match.conflict
    return parked(
        run, record.row_number, label_of(record), field="upn", value=record.upn,
        reason=_("The UPN belongs to %(first)s, the admission number to %(second)s.")
        % {"first": first.name, "second": second.name},
        what_to_do=_("Correct one of the two numbers in the MIS and export again."),
    )  # fmt: skip


def suggestion_line(run, record, pupil: Pupil, facts: SenFacts):
    """Same name and date of birth, no number in common: a person decides whether it is the same pupil."""
    before, after = differences(record, pupil, PUPIL_FIELDS)
    return line(
        run, ImportLine.Kind.DECISION, record.row_number, label_of(record), pupil=pupil, field="match", value=record.upn,
        reason=_("Looks like %(name)s, whom we hold with other numbers.") % {"name": pupil.name},
        what_to_do=_("Say whether this is the same pupil. Until then the row changes nothing."),
        before={"pupil": before}, after=after_of(record) | {"changes": after},
    )  # fmt: skip


def problem_lines(run, parsed):
    """What the reader found wrong, row by row."""
    kinds = {PARKED: ImportLine.Kind.PARKED}
    for problem in parsed.problems:
        yield line(
            run, kinds.get(problem.severity, ImportLine.Kind.WARNING), problem.row_number, "", field=problem.field,
            value=problem.value, reason=problem.reason, what_to_do=problem.what_to_do,
        )  # fmt: skip


def leaver_lines(run, roll: Roll, seen: set, parsed):
    """Pupils on roll whom the file does not name. A parked row may be one of them, so its number keeps them here."""
    parked_numbers = {problem.value for problem in parsed.problems if problem.severity == PARKED}
    everyone = {pupil.pk: pupil for pupils in roll.by_name.values() for pupil in pupils}
    for key, pupil in everyone.items():
        if (
            key not in seen
            and pupil.left_on is None
            and not {pupil.upn, pupil.admission_number} & parked_numbers
        ):
            yield line(
                run, ImportLine.Kind.LEAVER, None, pupil.list_name, pupil=pupil,
                before={"pupil": {"left_on": None}},
                reason=_("On roll here, but not in the file."),
            )  # fmt: skip
