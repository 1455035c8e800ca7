"""Writing the contact log: a contact is logged, corrected, taken out where it was a mistake, and followed up."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.files import STAFF_ALONE, keep_file
from register.models import PupilAccess, PupilFile
from senco.access.context import take_turns
from senco.core.versions import save_newer, stamp
from senco.documents.uploads.receiving import Received
from senco.liaison.models import ContactFile, LoggedContact

SAID = (
    "kind", "direction", "party", "contact", "with_words", "day", "at", "summary", "for_staff", "follow_up", "follow_up_by",
    "follow_up_who",
)  # fmt: skip
WRITER = ("saved_by", "saved_at")
GIVEN = ["school", "pupil", "logged_by", "saved_by", "followed_up_by"]


@transaction.atomic
def log_contact(*, entry: LoggedContact, uploads: Iterable[Received] = (), by) -> LoggedContact:
    """Keep a new entry with its files. Its key comes with the form: sent twice it is logged once.

    Raises ValidationError for a day to come, a follow-up by nobody who could read it, and files that may not be kept.
    """
    take_turns(f"contact {entry.pk}")
    mine = LoggedContact.objects.visible_to(by).filter(pupil=entry.pupil, logged_by=by)
    if there := mine.filter(pk=entry.pk).first():
        return there
    uploads = list(uploads)
    if uploads and not entry.for_staff and not by.may("register.share_files"):
        words = _(
            "Only the SEN office can keep files from staff. Leave the files out, or let staff read the entry."
        )
        raise ValidationError({"for_staff": words})
    entry.school_id, entry.logged_by = entry.pupil.school_id, by
    stamp(entry, by)
    insist_sensible(entry, by)
    insert(entry)
    add_files(entry, uploads, by)
    return entry


@transaction.atomic
def correct_contact(*, entry: LoggedContact, by) -> LoggedContact:
    """What was logged, as it should read. The history keeps what it said. Raises ValidationError, PermissionDenied, Outdated."""
    insist_changeable(entry, by)
    stamp(entry, by)
    insist_sensible(entry, by)
    insist_files_follow(entry, by)
    save_newer(entry, fields=[*SAID, *WRITER])
    return entry


@transaction.atomic
def remove_contact(*, entry: LoggedContact, by) -> None:
    """It was a mistake; `bring_contact_back` undoes it. Raises PermissionDenied for somebody else's entry."""
    insist_changeable(entry, by)
    entry.removed_at = timezone.now()
    stamp(entry, by)
    save_newer(entry, fields=["removed_at", *WRITER])


@transaction.atomic
def bring_contact_back(*, entry: LoggedContact, by) -> None:
    insist_changeable(entry, by)
    entry.removed_at = None
    stamp(entry, by)
    save_newer(entry, fields=["removed_at", *WRITER])


@transaction.atomic
def follow_up_done(*, entry: LoggedContact, by) -> None:
    """What was promised is done. Said twice it was done the first time. Raises PermissionDenied for somebody else's promise."""
    insist_promise_of(entry, by)
    if entry.is_promised:
        entry.followed_up_at, entry.followed_up_by = timezone.now(), by
        stamp(entry, by)
        save_newer(entry, fields=["followed_up_at", "followed_up_by", *WRITER])


@transaction.atomic
def follow_up_open(*, entry: LoggedContact, by) -> None:
    """Undo of `follow_up_done`."""
    insist_promise_of(entry, by)
    if entry.followed_up_at:
        entry.followed_up_at = entry.followed_up_by = None
        stamp(entry, by)
        save_newer(entry, fields=["followed_up_at", "followed_up_by", *WRITER])


def insert(entry: LoggedContact) -> None:
    """Write the row; a key that is in use by an entry its sender cannot see is refused, not shown."""
    try:
        with transaction.atomic():
            entry.save(force_insert=True)
    except IntegrityError as taken:
        if taken.__cause__.diag.constraint_name != "liaison_loggedcontact_pkey":
            raise
        raise ValidationError(
            _("This form cannot be sent any more. Open a new one."), code="key_taken"
        ) from taken


def add_files(entry: LoggedContact, uploads: Iterable[Received], by) -> None:
    """With the pupil's other files, read by whoever reads the entry."""
    audience = STAFF_ALONE if entry.for_staff else frozenset()
    for upload in uploads:
        file = keep_file(
            pupil=entry.pupil,
            upload=upload,
            by=by,
            caption=str(entry)[:500],
            taken_on=entry.day,
            audience=audience,
        )
        if not entry.files.filter(file=file).exists():
            link = ContactFile(
                school_id=entry.school_id, pupil_id=entry.pupil_id, entry=entry, file=file, by=by
            )
            link.save(force_insert=True)


def insist_files_follow(entry: LoggedContact, by) -> None:
    """What is kept for the office from now on must not leave its files behind for staff."""
    open_files = (
        PupilFile.objects.visible_to(by).kept().filter(pk__in=entry.files.values("file"), for_staff=True)
    )
    if not entry.for_staff and open_files.exists():
        words = _(
            "Staff can read a file of this entry. Under Files, have the SEN office keep it from them first."
        )
        raise ValidationError({"for_staff": words})


def insist_changeable(entry: LoggedContact, by) -> None:
    if not entry.is_changeable_by(by):
        raise PermissionDenied


def insist_promise_of(entry: LoggedContact, by) -> None:
    """Whoever promised it may say so, and so may whoever may correct the entry."""
    if entry.follow_up_who_id != by.pk:
        insist_changeable(entry, by)


def insist_sensible(entry: LoggedContact, by) -> None:
    """Raises ValidationError for a day to come, a promise of nothing, and one by somebody who could not read of it."""
    if entry.day > timezone.localdate():
        raise ValidationError({"day": _("The day lies in the future. Give today's date or an earlier one.")})
    if not entry.follow_up and (entry.follow_up_by or entry.follow_up_who_id):
        raise ValidationError({"follow_up": _("Say what happens next, or empty the day and the name.")})
    if not entry.follow_up and entry.followed_up_at:
        raise ValidationError(
            {"follow_up": _("This is recorded as done. Say on the list that it is not, then take it out.")}
        )
    if entry.follow_up_who_id and not may_read(entry.follow_up_who, entry, by):
        words = _(
            "%(name)s could not read this entry. Choose somebody who works with the pupil, or let staff read it."
        )
        raise ValidationError({"follow_up_who": words % {"name": entry.follow_up_who.name}})
    entry.full_clean(exclude=GIVEN)


def may_read(adult, entry: LoggedContact, by) -> bool:
    """Whether the adult who is to follow it up reads the entry, as far as its writer can know."""
    if adult.pk == by.pk or adult.sees_whole_school:
        return True
    grants = PupilAccess.objects.visible_to(by).live().filter(membership=adult, content_object=entry.pupil_id)
    return entry.for_staff and grants.exists()
