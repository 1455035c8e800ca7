"""Values, changes and what was to be expected, as numbers. Pure: no database, no page.

Formulas, with their sources:

* *Expected.* A standardised score is worked out for each age anew: a pupil who keeps pace keeps the score. An age equivalent of a pupil
  who keeps pace grows by a month a month. On all other scales nothing is expected of time alone.
* *Ratio gain* of age equivalents: months gained ÷ months between the two tests (Brooks, What works for children and young people with
  literacy difficulties?); for a group the months of all its pupils are added first.
* *Goal attainment* of a pupil with several goals: T = 50 + 10 Σwx ÷ √(0.7 Σw² + 0.3 (Σw)²), x from −2 to +2, w the weights
  (Kiresuk and Sherman 1968, with their correlation of 0.3 between goals). 50 means: as well as was meant to be.
"""

import datetime
import math
import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.impact_choices import ScaleKind

DAYS_A_MONTH = 365.2425 / 12
CORRELATION = 0.3  # between goals of one pupil
T_MEANT = 50
Number = Decimal | float | int


def months_between(first: datetime.date, last: datetime.date) -> float:
    return (last - first).days / DAYS_A_MONTH


def t_score(goals: Iterable[tuple[Number, int]]) -> float:
    """Of (attainment from −2 to +2, weight). ValueError where there is none."""
    goals = list(goals)
    if not goals:
        raise ValueError("no goal")
    weights = [weight for _x, weight in goals]
    spread = (1 - CORRELATION) * sum(w * w for w in weights) + CORRELATION * sum(weights) ** 2
    return T_MEANT + 10 * sum(float(x) * w for x, w in goals) / math.sqrt(spread)


@dataclass(frozen=True)
class Reading:
    value: float
    day: datetime.date


@dataclass(frozen=True)
class Change:
    """What became of one pupil between the first and the last measure of a place. `kind` is one of ScaleKind, `scale` which scale it was.

    `least`: the smallest change that counts; `better` is −1 where less is better. `goal`: what was aimed for.
    """

    kind: str
    scale: Hashable
    entry: Reading
    exit: Reading
    least: float = 1
    better: int = 1
    goal: float | None = None
    later: Reading | None = None

    @property
    def months(self) -> float:
        return months_between(self.entry.day, self.exit.day)

    @property
    def gain(self) -> float:
        """In units of the scale, more than 0 being better."""
        return (self.exit.value - self.entry.value) * self.better

    @property
    def beyond_expected(self) -> float:
        """The gain less what time alone would have brought."""
        return self.gain - (self.months if self.kind == ScaleKind.AGE else 0)

    @property
    def gained(self) -> bool:
        """An age equivalent gained where it grew faster than the pupil; everything else by the least that counts."""
        return self.beyond_expected > 0 if self.kind == ScaleKind.AGE else self.gain >= self.least

    @property
    def met(self) -> bool | None:
        """Whether what was aimed for was reached; None where nothing was."""
        if self.goal is None:
            return None
        return (self.exit.value - self.goal) * self.better >= 0

    @property
    def kept(self) -> bool | None:
        """Whether the gain was still there later: less than the least that counts was lost. None where nobody looked."""
        if self.later is None:
            return None
        return (self.exit.value - self.later.value) * self.better < self.least


def expected_line(
    kind: str, values: Sequence[Reading], target: float | None = None
) -> tuple[float, ...] | None:
    """What keeping pace with the first value means on the day of each; None where nothing is to be expected."""
    if not values:
        return None
    first = values[0]
    if kind == ScaleKind.STANDARD:
        return tuple(first.value for _each in values)
    if kind == ScaleKind.AGE:
        return tuple(first.value + months_between(first.day, each.day) for each in values)
    if kind in (ScaleKind.EXPECTED, ScaleKind.GOAL):
        return tuple(0.0 for _each in values)
    return None if target is None else tuple(target for _each in values)


def ratio_gain(changes: Iterable[Change]) -> float | None:
    """Months gained for each month that passed; None where no month did, or where the scale is not one of ages."""
    ages = [each for each in changes if each.kind == ScaleKind.AGE]
    months = sum(each.months for each in ages)
    return sum(each.gain for each in ages) / months if months > 0 else None


def spoken(kind: str, value: Number, steps: Sequence[str] = ()) -> str:
    """A value as people say it: "7 years 4 months", "+1", "93.5 %", "Step 3: with some help"."""
    number = float(value)
    if kind == ScaleKind.AGE:
        years, months = divmod(round(number), 12)
        return _("%(years)s, %(months)s") % {
            "years": ngettext("%(n)d year", "%(n)d years", years) % {"n": years},
            "months": ngettext("%(n)d month", "%(n)d months", months) % {"n": months},
        }
    if kind == ScaleKind.STEPS and 1 <= round(number) <= len(steps):
        return f"{round(number)}. {steps[round(number) - 1]}"
    if kind in (ScaleKind.EXPECTED, ScaleKind.GOAL):
        return f"{round(number):+d}".replace("-", "−") if round(number) else "0"
    plain = f"{number:.2f}".rstrip("0").rstrip(".").replace("-", "−")
    return f"{plain} %" if kind == ScaleKind.PERCENT else plain


# "7.04" is how tests print 7 years and 4 months; "7.5" may be seven and a half, and is asked about.
AGE = re.compile(
    r"(?P<years>\d{1,2})(?:[:.](?P<months>\d\d)| ?y(?:ears?|rs?)?[. ]*(?:(?P<left>\d\d?) ?m?(?:onths?|ths?)?)?)"
)


def read_value(kind: str, text: str, steps: Sequence[str] = ()) -> Decimal:
    """What somebody typed or a file says. Ages as months or "7:04", "7.04" or "7y 4m"; steps by number or words. ValueError otherwise."""
    words = " ".join(str(text).replace("−", "-").replace("%", "").replace(",", ".").split())
    if kind == ScaleKind.STEPS:
        for number, step in enumerate(steps, start=1):
            if words.casefold() in (str(step).casefold(), f"{number}. {step}".casefold()):
                return Decimal(number)
    if kind == ScaleKind.AGE and (parts := age_parts(words)):
        years, months = parts
        if months > 11:
            raise ValueError(text)
        return Decimal(years * 12 + months)
    try:
        value = Decimal(words.lstrip("+"))
    except ArithmeticError:
        raise ValueError(text) from None
    if not value.is_finite() or (kind == ScaleKind.AGE and value != int(value)):
        raise ValueError(text)
    return value


def age_parts(words: str) -> tuple[int, int] | None:
    """Years and months of "7:04", "7.04", "7y 4m"; None for what is a number of months."""
    if not (found := AGE.fullmatch(words.casefold())):
        return None
    return int(found["years"]), int(found["months"] or found["left"] or 0)


def written(kind: str, value: Number) -> str:
    """A value as somebody would type it: "7:04" for an age, a plain number otherwise."""
    if kind == ScaleKind.AGE:
        years, months = divmod(round(float(value)), 12)
        return f"{years}:{months:02d}"
    return f"{float(value):.2f}".rstrip("0").rstrip(".")
