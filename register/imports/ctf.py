"""The Common Transfer File: whose it is, whether it is for us, and the pupils in it (domain notes 5.3)."""

import datetime
import re
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from .ctf_pupils import CtfPupilReader
from .encodings import Text
from .identifiers import parse_laestab
from .pupils import Choices
from .records import WARNING, Fault, PupilRecord, RowProblem
from .refusals import ImportRefused, Limits, said
from .texts import cleaned
from .xml_nodes import Node, as_declared, is_other_encoding_than_declared, nodes

HEADER = ("ctfile", "header")
PUPIL = ("ctfile", "ctfpupildata", "pupil")
PUPILS_REPORTED = 50
OLDEST_VERSION = 17  # the first with start dates for SEN
DESTINATION_UNKNOWN, DESTINATION_OUTSIDE = "XXXXXXX", "MMMMMMM"


@dataclass
class CtfDocument:
    encoding: str
    source: str = ""
    version: str = ""
    pupil_count: int = 0
    pupils: list[PupilRecord] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)

    def remark(self, fault: Fault, name: str = "", value: str = "") -> None:
        """Something a person should know about the file as a whole."""
        self.problems.append(RowProblem.from_fault(None, name, value, fault))


def read_ctf(text: Text, *, our_laestab: str, choices: Choices, limits: Limits) -> CtfDocument:
    """Every pupil of the file. A file for another school, or one that is damaged anywhere, is refused as a whole."""
    document = CtfDocument(encoding=as_declared(text).name)
    if is_other_encoding_than_declared(text):
        document.remark(_other_encoding())
    reader = CtfPupilReader(choices)
    header_seen = False
    for node in nodes(text, frozenset({HEADER, PUPIL}), HEADER[0], limits):
        if node.name == "header":
            header_seen = True
            _read_header(node, document, our_laestab, choices.today)
            continue
        if not header_seen:
            raise _no_header()
        _count(document, limits)
        if document.pupil_count % PUPILS_REPORTED == 0:
            choices.progress(document.pupil_count)
        pupil = reader.read(node, document.pupil_count, document.problems)
        if pupil is not None:
            document.pupils.append(pupil)
    _check_whole(document, header_seen)
    return document


def _count(document: CtfDocument, limits: Limits) -> None:
    document.pupil_count += 1
    if document.pupil_count > limits.rows:
        raise ImportRefused(
            "too_many_rows",
            said(_("The file has more than {rows} pupils."), rows=limits.rows),
            _("Ask for it in parts."),
        )


def _check_whole(document: CtfDocument, header_seen: bool) -> None:
    if not header_seen:
        raise _no_header()
    if not document.pupil_count:
        raise ImportRefused(
            "no_rows", _("There are no pupils in this file."), _("Export it again and choose pupils.")
        )


def _read_header(header: Node, document: CtfDocument, our_laestab: str, today: datetime.date) -> None:
    document.version = cleaned(header.said("ctfversion") or "")[:20]
    document.source = (
        _school_named(header.first("sourceschool")) or cleaned(header.said("supplierid") or "")[:40]
    )
    destination = _number(header.first("destschool"))
    fault = destination_fault(destination, our_laestab)
    if fault:
        document.remark(fault, value=destination)
    if not _is_current(document.version, today):
        document.remark(_odd_version(), value=document.version)


def _number(school: Node | None) -> str:
    """LA and establishment number as written, seven characters if all is well."""
    if school is None:
        return ""
    return re.sub(r"\s", "", (school.said("lea") or "") + (school.said("estab") or "")).upper()


def _school_named(school: Node | None) -> str:
    number = parse_laestab(_number(school))
    name = cleaned(school.said("schoolname") or "") if school is not None else ""
    return " ".join(part for part in (str(number) if number else "", name) if part)[:40]


def destination_fault(destination: str, our_laestab: str) -> Fault | None:
    """None when the file is for us; a remark when that cannot be told; ImportRefused when it is for someone else.

    LLL followed by LLLL is a local authority, XXXXXXX an unknown school, MMMMMMM a school outside the state sector.
    """
    ours = parse_laestab(our_laestab)
    if destination in {DESTINATION_UNKNOWN, DESTINATION_OUTSIDE}:
        return _destination_open()
    if ours is None and parse_laestab(destination):
        return _own_number_unknown()
    if ours and destination == "".join(ours):
        return None
    if ours and destination in {ours.authority, f"{ours.authority}LLLL"}:
        return _for_the_authority()
    raise _other_school(destination, str(ours or our_laestab))


def _is_current(version: str, today: datetime.date) -> bool:
    """One version appears a year, numbered like the year: 24 in 2024."""
    found = re.match(r"([0-9]{1,3})(\.[0-9]+)?$", version)
    return bool(found) and OLDEST_VERSION <= int(found[1]) <= today.year - 2000


def _no_header() -> ImportRefused:
    return ImportRefused(
        "no_header",
        _("The file has no header, so nobody can say which school it is for."),
        _("Export the Common Transfer File again, or ask the sending school to."),
    )


def _other_school(destination: str, ours: str) -> ImportRefused:
    known = parse_laestab(destination)
    if not destination:
        reason = _("The file does not say which school it is for.")
    elif destination.endswith("LLLL"):
        reason = said(
            _("This file is for the local authority {number}, not for this school ({ours})."),
            number=destination[:3],
            ours=ours,
        )
    else:
        reason = said(
            _("This file is for school {number}, not for this school ({ours})."),
            number=str(known or destination[:20]),
            ours=ours,
        )
    return ImportRefused(
        "wrong_school", reason, _("Nothing was read. Ask the sender for the file that is meant for you.")
    )


def _destination_open() -> Fault:
    return Fault(
        "destination_unknown",
        _("The sending school did not know where these pupils were going."),
        _("Make sure that these are your pupils before you apply the import."),
        WARNING,
    )


def _for_the_authority() -> Fault:
    return Fault(
        "for_authority",
        _("This file was made for the local authority, not for a school."),
        _("Make sure that these are your pupils before you apply the import."),
        WARNING,
    )


def _own_number_unknown() -> Fault:
    return Fault(
        "own_number_unknown",
        _(
            "The number of this school (LAESTAB) is not set, so it could not be checked that the file is for it."
        ),
        _("Enter it in the school's settings."),
        WARNING,
    )


def _odd_version() -> Fault:
    return Fault(
        "odd_version",
        _("This version of the Common Transfer File is not one that was checked with this system."),
        _("Compare some pupils with the sending school's records."),
        WARNING,
    )


def _other_encoding() -> Fault:
    return Fault(
        "other_encoding",
        _("The file says that it is UTF-8, but it is not. It was read as Windows letters."),
        _("Look over names with accents."),
        WARNING,
    )
