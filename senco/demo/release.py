"""One release of figures, so that the governor's sign-in has something to read and the SENCO may release the next."""

import datetime
from contextlib import suppress

from django.core.exceptions import ValidationError

from senco.accounts.models import Membership
from senco.accounts.roles import Role
from senco.core.calendar import school_year_dates, school_year_of
from senco.demo.world import DAY, World
from senco.governance.actions import release_figures
from senco.governance.deadlines import half_term_starts


def release_to_governors(world: World) -> None:
    """By the headteacher, on the last school day of the half-term before this one. The school is in the database."""
    head = next(member for member in world.made(Membership) if member.role == Role.HEAD)
    day = day_of_release(world)
    with suppress(ValidationError):  # of a very small school nothing can be told without telling of a child
        release_figures(by=head, on=day, at=world.at(day, from_hour=15, to_hour=16))


def day_of_release(world: World) -> datetime.date:
    """In the first half-term of a school year there is none before; then the last school day."""
    this_half = max(start for start in half_term_starts(world.calendar) if start <= world.today)
    first_of_year, _last = school_year_dates(school_year_of(world.today))
    earlier = world.school_day(this_half - DAY)
    return earlier if earlier >= first_of_year else world.school_day(world.today)
