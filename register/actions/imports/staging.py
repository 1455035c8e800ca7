"""Read an uploaded file and write down, line by line, what it would change. Nothing else is touched."""

from itertools import batched

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.imports.parsing import parse
from register.imports.records import GROUPS, STAFF, ParsedFile
from register.imports.refusals import ImportRefused
from register.models import ColumnMapping, ImportLine, ImportRun
from register.queries.history import register_mark
from register.queries.import_columns import mapping_kept_for
from register.queries.import_plans import plan
from register.queries.import_plans.leavers import held_here
from register.queries.import_plans.pupils import tells_of_our_mis
from register.queries.import_plans.staff import wordings_to_ask

from .progress import progress_of

BATCH = 1000
ASKED_ABOUT = {
    "retired_need": "needs",
    "no_such_need": "needs",
    "doubtful_need": "needs",
    "no_such_status": "statuses",
    "doubtful_status": "statuses",
}  # problem → topic
MOST_WORDS = 60
WAITING = (ImportRun.State.READY, ImportRun.State.MAPPING)
UNFINISHED = (*WAITING, ImportRun.State.UPLOADED, ImportRun.State.READING, ImportRun.State.APPLYING)


class NotReady(Exception):
    """The run is not waiting for this step, or cannot take it; the text says why."""


def held(run: ImportRun, *states: str) -> ImportRun:
    """The run as it stands now, locked until the end of the transaction. Raises NotReady in any other state."""
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.state not in states:
        raise NotReady(over_in_words())
    return run


def over_in_words() -> str:
    return _("This import was already applied, discarded or refused.")


@transaction.atomic
def stage(*, run: ImportRun, by) -> ImportRun:
    """Leaves the run READY with its lines, MAPPING when a person must name columns, or REFUSED with a reason. `by` acts.

    The row stays locked meanwhile, so a worker that dies leaves the run as it was, and nobody takes it while one works.
    """
    run = held(run, *UNFINISHED)
    decided = decisions_so_far(run)
    run.lines.all().delete()
    try:
        parsed, kept = read(run)
    except ImportRefused as refused:
        return set_aside(run, refused)
    run.kind, run.mapping = parsed.kind, [list(pair) for pair in parsed.mapping]
    run.source = (kept.source if kept else run.options.get("source") or parsed.source)[:40]
    run.row_count = parsed.row_count
    stated: dict[str, list] = {}
    run.counts = write_lines(run, parsed, decided, stated)
    run.state, run.refusal = ImportRun.State.READY, ""
    run.options = run.options | {
        "mark": register_mark(run.school),
        "words": words_to_decide(run, parsed),
        "held": held_here(run.school, parsed.kind),
        "kept": str(kept.pk) if kept else "",
        "own_mis": tells_of_our_mis(run.school, parsed),
        "stated": stated,
    }
    run.save(
        update_fields=["kind", "source", "mapping", "row_count", "counts", "state", "refusal", "options"]
    )
    return run


def read(run: ImportRun) -> tuple[ParsedFile, ColumnMapping | None]:
    """The file's records, with the columns a person chose for it or for one like it before; and those kept columns."""
    content, said = bytes(run.content), run.options.get("said", {})
    kept, header_row = (None, None) if "mapping" in run.options else mapping_kept_for(run, content)
    parsed = parse(
        content,
        run.file_name,
        our_laestab=run.school.laestab,
        today=localdate(),
        mapping=kept.columns if kept else run.options.get("mapping"),
        kind=kept.kind if kept else run.options.get("kind") or None,
        header_row=header_row if kept else run.options.get("header_row"),
        need_choices=said.get("needs"),
        status_choices=said.get("statuses"),
        progress=progress_of(run),
    )
    return parsed, kept


def set_aside(run: ImportRun, refused: ImportRefused) -> ImportRun:
    """A file whose columns are not understood waits for a person; any other refusal ends the run."""
    waits = bool(refused.headings)
    run.state = ImportRun.State.MAPPING if waits else ImportRun.State.REFUSED
    run.refusal = f"{refused.reason} {refused.what_to_do}".strip()
    run.content = run.content if waits else None
    run.save(update_fields=["state", "refusal", "content"])
    return run


def decisions_so_far(run: ImportRun) -> dict[tuple, str]:
    """What a person has decided already, for when the same file is compared again. Not about court orders: what was lifted may be
    another order by now."""
    lines = [line for line in run.lines.filter(kind=ImportLine.Kind.DECISION) if not line.about_order]
    return {(line.row_number, line.field, line.pupil_id): line.decision for line in lines}


def words_to_decide(run: ImportRun, parsed: ParsedFile) -> dict[str, list[str]]:
    """By topic, the wordings that stand for nothing we know, each once."""
    found: dict[str, dict[str, None]] = {"needs": {}, "statuses": {}, "roles": {}}
    for problem in parsed.problems:
        if topic := ASKED_ABOUT.get(problem.code):
            found[topic].update(dict.fromkeys(problem.words))
    if parsed.kind == STAFF:
        found["roles"].update(dict.fromkeys(wordings_to_ask(run, parsed)))
    return {topic: list(words)[:MOST_WORDS] for topic, words in found.items()}


def write_lines(
    run: ImportRun, parsed: ParsedFile, decided: dict[tuple, str], stated: dict[str, list]
) -> dict[str, int]:
    """The lines of the preview in batches; returns how many there are of each kind, of parked ones how many rows: a row may
    have several faults. `stated` is filled, see `plan`."""
    counts = dict.fromkeys(ImportLine.Kind.values, 0)
    touched: set = set()
    parked: set = set()
    for lines in batched(plan(run=run, parsed=parsed, stated=stated), BATCH, strict=False):
        for line in lines:
            line.decision = decided.get((line.row_number, line.field, line.pupil_id), line.decision)
            counts[line.kind] += line.kind != ImportLine.Kind.PARKED or line.row_number not in parked
            if line.kind == ImportLine.Kind.PARKED and line.row_number:
                parked.add(line.row_number)
            if line.kind != ImportLine.Kind.WARNING:
                touched.add(touched_thing(line, parsed.kind))
        ImportLine.objects.bulk_create(lines)
    counts[ImportLine.Kind.UNCHANGED] = len(things_taken(parsed) - touched)
    return counts


def touched_thing(line: ImportLine, kind: str):
    """What a line is about: a whole group, however it is spelled, else a row."""
    return line.label.casefold() if kind == GROUPS else line.row_number


def things_taken(parsed: ParsedFile) -> set:
    if parsed.kind == GROUPS:
        return {record.group.casefold() for record in parsed.records}
    return {record.row_number for record in parsed.records}
