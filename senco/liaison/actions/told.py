"""A parent tells the school something of their own accord; the office says that it has read it."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register import letters
from register.actions.files import STAFF_ALONE, keep_file
from register.actions.mail import mail_to_sencos
from register.actions.writing import insist_may_write
from senco.access.context import take_turns
from senco.documents.uploads.receiving import Received
from senco.liaison.models import FamilyNote


@transaction.atomic
def tell(*, note: FamilyNote, uploads: Iterable[Received] = (), by) -> FamilyNote:
    """Keep a parent's note with what they bring; the SENCO hears of it, without a name. Its key comes with the form: sent twice it is one.

    Raises PermissionDenied from a parent who only reads, ValidationError where nothing is said and nothing brought.
    """
    insist_may_write(by, note.pupil_id)
    take_turns(f"note {note.pk}")
    if there := FamilyNote.objects.visible_to(by).filter(pk=note.pk, by=by).first():
        return there
    note.text = note.text.strip()
    uploads = list(uploads)
    if not note.text and not uploads:
        raise ValidationError({"text": _("Write something, or choose a file.")}, code="empty")
    note.school_id, note.by = note.pupil.school_id, by
    audience = STAFF_ALONE if note.for_staff else ()
    note.files = [keep_file(pupil=note.pupil, upload=each, audience=audience, by=by).pk for each in uploads]
    note.full_clean(exclude=["school", "pupil", "by"])
    note.save(force_insert=True)
    mail_to_sencos(note.school_id, letters.parent_told_us, reverse("dashboard:home"))
    return note


@transaction.atomic
def note_read(*, note: FamilyNote, by) -> None:
    """The office has read it. The parent sees that, and by whom; read once, it stays read."""
    if note.read_at is None:
        note.read_at, note.read_by = timezone.now(), by
        note.save(update_fields=["read_at", "read_by"])
