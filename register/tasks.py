"""Background work of the register. Tasks load by id and call one action."""

from contextlib import contextmanager

from celery import shared_task
from django.core.exceptions import PermissionDenied

from register.actions.access import derive_access
from register.actions.imports.applying import apply_run, give_up
from register.actions.imports.staging import stage
from register.models import ImportRun
from senco.access.context import acting_as, acting_as_system
from senco.accounts.models import Membership, School


@shared_task
def reconcile_access() -> None:
    """Grants follow groups and contacts even where a change was made outside the usual actions."""
    with acting_as_system(purpose="reconcile_access"):
        for school in School.objects.order_by("pk"):
            derive_access(school=school)


@shared_task
def stage_import(run_id: str, membership_id: str) -> None:
    """Read a large file in the name of the person who brought it."""
    try:
        with acting_for(membership_id, "register.import_pupils", purpose="stage_import") as membership:
            stage(run=ImportRun.objects.get(pk=run_id), by=membership)
    except Exception:
        with acting_for(membership_id, "register.import_pupils", purpose="give_up") as membership:
            give_up(run=ImportRun.objects.get(pk=run_id), by=membership)
        raise


@shared_task
def apply_import(run_id: str, membership_id: str) -> None:
    """Apply a large file, whole or not at all. A failure leaves the run ready to be applied again, and says so there."""
    try:
        with acting_for(membership_id, "register.import_pupils", purpose="apply_import") as membership:
            apply_run(run=ImportRun.objects.get(pk=run_id), by=membership)
    except Exception:
        with acting_for(membership_id, "register.import_pupils", purpose="give_up") as membership:
            give_up(run=ImportRun.objects.get(pk=run_id), by=membership)
        raise


@contextmanager
def acting_for(membership_id: str, permission: str, *, purpose: str):
    """Act in the name of a membership if it is still live and may still do this; rights may have ended since the click."""
    with acting_as_system(purpose=purpose):
        membership = Membership.objects.live().select_related("school").get(pk=membership_id)
    if not membership.may(permission):
        raise PermissionDenied(permission)
    with acting_as(membership, purpose=purpose):
        yield membership
