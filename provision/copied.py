"""Marks in what was copied from another pupil's plan. While one stands in it, nothing goes out."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from provision.letters.plan import PaperSection, PlanPaper

NAME = "[name]"  # where the other pupil was named
COPIED = "[copied]"  # before a text that nobody has written anew
MARKS = (NAME, COPIED)
WORD = re.compile(r"\w+")


def names_of(pupil) -> set[str]:
    """The words by which a pupil is named, as `compact` leaves them; of names with several parts, those of three letters and more."""
    given = (pupil.legal_forename, pupil.preferred_forename, pupil.legal_surname, pupil.preferred_surname)
    found = set()
    for name in given:
        parts = [compact(word) for word in WORD.findall(name)]
        found |= {part for part in parts if len(part) > (2 if len(parts) > 1 else 1)}
    return found


def without_names(text: str, names: set[str]) -> str:
    """The text with a mark wherever one of the names stands, whatever its case or accents."""
    return WORD.sub(lambda word: NAME if compact(word[0]) in names else word[0], text)


def compact(word: str) -> str:
    """Case and accents aside."""
    letters = unicodedata.normalize("NFKD", word)
    return "".join(each for each in letters if not unicodedata.combining(each)).casefold()


def sections_left_over(papers: Iterable[PlanPaper]) -> list[str]:
    """Titles of the sections in which a mark still stands on one of these papers, each once."""
    found = (section.title for paper in papers for section in paper.sections if is_left_over(section))
    return list(dict.fromkeys(found))


def is_left_over(section: PaperSection) -> bool:
    return any(mark in text for text in texts_in(section) for mark in MARKS)


def texts_in(section: PaperSection) -> Iterator[str]:
    yield section.text
    for outcome in section.outcomes:
        yield from (outcome.text, outcome.baseline, outcome.measure, outcome.target, outcome.who)
        for target in outcome.targets:
            yield from (target.text, target.measure)
    yield from (item.text for item in section.items)
    for one in section.provision:
        yield from (one.what, one.who, one.outcome)
