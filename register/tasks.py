"""Background work of the register. Tasks load by id and call one action."""

from collections.abc import Callable
from contextlib import suppress

from celery import shared_task
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.actions import file_keeping
from register.actions.access import derive_access
from register.actions.duties import renew_duties
from register.actions.imports.applying import apply_run, give_up
from register.actions.imports.background import DUE, PERMISSION, TO_READ, an_importer_of, claim
from register.actions.imports.staging import NotReady, held, stage
from register.models import ImportRun
from senco.access.context import acting_as, acting_as_system
from senco.accounts.languages import in_language_of
from senco.accounts.models import Membership, School
from senco.core.separately import each_by_itself
from senco.documents.uploads.scanning import NotJudged, ScannerAway, has_scanner


@shared_task
def reconcile_access() -> None:
    """Grants follow groups and contacts even where a change was made outside the usual actions."""
    at_each_school("reconcile_access", lambda school: derive_access(school=school))


@shared_task
def renew_stage_duties() -> None:
    """What stages ask for again with a new term or a new year, for every pupil who is at one."""
    at_each_school("renew_stage_duties", lambda school: renew_duties(school=school, on=localdate()))


def at_each_school(purpose: str, act: Callable[[School], object]) -> None:
    """Each school in a transaction of its own: what fails at one holds up no other, and none waits for the last."""
    with acting_as_system(purpose=purpose):
        schools = list(School.objects.order_by("pk"))

    def at(school: School) -> None:
        with acting_as_system(purpose=purpose):
            act(school)

    each_by_itself(f"{purpose} failed at some schools", schools, at)


@shared_task
def take_up_imports(school_id: str | None = None) -> None:
    """Every run that is due: at one school as soon as it is asked for, and at every school now and then in case nobody was woken."""
    with acting_as_system(purpose="take_up_imports"):
        schools = School.objects.order_by("pk").values_list("pk", flat=True)
        tidiers = [an_importer_of(pk) for pk in ([school_id] if school_id else list(schools))]
    for tidier in filter(None, tidiers):
        with acting_as(tidier, purpose="take_up_imports"):
            due = list(
                ImportRun.objects.visible_to(tidier)
                .filter(state__in=DUE)
                .order_by("started_at", "pk")
                .values_list("pk", flat=True)
            )
        for run_id in due:
            take_up(run_id, tidier)


def take_up(run_id, tidier: Membership) -> None:
    """Read or apply one run in the name of whoever asked for it. A failure, or rights that ended since, changes nothing and says so.

    `tidier` may import at the same school: in their name the attempt is counted and a failed run is put back.
    """
    with acting_as(tidier, purpose="take_up_imports"):
        run = claim(run_id=run_id, by=tidier)
    if run is None:
        return
    try:
        asked_by = still_may(run.options.get("asked_by") or str(run.by_id))
        with acting_as(asked_by, purpose="import"), in_language_of(asked_by):
            work_on(run, asked_by)
    except Exception as problem:
        with acting_as(tidier, purpose="give_up"):
            give_up(run=run, by=tidier, why=str(problem) if isinstance(problem, NotReady) else "")
        if not isinstance(problem, NotReady):
            raise


def work_on(run: ImportRun, by: Membership) -> None:
    if run.state in TO_READ:
        stage(run=held(run, *TO_READ), by=by)
    else:
        apply_run(run=run, by=by)


def still_may(membership_id: str) -> Membership:
    """Whoever pressed the button, if they are still there and still may: rights may have ended since."""
    with acting_as_system(purpose="import"):
        membership = Membership.objects.live().select_related("school").filter(pk=membership_id).first()
    if membership is None or not membership.may(PERMISSION):
        raise NotReady(_("Whoever asked for this may no longer import. Nothing was changed."))
    return membership


@shared_task
def look_after_files() -> None:
    """The content of removed files is destroyed once it is too late to put them back; files that wait are scanned.

    A file that the virus scanner cannot judge waits on and holds up no other; while the scanner is away all wait for the next round.
    """
    with acting_as_system(purpose="erase_removed_files"):
        file_keeping.erase_removed()
        waiting = file_keeping.waiting() if has_scanner() else []
    with suppress(ScannerAway):
        for key in waiting:
            with suppress(NotJudged), acting_as_system(purpose="scan_waiting_files"):
                file_keeping.scan_waiting(key=key)
