"""SEN status: code words of every MIS and the older codes, read as N, K or E (domain notes 5.1)."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from .records import WARNING, Fault, Reading
from .refusals import said
from .texts import cleaned, compact, is_marked_doubtful

STATUS_WORDS = {
    **dict.fromkeys(
        ("n", "none", "no", "nosen", "nosend", "notsen", "nosenneed", "nospecialneed", "nospecialeducationalneed",
         "nospecialeducationneed", "nospecialprovision", "nosenprovision", "nospecialeducationalprovision",
         "nospecialeducationalneedordisability"), "N"),
    **dict.fromkeys(
        ("k", "sensupport", "sendsupport", "schoolsensupport", "senschoolsupport", "specialeducationalneedsupport",
         "specialeducationneedsupport"), "K"),
    **dict.fromkeys(
        ("e", "ehc", "ehcp", "ehcplan", "ehcneedsplan", "educationhealthandcareplan", "educationhealthcareplan",
         "educationhealthandcare", "educationhealthcare"), "E"),
    **dict.fromkeys(("a", "schoolaction", "earlyyearsaction"), "A"),
    **dict.fromkeys(("p", "schoolactionplus", "earlyyearsactionplus"), "P"),
    **dict.fromkeys(("s", "statement", "statemented", "statementofsen", "statementofspecialeducationalneed"), "S"),
}  # fmt: skip
LEGACY_STATUS = {"A": "K", "P": "K", "S": "E"}

# What may stand beside a code word without saying anything else: “EHCP - requested” is no EHC plan.
HARMLESS = frozenset({"", "sen", "send", "code", "status", "senstatus", "provision", "senprovision", "current", "currently",
                      "pupil", "child", "since", "type"})  # fmt: skip
LONGEST_WORDING = 120
PLURALS = (
    ("difficulties", "difficulty"),
    ("disabilities", "disability"),
    ("needs", "need"),
    ("impairments", "impairment"),
)


def singular(text: str) -> str:
    """Letters and digits only, with the plurals that the names of needs come in made one."""
    word = compact(text)
    for plural, single in PLURALS:
        word = word.replace(plural, single)
    return word


def status_key(text: str) -> str:
    """What a person's decision about a wording is kept and found by. A doubtful one is another wording than the plain one."""
    return singular(cleaned(text)) + ("?" if is_marked_doubtful(text) else "")


def read_sen_status(text: str, choices: Mapping[str, str] | None = None) -> Reading:
    """N, K or E. School Action (A), School Action Plus (P) and a statement (S) are read as K, K and E, and said so.

    `choices` holds a person's decisions: the wording (as status_key has it) → N, K or E, or "" to take it as not said.
    """
    decided = (choices or {}).get(status_key(text))
    return _read_known(cleaned(text)) if decided is None else Reading(decided or None)


@lru_cache(maxsize=1024)
def _read_known(text: str) -> Reading:
    code = _code(text) if len(text) <= LONGEST_WORDING else None
    if is_marked_doubtful(text):
        return Reading(None, _doubtful_status(text))
    if code is None:
        return Reading(None, _no_such_status(text))
    if code not in LEGACY_STATUS:
        return Reading(code)
    return Reading(LEGACY_STATUS[code], _legacy_status(LEGACY_STATUS[code]))


def _code(text: str, depth: int = 2) -> str | None:
    """The code that the whole text stands for: both of its halves say it, or one does and the other says nothing."""
    word = singular(text)
    if word in STATUS_WORDS or not depth:
        return STATUS_WORDS.get(word)
    for halves in _halves(text):
        codes = [_code(half, depth - 1) for half in halves]
        said_nothing = [singular(half) in HARMLESS for half in halves]
        found = {code for code in codes if code}
        if len(found) == 1 and all(code or quiet for code, quiet in zip(codes, said_nothing, strict=True)):
            return found.pop()
    return None


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """The ways in which code and name stand together: K - SEN Support, SEN support (K), K SEN Support, SEN Support K."""
    if found := re.fullmatch(r"(.*)[(\[]([^()\[\]]*)[)\]]", text):
        yield found.groups()
    for separator in (" - ", " – ", ":", "-", "/", ","):
        if separator in text:
            yield tuple(text.split(separator, 1))
    if " " in text:
        yield tuple(text.split(" ", 1))
        yield tuple(text.rsplit(" ", 1))


def _no_such_status(text: str) -> Fault:
    return Fault(
        "no_such_status",
        _("This is not an SEN status that we know. N, K and E are, and their names."),
        _("Say here what it means, or correct the SEN status in the MIS and export again."),
        words=(text[:LONGEST_WORDING],),
    )


def _doubtful_status(text: str) -> Fault:
    return Fault(
        "doubtful_status",
        _("A question mark or an asterisk says that somebody was not sure of this SEN status."),
        _("Say here what is true today, or correct the SEN status in the MIS and export again."),
        words=(text[:LONGEST_WORDING],),
    )


def _legacy_status(code: str) -> Fault:
    return Fault(
        "legacy_status",
        said(_("This is an old SEN status. It is read as {code}."), code=code),
        _("Check that it is right today, and bring the MIS up to date."),
        WARNING,
    )
