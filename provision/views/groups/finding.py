"""Finding what the views of groups are about."""

from django.shortcuts import get_object_or_404

from provision.models import Allocation, Provision, ProvisionAdult, ProvisionTime
from provision.queries.groups.finding import groups_for
from senco.core.versions import to_edit

ROWS = {"time": ProvisionTime, "adult": ProvisionAdult, "place": Allocation}


def group_or_404(request, pk) -> Provision:
    return get_object_or_404(groups_for(request.membership), pk=pk)


def group_to_edit_or_404(request, pk) -> Provision:
    """Held until the request ends where it submits."""
    found = Provision.objects.visible_to(request.membership).kept().select_related("intervention")
    return get_object_or_404(to_edit(request, found), pk=pk)


def row_or_404(request, kind: str, pk):
    """A time, an adult or a place, removed ones included, of a group that was not removed."""
    found = ROWS[kind].objects.visible_to(request.membership).filter(provision__removed_at__isnull=True)
    related = {"place": ("pupil",), "adult": ("membership",)}.get(kind, ())
    return get_object_or_404(to_edit(request, found.select_related("provision", *related)), pk=pk)
