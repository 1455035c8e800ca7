"""SEN status told as a person would: periods of the same status that follow one another are one stretch of time.

A change that keeps the status (other criteria, a line of an import decided later) begins a new row; nobody outside means that.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from register.choices import SenProvision
from register.models import SenStatus
from register.models.status import Lasting


@dataclass(frozen=True)
class Stretch(Lasting):
    """A status from `starts` up to, not including, `ends`; open where `ends` is None."""

    provision: str
    starts: datetime.date
    start_known: bool
    ends: datetime.date | None

    @property
    def words(self) -> str:
        return str(SenProvision(self.provision).label)


def stretches(periods: Iterable[SenStatus]) -> list[Stretch]:
    """The stretches of one pupil, the earliest first; `periods` come in the order in which they began."""
    found: list[Stretch] = []
    for period in periods:
        if found and found[-1].ends == period.starts and found[-1].provision == period.provision:
            found[-1] = replace(found[-1], ends=period.ends)
        else:
            found.append(Stretch(period.provision, period.starts, period.start_known, period.ends))
    return found
