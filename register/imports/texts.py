"""Text as people type it and as programs garble it: cleaned without changing what it says."""

import re
import unicodedata

INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
# Joiners belong to Persian and Indian scripts; after a Latin letter they are leftovers of a copy and paste.
STRAY_JOINER = re.compile("(?<![\u0590-\u1cff])[\u200c\u200d]")
EXCEL_ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"}
)

# What systems write into a cell that has nothing to say.
NOTHING = re.compile(r"[-–—.·_\s\u00a0]*|n\s*/\s*a\.?|n\.\s*a\.", re.IGNORECASE)

# Beside a code a person wrote that they are not sure: “K?”, “E*”. Lost with everything else that is no letter, so it is looked for first.
MARK_OF_DOUBT = re.compile(r"[?*\uff1f\u203d\u00bf]")


def is_marked_doubtful(text: str) -> bool:
    """Whether a question mark or an asterisk stands in the text."""
    return MARK_OF_DOUBT.search(text) is not None


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: empty, “-”, “.” or “N/A”."""
    return NOTHING.fullmatch(text) is not None


def cleaned(text: str) -> str:
    """One line without control or invisible characters, single spaces, composed accents. What it says is kept."""
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", STRAY_JOINER.sub("", INVISIBLE.sub("", text)))
        text = "".join(_printable(character) for character in text)
    return " ".join(text.split())


def _printable(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Zs", "Zl", "Zp"} or character in "\t\r\n\v\f":
        return " "
    return "" if category in {"Cc", "Cs"} else character


def compact(text: str) -> str:
    """The letters and digits of a text in one case, for comparing headings and code words."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", "and").replace("+", "plus")
    return "".join(character for character in folded if character.isalnum())


def looks_garbled(text: str) -> bool:
    """Whether UTF-8 was read as Windows-1252 on the way (MÃ¼ller for Müller)."""
    if text.isascii():
        return False
    try:
        return text.encode("cp1252").decode("utf-8") != text
    except UnicodeError:
        return False
