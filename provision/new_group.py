"""What setting up a group needs, as a form says it or as last term's group says it."""

import datetime
from dataclasses import dataclass, field

from provision.models import Intervention, Provision


@dataclass(frozen=True)
class WeekTime:
    """A time of the week as a form says it."""

    weekday: int
    at: datetime.time
    minutes: int
    weeks: str = ""
    misses: str = ""


@dataclass(frozen=True)
class NewGroup:
    """All that setting up a group needs. `outcomes`: pupil → the outcome it serves."""

    intervention: Intervention
    name: str
    starts: datetime.date
    ends: datetime.date
    agreed_size: int
    place: str = ""
    times: tuple[WeekTime, ...] = ()
    adults: tuple = ()
    adult_words: str = ""
    pupils: tuple = ()
    required: frozenset = frozenset()  # pupils whose plan in law says they must have it
    outcomes: dict = field(default_factory=dict)
    copied_from: Provision | None = None
