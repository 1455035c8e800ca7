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
SAID = ("state", "reason", "minutes", "note", "planned_minutes", "extra")
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
    if (session.version if session else 0) != version:
        raise Outdated
    session = session or Session(provision=provision, school_id=by.school_id, day=day, at=at, extra=extra)
    describe(session, account, planned_minutes)
    written = save_session(session, by)
    if account.state == SessionState.RAN:
        mark_pupils(written, account.parts, by)
    return written


def row_at(provision: Provision, day: datetime.date, at: datetime.time) -> Session | None:
    return Session.objects.kept().filter(provision=provision, day=day, at=at).first()


def describe(session: Session, account: Account, planned_minutes: int) -> None:
    ran = account.state == SessionState.RAN
    session.state, session.note, session.planned_minutes = account.state, account.note, planned_minutes
    session.reason = account.reason if account.state == SessionState.NOT_RUN else ""
    session.minutes = (account.minutes or planned_minutes) if ran else None


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
    """It was recorded by mistake: nothing is said about this time and day any more."""
    session.removed_at = timezone.now()
    session.saved_by, session.saved_at = by, timezone.now()
    save_newer(session, fields=["removed_at", *STAMP])
    return session


@transaction.atomic
def put_session_back(*, session: Session, by) -> Session:
    """Undo of that. Raises ValidationError where something else was recorded for that time since."""
    if row_at(session.provision, session.day, session.at):
        raise ValidationError(_("Something else was recorded for this time since."))
    session.removed_at = None
    session.saved_by, session.saved_at = by, timezone.now()
    save_newer(session, fields=["removed_at", *STAMP])
    return session
