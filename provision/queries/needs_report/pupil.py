"""What the register knows of a pupil, as parts of a report: stages, needs, concerns, results, duties, files."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from provision.letters.sections import joined
from provision.queries.needs_report.records import Records
from register.models import Concern, ConcernStep
from senco.documents.contents import Block, BlockKind, Part, Row, Source, facts, row, table

Kind = ConcernStep.Kind


def facts_of(records: Records, membership) -> tuple[Row, ...]:
    """Who the pupil is. The legal name, for whoever keeps a file under it."""
    pupil, today = records.pupil, localdate()
    legal = pupil.legal_name if pupil.legal_name != pupil.name else ""
    known = [
        (_("Legal name"), legal),
        (_("Born"), pupil.date_of_birth),
        (_("UPN"), pupil.upn),
        (_("Year and form"), joined(pupil.year, pupil.form)),
        (_("At this school since"), pupil.joined_on),
        (_("Left"), pupil.left_on),
    ]
    made = [(_("School"), pupil.school.name), (_("Assembled"), joined(today, membership.name))]
    return (*facts(known, Source(_("Pupil's record"), "", today)), *facts(made))


def stages_part(records: Records, title: str) -> Part:
    """Every period of status; below, when the pupil was watched without being on the register."""
    register = _("SEN register")
    rows = (
        row(
            str(one), one.starts, one.last_day, reason_of(one), told(one),
            source=Source(register, records.name(one.decided_by_id), localdate(one.created_at)),
        )
        for one in records.statuses
    )  # fmt: skip
    watched = (
        row(one.label or _("Watched"), one.starts, one.ended_at and localdate(one.ended_at),
            source=Source(_("List of pupils who are watched"), records.name(one.started_by_id), one.starts))
        for one in records.watched
    )  # fmt: skip
    headings = (_("Stage"), _("From"), _("To"), _("Why"), _("Parents told"))
    tables = [table(_("Stages, the earliest first"), headings, rows)]
    if records.watched:
        tables.append(table(_("Watched below the register"), (_("What for"), _("From"), _("To")), watched))
    return Part(title, tuple(one for one in tables if one.rows), code="stages")


def reason_of(status) -> str:
    unknown = "" if status.start_known else _("Start not known, on record since this day")
    return ". ".join(filter(None, (status.get_reason_display(), status.criteria.strip(), unknown)))


def told(status) -> str:
    return (
        joined(status.parent_told_on, status.get_parent_told_how_display()) if status.parent_told_on else ""
    )


def needs_part(records: Records, title: str) -> Part:
    """Types of need, ranked; not those taken back on the day they were recorded."""
    rows = tuple(
        row(
            one.get_need_type_display(), one.rank, one.starts, one.ends, one.get_source_display(), one.note,
            source=Source(_("SEN register"), records.name(one.decided_by_id), one.starts),
        )
        for one in records.needs
        if one.ends != one.starts
    )  # fmt: skip
    headings = (_("Type of need"), _("Rank"), _("From"), _("To"), _("Known from"), _("Note"))
    return Part(
        title, (table(_("Types of need, the earliest first"), headings, rows),) if rows else (), code="needs"
    )


def concerns_part(records: Records, title: str) -> Part:
    """Each concern in the words in which it was raised, what was decided, and the views of those who teach the pupil."""
    told = [one for one in records.concerns if not is_withdrawn(one, records)]
    parts = tuple(concern_part(one, records) for one in told)
    keys = {one.pk for one in told}
    views = tuple(
        row(
            joined_lines(view.get_same_concern_display(), view.answer), records.name(view.asked_id),
            source=Source(_("View asked for"), records.name(view.asked_id), localdate(view.answered_at)),
        )
        for view in records.views
        if view.concern_id in keys
    )  # fmt: skip
    if views:
        parts = (
            *parts,
            Part(_("Views of those who teach the pupil"), (Block(BlockKind.QUOTES, views),), code="views"),
        )
    return Part(title, parts=parts, code="concerns")


def is_withdrawn(concern: Concern, records: Records) -> bool:
    return any(step.kind == Kind.WITHDRAWN for step in records.decisions if step.concern_id == concern.pk)


def concern_part(concern: Concern, records: Records) -> Part:
    """One concern: what was seen, what had been tried, what the parents thought, what was decided."""
    name = _("Concern %(reference)s") % {"reference": concern.reference}
    who, on = records.name(concern.raised_by_id), localdate(concern.raised_at)
    said = row(concern.what_happened, joined(who, on))
    more = facts([(_("Tried already"), concern.tried), (_("The parents' view"), concern.parent_view)])
    blocks = [Block(BlockKind.QUOTES, (said,)), *([Block(BlockKind.FACTS, more)] if more else [])]
    decided = tuple(decisions_on(concern, records))
    if decided:
        blocks.append(Block(BlockKind.LIST, decided))
    return Part(name, tuple(blocks), source=Source(name, who, on), code="concern")


def decisions_on(concern: Concern, records: Records) -> Iterator[Row]:
    """What was decided and not undone, each with its day."""
    standing: list[ConcernStep] = []
    for step in (one for one in records.decisions if one.concern_id == concern.pk):
        if step.kind == Kind.DECIDED:
            standing.append(step)
        elif standing and step.kind in (Kind.UNDONE, Kind.RESUMED):
            standing.pop()
    for step in standing:
        on = localdate(step.at)
        words = _("Decided on %(day)s: %(what)s") % {
            "day": date_format(on),
            "what": step.get_decision_display(),
        }
        yield Row(
            (words,),
            Source(
                _("Concern %(reference)s") % {"reference": concern.reference}, records.name(step.by_id), on
            ),
        )


def joined_lines(*lines: str) -> str:
    return "\n".join(filter(None, lines))


def results_part(records: Records, title: str) -> Part:
    """What the pupil attained, and the scores that plans rest on. Each line names its day and who measured it."""
    attained = (row(one.what, one.stage, one.year, one.result, one.codes) for one in records.attainment)
    scores = (row(one.test, one.result, one.standardised, one.taken_on, one.source) for one in records.scores)
    headings = (_("Test or subject"), _("Result"), _("Standardised score"), _("Date"), _("Measured by"))
    tables = (
        table(
            _("Attainment, as the school's own system or the last school reported it"),
            (_("Subject"), _("Stage"), _("Year"), _("Result"), _("Codes")), attained,
        ),
        table(_("Scores and results in school"), headings, scores),
    )  # fmt: skip
    return Part(title, tuple(one for one in tables if one.rows), code="results")


def duties_part(records: Records, title: str) -> Part:
    """Duties that were met or waived; the note behind each names the law or the Code."""
    rows = tuple(
        row(
            one.title, met(one), done_by(one, records), one.done_note or one.waived_reason,
            source=Source(one.source),
        )
        for one in records.duties
        if one.met_on or one.waived_on
    )  # fmt: skip
    headings = (_("Duty"), _("Done"), _("By"), _("How, or why not"))
    return Part(
        title,
        (table(_("Duties of the stages, by the day they were due"), headings, rows),) if rows else (),
        code="duties",
    )


def met(duty) -> str:
    if duty.waived_on:
        return _("Waived on %(day)s") % {"day": date_format(duty.waived_on)}
    return date_format(duty.met_on)


def done_by(duty, records: Records) -> str:
    """Who wrote that it was done or waived; nobody where a record shows it."""
    return records.name(duty.waived_by_id) or records.name(duty.done_by_id)


def files_part(records: Records, title: str) -> Part:
    """The list of files, not their contents."""
    rows = tuple(
        row(one.title, one.taken_on, localdate(one.uploaded_at), records.name(one.uploaded_by_id))
        for one in records.files
    )
    headings = (_("File"), _("From"), _("Added"), _("By"))
    return Part(
        title,
        (table(_("Files about the pupil, the earliest first"), headings, rows),) if rows else (),
        code="files",
    )
