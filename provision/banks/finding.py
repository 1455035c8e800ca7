"""Finding entries of a bank: which remain, and which come first."""

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from weakref import WeakKeyDictionary

from django.utils.translation import get_language

from provision.banks.choices import Age
from provision.banks.shape import Entry
from register.choices import AREA_OF_NEED, BroadArea, NeedType

APOSTROPHES = str.maketrans("", "", "'’ʼ")

# What people type for a type of need, beside its name in the census.
ALSO_KNOWN_AS = {
    NeedType.SPLD: "SpLD",
    NeedType.MLD: "MLD",
    NeedType.SLD: "SLD",
    NeedType.PMLD: "PMLD",
    NeedType.SEMH: "SEMH",
    NeedType.SLCN: "SLCN DLD speech and language",
    NeedType.HI: "HI deaf deafness hearing loss cochlear implant",
    NeedType.VI: "VI CVI blind sight loss visual impairment",
    NeedType.MSI: "MSI deafblind",
    NeedType.PD: "PD cerebral palsy muscular dystrophy hypermobility arthritis",
    NeedType.ASD: "ASD ASC autism Asperger",
    NeedType.DS: "DS Down's",
}


class Fit(IntEnum):
    """How close an entry is to a type of need, closest first."""

    NEED = 0  # names the need
    AREA = 1  # is meant for the need's whole area
    NEAR = 2  # is for other needs of the same area
    REST = 3


def fit(entry: Entry, need: str) -> Fit:
    """How close an entry is to a type of need. Without a need all are equally far."""
    if need in entry.needs:
        return Fit.NEED
    if entry.area != AREA_OF_NEED.get(need):
        return Fit.REST
    return Fit.NEAR if entry.needs else Fit.AREA


def words_of(text: str) -> list[str]:
    """The words of a text without accents, case, apostrophes and punctuation."""
    letters = unicodedata.normalize("NFKD", str(text).translate(APOSTROPHES)).casefold()
    return re.findall(r"[^\W_]+", "".join(letter for letter in letters if not unicodedata.combining(letter)))


def holds_all(wanted: list[str], words: list[str]) -> bool:
    """Whether each wanted word begins one of the words."""
    there = " " + " ".join(words)
    return all(f" {word}" in there for word in wanted)


KNOWN_WORDS: WeakKeyDictionary[Entry, dict] = (
    WeakKeyDictionary()
)  # those of a school go when the request does


def all_words_of(entry: Entry, language: str | None) -> list[str]:
    """All that a search looks through, in a language: the texts, other words for them, kind, area and needs by name."""
    known = KNOWN_WORDS.setdefault(entry, {})
    if language not in known:
        known[language] = gathered_words(entry)
    return known[language]


def gathered_words(entry: Entry) -> list[str]:
    texts = (value for value in vars(entry).values() if not isinstance(value, tuple | bool | None))
    shown = (value.label if hasattr(value, "label") else value for value in texts)
    needs = (f"{need.label} {ALSO_KNOWN_AS.get(need, '')}" for need in map(NeedType, entry.needs))
    return words_of(" ".join(str(part) for part in (*shown, *needs)))


def find[AnyEntry: Entry](
    entries: Iterable[AnyEntry], *, words: str = "", area: str = "", need: str = "", age: str | None = None
) -> tuple[AnyEntry, ...]:
    """Those that hold all the words anywhere, are of the area and for the age; those closest to the need first.

    A need moves entries up and hides none, because needs cross areas. Among those that name it, its own area comes
    first; among equals, those that hold the words in the text itself, then the order of the bank. ValueError for an
    area, need or age that does not exist.
    """
    wanted, area, need = words_of(words), area and BroadArea(area), need and NeedType(need)
    age = age and Age(age)
    found = [
        entry
        for entry in entries
        if (not area or entry.area == area)
        and (not age or age in entry.ages)
        and (not wanted or holds_all(wanted, all_words_of(entry, get_language())))
    ]
    return tuple(sorted(found, key=lambda entry: place(entry, need, wanted)))


def place(entry: Entry, need: str, wanted: list[str]) -> tuple[int, bool, bool]:
    """What decides the place of an entry among those found, the least first."""
    elsewhere = bool(wanted) and not holds_all(wanted, words_of(entry.text))
    return fit(entry, need), entry.area != AREA_OF_NEED.get(need), elsewhere
