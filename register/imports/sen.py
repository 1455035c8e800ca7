"""Types of need: code words of every MIS and the older codes, read as today's codes (domain notes 5.1)."""

import re
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext_lazy as _

from .records import WARNING, Fault, Reading
from .statuses import singular
from .texts import MARK_OF_DOUBT, cleaned, is_marked_doubtful

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
MOST_COMMAS = 3  # within the name of one need
LONGEST_WORDING = 120
RANK = re.compile(
    r"^\s*(?:rank )?([0-9]{1,2})\s*[.):\-]\s*|\s*\(\s*(?:rank )?([0-9]{1,2})\s*\)\s*$", re.IGNORECASE
)
# Beside the name of a need these words say that it is not one, or not yet: a person decides then.
DOUBT = re.compile(
    r"\?|\b(?:no|not|never|query|quer(?:y|ied)|possible|possibly|suspected|awaiting|waiting|pathway|undiagnosed|referred|referral|"
    r"pending|requested|refused|ruled|previous(?:ly)?|historic(?:al)?|ended|ceased|removed|traits|under assessment)\b",
    re.IGNORECASE,
)
BETWEEN_NEEDS = re.compile(r"\s+(?:and|&|\+|-|–)\s+|\s*[&+]\s*|\s+", re.IGNORECASE)


def need_key(text: str) -> str:
    """What a person's decision about a word is kept and found by: without its rank and in one spelling, a doubtful word for itself."""
    return singular(RANK.sub("", cleaned(text))) + ("?" if is_marked_doubtful(text) else "")


def read_needs(text: str, choices: Mapping[str, str] | None = None) -> Reading:
    """The types of need in one cell, as a tuple of codes: by the ranks written beside them, else in the order written.

    `choices` holds a person's earlier decisions: words of the file (as need_key has them) → code, or "" to leave them out.
    """
    choices = choices or {}
    parts = list(_need_parts(text, choices))
    readings = [_read_need(part, choices) for part in parts]
    faults = [reading.fault for reading in readings if reading.fault]
    if faults:
        words = [part for part, reading in zip(parts, readings, strict=True) if reading.fault]
        return Reading(None, faults[0]._replace(words=tuple(word[:LONGEST_WORDING] for word in words)))
    codes = [
        reading.value for _rank, reading in sorted(zip(_ranks(parts), readings, strict=True), key=_by_rank)
    ]
    return Reading(tuple(dict.fromkeys(filter(None, codes))))


def _by_rank(ranked: tuple[int, Reading]) -> int:
    return ranked[0]


def _ranks(parts: list[str]) -> list[int]:
    """The rank written beside each part; the places they stand in unless every part has one."""
    found = [
        next((int(rank) for rank in match.groups() if rank), None)
        for part in parts
        if (match := RANK.search(part))
    ]
    return found if len(found) == len(parts) else list(range(len(parts)))


def _need_parts(text: str, choices: Mapping[str, str]) -> Iterator[str]:
    """The cell split into needs. Names of needs contain commas, slashes and “and”, so these split only where they must."""
    for piece in re.split(r"[;|\r\n\v\f\x85\u2028\u2029]|_x000D_", text):
        piece = cleaned(piece)
        if not piece.strip(" ,/"):
            continue
        yield from _two_in_one(piece, choices) or _split_by_comma(piece, choices)


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
        part = ",".join(parts[:size]).strip()
        yield from _two_in_one(part, choices) or [part]
        parts = parts[size:]


def _two_in_one(part: str, choices: Mapping[str, str]) -> list[str]:
    """“SLCN & SEMH”, “SLCN and SEMH”, “SLCN + ASD”, “SLCN ASD” as their needs; empty unless every piece is one."""
    if _is_known(part, choices):
        return [part]
    for found in BETWEEN_NEEDS.finditer(part) if len(part) <= LONGEST_WORDING else ():
        left, right = part[: found.start()], part[found.end() :]
        if left and right and _is_known(left, choices) and (rest := _two_in_one(right, choices)):
            return [left, *rest]
    return []


def _is_known(text: str, choices: Mapping[str, str]) -> bool:
    """Whether these words as a whole are a need, today's or a retired one, however sure of it."""
    text = MARK_OF_DOUBT.sub("", text)
    fault = _read_need(text, choices).fault
    return fault is None or fault.code == "retired_need"


def _ways_to_read(text: str) -> Iterator[str]:
    """The text, and its parts where code and name stand together: SLCN: Speech…, Autism (ASD)."""
    yield text
    if found := re.fullmatch(r"(.*)[(\[]([^()\[\]]*)[)\]]", text):
        yield from found.groups()
    for separator in (" - ", " – ", ":", "-"):
        if separator in text:
            yield from text.split(separator, 1)


def _read_need(text: str, choices: Mapping[str, str]) -> Reading:
    """One need: its code, "" where a person chose to leave it out, or the fault that parks the row."""
    if is_marked_doubtful(text):
        chosen = choices.get(need_key(text))
        return Reading(None, _doubtful_need()) if chosen is None else Reading(chosen)
    bare = RANK.sub("", text)
    ways = [(singular(way), way) for way in _ways_to_read(bare)]
    words = [word for word, _way in ways if word]
    chosen = next((choices[word] for word in words if word in choices), None)
    if chosen is not None:
        return Reading(chosen)
    found = {_code(word) for word in words} - {None}
    doubtful = any(DOUBT.search(way) for word, way in ways[1:] if not _code(word))
    if len(found) == 1 and (_code(words[0]) or not doubtful):
        return Reading(found.pop())
    if NO_NEED.intersection(words):
        return Reading("")
    return Reading(None, _retired_need() if RETIRED_NEEDS.intersection(words) else _no_such_need())


def _code(word: str) -> str | None:
    return NEED_BY_WORD.get(word.removesuffix("need")) or NEED_BY_WORD.get(word.removesuffix("ofneed"))


def _retired_need() -> Fault:
    return Fault(
        "retired_need",
        _("BESD ended in 2014. SEMH replaced it but does not mean the same, so a person has to decide."),
        _("Choose the type of need that fits this pupil, here or in the MIS."),
    )


def _doubtful_need() -> Fault:
    return Fault(
        "doubtful_need",
        _("A question mark or an asterisk says that somebody was not sure of this type of need."),
        _("Say here what it stands for, or correct it in the MIS and export again."),
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
