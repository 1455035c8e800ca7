"""Photos of profiles: one of the pupil's own pictures, for whoever may open that file. Where none may be shown, initials stand."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from provision.letters.profile import Photo, ProfilePaper
from register.choices import FileKind
from register.models import PupilFile, PupilFileContent

OFFERED = 12  # pictures


def pictures_of(pupil, membership):
    """A pupil's pictures (`pupil` may be the key) that this person may open."""
    return PupilFile.objects.visible_to(membership).readable().filter(pupil=pupil, kind=FileKind.PICTURE)


def pictures_to_choose(profile, membership) -> list[PupilFile]:
    """The newest of them, after the one that is chosen."""
    found = pictures_of(profile.pupil_id, membership)
    chosen = list(found.filter(pk=profile.photo_id)) if profile.photo_id else []
    return chosen + list(found.exclude(pk=profile.photo_id).for_list()[: OFFERED - len(chosen)])


def photo_of(words, name: str, membership) -> Photo | None:
    """The photo of one profile or version, for a page."""
    if words is None or words.photo_id is None:
        return None
    seen = PupilFile.objects.visible_to(membership).readable().filter(kind=FileKind.PICTURE)
    file = seen.filter(pk=words.photo_id, pupil_id=words.pupil_id).first()
    return photo(file, name) if file else None


def on_paper(paper: ProfilePaper, membership) -> ProfilePaper:
    """The same with the bytes of its photo, which a page does without."""
    if paper.photo is None:
        return paper
    kept = PupilFileContent.objects.visible_to(membership).filter(file=paper.photo.key)
    thumbnail = kept.values_list("thumbnail", flat=True).first()
    return replace(paper, photo=replace(paper.photo, content=bytes(thumbnail)) if thumbnail else None)


def photos_on_paper(words: Iterable, names: dict, membership) -> dict:
    """Pupil's key → photo with its bytes, of these profiles or versions. `names` are the pupils' by key. One query."""
    wanted = {one.photo_id: one.pupil_id for one in words if one.photo_id}
    kept = PupilFileContent.objects.visible_to(membership).filter(
        file__in=wanted, file__kind=FileKind.PICTURE
    )
    return {
        found.pupil_id: photo(found.file, names[found.pupil_id], bytes(found.thumbnail))
        for found in kept.select_related("file").defer("content").order_by("pk")
        if found.thumbnail and wanted[found.file_id] == found.pupil_id
    }


def photo(file: PupilFile, name: str, content: bytes = b"") -> Photo:
    return Photo(str(file.pk), file.alt_text or _("Photo of %(name)s") % {"name": name}, content)
