"""Outcomes that are none, that lead nowhere, or that say the same."""

from collections.abc import Iterator
from itertools import combinations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.plan_check.passages import Reading
from provision.plan_check.people import name_parts
from provision.plan_check.rule import Remark, Rule, Settings
from provision.plan_check.rules.missing import written
from provision.plan_check.shape import CheckedOutcome
from provision.plan_check.wording import Match, Phrases, Said, pieces, read, split
from senco.core.plain_language import listed

MOST_COMPARED = 40  # outcomes; a plan with more has other worries
ALIKE = 0.8  # share of the longer one's words

GIVEN = listed(
    """support sessions session intervention interventions therapy tuition input provision teaching programme programmes mentoring
    counselling help ta adult booster resources equipment lessons breaks appointments"""
)
BOOKED = listed(
    "intervention interventions therapy tuition mentoring counselling booster elsa nurture appointments"
)
THERAPISTS = listed("ta tas therapist mentor psychologist counsellor elsa")
HELD = BOOKED | listed("support sessions session provision ta")
ALWAYS_PROVISION = Phrases(
    split(
        """have access to|has access to|be supported by|be supported with|be supported in|be supported to|be provided with
        |be offered"""
    )
)
PROVISION_IF = {  # a verb, and the words behind it that make it provision: "attend school" is an outcome, "attend therapy" is none
    "receive": GIVEN,
    "receives": GIVEN,
    "receiving": GIVEN,
    "be given": GIVEN,
    "access": HELD,
    "attend": BOOKED,
    "attends": BOOKED,
    "will have": HELD,
    "work with": THERAPISTS,
}
VERBS = Phrases(PROVISION_IF)
REACH = 8  # words

EMPTY_WORDS = listed(
    """a an the to of in on at by for from and or his her their its he she they him them this that is be will can able be so as
    it with"""
)


def outcome_is_provision(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    for outcome in reading.plan.outcomes:
        for said in read(outcome.text):
            for quote in provision_in(said):
                yield Remark(
                    outcome.key,
                    "text",
                    _("“%(words)s” tells what the pupil gets, not what will be different.")
                    % {"words": quote},
                    _("Write what the pupil will do because of it, and move this to provision."),
                    quote,
                )


def provision_in(said: Said) -> Iterator[str]:
    for match in ALWAYS_PROVISION.within(said):
        yield match.quote
    for match in VERBS.within(said):
        last = where_given(match)
        if last is not None:
            yield said.quote(match.first, last)


def where_given(match: Match) -> int | None:
    """The place of the word that makes the verb provision."""
    words = match.said.words
    reach = range(match.last + 1, min(match.last + 1 + REACH, len(words)))
    return next((place for place in reach if words[place] in PROVISION_IF[match.phrase]), None)


def no_targets(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    for outcome in written(reading.plan):
        if not outcome.targets:
            yield Remark(
                outcome.key,
                "targets",
                _("This outcome has no targets below it."),
                _("Add one or two steps for this cycle."),
            )


def same_outcome(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    names = name_parts(reading.plan.pupil_names)
    compared = [(outcome, content(outcome, names)) for outcome in list(written(reading.plan))[:MOST_COMPARED]]
    for (first, first_words), (second, second_words) in combinations(compared, 2):
        if are_alike(first_words, second_words):
            yield Remark(
                second.key,
                "text",
                _("This says nearly the same as “%(other)s”.") % {"other": first.text.strip()},
                _("Keep one of the two, or say what sets them apart."),
                second.text.strip(),
            )


def content(outcome: CheckedOutcome, names: frozenset[str]) -> frozenset[str]:
    """What an outcome says, as bare words: no names, no small words, no endings."""
    kept = (word.removesuffix("'s") for word in pieces(outcome.text).words)
    return frozenset(stem(word) for word in kept if word not in EMPTY_WORDS and word not in names)


def stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending)
    return word.removesuffix("e")


def are_alike(first: frozenset[str], second: frozenset[str]) -> bool:
    """One says what the other says and little more. A word exchanged for another ("addition", "subtraction") sets them apart."""
    shorter, longer = sorted((first, second), key=len)
    return bool(shorter) and shorter <= longer and len(shorter) >= ALIKE * len(longer)


RULES = (
    Rule(
        "outcome_is_provision",
        gettext_lazy("Outcome that is really provision"),
        gettext_lazy(
            "“Will receive support” is met on the first day and changes nothing. An outcome is the difference it makes."
        ),
        outcome_is_provision,
        gettext_lazy(
            "SEND Code of Practice 2015, 9.66, on EHC plans: personal, not expressed from a service perspective"
        ),
    ),
    Rule(
        "no_targets",
        gettext_lazy("Outcome without targets"),
        gettext_lazy("Outcomes take a year or longer. Shorter targets show in time whether the plan works."),
        no_targets,
        gettext_lazy("Section E of an EHC plan: outcomes, with arrangements for shorter-term targets"),
    ),
    Rule(
        "same_outcome",
        gettext_lazy("Two outcomes that say the same"),
        gettext_lazy("Twins are measured twice and confuse everybody at the review."),
        same_outcome,
    ),
)
