"""SEN status told as a person would: periods of the same stage that follow one another are one stretch of time.

A change that keeps the status (other criteria, a line of an import decided later) begins a new row; nobody outside means that.
Outside the school only the general level is known: there the stages of one level are one stretch.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from register.models import SenStatus
from register.models.status import Lasting, stage_words


@dataclass(frozen=True)
class Stretch(Lasting):
    """A status from `starts` up to, not including, `ends`; open where `ends` is None."""

    provision: str
    stage: str
    starts: datetime.date
    start_known: bool
    ends: datetime.date | None

    @property
    def words(self) -> str:
        return stage_words(self.stage, self.provision)


def stretches(periods: Iterable[SenStatus], *, by: str = "stage") -> list[Stretch]:
    """The stretches of one pupil, the earliest first; `periods` come in the order in which they began.

    `by` is "stage", or "provision" for those who know the general level alone (the MIS, the next school's file).
    """
    found: list[Stretch] = []
    for each in periods:
        if found and found[-1].ends == each.starts and getattr(found[-1], by) == getattr(each, by):
            found[-1] = replace(found[-1], ends=each.ends)
        else:
            found.append(Stretch(each.provision, each.stage, each.starts, each.start_known, each.ends))
    return found
