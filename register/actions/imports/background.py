"""Work on a large file goes on behind the page, and always comes to an end that a person can see.

The run itself is the note that work is due: it is UPLOADED (to be read) or APPLYING (to be applied) from the moment somebody
pressed the button, in the same transaction. A worker is woken after the commit; where the broker was away or a worker died, the
regular round finds the note. While somebody works on a run, its row is locked, so nobody else takes it.
"""

import datetime

from celery import current_app
from django.db import OperationalError, transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from register.models import ImportRun
from senco.accounts.models import Membership

from .applying import give_up
from .staging import NotReady, stage

TAKE_UP = "register.tasks.take_up_imports"
PERMISSION = "register.import_pupils"
MOST_ATTEMPTS = 3
TO_READ = (ImportRun.State.UPLOADED, ImportRun.State.READING)
DUE = (*TO_READ, ImportRun.State.APPLYING)
STUCK_AFTER = datetime.timedelta(minutes=10)


def wake_worker_after_commit(run: ImportRun) -> None:
    """If the broker is away, the regular round comes by."""
    school = str(run.school_id)
    transaction.on_commit(
        lambda: current_app.send_task(TAKE_UP, args=[school], expires=60, retry=False), robust=True
    )


def since(run: ImportRun) -> datetime.datetime:
    """When the work that is due was asked for."""
    return parse_datetime(run.options.get("since") or "") or run.started_at


def is_stuck(run: ImportRun) -> bool:
    """Due for so long that somebody may try again or drop the file."""
    return run.state in DUE and since(run) < timezone.now() - STUCK_AFTER


def free(run_id, *, school_id) -> ImportRun | None:
    """The run, locked until the end of the transaction; None while somebody works on it. Raises DoesNotExist."""
    try:
        with transaction.atomic():
            return ImportRun.objects.select_for_update(nowait=True, of=("self",)).get(
                pk=run_id, school_id=school_id
            )
    except OperationalError:  # somebody holds the lock
        return None


def claim(*, run_id, by: Membership) -> ImportRun | None:
    """Count one more attempt at a run that is due, before it is made: a file that kills its worker does not do so for ever.

    `by` acts for the school. None where there is nothing to do (any more), or the run was given up for good here.
    """
    run = free(run_id, school_id=by.school_id)
    if run is None or run.state not in DUE:
        return None
    attempts = run.options.get("attempts", 0) + 1
    if attempts > MOST_ATTEMPTS:
        give_up(run=run, by=by)
        return None
    run.options = run.options | {"attempts": attempts}
    run.save(update_fields=["options"])
    return run


@transaction.atomic
def try_again(*, run: ImportRun, by: Membership) -> ImportRun:
    """Any importer of the school: read a waiting file anew, or put one whose work got stuck back to where its work begins."""
    held = unoccupied(run)
    if held.state == ImportRun.State.APPLYING:
        held.state, held.refusal = ImportRun.State.READY, ""
        held.save(update_fields=["state", "refusal"])
        return held
    if held.content is None:
        raise NotReady(_("The file is no longer kept. Bring it again."))
    return stage(run=held, by=by)


@transaction.atomic
def discard(*, run: ImportRun, by: Membership) -> None:
    """The file is dropped without changing anything; the record that it was brought stays. `by` acts. Raises NotReady."""
    held = unoccupied(run)
    held.content = None
    held.state = ImportRun.State.DISCARDED
    held.save(update_fields=["content", "state"])
    held.lines.all().delete()


def unoccupied(run: ImportRun) -> ImportRun:
    """The run, locked, if it waits for a person or its work got stuck. Raises NotReady."""
    held = free(run.pk, school_id=run.school_id)
    if held is None or (held.state in DUE and not is_stuck(held)):
        raise NotReady(_("Somebody is still working on this file. Look again in a few minutes."))
    if held.state not in (*DUE, ImportRun.State.READY, ImportRun.State.MAPPING):
        raise NotReady(_("This import was already applied, discarded or refused."))
    return held


def an_importer_of(school_id) -> Membership | None:
    """Somebody who may import at this school now, the longest there: in whose name a run is tidied whose own importer has left."""
    people = Membership.objects.live().filter(school=school_id, user__isnull=False).select_related("school")
    return next((each for each in people.order_by("starts", "pk") if each.may(PERMISSION)), None)
