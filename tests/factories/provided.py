"""The library, groups, places and sessions of the provision map."""

import datetime
import itertools

from provision import models

from .identity import as_owner

_number = itertools.count(1)

STARTS = datetime.date(2026, 9, 7)  # a Monday
ENDS = datetime.date(2026, 12, 18)


def intervention(*, by, name: str | None = None, **fields) -> models.Intervention:
    defaults = {
        "area": "CL",
        "tier": "2",
        "minutes": 20,
        "sessions_a_week": 3,
        "weeks": 12,
        "group_size": 4,
        "adult_role": "ta",
    }
    with as_owner():
        return models.Intervention.objects.create(
            school_id=by.school_id,
            saved_by=by,
            name=name or f"Intervention {next(_number)}",
            **defaults | fields,
        )


def provision(of=None, *, by, pupils=(), adults=(), times=((0, "09:30", 20),), **fields) -> models.Provision:
    """A group of an intervention (a new one if none is given) with its adults, places and weekly times (weekday, time, minutes)."""
    of = of or intervention(by=by)
    dates = {"starts": STARTS, "ends": ENDS}
    row = {"school_id": by.school_id, "saved_by": by}
    with as_owner():
        made = models.Provision.objects.create(
            **row, intervention=of, **{"name": of.name, "agreed_size": max(1, len(pupils))} | dates | fields
        )
        for weekday, at, minutes in times:
            models.ProvisionTime.objects.create(
                **row,
                provision=made,
                weekday=weekday,
                at=datetime.time.fromisoformat(at),
                minutes=minutes,
                starts=made.starts,
            )
        for adult in adults:
            models.ProvisionAdult.objects.create(**row, provision=made, membership=adult, starts=made.starts)
    for pupil in pupils:
        place(pupil, made)
    return made


def place(of, within: models.Provision, **fields) -> models.Allocation:
    with as_owner():
        return models.Allocation.objects.create(
            school_id=of.school_id,
            saved_by=within.saved_by,
            pupil=of,
            provision=within,
            **{"starts": within.starts} | fields,
        )


def session(
    of: models.Provision, day: datetime.date, *, by=None, at: str = "09:30", **fields
) -> models.Session:
    """One that ran for as long as planned, unless told otherwise."""
    minutes = fields.pop("planned_minutes", 20)
    state = fields.pop("state", "ran")
    lasted = {"minutes": minutes} if state == "ran" else {}
    with as_owner():
        return models.Session.objects.create(
            school_id=of.school_id,
            saved_by=by or of.saved_by,
            provision=of,
            day=day,
            at=datetime.time.fromisoformat(at),
            planned_minutes=minutes,
            state=state,
            **lasted | fields,
        )


def mark(of: models.Session, pupil, mark: str = "present", **fields) -> models.SessionMark:
    had = of.minutes or 0 if mark in ("present", "short") else 0
    with as_owner():
        return models.SessionMark.objects.create(
            school_id=of.school_id,
            saved_by=of.saved_by,
            session=of,
            pupil=pupil,
            mark=mark,
            **{"minutes": had} | fields,
        )
