"""What an entry of the starter library says, and what it must hold to be one."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise

from provision.map_choices import AdultRole, Evidence, Tier
from register.choices import BroadArea

CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True)
class Shipped:
    """ValueError where a code or a number cannot be right. `times` is sessions a week; `kit` is (name, pence, life in months).

    `source` says who found out how well it works, in general terms: schools check it against what they buy.
    """

    code: str
    name: str | Promise
    plain: str | Promise
    area: BroadArea
    tier: Tier
    what: str | Promise
    entry: str | Promise
    exit: str | Promise
    measure: str | Promise
    minutes: int
    times: Decimal | int
    weeks: int
    size: int
    adult: AdultRole = AdultRole.TA
    external: bool = False
    evidence: Evidence = Evidence.NONE
    source: str | Promise = ""
    kit: tuple[tuple[str | Promise, int, int], ...] = ()

    def __post_init__(self):
        if not CODE.fullmatch(self.code) or len(self.code) > 50:
            raise ValueError(f"{self.code!r} is not a code: small letters, digits and hyphens, at most 50.")
        if min(self.minutes, self.times, self.weeks, self.size) <= 0:
            raise ValueError(f"{self.code}: minutes, times, weeks and size are more than nothing.")
        if self.evidence != Evidence.NONE and not self.source:
            raise ValueError(f"{self.code}: says that it works, and not who found out.")
