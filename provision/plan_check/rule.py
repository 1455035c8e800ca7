"""What a rule is and what it finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from provision.plan_check.passages import Reading
from provision.plan_check.shape import CheckedPlan

PLAN = "plan"  # the key of what belongs to the plan as a whole


@dataclass(frozen=True, slots=True)
class Settings:
    """The numbers of the rules. They are this software's own suggestions, no law: a school sets its own."""

    most_outcomes: int = 4
    most_targets: int = 10  # in the whole plan
    oldest_reading_age: int = 12  # years; parents' texts aim at 9 to 11, so this speaks up only well above


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule has to say about one field: the words it means, what is the matter, what to do."""

    key: str
    field: str
    message: str
    advice: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark and the code of its rule. `quote` holds the words as they stand in the field, or nothing."""

    rule: str
    key: str
    field: str
    message: str
    advice: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. `explanation` says why it matters; `source` where that is written, if anywhere. No rule blocks anything."""

    code: str
    name: str | Promise
    explanation: str | Promise
    look: Callable[[Reading, Settings], Iterable[Remark]]
    source: str | Promise = ""

    def find(self, plan: CheckedPlan, settings: Settings = Settings()) -> tuple[Finding, ...]:  # noqa: B008 (frozen)
        """All findings of this rule in a plan."""
        return self.find_in(Reading(plan), settings)

    def find_in(self, reading: Reading, settings: Settings) -> tuple[Finding, ...]:
        """The same, in a plan that other rules read as well; the same words in one field are named once."""
        found: dict[tuple[str, str, str], Finding] = {}
        for remark in self.look(reading, settings):
            place = (remark.key, remark.field, remark.quote.casefold())
            found.setdefault(
                place,
                Finding(self.code, remark.key, remark.field, remark.message, remark.advice, remark.quote),
            )
        return tuple(found.values())
