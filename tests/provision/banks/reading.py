"""Measures of wording: reading age, word lists, likeness, and the texts of the banks to measure."""

import re

from provision.banks import outcome_stems, strategies
from provision.banks.finding import words_of
from senco.core.plain_language import measure

STRATEGY_TEXTS, STEM_TEXTS = ("text", "why", "plain"), ("text", "plain", "measure", "baseline")


def texts(*names):
    """(code, name, text) of both banks; of those names only, where any are given."""
    both = ((strategies(), STRATEGY_TEXTS), (outcome_stems(), STEM_TEXTS))
    return [
        (entry.code, name, str(getattr(entry, name)))
        for entries, fields in both
        for entry in entries
        for name in fields
        if not names or name in names
    ]


def sentences(text):
    return [part for part in re.split(r"[.!?]+['\"]?(?:\s+|$)", text) if part.strip()]


def reading_age(text):
    """Flesch-Kincaid grade and five years, of texts too short for `Readability.age`. A gap counts as the words it holds."""
    read = measure(text.replace("[name]", "Sam").replace("[", "").replace("]", ""))
    return 0.39 * read.words / read.sentences + 11.8 * read.syllables / read.words - 15.59 + 5


def longest_sentence(text):
    return max(len(sentence.split()) for sentence in sentences(text))


LITTLE = set(
    words_of("the a an and or to of in on at for with it is are be will that this as by from each them they")
)
LITTLE |= set(
    words_of("their one not so your child pupil name you when before then who what which can do does")
)


def stems_of_words(text):
    return {re.sub("(ing|ed|es|s)$", "", word) for word in words_of(text)} - LITTLE


def likeness(one, other):
    """Shared words as a part of all words, from 0 to 1; endings and little words do not count."""
    one, other = stems_of_words(one), stems_of_words(other)
    return len(one & other) / len(one | other)


def alike(given, limit):
    """Pairs of (code, text) that share more of their words than the limit."""
    pairs = [
        (likeness(text, other), code, other_code)
        for at, (code, text) in enumerate(given)
        for other_code, other in given[at + 1 :]
    ]
    return sorted(pair for pair in pairs if pair[0] > limit)
