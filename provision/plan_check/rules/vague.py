"""Words that promise something nobody can count."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.plan_check.amounts import is_number, says_how_much, says_how_often
from provision.plan_check.data.vague_words import VAGUE, Settled, Vague
from provision.plan_check.passages import Passage, Place, in_school_words
from provision.plan_check.people import known_names, places_of_names
from provision.plan_check.rule import Remark, Rule, Settings
from provision.plan_check.shape import CheckedPlan
from provision.plan_check.wording import Match, Phrases, Said, pieces, read, split
from senco.core.plain_language import listed

PROMISING = listed("will shall must should")  # a sentence in a description that says what will be done
HARMLESS = Phrases(phrase for vague in VAGUE for phrase in split(vague.harmless))


def entries(place: Place) -> dict[str, Vague]:
    return {phrase: vague for vague in VAGUE if place in vague.places for phrase in split(vague.phrases)}


ENTRIES = {place: entries(place) for place in Place} | {Place.DESCRIPTION: entries(Place.SUPPORT)}
PHRASES = {place: Phrases(found) for place, found in ENTRIES.items()}


def vague_words(plan: CheckedPlan, _settings: Settings) -> Iterator[Remark]:
    names, stepped = known_names(plan), outcomes_in_figures(plan)
    for passage in in_school_words(plan):
        for said in sentences_that_promise(passage):
            for match in matches(said, passage.place, names):
                vague = ENTRIES[passage.place][match.phrase]
                in_figures = passage.key in stepped and vague.settled == Settled.BY_AMOUNT
                if not in_figures and not is_settled(vague, said):
                    yield remark(passage, match, vague)


def sentences_that_promise(passage: Passage) -> list[Said]:
    found = read(passage.text)
    if passage.place != Place.DESCRIPTION:
        return found
    return [said for said in found if not PROMISING.isdisjoint(said.words)]


def outcomes_in_figures(plan: CheckedPlan) -> set[str]:
    """Outcomes whose baseline and level both hold a figure: then "improve" is said exactly, two fields further on."""
    return {
        outcome.key
        for outcome in plan.outcomes
        if all(any(map(is_number, pieces(text).words)) for text in (outcome.baseline, outcome.target))
    }


def matches(said: Said, place: Place, names: frozenset[str]) -> Iterator[Match]:
    found = list(PHRASES[place].within(said))
    if found:
        spared = HARMLESS.places(said) | places_of_names(said, names)
        yield from (m for m in found if not m.touches(spared) and not said.is_title(m.first))


def is_settled(vague: Vague, said: Said) -> bool:
    if vague.settled == Settled.NEVER:
        return False
    return says_how_often(said) if vague.settled == Settled.BY_RHYTHM else says_how_much(said)


def remark(passage: Passage, match: Match, vague: Vague) -> Remark:
    message = _("“%(words)s” can mean anything.") % {"words": match.quote}
    return Remark(passage.key, passage.field, message, str(vague.advice), match.quote)


RULES = (
    Rule(
        "vague_words",
        gettext_lazy("Vague words"),
        gettext_lazy(
            "“Regular” may be once a day or once a year. What cannot be counted cannot be checked, and nobody "
            "notices when it is missed."
        ),
        vague_words,
        gettext_lazy(
            "SEND Code of Practice 2015, 9.69 (F): detailed, specific and normally quantified; Worcestershire County Council v SE "
            "[2020] UKUT 217 (AAC) on “support”, “input” and “opportunities”"
        ),
    ),
)
