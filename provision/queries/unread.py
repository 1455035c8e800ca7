"""How much of each of one's classes is still to be read."""

from provision.queries.changes import changes_of, is_unread, readings
from provision.queries.teaching import roll
from register.models import GroupPupil


def unread_by_class(groups, membership) -> dict:
    """Class's key → changes that this colleague has not confirmed. A fixed number of queries."""
    sitting = GroupPupil.objects.visible_to(membership).live().filter(group__in=groups)
    places = list(
        sitting.filter(pupil__in=roll(membership)).order_by("pk").values_list("group_id", "pupil_id")
    )
    keys = sorted({pupil_id for _group, pupil_id in places})
    read, changes = readings(membership, keys, of=membership), changes_of(keys, membership)
    unread = {
        key: sum(is_unread(one, membership.pk, read) for one in found) for key, found in changes.items()
    }
    counts: dict = {}
    for group_id, pupil_id in places:
        counts[group_id] = counts.get(group_id, 0) + unread.get(pupil_id, 0)
    return counts
