"""Who teaches or supports whom now: through the groups of the school, by the database's clock."""

from django.db.models import Exists, OuterRef
from django.utils import timezone

from register.models import GroupPupil, GroupTeacher, Pupil, TeachingGroup
from senco.accounts.models import Membership


def classes_of(membership):
    """The groups whose digest this person reads: those they teach or support; for the office all that anybody teaches."""
    teaching = GroupTeacher.objects.visible_to(membership).live().filter(group=OuterRef("pk"))
    if not membership.sees_whole_school:
        teaching = teaching.filter(membership=membership)
    return TeachingGroup.objects.visible_to(membership).filter(Exists(teaching))


def teaches(membership, group) -> bool:
    """Whether the digest of this group is for them to read and confirm, not only to look at."""
    found = GroupTeacher.objects.visible_to(membership).live().filter(group=group, membership=membership)
    return found.exists()


def pupils_in(group, membership):
    """Pupils on roll in a group whose records this person may open, by name."""
    return of_groups([group], membership).order_by("shown_forename", "shown_surname", "pk")


def of_groups(groups, membership):
    sitting = GroupPupil.objects.visible_to(membership).live().filter(group__in=groups, pupil=OuterRef("pk"))
    return roll(membership).filter(Exists(sitting)).with_shown_name()


def roll(membership):
    """Pupils on roll today whose records this person may open."""
    return Pupil.objects.visible_to(membership).registered(timezone.localdate())


def pairs_of(membership, *, pupils=None) -> list[tuple]:
    """(key of a colleague, key of a pupil they teach or support), for the office; `pupils` narrows to these. Two queries."""
    sitting = GroupPupil.objects.visible_to(membership).live().filter(pupil__in=roll(membership))
    if pupils is not None:
        sitting = sitting.filter(pupil__in=pupils)
    teaching = (
        GroupTeacher.objects.visible_to(membership).live().filter(membership__in=Membership.objects.live())
    )
    teachers: dict = {}
    for group_id, membership_id in teaching.order_by("pk").values_list("group_id", "membership_id"):
        teachers.setdefault(group_id, set()).add(membership_id)
    found = {
        (who, pupil_id)
        for group_id, pupil_id in sitting.order_by("pk").values_list("group_id", "pupil_id")
        for who in teachers.get(group_id, ())
    }
    return sorted(found)


def people(keys, membership) -> dict:
    """Key → colleague."""
    return Membership.objects.visible_to(membership).in_bulk(list(keys))
