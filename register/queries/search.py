"""Finding pupils by a few letters, and the pupils somebody works with."""

from dataclasses import dataclass

from django.db.models import F
from django.utils.timezone import localdate

from register.models import GroupPupil, GroupTeacher, Pupil
from register.queries.sen_register import RegisterRow, rows_of

SHORTEST = 2  # letters; one would list half the school
MOST = 10


def find_pupils(words: str, membership) -> list[Pupil]:
    """Up to ten pupils whose names contain every word, or whose UPN or admission number it is; leavers come last."""
    if len(words.strip()) < SHORTEST:
        return []
    found = Pupil.objects.visible_to(membership).named_like(words).with_status(localdate()).with_shown_name()
    return list(
        found.order_by(F("left_on").desc(nulls_first=True), "shown_surname", "shown_forename", "pk")[:MOST]
    )


@dataclass(frozen=True)
class GroupOfMine:
    """A group somebody teaches or supports; `name` is empty for pupils they know for another reason."""

    name: str
    subject: str
    rows: list[RegisterRow]


def my_groups(membership) -> list[GroupOfMine]:
    """The pupils somebody works with, by teaching group; those known by share or as key adult come last."""
    today = localdate()
    pupils = Pupil.objects.visible_to(membership).registered(today).for_register(today)
    rows = {
        row.pupil.pk: row for row in rows_of(pupils.order_by("shown_surname", "shown_forename", "pk"), today)
    }
    groups = my_group_members(membership)
    grouped = {pk for _group, members in groups for pk in members}
    found = [
        GroupOfMine(group.name, group.subject, [row for pk, row in rows.items() if pk in members])
        for group, members in groups
    ]
    others = [row for pk, row in rows.items() if pk not in grouped]
    return [each for each in [*found, GroupOfMine("", "", others)] if each.rows]


def my_group_members(membership) -> list[tuple]:
    """(group, keys of its pupils) for each group of somebody, by name."""
    teaching = GroupTeacher.objects.visible_to(membership).current().filter(membership=membership)
    groups = [row.group for row in teaching.select_related("group").order_by("group__name")]
    sitting = (
        GroupPupil.objects.visible_to(membership).current().filter(group__in=[group.pk for group in groups])
    )
    members: dict = {}
    for group_id, pupil_id in sitting.values_list("group_id", "pupil_id"):
        members.setdefault(group_id, set()).add(pupil_id)
    return [(group, members.get(group.pk, set())) for group in groups]
