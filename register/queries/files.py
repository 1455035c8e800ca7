"""Files about pupils, as lists show them. Contents are never loaded here."""

from django.db.models import Exists, OuterRef

from register.models import PupilFile


def files_of(pupil, membership, *, removed: bool = False):
    """A pupil's files that this person sees, newest first: those that are kept, or those that were removed."""
    found = PupilFile.objects.visible_to(membership).filter(pupil=pupil).for_list()
    return found.removed() if removed else found.kept()


def shared_files(membership, pupils):
    """What a family or a professional reads of these pupils, newest first. Nothing of it waits or was removed."""
    return PupilFile.objects.visible_to(membership).filter(pupil__in=pupils).readable().for_list()


def has_shared_files(membership) -> Exists:
    """Whether there are any, as a condition on pupils: a page that only leads to them need not read them."""
    return Exists(PupilFile.objects.visible_to(membership).readable().filter(pupil=OuterRef("pk")))
