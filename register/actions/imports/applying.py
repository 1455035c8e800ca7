"""Apply a staged import: all of it in one transaction, or nothing."""

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.utils import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.access import derive_access
from register.models import ImportRun
from register.queries.history import register_mark
from register.queries.import_preview import shown_mark
from senco.accounts.models import School

from .contacts import apply_contacts
from .deciding import insist_on_lifting
from .groups import apply_groups
from .mis_statements import keep_statements
from .progress import progress_of
from .pupils import apply_pupils
from .staff import apply_staff
from .staging import NotReady, held, stage

APPLY = {
    ImportRun.Kind.PUPILS: apply_pupils,
    ImportRun.Kind.CTF: apply_pupils,
    ImportRun.Kind.CONTACTS: apply_contacts,
    ImportRun.Kind.STAFF: apply_staff,
    ImportRun.Kind.GROUPS: apply_groups,
}
AFTER_FAILURE = {
    ImportRun.State.APPLYING: ImportRun.State.READY,
    ImportRun.State.UPLOADED: ImportRun.State.REFUSED,
    ImportRun.State.READING: ImportRun.State.REFUSED,
}


@transaction.atomic
def begin_applying(*, run: ImportRun, leavers: bool, by, shown: str | None = None) -> ImportRun:
    """Nobody else may apply, decide or discard from here on. Raises NotReady where somebody was faster. `by` acts.

    Where the register changed since the preview, the file is compared again and the run stays READY: what was looked at
    is what is applied. `shown` is the mark of the preview that a person saw; None where nobody looked at one.
    """
    run = held(run, ImportRun.State.READY)
    if shown is not None and shown != shown_mark(run):
        raise NotReady(
            _(
                "Columns, words, decisions or records were changed after you opened this preview, so nothing was applied. This is "
                "how it stands now: look through it, then apply."
            )
        )
    if out_of_date(run):
        return stage(run=run, by=by)
    insist_on_lifting(run, by)
    run.state, run.refusal = ImportRun.State.APPLYING, ""
    run.options = run.options | {
        "leavers": leavers, "since": timezone.now().isoformat(), "asked_by": str(by.pk), "attempts": 0,
    }  # fmt: skip
    run.save(update_fields=["state", "refusal", "options"])
    return run


@transaction.atomic
def apply_run(*, run: ImportRun, by) -> ImportRun:
    """Write what the preview showed; returns the run APPLIED, or READY again where the register changed meanwhile.

    The school's imports take turns, and a run is applied once, whoever asks again: NotReady is raised then, and where
    the records do not allow a line. Nothing is written in that case.
    """
    School.objects.select_for_update().get(pk=run.school_id)
    run = held(run, ImportRun.State.READY, ImportRun.State.APPLYING)
    if out_of_date(run):
        return stage(run=run, by=by)
    insist_on_lifting(run, by)
    try:
        with transaction.atomic():
            APPLY[run.kind](run=run, by=by, progress=progress_of(run))
            keep_statements(run)
            derive_access(school=run.school, by=by)
            check_now()
    except ValidationError as problem:
        raise NotReady(" ".join(problem.messages)) from problem
    except IntegrityError as problem:
        raise NotReady(
            _("The records do not allow this import as it stands, and nothing was changed.")
        ) from problem
    run.state, run.applied_at, run.content = ImportRun.State.APPLIED, timezone.now(), None
    run.rows_done = run.row_count
    run.save(update_fields=["state", "applied_at", "content", "rows_done", "options"])
    return run


def out_of_date(run: ImportRun) -> bool:
    """Whether anything the file was compared with changed since."""
    return run.options.get("mark") != register_mark(run.school)


def check_now() -> None:
    """Rules that the database checks at the end of a transaction are checked here, where we can still say what is wrong."""
    connection.check_constraints()


@transaction.atomic
def give_up(*, run: ImportRun, by, why: str = "") -> None:
    """Work in the background failed and changed nothing: the file waits to be applied again, or to be brought again.
    `by` acts; `why` is for the person who looks."""
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.state not in AFTER_FAILURE:
        return
    run.state = AFTER_FAILURE[run.state]
    if run.state == ImportRun.State.REFUSED:
        run.content = None
    run.options = {name: value for name, value in run.options.items() if name != "attempts"}
    run.refusal = why or _(
        "The work on this file failed and nothing was changed. Try again; if it fails again, tell whoever runs the system."
    )
    run.save(update_fields=["state", "refusal", "content", "options"])
