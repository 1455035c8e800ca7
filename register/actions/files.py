"""Keeping files about a pupil, saying what they are and who may see them, removing them, and putting them back.

for received in form.cleaned_data["files"]:      # an UploadsField
    keep_file(pupil=pupil, upload=received, by=request.membership)
"""

import datetime
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from register.choices import FileAudience
from register.models import Pupil, PupilFile, PupilFileContent
from senco.access.context import take_turns
from senco.accounts.roles import Role
from senco.core.versions import save_newer
from senco.documents.uploads.receiving import Received

STAFF_ALONE = frozenset({FileAudience.STAFF})
COLUMNS = {each: f"for_{each.value}" for each in FileAudience}
NOT_CHECKED = ["school", "pupil", "uploaded_by", "removed_by"]


@transaction.atomic
def keep_file(
    *, pupil: Pupil, upload: Received, by, caption: str = "", alt_text: str = "", taken_on: datetime.date | None = None,
    audience: Iterable[str] = STAFF_ALONE, named_parents: Iterable = (),
) -> PupilFile:  # fmt: skip
    """Keep what an UploadField took. The same file added twice by the same person, as a double click does, is one file.

    `audience` is who reads it besides the office: only the office may choose it. `named_parents` are keys of memberships; where
    there are any, nobody else of the family reads it. Raises ValidationError.
    """
    take_turns(f"files of {pupil.pk}")
    kept_already = (
        PupilFile.objects.visible_to(by)
        .kept()
        .filter(pupil=pupil, uploaded_by=by, sha256=upload.sha256)
        .first()
    )
    if kept_already:
        return kept_already
    file = PupilFile(
        school_id=pupil.school_id, pupil=pupil, name=upload.name, kind=upload.kind, content_type=upload.content_type,
        size=upload.size, sha256=upload.sha256, uploaded_by=by, caption=caption, alt_text=alt_text, taken_on=taken_on,
        scan=upload.scan, named_parents=list(named_parents), **columns_of(audience),
    )  # fmt: skip
    check_day(file)
    check_audience(file, by)
    file.full_clean(exclude=NOT_CHECKED)
    file.save(force_insert=True)
    PupilFileContent(
        school_id=pupil.school_id, pupil=pupil, file=file, content=upload.content, thumbnail=upload.thumbnail
    ).save(force_insert=True)
    return file


def columns_of(audience: Iterable[str]) -> dict[str, bool]:
    chosen = set(audience)
    return {column: each in chosen for each, column in COLUMNS.items()}


def check_day(file: PupilFile) -> None:
    if file.taken_on and file.taken_on > timezone.localdate():
        raise ValidationError(
            {"taken_on": _("The date lies in the future. Give today's date or an earlier one.")}
        )


def check_audience(file: PupilFile, by) -> None:
    """What leaves the circle of colleagues is the office's decision, and so is what is kept from them.

    A parent who brings something may keep it from them: then it is for the SEN office, which decides.
    """
    stays_here = not file.for_family and not file.for_agency
    allowed = stays_here and (file.for_staff or by.role == Role.PARENT)
    if not allowed and not by.may("register.share_files"):
        raise ValidationError(
            _("Only the SEN office decides who else may see a file."), code="not_yours_to_share"
        )


@transaction.atomic
def describe_file(*, file: PupilFile, by, **answers) -> None:
    """Write caption, alt_text, taken_on and, from the office, who reads it (COLUMNS, named_parents) over the version that was read.

    Raises ValidationError, and Outdated where somebody saved in between.
    """
    for name, value in answers.items():
        setattr(file, name, value)
    check_day(file)
    if set(answers) & set(COLUMNS.values()):
        check_audience(file, by)
    file.full_clean(exclude=NOT_CHECKED)
    save_newer(file, fields=list(answers))


@transaction.atomic
def remove_file(*, file: PupilFile, why: str, by) -> None:
    """From now on nobody can open it. Its content is destroyed after UNDO_TIME; until then it can be put back."""
    if file.removed_at:
        raise ValidationError(_("%(name)s was removed already.") % {"name": file.name}, code="removed")
    file.removed_at, file.removed_by, file.removed_why = timezone.now(), by, why
    file.save(update_fields=["removed_at", "removed_by", "removed_why"])


@transaction.atomic
def restore_file(*, file: PupilFile, by) -> None:
    """Put back what one removed oneself or, from the office, what anybody removed. The history keeps who did (`by`). What is there stays.

    Raises ValidationError where it is too late, where a virus was the reason, or where a colleague decided otherwise.
    """
    if file.removed_at is None:
        return
    if file.removed_by_id != by.pk and not by.may("register.share_files"):
        raise ValidationError(_("The SEN office removed %(name)s.") % {"name": file.name}, code="not_yours")
    back = {"removed_at": None, "removed_by": None, "removed_why": ""}
    there = PupilFile.objects.visible_to(by).filter(pk=file.pk, erased_at__isnull=True)
    if not file.can_be_restored or not there.update(**back):
        raise ValidationError(_("%(name)s can no longer be put back.") % {"name": file.name}, code="too_late")
