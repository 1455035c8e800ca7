"""Apply a staged import: all of it in one transaction, or nothing."""

from collections.abc import Callable

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.access import derive_access
from register.models import ImportRun
from register.queries.history import register_mark
from senco.accounts.models import School

from .contacts import apply_contacts
from .groups import apply_groups
from .pupils import apply_pupils
from .staff import apply_staff
from .staging import stage

APPLY = {
    ImportRun.Kind.PUPILS: apply_pupils,
    ImportRun.Kind.CTF: apply_pupils,
    ImportRun.Kind.CONTACTS: apply_contacts,
    ImportRun.Kind.STAFF: apply_staff,
    ImportRun.Kind.GROUPS: apply_groups,
}
Progress = Callable[[int], None]


class NotReady(Exception):
    """The run is not waiting to be applied; the text says why."""


@transaction.atomic
def apply_run(*, run: ImportRun, by) -> ImportRun:
    """Write what the preview showed. The school's imports take turns; a run is applied once, whoever asks again."""
    School.objects.select_for_update().get(pk=run.school_id)  # imports of a school take turns
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.state not in (ImportRun.State.READY, ImportRun.State.APPLYING):
        raise NotReady(_("This import was already applied, discarded or refused."))
    APPLY[run.kind](run=run, by=by, progress=progress_of(run))
    derive_access(school=run.school, by=by)
    run.state, run.applied_at, run.content = ImportRun.State.APPLIED, timezone.now(), None
    run.rows_done = run.row_count
    run.save(update_fields=["state", "applied_at", "content", "rows_done"])
    return run


@transaction.atomic
def begin_applying(*, run: ImportRun, leavers: bool, by) -> ImportRun:
    """Nobody else may apply, decide or discard from here on. Raises NotReady where somebody was faster. `by` acts.

    Where the register changed since the preview, the file is compared again and the run stays READY: what was looked at
    is what is applied.
    """
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.state != ImportRun.State.READY:
        raise NotReady(_("This import was already applied, discarded or refused."))
    if run.options.get("mark") != register_mark(run.school):
        return stage(run=run, by=by)
    run.state, run.options = ImportRun.State.APPLYING, run.options | {"leavers": leavers}
    run.save(update_fields=["state", "options"])
    return run


@transaction.atomic
def give_up(*, run: ImportRun, by) -> None:
    """Applying failed and changed nothing: the file waits to be applied again. `by` acts."""
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.state != ImportRun.State.APPLYING:
        return
    run.state = ImportRun.State.READY
    run.refusal = _(
        "Applying failed and nothing was changed. Try again; if it fails again, tell whoever runs the system."
    )
    run.save(update_fields=["state", "refusal"])


def progress_of(run: ImportRun) -> Progress:
    """Tells a watching page how many lines are done. Kept outside the database, whose transaction nobody can look into."""

    def report(done: int) -> None:
        cache.set(progress_key(run.pk), done, timeout=3600)

    return report


def progress_key(run_id) -> str:
    return f"import-progress:{run_id}"
