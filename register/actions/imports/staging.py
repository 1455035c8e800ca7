"""Read an uploaded file and write down, line by line, what it would change. Nothing else is touched."""

from collections import Counter
from itertools import batched

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.imports.parsing import parse
from register.imports.refusals import ImportRefused
from register.models import ColumnMapping, ImportLine, ImportRun
from register.queries.history import register_mark
from register.queries.import_plans import plan

BATCH = 1000
MAPPABLE = {"unknown_columns", "missing_columns", "no_columns"}


@transaction.atomic
def stage(*, run: ImportRun, by) -> ImportRun:
    """Leaves the run READY with its lines, MAPPING when a person must name columns, or REFUSED with a reason. `by` acts."""
    decided = decisions_so_far(run)
    run.lines.all().delete()
    try:
        parsed = parse(
            bytes(run.content),
            run.file_name,
            our_laestab=run.school.laestab,
            today=localdate(),
            mapping=mapping_for(run),
            kind=run.options.get("kind") or None,
            need_choices=run.options.get("needs"),
        )
    except ImportRefused as refused:
        return set_aside(run, refused)
    run.kind, run.source, run.mapping = parsed.kind, parsed.source[:40], dict(parsed.mapping)
    run.row_count = parsed.row_count
    run.counts = write_lines(run, parsed, decided)
    run.state, run.refusal = ImportRun.State.READY, ""
    run.options = run.options | {"mark": register_mark(run.school)}
    run.save(
        update_fields=["kind", "source", "mapping", "row_count", "counts", "state", "refusal", "options"]
    )
    return run


def mapping_for(run: ImportRun) -> dict | None:
    """What the person chose for this file, else what was saved for a file with these headings."""
    if chosen := run.options.get("mapping"):
        return chosen
    saved = ColumnMapping.objects.filter(school=run.school, source=run.options.get("source", "")).first()
    return saved.columns if saved else None


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
    return {(line.row_number, line.field): line.decision for line in lines}


def write_lines(run: ImportRun, parsed, decided: dict[tuple, str]) -> dict[str, int]:
    """The lines of the preview in batches; returns how many there are of each kind."""
    counts: Counter = Counter()
    touched: set = set()
    for lines in batched(plan(run=run, parsed=parsed), BATCH, strict=False):
        for line in lines:
            line.decision = decided.get((line.row_number, line.field), line.decision)
        counts.update(line.kind for line in lines)
        touched.update(line.row_number for line in lines if line.row_number)
        ImportLine.objects.bulk_create(lines)
    rows = {record.row_number for record in parsed.records}
    counts[ImportLine.Kind.UNCHANGED] = 0 if parsed.kind == "groups" else len(rows - touched)
    return dict(counts)


@transaction.atomic
def choose_columns(*, run: ImportRun, kind: str, columns: dict[str, str], remember_as: str, by) -> ImportRun:
    """Name the columns of a file whose headings were not understood, remember them for the next one, and read it again."""
    if remember_as:
        ColumnMapping.objects.update_or_create(
            school=run.school, kind=kind, source=remember_as, defaults={"columns": columns, "saved_by": by}
        )
    run.options = run.options | {"kind": kind, "mapping": columns, "source": remember_as}
    run.save(update_fields=["options"])
    return stage(run=run, by=by)


@transaction.atomic
def decide(*, line: ImportLine, decision: str, by) -> ImportLine:
    """Settle one line of the preview: ours or theirs, the same pupil or a new one. `by` acts."""
    allowed = {"match": ("same", "new")}.get(line.field, ("ours", "theirs"))
    if line.kind != ImportLine.Kind.DECISION or decision not in allowed:
        raise ValueError(_("This line has nothing to decide in that way."))
    line.decision = decision
    line.save(update_fields=["decision"])
    return line
