"""What people in the demo school write: plain, kind and about nobody. {name} is the pupil, {subject} a subject, the rest details.

Each concern has a text of what was seen, what was tried, and the chips that a teacher would tick for it.
"""

from dataclasses import dataclass
from random import Random

DETAILS = {
    "few": ("two", "three", "four"),
    "minutes": ("five", "ten", "fifteen"),
    "when": (
        "on Monday",
        "last week",
        "twice this week",
        "in the last three lessons",
        "since half-term",
        "most days",
    ),
    "lines": ("two lines", "three lines", "half a page"),
    "place": ("in the corridor", "at the back of the room", "by the door", "in the canteen"),
    "task": ("the starter", "the reading task", "the longer question", "the group task"),
}


@dataclass(frozen=True)
class Story:
    """One thing a teacher, an assistant or a parent saw."""

    seen: tuple[str, ...]
    text: str
    tried: str = ""
    where: str = "class"


def story(chips: str, text: str, tried: str = "", where: str = "class") -> Story:
    return Story(tuple(chips.split()), text, tried, where)


def told(rng: Random, text: str, *, name: str, subject: str) -> str:
    """The text with its details filled in."""
    return text.format(
        name=name, subject=subject, **{word: rng.choice(choices) for word, choices in DETAILS.items()}
    )
