"""What the plan check finds in a plan, with the place on the plan's page: shown beside the text, and before a plan goes on."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from provision.choices import SectionKind
from provision.models import Plan
from provision.plan_check import PLAN, RULES, Finding, Rule, check, family_text
from provision.queries.checked import Surroundings, Typed, checked_plan, surroundings_of
from provision.queries.desk import Desk, Part, desk_of

RULE = {rule.code: rule for rule in RULES}
ABOUT = {  # field of a finding on the whole plan → the kinds of section it is about, the first that the plan has
    "outcomes": (SectionKind.OUTCOMES,),
    "targets": (SectionKind.OUTCOMES,),
    "provision": (SectionKind.PROVISION, SectionKind.STRATEGIES, SectionKind.OUTCOMES),
}
PARENTS_READ = (9, 11)  # the reading age that texts for parents aim at, in years


@dataclass(frozen=True)
class Place:
    """Where a finding stands: the section it belongs to (None: the plan), what its row is called, the address of it on the page."""

    part: Part | None
    row: str = ""
    url: str = ""


@dataclass(frozen=True)
class Hint:
    finding: Finding
    place: Place

    @property
    def quote(self) -> str:
        """The words it means, where its message does not quote them itself."""
        quote = self.finding.quote
        return "" if quote in self.finding.message else quote


@dataclass(frozen=True)
class OfRule:
    """What one rule has to say: why it matters is told once."""

    rule: Rule
    hints: tuple[Hint, ...]


@dataclass(frozen=True)
class OfPart:
    part: Part
    rules: tuple[OfRule, ...]
    count: int


@dataclass(frozen=True)
class PlanHints:
    """`whole`: what concerns the plan as a whole; `parts`: the sections about which something is said, in their order."""

    whole: tuple[OfRule, ...]
    parts: tuple[OfPart, ...]
    count: int
    reading_age: int | None  # of all that the family reads, in years; None where that is too short to say

    @property
    def reads_hard(self) -> bool:
        return self.reading_age is not None and self.reading_age > PARENTS_READ[1]

    def of(self, section) -> tuple[OfRule, ...]:
        """What is said about one section and its rows."""
        return next((one.rules for one in self.parts if one.part.section.pk == section.pk), ())


def findings_of(plan: Plan, membership) -> PlanHints:
    """All that the check says about a plan that was loaded `with_state`. A fixed number of queries, whatever the plan holds."""
    return hints_in(plan, desk_of(plan, membership), surroundings_of(plan, membership))


def shown_hints(plan: Plan, desk: Desk, membership) -> PlanHints | None:
    """What is shown beside the text: to whoever may write in the plan now; None, and no query, for all others."""
    if not any(part.may_write for part in desk.parts):
        return None
    return hints_in(plan, desk, surroundings_of(plan, membership))


def hints_in(plan: Plan, desk: Desk, around: Surroundings) -> PlanHints:
    read = checked_plan(plan, desk, around)
    places = places_in(plan, desk)
    found = [placed(one, places) for one in check(read, switched_off=around.rules_off)]
    parts = [of_part(part, found) for part in desk.parts]
    age = family_text(read).age
    return PlanHints(
        whole=by_rule(hint for hint in found if hint.place.part is None),
        parts=tuple(part for part in parts if part.count),
        count=len(found),
        reading_age=None if age is None else round(age),
    )


def of_part(part: Part, found: Iterable[Hint]) -> OfPart:
    hints = [hint for hint in found if hint.place.part is part]
    return OfPart(part, by_rule(hints), len(hints))


def hints_about(plan: Plan, membership, typed: Collection[Typed]) -> tuple[OfRule, ...]:
    """What the check says about words that are being written, as if they stood in the plan already."""
    around = surroundings_of(plan, membership)
    read = checked_plan(plan, desk_of(plan, membership), around, typed)
    keys = {part.key for part in typed} | {
        target.key for part in typed for target in getattr(part, "targets", ())
    }
    found = check(read, switched_off=around.rules_off)
    return by_rule(Hint(one, Place(None)) for one in found if one.key in keys)


def by_rule(hints: Iterable[Hint]) -> tuple[OfRule, ...]:
    """Together what one rule says, in the order of the rules."""
    found: dict[str, list[Hint]] = {}
    for hint in hints:
        found.setdefault(hint.finding.rule, []).append(hint)
    return tuple(OfRule(RULE[code], tuple(group)) for code, group in found.items())


def placed(finding: Finding, places: dict) -> Hint:
    """A finding on a need or on the whole plan leads to the section that it is about."""
    place = places.get(finding.key) or places.get((PLAN, finding.field)) or Place(None)
    return Hint(finding, place)


def places_in(plan: Plan, desk: Desk) -> dict:
    """Key of a finding, or (PLAN, field) → where it stands."""
    page = plan.get_absolute_url()
    found: dict = {}
    for part in desk.parts:
        found[f"section-{part.section.code}"] = Place(part, "", f"{page}#{part.id}")
        for key, words in rows_in(part):
            found[key] = Place(part, words, f"{page}#{key}")
    by_kind = {part.section.kind: part for part in reversed(desk.parts)}
    for field, kinds in ABOUT.items():
        part = next((by_kind[kind] for kind in kinds if kind in by_kind), None)
        if part:
            found[PLAN, field] = Place(None, part.section.title, f"{page}#{part.id}")
    return found


def rows_in(part: Part) -> Iterable[tuple[str, str]]:
    """(key, what it is called) of each row that a finding can be about, targets among them."""
    if part.shows not in ("outcome", "item", "provision"):
        return
    for row in part.rows:
        if part.shows != "outcome":
            yield f"{part.shows}-{row.pk}", str(row)
            continue
        yield f"outcome-{row.row.pk}", str(row)
        yield from ((f"target-{target.row.pk}", str(target.row)) for target in row.targets)
