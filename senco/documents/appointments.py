"""Appointments as a calendar file (RFC 5545): one that goes along with a letter, or all that somebody subscribes to."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vDuration

SCHOOL_TIME = ZoneInfo("Europe/London")
WHO_WROTE = "-//SEN office//meetings//EN"
ASK_AGAIN = datetime.timedelta(hours=4)  # what a calendar that subscribes is asked to wait


@dataclass(frozen=True)
class Appointment:
    """`key` stays the same when the meeting is moved, and `number` counts up: calendars then move it too. Without a time it is all day.

    `words` name nobody, unless whose calendar it is wants it so.
    """

    key: str
    number: int
    day: datetime.date
    at: datetime.time | None
    minutes: int
    place: str
    url: str
    cancelled: bool = False
    words: str = ""


def calendar_file(appointment: Appointment, *, now: datetime.datetime) -> str:
    """The text of a file that puts one appointment into a calendar, or takes it out again."""
    calendar = blank()
    calendar.add("method", "CANCEL" if appointment.cancelled else "PUBLISH")
    calendar.add_component(event_of(appointment, now))
    return calendar.to_ical().decode()


def feed_file(name: str, appointments: Iterable[Appointment], *, now: datetime.datetime) -> str:
    """The text of a calendar that somebody subscribes to under this name."""
    calendar = blank()
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", vDuration(ASK_AGAIN))
    for appointment in appointments:
        calendar.add_component(event_of(appointment, now))
    return calendar.to_ical().decode()


def blank() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", WHO_WROTE)
    calendar.add("version", "2.0")
    return calendar


def event_of(appointment: Appointment, now: datetime.datetime) -> Event:
    event = Event()
    event.add("uid", appointment.key)
    event.add("sequence", appointment.number)
    event.add("dtstamp", now.astimezone(datetime.UTC))
    event.add("summary", appointment.words or _("Meeting at school"))
    if appointment.place:
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
