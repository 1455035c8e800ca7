"""How hard a text is to read: sentences, words, Flesch-Kincaid grade and reading age, and what makes it hard.

The formula (Kincaid and others, 1975) is 0.39 × words a sentence + 11.8 × syllables a word − 15.59: the year of school in the
United States in which a text of that kind is read. The reading age is that year + 5.

Its limits, to be told to whoever is shown a figure:

* It counts length, not meaning: "the ion is inert" is easy to it, "grandmother's television" hard. It is a hint, never a mark.
* It says nothing of a text under `FEWEST_WORDS` words, and is shaky under a hundred.
* It is for English. It gives figures for other languages too, and they mean nothing.
* A line break ends a sentence, because in plans it mostly ends an item of a list. Text pasted with a break in mid-sentence
  therefore looks easier than it is.
* Syllables follow spelling (`senco.core.syllables`): in running English about 1 word in 200 is counted wrong.
* Numbers and the names it is told count as one syllable: they are read at a glance, and a plan that says "3 times a week for
  20 minutes", or whose pupil has a long name, must not look harder for it.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from senco.core.syllables import syllables

FEWEST_WORDS = 25  # a shorter text has no reading age
YOUNGEST = 5
HARD_SYLLABLES = 3
SHOWN = 5  # hardest words and longest sentences at most


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written with spaces between them."""
    return frozenset(words.split())


BULLETS = "•●▪◦‣ \t"
MARK = "\\u0300-\\u036f\\u00ad\\u200b-\\u200d\\u2060\\ufeff"  # accents written apart, soft hyphens, joiners: inside a word
TOKEN = re.compile(
    rf"""(?P<address>https?://\S+|www\.\S+)
    |(?P<short>(?:[^\W\d_]\.){{2,}}|[^\W\d_]\.[^\W\d_](?!\w))
    |(?P<number>\d+(?:[.,:/]\d+)*[^\W_]*)
    |(?P<word>[^\W_](?:[^\W_]|[{MARK}])*(?:['’‐‑-][^\W_](?:[^\W_]|[{MARK}])*)*)
    |(?P<stop>[.!?…。！？]+)(?P<close>[)"'”’\]»]*)
    |(?P<break>[{BULLETS.strip()}])""",
    re.VERBOSE,
)
LABEL = re.compile(
    r"\s*(?:[-–—*+·]+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})\)|\d{1,3}\.)\s+", re.IGNORECASE
)  # of a list

COUNTED = frozenset({"word", "number", "short"})
INSIDE = frozenset({"word", "number", "address"})  # end no sentence unless nothing follows
TITLES = listed("mr mrs ms mx dr prof rev st fr sr hon")  # never end a sentence
ABBREVIATED = listed(  # end one only before a capital letter
    """approx asst dept esp est etc ext feb fig govt hr hrs inc incl jan ltd max min mins no nos nov oct pp pt qual ref sec
    sept tel temp vol vs wk wks yr yrs"""
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands in the text, where it begins there, and its words; numbers are words too."""

    text: str
    words: tuple[str, ...]
    start: int = 0


@dataclass(frozen=True, slots=True)
class Readability:
    """What was counted in a text. `longest` and `hardest` begin with the worst and hold five each at most."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    longest: tuple[Sentence, ...] = field(default=())
    hardest: tuple[str, ...] = field(default=())

    @property
    def grade(self) -> float | None:
        """Flesch-Kincaid grade, unrounded; none for a text that is too short to say."""
        if self.words < FEWEST_WORDS:
            return None
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def age(self) -> float | None:
        """Reading age in years, at least 5; none for a text that is too short to say."""
        return None if self.grade is None else max(YOUNGEST, self.grade + 5)


def measure(text: str, names: Collection[str] = ()) -> Readability:
    """Count a text. `names` are people's names, whole or in parts; they never count as hard words."""
    known = {part for name in names for part in plain(name).split()}
    found = sentences(text)
    counts = {word: syllables_read(word, known) for sentence in found for word in sentence.words}
    return Readability(
        words=sum(len(sentence.words) for sentence in found),
        sentences=len(found),
        syllables=sum(counts[word] for sentence in found for word in sentence.words),
        longest=tuple(sorted(found, key=lambda sentence: -len(sentence.words))[:SHOWN]),
        hardest=hardest(found, counts),
    )


def reading_age(text: str, names: Collection[str] = ()) -> float | None:
    """Reading age of a text in years, at least 5; none if it is too short to say."""
    return measure(text, names).age


def plain(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s").replace("-", " ")


def syllables_read(word: str, names: set[str]) -> int:
    """Syllables of a word in a text: one for what is read at a glance."""
    glance = word[0].isdigit() or names.issuperset(plain(word).split())
    return 1 if glance else syllables(word)


def hardest(found: list[Sentence], counts: dict[str, int]) -> tuple[str, ...]:
    """The words of most syllables, in small letters, each once; a capital in mid-sentence is taken for a name."""
    hard: dict[str, int] = {}
    for sentence in found:
        for place, word in enumerate(sentence.words):
            if counts[word] >= HARD_SYLLABLES and (word.islower() or (place == 0 and word[1:].islower())):
                hard.setdefault(word.lower(), counts[word])
    return tuple(sorted(hard, key=lambda word: -hard[word])[:SHOWN])


def words(text: str) -> list[str]:
    """The words of a text in order, numbers among them; labels of lists and web addresses are none."""
    return [word for sentence in sentences(text) for word in sentence.words]


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order. The end of a line ends a sentence; what holds no word is none."""
    found, begins = [], 0
    for line in text.splitlines(keepends=True):
        found += of_line(line, begins)
        begins += len(line)
    return found


def of_line(line: str, begins: int) -> Iterator[Sentence]:
    label = LABEL.match(line)
    start = label.end() if label else 0
    tokens = list(TOKEN.finditer(line, start))
    read: list[str] = []
    for place, token in enumerate(tokens):
        kind = token.lastgroup
        if kind in COUNTED:
            read.append(token.group())
        if (kind not in INSIDE or place + 1 == len(tokens)) and ends(tokens, place):
            if read:
                yield cut(line[start : token.end()], read, begins + start)
            start, read = token.end(), []


def cut(piece: str, read: list[str], start: int) -> Sentence:
    text = piece.lstrip(BULLETS)
    return Sentence(text.rstrip(BULLETS), tuple(read), start + len(piece) - len(text))


def ends(tokens: list[re.Match], place: int) -> bool:
    """Whether a sentence ends with this token."""
    token, after = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else None
    if token["break"] or after is None:
        return True
    upper = after.group()[0].isupper()
    if token["short"]:
        return upper and token.group().islower() and token.group().rstrip(".") not in {"e.g", "i.e"}
    if not token["stop"]:
        return False
    return stops(token, before=tokens[max(0, place - 2) : place], upper=upper) and (
        after.start() > token.end() or upper or token["stop"] != "."
    )


def stops(token: re.Match, *, before: list[re.Match], upper: bool) -> bool:
    """Whether a mark ends its sentence, going by what stands before it and whether a capital letter follows."""
    if token["close"] or "…" in token["stop"] or ".." in token["stop"]:
        return upper
    last = before[-1].group() if before else ""
    if token["stop"] != "." or last.isdigit():
        return True
    if last.lower() in TITLES or is_initial(last, before):
        return False
    return upper or last.lower() not in ABBREVIATED


def is_initial(last: str, before: list[re.Match]) -> bool:
    """The J of "J. Ward" or "Amira J. Khan"; not the A of "group A." nor "I"."""
    first = before[0].group() if len(before) > 1 else "Q"
    return len(last) == 1 and last.isupper() and last != "I" and (first[0].isupper() or first == ".")
