"""Lines about single pupils that are set aside or left to a person, and what the reader found wrong."""

from django.utils.translation import gettext as _

from register.imports.records import PARKED, PupilRecord, name_of
from register.models import ImportLine, Pupil

from .lines import line, parked, plain


def conflict_line(run, record, pair: tuple[Pupil, Pupil]):
    return parked(
        run, record.row_number, name_of(record), field="upn", value=record.upn,
        reason=_("The UPN belongs to %(first)s, the admission number to %(second)s.")
        % {"first": pair[0].name, "second": pair[1].name},
        what_to_do=_(
            "Correct one of the two numbers in the MIS and export again; or, if the MIS is right, change ours on the pupil's page."
        ),
    )  # fmt: skip


def doubted_line(run, record, pupil: Pupil):
    return parked(
        run, record.row_number, name_of(record), field="upn", value=record.upn or record.admission_number,
        reason=_("%(name)s has this number here, and the rest of the row describes somebody else.") % {"name": pupil.name},
        what_to_do=_("Correct the number in the MIS and export again. If it was used again, change it on the pupil's page."),
    )  # fmt: skip


def claimed_twice(run, record, pupil: Pupil):
    return parked(
        run, record.row_number, name_of(record), field="upn", value=record.upn or record.admission_number,
        reason=_("Another row of this file is about %(name)s too.") % {"name": pupil.name},
        what_to_do=_("Leave one of the rows out, or correct its UPN or admission number, and export again."),
    )  # fmt: skip


def impossible_line(run, record: PupilRecord, left: str):
    return parked(
        run, record.row_number, name_of(record), field="left_on", value=left,
        reason=_("The pupil would leave before joining."),
        what_to_do=_("Correct the admission date or the leaving date in the MIS and export again."),
    )  # fmt: skip


def suggestion_line(run, record: PupilRecord, pupil: Pupil, before: dict, after: dict):
    """Same name and date of birth, no number in common: a person decides whether it is the same pupil."""
    told = {
        "name": pupil.name,
        "born": pupil.date_of_birth.strftime("%d/%m/%Y"),
        "upn": pupil.upn or _("none"),
        "number": pupil.admission_number or _("none"),
    }
    return line(
        run, ImportLine.Kind.DECISION, record.row_number, name_of(record), pupil=pupil, field="match", value=record.upn,
        reason=_("Looks like %(name)s, born %(born)s, whom we hold with other numbers: UPN %(upn)s, admission number %(number)s.") % told,
        what_to_do=_("Say whether this is the same pupil. Until then the row changes nothing."),
        before=before, after=after,
    )  # fmt: skip


def left_line(run, record: PupilRecord, pupil: Pupil, values: dict, reason: str, *, if_same: bool = False):
    """When a pupil left is never changed by a file alone. `values` are the pupil's fields as the file has them."""
    was = {name: plain(getattr(pupil, name)) for name in values}
    return line(
        run, ImportLine.Kind.DECISION, record.row_number, pupil.list_name, pupil=pupil, field="left_on",
        value=values["left_on"] or _("on roll"), reason=reason,
        what_to_do=_("Take the file's if it is right. Ours stays until you do."),
        before={"pupil": was}, after={"pupil": values} | ({"if_same": True} if if_same else {}),
        decision=ImportLine.Decision.KEEP_OURS,
    )  # fmt: skip


def problem_lines(run, parsed):
    """What the reader found wrong, row by row, under the name of whoever the row is about where that could be read."""
    kinds = {PARKED: ImportLine.Kind.PARKED}
    labels = {record.row_number: name_of(record) for record in parsed.records}
    for problem in parsed.problems:
        label = problem.label or labels.get(problem.row_number, "")
        yield line(
            run, kinds.get(problem.severity, ImportLine.Kind.WARNING), problem.row_number, label, field=problem.field,
            value=problem.value, reason=problem.reason, what_to_do=problem.what_to_do,
        )  # fmt: skip
