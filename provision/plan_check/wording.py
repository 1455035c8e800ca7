"""The words of a plan, ready to be searched: sentences as small words with their places, and phrases.

Linear in the length of the text. Nothing here keeps a text after it was read.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from senco.core.plain_language import MARK, listed, sentences

PIECE = re.compile(
    rf"""\d+(?:[.,:/]\d+)*|[x×](?=\s?\d)|(?<=\d)[x×](?!\w)|%
    |[^\W_](?:[^\W_]|[{MARK}])*(?:['’][^\W_]+)*""",
    re.VERBOSE,
)
UNSEEN = {ord(mark): None for mark in "\u00ad\u200b\u200c\u200d\u2060\ufeff"} | {ord("’"): "'"}
JOIN = re.compile(r"\s{0,9}[-‐‑]?\s{0,9}")  # what may stand between the words of one phrase
HYPHENS = ("-", "‐", "‑")
OPENERS = frozenset(':;–—/(["“‘•*|')  # after which a capital says no more than at the start of a sentence
QUOTED = re.compile(
    r"""“[^“”\n]*” | "[^"\n]*" | ‘[^‘’\n]*(?:’\w[^‘’\n]*)*’(?!\w)
    | (?<!\w)'(?=\S)[^'\n]{1,200}(?:'\w[^'\n]{0,200}){0,5}'(?!\w)""",
    re.VERBOSE,
)
WRAPPED = re.compile(r"(?<=[^\W\d_,])\r?\n(?=[a-z])")  # a line that goes on in the next
TITLES = listed("mr mrs ms miss mx dr sir prof rev")


def split(phrases: str) -> list[str]:
    """The phrases of a list that is written with | between them."""
    return [phrase for phrase in (" ".join(part.split()) for part in phrases.split("|")) if phrase]


STRUCK = "¦"  # neither a word nor a space, so that no phrase reaches across
PLACEHOLDERS = frozenset(
    split(
        """tbc|tbd|tba|na|n a|n/a|unknown|ditto|x|xx|xxx|to be confirmed|to be decided|to be agreed|to be added|to follow|not known
        |not known yet|not yet known|see above|as above|see below|as below|same as above|not applicable"""
    )
)


def is_said(text: str) -> bool:
    """Whether a field says anything: neither empty nor a dash, "TBC", "n/a", "to follow"."""
    plain = text.strip(" \t\r\n.-–—?!()[]…").casefold()
    return plain not in PLACEHOLDERS and any(letter.isalnum() for letter in plain)


def without_quotations(text: str) -> str:
    """The text with everything in quotation marks struck out, of the same length: other people's words are theirs."""
    return QUOTED.sub(lambda quoted: STRUCK * len(quoted.group()), text)


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence. `words` are in small letters; `spans` are their places in its text."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def quote(self, first: int, last: int) -> str:
        """The words from one place to another, as they stand."""
        return self.text[self.spans[first][0] : self.spans[last][1]]

    def gap(self, place: int) -> str:
        """What stands before the word at this place, up to the word before it."""
        return self.text[self.spans[place - 1][1] if place else 0 : self.spans[place][0]]

    def after(self, place: int) -> str:
        """What stands behind the word at this place, up to the next word."""
        return self.gap(place + 1) if place + 1 < len(self.words) else self.text[self.spans[place][1] :]

    def is_one_phrase(self, first: int, last: int) -> bool:
        """Whether only spaces and hyphens stand between these words, and no hyphen ties them to a neighbour."""
        joined = all(JOIN.fullmatch(self.gap(place)) for place in range(first + 1, last + 1))
        return joined and self.gap(first) not in HYPHENS and self.after(last) not in HYPHENS

    def is_capital(self, place: int) -> bool:
        """Whether the word begins with a capital and goes on in small letters."""
        word = self.quote(place, place)
        return word[0].isupper() and word[1:].islower()

    def opens(self, place: int) -> bool:
        """Whether a capital is due here anyway: at the start, after a colon, a bracket, a quotation mark."""
        return place == 0 or not OPENERS.isdisjoint(self.gap(place))

    def is_title(self, place: int) -> bool:
        """Whether the word is part of a name or a title: a capital that its place does not explain."""
        return self.is_capital(place) and not self.opens(place)


def read(text: str) -> list[Said]:
    """The sentences of a text; a line that breaks off in mid-sentence goes on in the next."""
    whole = WRAPPED.sub(lambda end: " " * len(end.group()), text)
    return [pieces(text[said.start : said.start + len(said.text)]) for said in sentences(whole)]


def pieces(text: str) -> Said:
    found = list(PIECE.finditer(text))
    words = tuple(piece.group().translate(UNSEEN).lower() for piece in found)
    return Said(text, words, tuple(piece.span() for piece in found))


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in a sentence, from its first to its last word."""

    said: Said
    first: int
    last: int
    phrase: str

    @property
    def quote(self) -> str:
        return self.said.quote(self.first, self.last)

    def touches(self, places: Collection[int]) -> bool:
        return any(place in places for place in range(self.first, self.last + 1))


class Phrases:
    """Phrases that are looked for together, whole words only; where several begin at one word, the longest is found."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            words = pieces(phrase).words
            self.by_first.setdefault(words[0], []).append((words, phrase))

    def within(self, said: Said) -> Iterator[Match]:
        """The phrases in a sentence, in order, none overlapping another."""
        free = 0
        for first, word in enumerate(said.words):
            if first >= free and word in self.by_first:
                match = self._at(said, first)
                if match:
                    free = match.last + 1
                    yield match

    def places(self, said: Said) -> set[int]:
        """The places of all words that belong to one of the phrases."""
        return {place for match in self.within(said) for place in range(match.first, match.last + 1)}

    def _at(self, said: Said, first: int) -> Match | None:
        for words, phrase in self.by_first[said.words[first]]:
            last = first + len(words) - 1
            if said.words[first : last + 1] == words and said.is_one_phrase(first, last):
                return Match(said, first, last, phrase)
        return None
