"""Recording a session: that it ran and what each pupil had of it, or why it did not. Once a time and day, however often it is sent."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.map_choices import HAD_SOME, Mark, SessionState
from provision.models import Provision, Session, SessionMark
from senco.access.context import take_turns
from senco.core.versions import Outdated, save_newer

MEANT = ["school", "saved_by", "pupil", "session"]
STAMP = ("saved_by", "saved_at")
SAID = ("state", "reason", "minutes", "note")
MARKED = ("mark", "minutes", "note", "progress")


@dataclass(frozen=True)
class PupilsPart:
    """What one pupil had; `minutes` counts where the part was shortened."""

    pupil: object
    mark: str
    minutes: int | None = None
    note: str = ""
    progress: tuple = ()


@dataclass(frozen=True)
class Account:
    """What somebody says about a session. `minutes`: how long it lasted, where it ran."""

    state: str
    reason: str = ""
    minutes: int | None = None
    note: str = ""
    parts: tuple[PupilsPart, ...] = field(default_factory=tuple)


@transaction.atomic
def take_session(
    *,
    provision: Provision,
    day: datetime.date,
    at: datetime.time,
    planned_minutes: int,
    account: Account,
    by,
    version: int = 0,
    extra: bool = False,
) -> Session:
    """Write what was said. `version` is that of the row its writer had seen (0: none).

    Raises Outdated where somebody said something in between, ValidationError for a day to come or minutes beyond the session's.
    """
    if day > timezone.localdate():
        raise ValidationError(_("This session is still to come."))
    take_turns(f"session {provision.pk} {day} {at}")
    session = row_at(provision, day, at)
    if session and session.saved_by_id == by.pk and says(session, account):
        return session  # sent twice by one hand
    if (session.version if session else 0) != version:
        raise Outdated
    session = session or Session(
        provision=provision,
        school_id=by.school_id,
        day=day,
        at=at,
        extra=extra,
        planned_minutes=planned_minutes,
    )
    describe(session, account)
    written = save_session(session, by)
    if account.state == SessionState.RAN:
        mark_pupils(written, account.parts, by)
    return written


def row_at(provision: Provision, day: datetime.date, at: datetime.time) -> Session | None:
    return Session.objects.kept().filter(provision=provision, day=day, at=at).first()


def says(session: Session, account: Account) -> bool:
    """Whether this is what was recorded already, word for word."""
    reason = account.reason if account.state == SessionState.NOT_RUN else ""
    if (session.state, session.reason, session.note) != (account.state, reason, account.note):
        return False
    if account.state != SessionState.RAN:
        return True
    known = {mark.pupil_id: mark for mark in SessionMark.objects.kept().filter(session=session)}
    return session.minutes == (account.minutes or session.planned_minutes) and all(
        part.pupil.pk in known and marked_so(known[part.pupil.pk], part) for part in account.parts
    )


def marked_so(mark: SessionMark, part: PupilsPart) -> bool:
    shortened = part.mark != Mark.SHORTENED or mark.minutes == part.minutes
    said = (part.mark, part.note, sorted(map(str, part.progress)))
    return shortened and (mark.mark, mark.note, sorted(map(str, mark.progress))) == said


def describe(session: Session, account: Account) -> None:
    """The minutes planned stay what they were when the session was first spoken of."""
    session.state, session.note = account.state, account.note
    session.reason = account.reason if account.state == SessionState.NOT_RUN else ""
    ran = account.state == SessionState.RAN
    session.minutes = (account.minutes or session.planned_minutes) if ran else None


def save_session(session: Session, by) -> Session:
    session.saved_by, session.saved_at = by, timezone.now()
    session.full_clean(exclude=MEANT, validate_constraints=False)
    if session._state.adding:
        session.save(force_insert=True)
    else:
        save_newer(session, fields=[*SAID, *STAMP])
    return session


def mark_pupils(session: Session, parts: Iterable[PupilsPart], by) -> None:
    """One mark a pupil, written over where there is one."""
    known = {mark.pupil_id: mark for mark in SessionMark.objects.kept().filter(session=session)}
    for part in parts:
        mark = known.get(part.pupil.pk) or SessionMark(
            session=session, pupil=part.pupil, school_id=by.school_id, version=0
        )
        mark.mark, mark.note, mark.progress = part.mark, part.note, list(part.progress)
        mark.minutes = minutes_had(session, part)
        mark.saved_by, mark.saved_at = by, timezone.now()
        mark.full_clean(exclude=MEANT, validate_constraints=False)
        if mark._state.adding:
            mark.version = 1
            mark.save(force_insert=True)
        else:
            save_newer(mark, fields=[*MARKED, *STAMP])


def minutes_had(session: Session, part: PupilsPart) -> int:
    """All of it, what was entered of it, or nothing. Raises ValidationError for more than the session lasted."""
    if part.mark not in HAD_SOME:
        return 0
    if part.mark == Mark.PRESENT:
        return session.minutes
    if part.minutes is None or part.minutes > session.minutes:
        told = {"name": part.pupil.name, "n": session.minutes}
        raise ValidationError(_("%(name)s: enter how many of the %(n)d minutes the pupil had.") % told)
    return part.minutes


@transaction.atomic
def take_session_back(*, session: Session, by) -> Session:
    """It was recorded by mistake: nothing is said about this time and day any more, but who covers it."""
    session.removed_at = timezone.now()
    session.saved_by, session.saved_at = by, timezone.now()
    save_newer(session, fields=["removed_at", *STAMP])
    if session.adult_id:
        Session.objects.create(
            provision=session.provision, school_id=by.school_id, day=session.day, at=session.at,
            planned_minutes=session.planned_minutes, adult_id=session.adult_id, saved_by=by,
        )  # fmt: skip
    return session


@transaction.atomic
def put_session_back(*, session: Session, by) -> Session:
    """Undo of that. Raises ValidationError where something else was recorded for that time since."""
    since = row_at(session.provision, session.day, session.at)
    if since and since.state != SessionState.EXPECTED:
        raise ValidationError(_("Something else was recorded for this time since."))
    if since:
        since.removed_at, since.saved_by, since.saved_at = timezone.now(), by, timezone.now()
        save_newer(since, fields=["removed_at", *STAMP])
    session.removed_at = None
    session.saved_by, session.saved_at = by, timezone.now()
    save_newer(session, fields=["removed_at", *STAMP])
    return session
