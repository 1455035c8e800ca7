"""A one-page profile as it is read and printed: the pupil's words as they were published, the facts as they are now."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import batched
from math import ceil
from typing import NamedTuple


@dataclass(frozen=True)
class AlertLine:
    """`kind` is the code of AlertKind, `kind_name` its word."""

    kind: str
    kind_name: str
    text: str
    what_to_do: str = ""
    source: str = ""
    starts: datetime.date | None = None


@dataclass(frozen=True)
class KeyFacts:
    """From the register at the moment of reading: never copied into a profile. `needs` are in plain words."""

    on: datetime.date
    year: str
    form: str = ""
    key_adult: str = ""
    status: str = ""
    needs: tuple[str, ...] = ()
    alerts: tuple[AlertLine, ...] = ()


@dataclass(frozen=True)
class ProfilePart:
    code: str
    title: str
    text: str

    @property
    def lines(self) -> tuple[str, ...]:
        """Each line that was written, without the bullets people type themselves."""
        return tuple(filter(None, (line.strip().lstrip("-–•* ").strip() for line in self.text.splitlines())))


@dataclass(frozen=True)
class Photo:
    """`key` is that of its file. `content` is the small JPEG, filled in for paper alone: a page fetches it."""

    key: str
    alt: str
    content: bytes = b""

    @property
    def address(self) -> str:
        """What a paper calls it."""
        return f"photo/{self.key}"


@dataclass(frozen=True)
class ProfilePaper:
    """`word` is what the school calls a profile. `number` is 0 for a draft, which nobody published."""

    key: str
    name: str
    forename: str
    school: str
    word: str
    facts: KeyFacts
    parts: tuple[ProfilePart, ...] = ()
    photo: Photo | None = None
    written_with: str = ""
    written_on: datetime.date | None = None
    agreed_on: datetime.date | None = None
    number: int = 0
    by: str = ""
    on: datetime.date | None = None

    @property
    def title(self) -> str:
        return f"{self.name}: {self.word}"

    @property
    def initials(self) -> str:
        """Where there is no photo that the reader may see."""
        return "".join(word[0] for word in self.name.split()[:2]).upper()

    @property
    def letters(self) -> str:
        """The largest letters in which it probably stays on its page; whoever draws it looks whether it did."""
        return next(size.name for size in LETTERS if self.length(size.width) <= size.lines)

    def length(self, width: int) -> int:
        """Lines of text on paper, where one line of a part has `width` characters: two parts stand side by side."""
        parts = [sum(ceil(len(line) / width) for line in part.lines) for part in self.parts]
        alerts = sum(
            2 + ceil((len(one.text) + len(one.what_to_do)) / (2 * width)) for one in self.facts.alerts
        )
        return sum(max(pair) for pair in batched(parts, 2)) + alerts


class Letters(NamedTuple):
    """A size of letters by its name in paper-profile.css. `width` in characters of a part, `lines` that two parts above each other hold."""

    name: str
    width: int
    lines: int


LETTERS = (
    Letters("roomy", 28, 14),
    Letters("plain", 35, 20),
    Letters("dense", 42, 28),
    Letters("tight", 50, 10_000),
)  # the largest first; what does not fit in the smallest goes on overleaf


def pictures_of(papers: Iterable[ProfilePaper]) -> dict[str, bytes]:
    """What the renderer is handed beside the page: address of each photo → JPEG."""
    return {paper.photo.address: paper.photo.content for paper in papers if paper.photo}
