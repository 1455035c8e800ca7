"""What the contact log adds to a pupil's chronology."""

from django.utils.translation import gettext as _

from register.queries.chronology import Happening, Kind, add_source
from senco.liaison.choices import Party
from senco.liaison.models import LoggedContact

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
