"""Read an uploaded file and write down, line by line, what it would change. Nothing else is touched."""

from itertools import batched

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.imports.parsing import parse, suggest_columns
from register.imports.records import GROUPS, ParsedFile
from register.imports.refusals import ImportRefused
from register.imports.sen import words_not_understood
from register.models import ColumnMapping, ImportLine, ImportRun, Pupil
from register.queries.history import register_mark
from register.queries.import_plans import plan

BATCH = 1000
NEEDS_DECIDED_FOR = {"retired_need", "no_such_need"}  # words for needs of which a person says what they mean
MOST_WORDS = 30
WAITING = (ImportRun.State.READY, ImportRun.State.MAPPING)


class NotReady(Exception):
    """The run is not waiting for this step, or cannot take it; the text says why."""


def held(run: ImportRun, *states: str) -> ImportRun:
    """The run as it stands now, locked until the end of the transaction. Raises NotReady in any other state."""
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.state not in states:
        raise NotReady(_("This import was already applied, discarded or refused."))
    return run


@transaction.atomic
def stage(*, run: ImportRun, by) -> ImportRun:
    """Leaves the run READY with its lines, MAPPING when a person must name columns, or REFUSED with a reason. `by` acts."""
    decided = decisions_so_far(run)
    run.lines.all().delete()
    try:
        parsed, source = read(run)
    except ImportRefused as refused:
        return set_aside(run, refused)
    run.kind, run.source, run.mapping = parsed.kind, source[:40], dict(parsed.mapping)
    run.row_count = parsed.row_count
    run.counts = write_lines(run, parsed, decided)
    run.state, run.refusal = ImportRun.State.READY, ""
    run.options = run.options | {
        "mark": register_mark(run.school),
        "words": words_to_decide(parsed),
        "on_roll": Pupil.objects.filter(school=run.school).on_roll(localdate()).count(),
    }
    run.save(
        update_fields=["kind", "source", "mapping", "row_count", "counts", "state", "refusal", "options"]
    )
    return run


def read(run: ImportRun) -> tuple[ParsedFile, str]:
    """The file's records and the name of its source, with the columns a person chose for it or for one like it before."""
    content = bytes(run.content)
    saved = None if run.options.get("mapping") else mapping_kept_for(run, content)
    parsed = parse(
        content,
        run.file_name,
        our_laestab=run.school.laestab,
        today=localdate(),
        mapping=saved.columns if saved else run.options.get("mapping"),
        kind=saved.kind if saved else run.options.get("kind") or None,
        need_choices=run.options.get("needs"),
    )
    return parsed, saved.source if saved else run.options.get("source") or parsed.source


def mapping_kept_for(run: ImportRun, content: bytes) -> ColumnMapping | None:
    """The columns that were saved for a file with the same headings, the latest if there are several."""
    kept = list(ColumnMapping.objects.filter(school=run.school).order_by("-saved_at", "-pk"))
    if not kept:
        return None
    try:
        headings = set(suggest_columns(content)[0].headings)
    except ImportRefused:
        return None
    return next((mapping for mapping in kept if set(mapping.columns) == headings), None)


def set_aside(run: ImportRun, refused: ImportRefused) -> ImportRun:
    """A file whose columns are not understood waits for a person; any other refusal ends the run."""
    waits = bool(refused.headings)
    run.state = ImportRun.State.MAPPING if waits else ImportRun.State.REFUSED
    run.refusal = f"{refused.reason} {refused.what_to_do}".strip()
    run.content = run.content if waits else None
    run.save(update_fields=["state", "refusal", "content"])
    return run


def decisions_so_far(run: ImportRun) -> dict[tuple, str]:
    """What a person has decided already, for when the same file is compared again."""
    lines = run.lines.filter(kind=ImportLine.Kind.DECISION)
    return {(line.row_number, line.field, line.pupil_id): line.decision for line in lines}


def words_to_decide(parsed: ParsedFile) -> list[str]:
    """Words for needs that stand for nothing we know, each once."""
    cells = (problem.value for problem in parsed.problems if problem.code in NEEDS_DECIDED_FOR)
    words = (word for cell in cells for word in words_not_understood(cell))
    return list(dict.fromkeys(words))[:MOST_WORDS]


def write_lines(run: ImportRun, parsed: ParsedFile, decided: dict[tuple, str]) -> dict[str, int]:
    """The lines of the preview in batches; returns how many there are of each kind."""
    counts = dict.fromkeys(ImportLine.Kind.values, 0)
    touched: set = set()
    for lines in batched(plan(run=run, parsed=parsed), BATCH, strict=False):
        for line in lines:
            line.decision = decided.get((line.row_number, line.field, line.pupil_id), line.decision)
            counts[line.kind] += 1
            if line.kind != ImportLine.Kind.WARNING:
                touched.add(touched_thing(line, parsed.kind))
        ImportLine.objects.bulk_create(lines)
    counts[ImportLine.Kind.UNCHANGED] = len(things_taken(parsed) - touched)
    return counts


def touched_thing(line: ImportLine, kind: str):
    """What a line is about: a whole group, else a row."""
    return line.label if kind == GROUPS else line.row_number


def things_taken(parsed: ParsedFile) -> set:
    if parsed.kind == GROUPS:
        return {record.group for record in parsed.records}
    return {record.row_number for record in parsed.records}


@transaction.atomic
def choose_columns(*, run: ImportRun, kind: str, columns: dict[str, str], remember_as: str, by) -> ImportRun:
    """Name the columns of a file whose headings were not understood, remember them for the next one, and read it again."""
    run = held(run, *WAITING)
    if remember_as:
        ColumnMapping.objects.update_or_create(
            school=run.school, kind=kind, source=remember_as, defaults={"columns": columns, "saved_by": by}
        )
    run.options = run.options | {"kind": kind, "mapping": columns, "source": remember_as}
    run.save(update_fields=["options"])
    return stage(run=run, by=by)


@transaction.atomic
def choose_needs(*, run: ImportRun, needs: dict[str, str | None], by) -> ImportRun:
    """Say what words for needs mean (word → type of need, "" to leave it out, None to leave its rows parked); read again."""
    run = held(run, ImportRun.State.READY)
    said = {word: code for word, code in (run.options.get("needs", {}) | needs).items() if code is not None}
    run.options = run.options | {"needs": said}
    run.save(update_fields=["options"])
    return stage(run=run, by=by)


@transaction.atomic
def decide(*, line: ImportLine, decision: str, by) -> ImportLine:
    """Settle one line of the preview: ours or theirs, the same pupil or a new one.

    Raises PermissionDenied where the decision lifts a court order and `by` may not give access in spite of one.
    """
    held(line.run, ImportRun.State.READY)
    if line.kind != ImportLine.Kind.DECISION or decision not in allowed_for(line.field):
        raise NotReady(_("This line has nothing to decide in that way."))
    if lifts_order(line, decision) and not by.may("register.share_pupil"):
        raise PermissionDenied("register.share_pupil")
    line.decision = decision
    line.save(update_fields=["decision"])
    return line


def lifts_order(line: ImportLine, decision: str) -> bool:
    """Whether deciding a line in this way ends a court order: no question about a file, but one about access."""
    return line.about_order and decision == ImportLine.Decision.TAKE_THEIRS


@transaction.atomic
def decide_all(*, run: ImportRun, field: str, decision: str, by) -> int:
    """Settle every line of one sort (`field`) in the same way; returns how many. Court orders are settled one by one."""
    held(run, ImportRun.State.READY)
    if field not in TOGETHER or decision not in allowed_for(field):
        raise NotReady(_("These lines are decided one by one."))
    return run.lines.filter(kind=ImportLine.Kind.DECISION, field=field).update(decision=decision)


TOGETHER = ("match", "sen_status", "sen_needs", "left_on")


def allowed_for(field: str) -> tuple[str, str]:
    return ("same", "new") if field == "match" else ("ours", "theirs")
