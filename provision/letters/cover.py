"""What a cover teacher sees of one class: first names with an initial, what keeps a child safe, what to do. Nothing else.

The database's function app_open_cover (provision's migration 0007) hands out exactly these fields.
"""

import datetime
from dataclasses import dataclass

from provision.letters.digest import NamedAlert, Shared
from provision.letters.profile import AlertLine


@dataclass(frozen=True)
class CoverPupil:
    """`strategies` are those that nobody else in the class needs."""

    name: str
    alerts: tuple[AlertLine, ...]
    strategies: tuple[str, ...]


@dataclass(frozen=True)
class CoverSheet:
    """`until` is when the link stops working."""

    school: str
    group: str
    subject: str
    until: datetime.datetime
    pupils: tuple[CoverPupil, ...]
    shared: tuple[Shared, ...]

    @property
    def alerts(self) -> tuple[NamedAlert, ...]:
        return tuple(NamedAlert(None, pupil.name, alert) for pupil in self.pupils for alert in pupil.alerts)

    @property
    def others(self) -> tuple[CoverPupil, ...]:
        """Those with something that nobody else needs."""
        return tuple(pupil for pupil in self.pupils if pupil.strategies)
