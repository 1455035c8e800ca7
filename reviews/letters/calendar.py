"""A meeting as a calendar file (RFC 5545): that there is one, when and where; never about whom."""

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

SCHOOL_TIME = ZoneInfo("Europe/London")
WHO_WROTE = "-//SEN office//meetings//EN"


@dataclass(frozen=True)
class Appointment:
    """`key` stays the same when the meeting is moved, and `number` counts up: calendars then move it too. Without a time it is all day."""

    key: str
    number: int
    day: datetime.date
    at: datetime.time | None
    minutes: int
    place: str
    url: str
    cancelled: bool = False


def calendar_file(appointment: Appointment, *, now: datetime.datetime) -> str:
    """The file's text."""
    calendar = Calendar()
    calendar.add("prodid", WHO_WROTE)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if appointment.cancelled else "PUBLISH")
    calendar.add_component(event_of(appointment, now))
    return calendar.to_ical().decode()


def event_of(appointment: Appointment, now: datetime.datetime) -> Event:
    event = Event()
    event.add("uid", appointment.key)
    event.add("sequence", appointment.number)
    event.add("dtstamp", now.astimezone(datetime.UTC))
    event.add("summary", _("Meeting at school"))
    event.add("location", appointment.place)
    event.add("url", appointment.url)
    event.add("status", "CANCELLED" if appointment.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    for name, moment in zip(("dtstart", "dtend"), span(appointment), strict=True):
        event.add(name, moment)
    return event


def span(appointment: Appointment) -> tuple:
    """From when until when; in UTC, so that no description of a time zone has to go along."""
    if appointment.at is None:
        return appointment.day, appointment.day + datetime.timedelta(days=1)
    begins = datetime.datetime.combine(appointment.day, appointment.at, SCHOOL_TIME).astimezone(datetime.UTC)
    return begins, begins + datetime.timedelta(minutes=appointment.minutes)
