"""How often plans use an entry of the banks, and how the outcomes beside it stood: plain counts, and no proof of anything.

Counted are plans that have left the office and that the reader may open: the whole school for the office, one's own pupils for the
classroom. So a number tells nobody about a pupil whose plan they could not read.
"""

from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef

from provision.choices import BankName, ItemKind, PlanState, Result, StepKind
from provision.models import Outcome, Plan, PlanItem, PlanStep

FEW = 10  # fewer outcomes than this are said to be too few: this software's own line, no statistics
BEING_WRITTEN = (PlanState.DRAFT, PlanState.READY)
WENT_OUT = (StepKind.SHARED, StepKind.AGREED, StepKind.IN_FORCE)


@dataclass(frozen=True)
class Use:
    """`results` counts outcomes by how they stood at their review."""

    plans: int = 0
    pupils: int = 0
    results: dict[str, int] = field(default_factory=dict)

    @property
    def reviewed(self) -> int:
        return sum(self.results.values())

    @property
    def is_few(self) -> bool:
        """Whether there are results, but too few to look at as more than single cases."""
        return 0 < self.reviewed < FEW

    @property
    def stood(self) -> list[tuple[str, int]]:
        """(result, how many) in the order from met to stopped, without those that never came."""
        return [(str(one.label), self.results[one]) for one in Result if self.results.get(one)]


def plans_that_count(membership):
    """Plans that are no drafts; one that was archived before anybody had it is none either."""
    went_out = PlanStep.objects.filter(plan=OuterRef("pk"), kind__in=WENT_OUT, withdrawn_at__isnull=True)
    seen = Plan.objects.visible_to(membership).with_state()
    return seen.exclude(state__in=BEING_WRITTEN).filter(Exists(went_out))


def uses_of(membership, bank: str) -> dict[str, Use]:
    """Code → how it is used, of every entry that any plan names. Two queries, whatever the plans hold."""
    counted = plans_that_count(membership).values("pk")
    if bank == BankName.STEMS:
        rows = Outcome.objects.visible_to(membership).kept().filter(plan__in=counted).exclude(stem="")
        return joined(rows, "stem", rows.exclude(result=""), "result", "pk")
    rows = PlanItem.objects.visible_to(membership).kept().filter(plan__in=counted, kind=ItemKind.STRATEGY)
    rows = rows.exclude(bank="")
    beside = rows.filter(plan__outcomes__removed_at__isnull=True, plan__outcomes__result__gt="")
    return joined(rows, "bank", beside, "plan__outcomes__result", "plan__outcomes__pk")


def joined(rows, code: str, with_results, result: str, outcome: str) -> dict[str, Use]:
    """Plans, pupils and results of each code; an outcome counts once, however often its plan holds the entry."""
    results: dict[str, dict[str, int]] = {}
    counted = with_results.order_by().values(code, result).annotate(n=Count(outcome, distinct=True))
    for row in counted:
        results.setdefault(row[code], {})[row[result]] = row["n"]
    used = rows.order_by().values(code)
    numbers = used.annotate(plans=Count("plan", distinct=True), pupils=Count("pupil", distinct=True))
    return {row[code]: Use(row["plans"], row["pupils"], results.get(row[code], {})) for row in numbers}
