"""What a person says about a file that waits: which column is which, what its words mean, which of two facts is right."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from register.models import ColumnMapping, ImportLine, ImportRun
from register.queries.import_columns import mappings_like

from .staging import WAITING, NotReady, held, stage

TOGETHER = ("match", "sen_status", "sen_needs", "sen_since", "sen_history", "left_on")
OF_THIS_FILE = ("mapping", "kind", "source", "header_row")


@transaction.atomic
def choose_columns(
    *,
    run: ImportRun,
    kind: str,
    columns: list[list[str]],
    remember_as: str,
    by,
    header_row: int | None = None,
) -> ImportRun:
    """Name the columns of a file ((heading, field) in order), and read it again.

    `remember_as` keeps them for the next file with the same headings, in the place of what was kept for those before.
    """
    run = held(run, *WAITING)
    if remember_as:
        remember(run, kind, columns, remember_as, by)
    run.options = run.options | {
        "kind": kind, "mapping": columns, "source": remember_as or run.source, "header_row": header_row,
    }  # fmt: skip
    run.save(update_fields=["options"])
    return stage(run=run, by=by)


def remember(run: ImportRun, kind: str, columns: list[list[str]], name: str, by) -> None:
    """One mapping for each set of headings: the last one that somebody saved."""
    forget_like(run, columns)
    ColumnMapping.objects.update_or_create(
        school=run.school, kind=kind, source=name,
        defaults={"columns": columns, "saved_by": by, "saved_at": timezone.now()},
    )  # fmt: skip


def forget_like(run: ImportRun, columns) -> None:
    for mapping in mappings_like(run.school, columns):
        mapping.delete()


@transaction.atomic
def forget_columns(*, run: ImportRun, by) -> ImportRun:
    """What was kept for files with these headings was wrong: they are recognised by their headings again, this one at once."""
    run = held(run, *WAITING)
    forget_like(run, run.mapping or run.options.get("mapping") or [])
    run.options = {name: value for name, value in run.options.items() if name not in OF_THIS_FILE}
    run.save(update_fields=["options"])
    return stage(run=run, by=by)


@transaction.atomic
def choose_words(*, run: ImportRun, said: Mapping[str, Mapping[str, str | None]], by) -> ImportRun:
    """Say what words mean, by topic (word → code, "" to leave it out, None to leave its rows parked); read again."""
    run = held(run, ImportRun.State.READY)
    before = run.options.get("said", {})
    after = {
        topic: {
            word: code for word, code in (before.get(topic, {}) | dict(words)).items() if code is not None
        }
        for topic, words in (before | dict(said)).items()
        if topic in said or before.get(topic)
    }
    run.options = run.options | {"said": after}
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
    """Whether deciding a line in this way ends a court order, or lets somebody in who may be the one it is about.

    No question about a file, but one about access.
    """
    return (line.about_order or line.about_resemblance) and decision == ImportLine.Decision.TAKE_THEIRS


def insist_on_lifting(run: ImportRun, by) -> None:
    """Who may not lift an order does not apply a file that does, whoever decided it; the database would refuse the file."""
    lifting = run.lines.filter(field__startswith="court_order:", decision=ImportLine.Decision.TAKE_THEIRS)
    if lifting.exists() and not by.may("register.share_pupil"):
        raise NotReady(
            _("This file lifts a court order, as was decided. Only the SENCO or the head may apply it.")
        )


@transaction.atomic
def decide_all(*, run: ImportRun, field: str, decision: str, by) -> int:
    """Settle every line of one sort (`field`) in the same way; returns how many. Court orders are settled one by one."""
    held(run, ImportRun.State.READY)
    if field not in TOGETHER or decision not in allowed_for(field):
        raise NotReady(_("These lines are decided one by one."))
    return run.lines.filter(kind=ImportLine.Kind.DECISION, field=field).update(decision=decision)


def allowed_for(field: str) -> tuple[str, str]:
    return ("same", "new") if field == "match" else ("ours", "theirs")
