"""Background work of the register. Tasks load by id and call one action."""

from celery import shared_task

from register.actions.access import derive_access
from senco.access.context import acting_as_system
from senco.accounts.models import School


@shared_task
def reconcile_access() -> None:
    """Grants follow groups and contacts even where a change was made outside the usual actions."""
    with acting_as_system(purpose="reconcile_access"):
        for school in School.objects.order_by("pk"):
            derive_access(school=school)
