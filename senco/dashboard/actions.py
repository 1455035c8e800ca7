"""Private addresses of calendars: made, ended, and read by whoever holds one."""

import datetime

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from senco.access.context import acting_as
from senco.accounts.languages import in_language_of
from senco.accounts.models import Membership
from senco.audit.actions import record_exported
from senco.dashboard.models import CalendarFeed
from senco.dashboard.queries.dated import Entry, entries_between, kinds_for
from senco.documents.appointments import Appointment, feed_file

BEFORE, AHEAD = (
    datetime.timedelta(days=31),
    datetime.timedelta(days=366),
)  # what a feed reaches back, and forward
CALENDAR = "dashboard.view_calendar"
USUAL_MINUTES = 30  # of a meeting that does not say how long it is


@transaction.atomic
def make_feed(*, with_names: bool, only_mine: bool, by) -> str:
    """The token of a new address, which is nowhere kept: it can be read now and never again. The one before it stops working."""
    end_feed(by=by)
    token = CalendarFeed.new_token()
    CalendarFeed.objects.create(
        school_id=by.school_id, membership=by, token_hash=CalendarFeed.hash_of(token), with_names=with_names, only_mine=only_mine,
    )  # fmt: skip
    return token


@transaction.atomic
def end_feed(*, by) -> bool:
    """This person's address stops working at once; whether there was one."""
    return bool(CalendarFeed.objects.visible_to(by).open().update(ended_at=timezone.now()))


def read_feed(*, token: str) -> str | None:
    """The calendar file of whoever made this address, as they may read it at this moment; None for one that does not work (any more).

    Runs as the bare login role: the function tells whose address it is and notes that it was read; everything in the file is then
    read in the name of that person, through both locks.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "select membership_id, with_names, only_mine from app_open_feed(%s)",
            [CalendarFeed.hash_of(token)],
        )
        found = cursor.fetchone()
    owner = owner_of(found[0]) if found else None
    return owner and file_of(owner, with_names=found[1], only_mine=found[2])


def owner_of(key) -> Membership | None:
    """The person, as long as their role and their account last."""
    live = Membership.objects.live().filter(pk=key, user__is_active=True).select_related("school").first()
    return live if live and live.may(CALENDAR) else None


def file_of(owner: Membership, *, with_names: bool, only_mine: bool) -> str:
    """Everything of the last month and the next year that this person may read now, as a calendar file."""
    today = timezone.localdate()
    with acting_as(owner, purpose="calendar feed"), in_language_of(owner):
        entries = entries_between(owner, today - BEFORE, today + AHEAD)
        entries = [entry for entry in entries if entry.mine or not only_mine]
        pupils = {entry.pupil_id for entry in entries} - {None}
        if with_names and pupils:
            record_exported(owner, what="calendar feed", pupil_ids=sorted(pupils))
        labels = kinds_for(owner)
        appointments = [
            appointment(entry, str(labels[entry.kind]), with_names=with_names) for entry in entries
        ]
        return feed_file(_("SEN calendar"), appointments, now=timezone.now())


def appointment(entry: Entry, label: str, *, with_names: bool) -> Appointment:
    """What kind of thing it is, and whom it is about only where the owner wants that. Words that somebody wrote never leave."""
    return Appointment(
        key=f"{entry.kind}-{entry.key}",
        number=0,
        day=entry.on,
        at=entry.at,
        minutes=entry.minutes or USUAL_MINUTES,
        place="",
        url=settings.SITE_URL + entry.url,
        words=f"{entry.who}: {label}" if with_names else label,
    )
