"""Adults who are away: that they are, who covers their sessions, and which do not run. Each can be undone."""

import datetime
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.actions.access import follow_provision
from provision.map_choices import NotRun, SessionState
from provision.models import AdultAbsence, Provision, Session
from senco.access.context import take_turns
from senco.core.versions import save_newer, stamp

STAMP = ("saved_by", "saved_at")


@transaction.atomic
def mark_away(*, absence: AdultAbsence, by) -> AdultAbsence:
    """From the first day to the last. Raises ValidationError where the last lies before the first."""
    absence.school_id = by.school_id
    absence.saved_by, absence.saved_at = by, timezone.now()
    absence.full_clean(exclude=["school", "saved_by"])
    absence.save(force_insert=True)
    return absence


@transaction.atomic
def take_absence_back(*, absence: AdultAbsence, by) -> AdultAbsence:
    """They are here after all. What was arranged meanwhile stays as it is."""
    return stamped(absence, "removed_at", timezone.now(), by)


@transaction.atomic
def put_absence_back(*, absence: AdultAbsence, by) -> AdultAbsence:
    return stamped(absence, "removed_at", None, by)


def stamped(record, name: str, value, by):
    setattr(record, name, value)
    stamp(record, by)
    save_newer(record, fields=[name, *STAMP])
    return record


@transaction.atomic
def cover_session(
    *, provision: Provision, day: datetime.date, at: datetime.time, planned_minutes: int, adult, by
) -> Session:
    """Somebody else takes this session, and may open its pupils that day. Raises ValidationError where it was recorded already."""
    session = open_session(provision, day, at, planned_minutes, by)
    session.adult, session.state, session.reason = adult, SessionState.EXPECTED, ""
    written = write(session, by, ["adult", "state", "reason"])
    follow_provision(school=by.school, by=by)
    return written


@transaction.atomic
def will_not_run(
    *, provision: Provision, day: datetime.date, at: datetime.time, planned_minutes: int, by
) -> Session:
    """Nobody covers it: it does not run because the adult is away. Raises ValidationError where it was recorded already."""
    [written] = none_will_run(sessions=[(provision, day, at, planned_minutes)], by=by)
    return written


@transaction.atomic
def none_will_run(*, sessions: Iterable[tuple], by) -> list[Session]:
    """Each of (provision, day, time, minutes planned) does not run, all written at one moment, by which `undo_none_run` knows them.

    Raises ValidationError where one was recorded already; then none is written.
    """
    moment, written = timezone.now(), []
    for provision, day, at, planned_minutes in sessions:
        session = open_session(provision, day, at, planned_minutes, by)
        session.adult, session.state, session.reason = None, SessionState.NOT_RUN, NotRun.ADULT_ABSENT
        written.append(write(session, by, ["adult", "state", "reason"], moment))
    follow_provision(school=by.school, by=by)
    return written


@transaction.atomic
def undo_none_run(*, moment: datetime.datetime, by) -> int:
    """As if nobody had said of any of them that it does not run. How many there were; what was recorded since is left alone."""
    found = Session.objects.kept().filter(school_id=by.school_id, saved_by=by, saved_at=moment)
    rows = list(found.filter(state=SessionState.NOT_RUN).select_for_update(of=("self",), no_key=True))
    for row in rows:
        stamped(row, "removed_at", timezone.now(), by)
    follow_provision(school=by.school, by=by)
    return len(rows)


@transaction.atomic
def undo_arrangement(*, session: Session, by) -> Session:
    """As if nobody had said anything. Raises ValidationError where the session was recorded since."""
    if session.state == SessionState.RAN:
        raise ValidationError(_("This session was recorded since. Correct it there."))
    undone = stamped(session, "removed_at", timezone.now(), by)
    follow_provision(school=by.school, by=by)
    return undone


def open_session(provision: Provision, day, at, planned_minutes: int, by) -> Session:
    """The row of the session, a new one where nobody spoke of it yet. Raises ValidationError where it was recorded."""
    take_turns(f"session {provision.pk} {day} {at}")
    session = Session.objects.kept().filter(provision=provision, day=day, at=at).first()
    if session is None:
        return Session(
            provision=provision, school_id=by.school_id, day=day, at=at, planned_minutes=planned_minutes
        )
    if session.state == SessionState.RAN or session.reason not in ("", NotRun.ADULT_ABSENT):
        raise ValidationError(_("This session was recorded already."))
    return session


def write(session: Session, by, fields: list[str], moment: datetime.datetime | None = None) -> Session:
    session.saved_by, session.saved_at = by, moment or timezone.now()
    if session._state.adding:
        session.save(force_insert=True)
    else:
        save_newer(session, fields=[*fields, *STAMP])
    return session
