"""Words that promise something nobody can count."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.plan_check.amounts import is_number, says_how_much, says_how_often
from provision.plan_check.data.vague_words import VAGUE, Settled, Vague
from provision.plan_check.passages import Passage, Place, Reading
from provision.plan_check.people import unless
from provision.plan_check.rule import Remark, Rule, Settings
from provision.plan_check.shape import CheckedPlan
from provision.plan_check.wording import Match, Phrases, Said, pieces, split
from senco.core.plain_language import listed

PROMISING = listed("will shall must should")  # a sentence in a description that says what will be done
HARMLESS = Phrases(phrase for vague in VAGUE for phrase in split(vague.harmless))


def entries(place: Place) -> dict[str, Vague]:
    return {phrase: vague for vague in VAGUE if place in vague.places for phrase in split(vague.phrases)}


ENTRIES = {place: entries(place) for place in Place} | {Place.DESCRIPTION: entries(Place.SUPPORT)}
PHRASES = {place: Phrases(found) for place, found in ENTRIES.items()}


def vague_words(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    stepped = outcomes_in_figures(reading.plan)
    for passage in reading.in_school_words:
        for said in sentences_that_promise(reading, passage):
            found = matches(said, passage.place, reading.names)
            settled = what_settles(said) if found else set()
            if passage.place == Place.OUTCOME and passage.key in stepped:
                settled.add(Settled.BY_AMOUNT)
            for match in found:
                vague = ENTRIES[passage.place][match.phrase]
                if vague.settled not in settled:
                    yield remark(passage, match, vague)


def sentences_that_promise(reading: Reading, passage: Passage) -> list[Said]:
    found = reading.sentences(passage)
    if passage.place != Place.DESCRIPTION:
        return found
    return [said for said in found if promises(said)]


def promises(said: Said) -> bool:
    """Whether a sentence says what will be done. "Will" with a capital is a name or a question."""
    return any(word in PROMISING and not said.is_capital(place) for place, word in enumerate(said.words))


def outcomes_in_figures(plan: CheckedPlan) -> set[str]:
    """Outcomes whose baseline and level both hold a figure: then "improve" is said exactly, two fields further on."""
    return {
        outcome.key
        for outcome in plan.outcomes
        if all(any(map(is_number, pieces(text).words)) for text in (outcome.baseline, outcome.target))
    }


def matches(said: Said, place: Place, names: frozenset[str]) -> list[Match]:
    found = PHRASES[place].within(said)
    return [match for match in unless(found, said, names, HARMLESS) if not said.is_title(match.first)]


def what_settles(said: Said) -> set[Settled]:
    """What the rest of the sentence makes clear."""
    clear = {Settled.BY_RHYTHM: says_how_often, Settled.BY_AMOUNT: says_how_much}
    return {settled for settled, is_said in clear.items() if is_said(said)}


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
            "SEND Code of Practice 2015, 9.69 (F), on EHC plans: detailed, specific and normally quantified; Worcestershire County Council v SE "
            "[2020] UKUT 217 (AAC) on “support”, “input” and “opportunities”"
        ),
    ),
)
