"""What the contact log adds to a pupil's chronology."""

from django.urls import reverse
from django.utils.translation import gettext as _

from register.queries.chronology import Happening, Kind, add_source, at_hour
from senco.liaison.choices import Party
from senco.liaison.models import CallRequest, FamilyNote, LoggedContact
from senco.liaison.queries.calls import ANSWER

AT_HOME = {Party.PARENT, Party.PUPIL}


@add_source
def contacts(pupil, membership):
    """Every contact that this person may read, and what was promised."""
    if not membership.may("liaison.view_log"):
        return
    for entry in LoggedContact.objects.visible_to(membership).kept().filter(pupil=pupil).with_people():
        text = entry.summary
        if entry.follow_up:
            text = _("%(said)s Next: %(next)s") % {"said": text, "next": entry.follow_up}
        kind = Kind.FAMILY if entry.party in AT_HOME else Kind.SCHOOL
        yield Happening(
            entry.day, kind, str(entry), text, by=entry.logged_by_id, url=entry.get_absolute_url()
        )


@add_source
def calls(pupil, membership):
    """That a parent asked to be rung, for the office; the call itself stands there as a contact."""
    if not membership.may(ANSWER):
        return
    for call in CallRequest.objects.visible_to(membership).filter(pupil=pupil):
        yield at_hour(
            call.asked_at, Kind.FAMILY, _("A parent asked to be rung"), text=call.about, by=call.asked_by_id
        )


@add_source
def notes(pupil, membership):
    """What a parent told the school, for staff whom it is for."""
    if not membership.may("liaison.view_log"):
        return
    url = reverse("liaison:pupil_log", args=[pupil.pk])
    for note in FamilyNote.objects.visible_to(membership).filter(pupil=pupil):
        words = note.text or _("Papers or pictures, without words.")
        yield at_hour(
            note.told_at, Kind.FAMILY, _("A parent told us something"), text=words, by=note.by_id, url=f"{url}#note-{note.pk}"
        )  # fmt: skip
