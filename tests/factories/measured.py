"""Scales of a school and measures of its pupils."""

import datetime
import itertools

from provision import models

from .identity import as_owner

_number = itertools.count(1)


def scale(*, by, kind: str = "standard", **fields) -> models.Scale:
    with as_owner():
        return models.Scale.objects.create(
            school_id=by.school_id, saved_by=by, kind=kind, **{"name": f"Scale {next(_number)}"} | fields
        )


def measure(of, on: models.Scale, value, day: datetime.date, **fields) -> models.Measurement:
    """A value of a pupil; with `place` and `moment` one of a group."""
    with as_owner():
        return models.Measurement.objects.create(
            school_id=of.school_id,
            saved_by=on.saved_by,
            pupil=of,
            scale=on,
            value=value,
            taken_on=day,
            **fields,
        )


def went(
    place: models.Allocation,
    on: models.Scale,
    first,
    last,
    *,
    ended: datetime.date,
    weeks: int = 12,
    **fields,
):
    """A place measured at its start and, `weeks` later, at its end; `fields` (a target) go with the first."""
    begun = ended - datetime.timedelta(weeks=weeks)
    measure(place.pupil, on, first, begun, place=place, moment="entry", **fields)
    return measure(place.pupil, on, last, ended, place=place, moment="exit")
