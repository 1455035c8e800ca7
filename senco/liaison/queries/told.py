"""What parents told the school of their own accord: for staff, for themselves, and what waits to be read."""

import datetime

from django.db.models import F, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register.models import PupilFile
from register.queries.due import Due, Waiting, child_name
from register.queries.pupils import names_of
from senco.liaison.models import FamilyNote

NOTE = "family_note"
READ_NOTES = "liaison.read_notes"
READ_WITHIN = datetime.timedelta(days=2)


def notes_about(pupil, membership) -> list[FamilyNote]:
    """Newest first, each with the files of it that this person may open (`brought`), and with `who` told and read it (`reader`)."""
    notes = list(FamilyNote.objects.visible_to(membership).filter(pupil=pupil))
    people = names_of(
        {note.by_id for note in notes} | {note.read_by_id for note in notes} - {None}, membership
    )
    keys = [key for note in notes for key in note.files]
    files = PupilFile.objects.visible_to(membership).readable().filter(pk__in=keys)
    found = {file.pk: file for file in files} if keys else {}
    for note in notes:
        note.who, note.reader = people[note.by_id], people.get(note.read_by_id)
        note.brought = [found[key] for key in note.files if key in found]
    return notes


def notes_to_read(membership) -> list[FamilyNote]:
    """What the office has not read yet, with pupil and parent; who waits longest first."""
    if not membership.may(READ_NOTES):
        return []
    unread = FamilyNote.objects.visible_to(membership).unread()
    return list(unread.select_related("pupil", "by").order_by("told_at", "pk"))


def notes_waiting(membership) -> list:
    """Notes to read, as rows of COLUMNS."""
    if not membership.may(READ_NOTES):
        return []
    row = (Value(NOTE), F("pk"), child_name(), F("text"), F("pupil_id"), F("told_at"))
    return [FamilyNote.objects.visible_to(membership).unread().order_by().values_list(*row)]


def note_due(row: Waiting) -> Due:
    day = timezone.localdate(row.since + READ_WITHIN)
    url = f"{reverse('liaison:pupil_log', args=[row.pupil_id])}#note-{row.key}"
    return Due(row.who, _("Read what a parent told us"), day, url, row.pupil_id)
