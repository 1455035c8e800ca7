"""A class digest: what several need first, then what one needs, what must be known for safety, and what has changed."""

import datetime
import uuid
from dataclasses import dataclass

from provision.letters.profile import AlertLine


@dataclass(frozen=True)
class Shared:
    """The same thing needed by several: `names` of those who need it, `keys` their own. `ordinary`: good practice for
    a whole class."""

    text: str
    names: tuple[str, ...]
    keys: tuple
    total: int
    ordinary: bool = False

    @property
    def count(self) -> int:
        return len(self.names)


@dataclass(frozen=True)
class PlanWords:
    """Something that one pupil's plan says, as the count of what is shared takes it in. `bank` is the entry's code, if it has one."""

    who: object
    name: str
    text: str
    bank: str = ""


@dataclass(frozen=True)
class NamedAlert:
    """`key` is the pupil's."""

    key: object
    name: str
    alert: AlertLine


@dataclass(frozen=True)
class PlanLink:
    key: uuid.UUID
    title: str
    review_on: datetime.date


@dataclass(frozen=True)
class PupilEntry:
    """One pupil of a digest. `own` are the strategies and adjustments that nobody else in the class needs."""

    key: uuid.UUID
    name: str
    status: str
    needs: tuple[str, ...]
    own: tuple[str, ...] = ()
    shared: int = 0
    access: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    plans: tuple[PlanLink, ...] = ()
    has_profile: bool = False

    @property
    def says_something(self) -> bool:
        needed = self.own or self.shared or self.access or self.uses
        return bool(needed or self.plans or self.status or self.has_profile)


@dataclass(frozen=True)
class Change:
    """Something that is new for those who teach a pupil. `source` is the row, `state` what it says: together they are read once."""

    kind: str
    kind_name: str
    source: uuid.UUID
    state: str
    pupil_id: uuid.UUID
    at: datetime.datetime
    by_id: uuid.UUID | None
    what: str
    details: tuple[str, ...] = ()
    url: str = ""

    @property
    def key(self) -> tuple[str, uuid.UUID, str]:
        return self.kind, self.source, self.state

    @property
    def mark(self) -> str:
        """The same in a form."""
        return f"{self.kind}.{self.source}.{self.state}"


@dataclass(frozen=True)
class PupilChanges:
    """What is new about one pupil, the newest first."""

    key: uuid.UUID
    name: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Digest:
    """`total` counts the pupils of the class; `others` those about whom there is nothing to say. `prompts`: see queries/shared.py."""

    group: str
    subject: str
    on: datetime.date
    total: int
    alerts: tuple[NamedAlert, ...] = ()
    shared: tuple[Shared, ...] = ()
    ordinary: tuple[Shared, ...] = ()
    access: tuple[Shared, ...] = ()
    entries: tuple[PupilEntry, ...] = ()
    others: int = 0
    prompts: tuple[Shared, ...] = ()
    changes: tuple[PupilChanges, ...] = ()
