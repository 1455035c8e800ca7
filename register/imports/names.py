"""Names of people: kept letter by letter, and set aside only when they cannot be a name."""

import re
import unicodedata
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from .records import WARNING, Fault, Reading
from .refusals import said
from .texts import cleaned, looks_garbled

LONGEST_NAME = 100
NEVER_IN_A_NAME = re.compile(r"[<>;={}\[\]|\\$%^@]")
LOST_LETTER = re.compile("[?\ufffd]")
USUAL_MARKS = frozenset(" '’‘ʼʻ`´-‐‑–.,()/&\"“”·")


def read_name(text: str, longest: int = LONGEST_NAME) -> Reading:
    """A surname, forename or middle names. Control characters go; every other character is kept or the row is parked."""
    name = cleaned(text)
    if len(name) > longest:
        return Reading(None, _too_long(longest))
    impossible = NEVER_IN_A_NAME.search(name)
    if impossible:
        return Reading(None, _impossible(impossible[0]))
    if not any(character.isalpha() for character in name):
        return Reading(None, _no_letter())
    return Reading(name, _doubt(name))


TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "rev", "revd", "sir", "lady", "prof", "professor", "master"}
)
PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "bin", "ibn", "al", "el", "st", "st.", "ten", "ter"}
)  # fmt: skip


class NameParts(NamedTuple):
    """A full name taken apart. `guessed`: no comma said where the surname begins."""

    title: str
    forename: str
    surname: str
    guessed: bool


def name_parts(text: str) -> NameParts:
    """“Surname, Forename”, or words of which the last, with its “van” or “de”, is the surname; a title goes apart."""
    before, comma, after = cleaned(text).partition(",")
    words = (after if comma else before).split()
    titles = [word for word in words if word.rstrip(".").casefold() in TITLES]
    title = titles[0] if titles and titles[0] in (words[0], words[-1]) and (comma or len(words) > 1) else ""
    words = [word for word in words if word != title]
    if comma:
        return NameParts(title, " ".join(words), before.strip(), guessed=False)
    place = max(len(words) - 1, 0)
    while place > 1 and words[place - 1].casefold() in PARTICLES:
        place -= 1
    return NameParts(title, " ".join(words[:place]), " ".join(words[place:]), guessed=place > 0)


def split_name() -> Fault:
    """A name without a comma was taken apart at its last word."""
    return Fault(
        "name_split",
        _("The name is in one column without a comma. Its last word is taken as the surname."),
        _("Check the name, or export surname and forename in columns of their own."),
        WARNING,
    )


def same_but_for_lost_letters(kept: str, incoming: str) -> bool:
    """Whether the incoming name is the kept one with letters replaced by question marks (Nguy?n for Nguyễn)."""
    if not LOST_LETTER.search(incoming) or len(kept) != len(incoming):
        return False
    pairs = zip(kept, incoming, strict=True)
    return all(ours == theirs or (LOST_LETTER.match(theirs) and not ours.isascii()) for ours, theirs in pairs)


def _doubt(name: str) -> Fault | None:
    """Why a person should look at a name that is taken as it stands."""
    if LOST_LETTER.search(name):
        return _lost_letter()
    if looks_garbled(name):
        return _garbled()
    unusual = next((each for each in name if not _usual(each)), None)
    return _unusual(unusual) if unusual else None


def _usual(character: str) -> bool:
    """Letters and the marks on them, joiners of scripts that need them, and the punctuation of names."""
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Cf" or character in USUAL_MARKS


def _too_long(longest: int) -> Fault:
    return Fault(
        "name_too_long",
        said(_("The name is longer than {longest} characters."), longest=longest),
        _("Check that the columns have not slipped, correct the name in the MIS and export again."),
    )


def _impossible(character: str) -> Fault:
    return Fault(
        "not_a_name",
        said(_("This cannot be a name: it contains “{character}”."), character=character),
        _("Correct the name in the MIS and export again, or leave this row out."),
    )


def _no_letter() -> Fault:
    return Fault(
        "not_a_name",
        _("This cannot be a name: it has no letters."),
        _("Correct the name in the MIS and export again, or leave this row out."),
    )


def _lost_letter() -> Fault:
    return Fault(
        "lost_letter",
        _("A question mark stands where a letter was probably lost in the export."),
        _("Correct the name here after the import, or export from the MIS as UTF-8."),
        WARNING,
    )


def _garbled() -> Fault:
    return Fault(
        "garbled",
        _("The accents in this name look garbled."),
        _("Export from the MIS again as UTF-8, without opening the file in between."),
        WARNING,
    )


def _unusual(character: str) -> Fault:
    return Fault(
        "unusual_name",
        said(_("The name contains “{character}”, which is unusual in a name."), character=character),
        _("Check the name; it is taken as it stands."),
        WARNING,
    )
