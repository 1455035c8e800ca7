"""SEN status and types of need: code words of every MIS and the older codes, read as today's codes (domain notes 5.1)."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from .records import WARNING, Fault, Reading
from .refusals import said
from .texts import cleaned, compact

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

NEED_WORDS = {
    "SPLD": ("spld", "specificlearningdifficulty", "specificlearningdisability"),
    "MLD": ("mld", "moderatelearningdifficulty", "moderatelearningdisability"),
    "SLD": ("sld", "severelearningdifficulty", "severelearningdisability"),
    "PMLD": ("pmld", "profoundandmultiplelearningdifficulty", "profoundmultiplelearningdifficulty"),
    "SEMH": ("semh", "socialemotionalandmentalhealth", "socialemotionalmentalhealth"),
    "SLCN": ("slcn", "speechlanguageandcommunication", "speechlanguageorcommunication", "speechlanguagecommunication"),
    "HI": ("hi", "hearingimpairment", "hearingimpaired"),
    "VI": ("vi", "visionimpairment", "visualimpairment", "visuallyimpaired"),
    "MSI": ("msi", "multisensoryimpairment", "multisensoryimpaired"),
    "PD": ("pd", "physicaldisability", "physicaldifficulty"),
    "ASD": ("asd", "asc", "autism", "autisticspectrumdisorder", "autismspectrumdisorder", "autisticspectrumcondition",
            "autismspectrumcondition"),
    "DS": ("ds", "downsyndrome", "downssyndrome"),
    "OTH": ("oth", "other", "otherdifficultydisability", "otherdifficultyordisability", "otherdifficulty"),
    "NSA": ("nsa", "nospecialistassessment", "sensupportbutnospecialistassessment",
            "sensupportbutnospecialistassessmentoftype"),
}  # fmt: skip
NEED_BY_WORD = {word: code for code, words in NEED_WORDS.items() for word in words}
# Behaviour, emotional and social difficulty ended in 2014. SEMH replaced it but does not mean the same.
RETIRED_NEEDS = frozenset({"besd", "bes", "ebd", "behaviouremotionalandsocialdifficulty", "behaviouralemotionalandsocialdifficulty",
                           "behaviouremotionalsocialdifficulty", "emotionalandbehaviouraldifficulty"})  # fmt: skip
NO_NEED = frozenset({"none", "na", "n", "nosen", "noneed", "notapplicable"})
PLURALS = (
    ("difficulties", "difficulty"),
    ("disabilities", "disability"),
    ("needs", "need"),
    ("impairments", "impairment"),
)
MOST_COMMAS = 3  # within the name of one need
RANK = re.compile(r"^\s*[0-9]{1,2}\s*[.):\-]\s*|\s*\(\s*(?:rank )?[0-9]{1,2}\s*\)\s*$", re.IGNORECASE)


def _word(text: str) -> str:
    word = compact(text)
    for plural, single in PLURALS:
        word = word.replace(plural, single)
    return word


def _ways_to_read(text: str) -> Iterator[str]:
    """The text, and its parts where code and name stand together: K - SEN Support, SEN support (K), SLCN: Speech…"""
    yield text
    if found := re.fullmatch(r"(.*)[(\[]([^()\[\]]*)[)\]]", text):
        yield from found.groups()
    for separator in (" - ", " – ", ":", "-"):
        if separator in text:
            yield from text.split(separator, 1)


@lru_cache(maxsize=1024)
def read_sen_status(text: str) -> Reading:
    """N, K or E. School Action (A), School Action Plus (P) and a statement (S) are read as K, K and E, and said so."""
    found = {STATUS_WORDS.get(_word(part)) for part in _ways_to_read(cleaned(text))} - {None}
    if len(found) != 1:
        return Reading(None, _no_such_status())
    code = found.pop()
    if code not in LEGACY_STATUS:
        return Reading(code)
    return Reading(LEGACY_STATUS[code], _legacy_status(LEGACY_STATUS[code]))


def _no_such_status() -> Fault:
    return Fault(
        "no_such_status",
        _("This is not an SEN status that we know. N, K and E are, and their names."),
        _("Correct the SEN status in the MIS and export again."),
    )


def _legacy_status(code: str) -> Fault:
    return Fault(
        "legacy_status",
        said(_("This is an old SEN status. It is read as {code}."), code=code),
        _("Check that it is right today, and bring the MIS up to date."),
        WARNING,
    )


def read_needs(text: str, choices: Mapping[str, str] | None = None) -> Reading:
    """The types of need in one cell, as a tuple of codes in the order written.

    `choices` holds a person's earlier decisions: words of the file (compact form) → code, or "" to leave them out.
    """
    codes: list[str] = []
    for part in _need_parts(cleaned(text), choices or {}):
        code, fault = _read_need(part, choices or {})
        if fault:
            return Reading(None, fault)
        if code and code not in codes:
            codes.append(code)
    return Reading(tuple(codes))


def words_not_understood(text: str) -> list[str]:
    """The parts of one cell that stand for no type of need of today; a person can say what they mean."""
    return [part.strip() for part in _need_parts(cleaned(text), {}) if _read_need(part, {}).fault]


def _need_parts(text: str, choices: Mapping[str, str]) -> Iterator[str]:
    """The cell split into needs. Names of needs contain commas and slashes, so these split only where they must."""
    for piece in re.split(r"[;|\n]", text):
        if not piece.strip():
            continue
        if _is_known(piece, choices):
            yield piece
        else:
            yield from _split_by_comma(piece, choices)


def _split_by_comma(piece: str, choices: Mapping[str, str]) -> Iterator[str]:
    """The fewest pieces, each as long as it can be read: “Speech, language and communication needs, ASD” are two."""
    parts = [part for part in re.split(r"[,/]", piece) if part.strip()]
    while parts:
        size = next(
            (
                n
                for n in range(min(len(parts), MOST_COMMAS + 1), 0, -1)
                if _is_known(",".join(parts[:n]), choices)
            ),
            1,
        )
        yield ",".join(parts[:size])
        parts = parts[size:]


def _is_known(text: str, choices: Mapping[str, str]) -> bool:
    """Whether these words as a whole are a need, today's or a retired one."""
    fault = _read_need(text, choices).fault
    return fault is None or fault.code == "retired_need"


def _read_need(text: str, choices: Mapping[str, str]) -> Reading:
    """One need: its code, "" where a person chose to leave it out, or the fault that parks the row."""
    words = [word for word in (_word(part) for part in _ways_to_read(RANK.sub("", text))) if word]
    chosen = next((choices[word] for word in words if word in choices), None)
    if chosen is not None:
        return Reading(chosen)
    found = {
        NEED_BY_WORD.get(word.removesuffix("need")) or NEED_BY_WORD.get(word.removesuffix("ofneed"))
        for word in words
    } - {None}
    if len(found) == 1:
        return Reading(found.pop())
    if NO_NEED.intersection(words):
        return Reading("")
    return Reading(None, _retired_need() if RETIRED_NEEDS.intersection(words) else _no_such_need())


def _retired_need() -> Fault:
    return Fault(
        "retired_need",
        _("BESD ended in 2014. SEMH replaced it but does not mean the same, so a person has to decide."),
        _("Choose the type of need that fits this pupil, here or in the MIS."),
    )


def _no_such_need() -> Fault:
    return Fault(
        "no_such_need",
        _("This is not a type of need that we know."),
        _("Choose a type of need for it here, or correct it in the MIS and export again."),
    )


def need_without_sen() -> Fault:
    """Status N with a type of need: one of the two is wrong."""
    return Fault(
        "need_without_sen",
        _("The SEN status says no SEN, but a type of need is given."),
        _("Decide which is right: remove the need or correct the status in the MIS, and export again."),
    )


def unassessed_with_plan() -> Fault:
    """NSA is for SEN Support only, while the school works out the primary need."""
    return Fault(
        "nsa_with_plan",
        _("NSA (no specialist assessment) does not go with an EHC plan."),
        _("Record the type of need that the plan names."),
        WARNING,
    )
