"""Finding the pupil that something is about: those one teaches first."""

from django.db.models import Case, When

from register.models import GroupPupil, GroupTeacher, Pupil, TeachingGroup
from register.queries.portal import is_written_about

SHOWN = 8


def pupils_like(words: str, membership) -> list[Pupil]:
    """The first few pupils on roll whose names fit, one's own classes first. No words: one's own classes alone.

    Who those are is asked first and by itself: as a condition on every pupil of the school the answer took half a minute where the
    database knew nothing about its tables yet.
    """
    mine = pupils_taught_by(membership)
    found = Pupil.objects.visible_to(membership).on_roll()
    found = found.named_like(words) if words.strip() else found.filter(pk__in=mine)
    own_first = Case(When(pk__in=mine, then=0), default=1)
    return list(found.order_by(own_first, "legal_surname", "legal_forename", "pk")[:SHOWN])


def pupils_taught_by(membership) -> list:
    """Keys of the pupils in the groups this person teaches or supports now."""
    groups = GroupTeacher.objects.visible_to(membership).filter(membership=membership, ends__isnull=True)
    sitting = GroupPupil.objects.visible_to(membership).filter(
        group__in=list(groups.values_list("group_id", flat=True))
    )
    return list(
        sitting.filter(ends__isnull=True).order_by("pupil_id").values_list("pupil_id", flat=True).distinct()
    )


def children_of(membership) -> list[Pupil]:
    """A parent's children at the school, the eldest first, with `may_write`: whether the parent writes to us about them."""
    children = Pupil.objects.visible_to(membership).on_roll().annotate(may_write=is_written_about(membership))
    return list(children.order_by("date_of_birth", "pk"))


def groups_of(membership):
    """The teaching groups this person teaches or supports now."""
    taught = {"teachers__membership": membership, "teachers__ends__isnull": True}
    return TeachingGroup.objects.visible_to(membership).filter(**taught).distinct().order_by("name")
