"""Every text of a plan with the place it stands in, in the order in which a page shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from provision.plan_check.people import known_names
from provision.plan_check.shape import CheckedItem, CheckedOutcome, CheckedPlan, CheckedProvision, SectionKind
from provision.plan_check.wording import Said, read, without_quotations


class Place(StrEnum):
    """What a text is for; a word that is vague in a promise may be right in a description."""

    OUTCOME = "outcome"  # what will be different: outcome, level, targets
    BASELINE = "baseline"
    MEASURE = "measure"
    PROVISION = "provision"  # what is delivered and by whom
    SUPPORT = "support"  # strategies, adjustments, free text about what will be done
    DESCRIPTION = "description"
    PLAIN = "plain"  # the same again for the family: its promises stand in the first words
    VIEWS = "views"


OF_SECTION = {
    SectionKind.SUPPORT: Place.SUPPORT,
    SectionKind.DESCRIPTION: Place.DESCRIPTION,
    SectionKind.VIEWS: Place.VIEWS,
}


@dataclass(frozen=True, slots=True)
class Passage:
    key: str
    field: str
    text: str
    place: Place
    shared: bool


def all_passages(plan: CheckedPlan) -> Iterator[Passage]:
    for section in plan.sections:
        yield Passage(section.key, "text", section.text, OF_SECTION[section.kind], section.shared)
    for outcome in plan.outcomes:
        yield from of_outcome(outcome)
    for item in plan.items:
        yield from twice(item, "text", item.text, Place.SUPPORT)
    for provision in plan.provisions:
        yield from twice(provision, "what", provision.what, Place.PROVISION)
        yield Passage(provision.key, "who", provision.who, Place.PROVISION, provision.shared)


def of_outcome(outcome: CheckedOutcome) -> Iterator[Passage]:
    yield from twice(outcome, "text", outcome.text, Place.OUTCOME)
    yield Passage(outcome.key, "baseline", outcome.baseline, Place.BASELINE, outcome.shared)
    yield Passage(outcome.key, "measure", outcome.measure, Place.MEASURE, outcome.shared)
    yield Passage(outcome.key, "target", outcome.target, Place.OUTCOME, outcome.shared)
    for target in outcome.targets:
        yield Passage(target.key, "text", target.text, Place.OUTCOME, outcome.shared)
        yield Passage(target.key, "measure", target.measure, Place.MEASURE, outcome.shared)


def twice(
    part: CheckedOutcome | CheckedItem | CheckedProvision, field: str, text: str, place: Place
) -> Iterator[Passage]:
    """The school's words and the plain ones for the family: where there are plain ones, parents read those."""
    yield Passage(part.key, field, text, place, part.shared and not part.plain.strip())
    yield Passage(part.key, "plain", part.plain, Place.PLAIN, part.shared)


class Reading:
    """A plan that is being read by several rules: each text is taken apart once. It lives as long as one check."""

    def __init__(self, plan: CheckedPlan) -> None:
        self.plan = plan
        self.passages = [passage for passage in all_passages(plan) if passage.text.strip()]
        self.names = known_names(plan)
        self._read: dict[str, list[Said]] = {}

    @property
    def in_school_words(self) -> list[Passage]:
        """The texts the school answers for: all but the pupil's and parents' own views."""
        return [passage for passage in self.passages if passage.place != Place.VIEWS]

    @property
    def for_parents(self) -> list[Passage]:
        return [passage for passage in self.in_school_words if passage.shared]

    def sentences(self, passage: Passage, *, quotations: bool = False) -> list[Said]:
        """The sentences of a passage; what is in quotation marks is left out unless asked for."""
        text = passage.text if quotations else without_quotations(passage.text)
        if text not in self._read:
            self._read[text] = read(text)
        return self._read[text]
