"""Finding the pupil that something is about: those one teaches first."""

from django.db.models import Exists, OuterRef

from register.models import GroupPupil, Pupil, TeachingGroup

SHOWN = 8


def pupils_like(words: str, membership) -> list[Pupil]:
    """The first few pupils on roll whose names fit, one's own classes first. No words: one's own classes alone."""
    mine = GroupPupil.objects.filter(
        pupil=OuterRef("pk"),
        ends__isnull=True,
        group__teachers__membership=membership,
        group__teachers__ends__isnull=True,
    )
    found = Pupil.objects.visible_to(membership).on_roll().annotate(is_mine=Exists(mine))
    found = found.named_like(words) if words.strip() else found.filter(is_mine=True)
    return list(found.order_by("-is_mine", "legal_surname", "legal_forename", "pk")[:SHOWN])


def children_of(membership) -> list[Pupil]:
    """A parent's children at the school, the eldest first."""
    return list(Pupil.objects.visible_to(membership).on_roll().order_by("date_of_birth", "pk"))


def groups_of(membership):
    """The teaching groups this person teaches or supports now."""
    taught = {"teachers__membership": membership, "teachers__ends__isnull": True}
    return TeachingGroup.objects.visible_to(membership).filter(**taught).distinct().order_by("name")
