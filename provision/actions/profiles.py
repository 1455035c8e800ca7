"""Profiles: written with the pupil, agreed with them, published, taken down, read."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.models import Profile, ProfileReading, ProfileVersion
from provision.models.profile import MOST_LINES, PARTS, SHOWN
from provision.queries.photos import pictures_of
from provision.queries.profiles import profile_word
from senco.access.context import take_turns
from senco.core.versions import Outdated, save_newer

COPIED = (*SHOWN, "agreed_on")
NOT_CHECKED = [
    "school",
    "pupil",
    "saved_by",
    "photo",
]  # the writer may not see a photo that somebody else chose


def wait_for_turn(pupil_id) -> None:
    """One profile is written or published at a time: two people who begin it together meet at the first one's words."""
    take_turns(f"profile of {pupil_id}")


@transaction.atomic
def write_profile(*, profile: Profile, by) -> Profile:
    """The words of a profile, as `profile` carries them (from a form); version 0 is one that nobody saved yet.

    New words, or another photo, were not agreed with the pupil: the mark of an earlier agreement falls. Raises Outdated where somebody
    saved after its writer had opened it, ValidationError for a date to come, a profile without a word or with too many lines, or a photo that is no picture
    of this pupil which its writer may open.
    """
    wait_for_turn(profile.pupil_id)
    stored = Profile.objects.filter(pupil_id=profile.pupil_id).first()
    check(profile)
    if profile.photo_id and profile.photo_id != getattr(stored, "photo_id", None):
        check_photo(profile, by)
    if stored is None:
        return begin(profile, by)
    if profile._state.adding:
        raise Outdated
    if any(getattr(stored, name) != getattr(profile, name) for name in SHOWN):
        profile.agreed_on = None
    return save(profile, by, *COPIED)


def begin(profile: Profile, by) -> Profile:
    profile.version, profile.saved_by, profile.saved_at = 1, by, timezone.now()
    profile.school_id, profile.agreed_on = by.school_id, None
    profile.full_clean(exclude=NOT_CHECKED, validate_constraints=False)
    profile.save(force_insert=True)
    return profile


def save(profile: Profile, by, *fields: str) -> Profile:
    profile.saved_by, profile.saved_at = by, timezone.now()
    profile.full_clean(exclude=NOT_CHECKED, validate_constraints=False)
    save_newer(profile, fields=[*fields, "saved_by", "saved_at"])
    return profile


def check(profile: Profile) -> None:
    """Raises ValidationError; see `write_profile`."""
    if profile.is_empty:
        raise ValidationError(_("Write at least one of the four parts."), code="empty")
    for part in PARTS:
        if sum(1 for line in getattr(profile, part).splitlines() if line.strip()) > MOST_LINES:
            text = _("These are more than %(most)d lines. Keep what matters most: it must fit on one page.")
            raise ValidationError({part: text % {"most": MOST_LINES}})
    if profile.written_on and profile.written_on > timezone.localdate():
        text = _("The date lies in the future. Give the day on which you wrote it together.")
        raise ValidationError({"written_on": text})


def check_photo(profile: Profile, by) -> None:
    if not pictures_of(profile.pupil_id, by).filter(pk=profile.photo_id).exists():
        raise ValidationError(_("This picture is no longer there. Choose another one."), code="photo")


@transaction.atomic
def agree_profile(*, profile: Profile, on: datetime.date | None, by) -> Profile:
    """The pupil heard or read these words and agrees; None takes the mark back. Raises Outdated."""
    wait_for_turn(profile.pupil_id)
    profile.agreed_on = on
    return save(profile, by, "agreed_on")


@transaction.atomic
def publish_profile(*, profile: Profile, by) -> ProfileVersion:
    """Freeze the words for everybody who reads them: staff, the family, professionals. The version before is withdrawn.

    Raises ValidationError where nothing was saved since it was published last.
    """
    wait_for_turn(profile.pupil_id)
    stored = Profile.objects.get(pk=profile.pk)
    if stored.version != profile.version:
        raise Outdated
    standing = stored.versions.standing().first()
    if standing is not None and standing.saved_version == stored.version:
        raise ValidationError(_("Nothing was changed since it was published."), code="unchanged")
    withdraw(stored)
    last = stored.versions.aggregate(last=Max("number"))["last"] or 0
    version = ProfileVersion(
        school_id=stored.school_id, pupil_id=stored.pupil_id, profile=stored, number=last + 1, saved_version=stored.version,
        title=profile_word(by.school), by=by, **{name: getattr(stored, name) for name in COPIED},
    )  # fmt: skip
    version.full_clean(exclude=["profile", "by", *NOT_CHECKED], validate_constraints=False)
    version.save(force_insert=True)
    return version


@transaction.atomic
def take_down_profile(*, profile: Profile, by) -> bool:
    """Families and professionals read it no more, colleagues as a draft; whether there was something to take down. `by` is kept by the history."""
    wait_for_turn(profile.pupil_id)
    return withdraw(profile)


def withdraw(profile: Profile) -> bool:
    return bool(profile.versions.standing().update(withdrawn_at=timezone.now()))


@transaction.atomic
def read_profile(*, version: ProfileVersion, by) -> None:
    """A colleague says that they have read this version; saying so twice changes nothing."""
    ProfileReading.objects.bulk_create(
        [
            ProfileReading(
                school_id=version.school_id, pupil_id=version.pupil_id, version=version, membership=by
            )
        ],
        ignore_conflicts=True,
    )
