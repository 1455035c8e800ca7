"""A Common Transfer File for pupils who leave, with their SEN history (domain notes 5.3).

It carries status, needs and contacts only: plans and documents go to the next school as a file of their own.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from .identifiers import parse_laestab
from .records import ContactRecord, Need, PupilRecord

VERSION = "24.0"
UNKNOWN, OUTSIDE = "XXXXXXX", "MMMMMMM"
ONE_DAY = datetime.timedelta(days=1)
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class CtfSchool:
    """The school that sends the file. `laestab` has seven digits."""

    laestab: str
    urn: str
    name: str


def ctf_file_name(source: str, destination: str, number: int) -> str:
    """LLLNNNN_CTF_LLLNNNN_nnn.xml; `number` counts the files to the same destination from 1 to 999."""
    if not 1 <= number <= 999:
        raise ValueError("CTF files to one destination are numbered from 1 to 999")
    return f"{''.join(_parties(source))}_CTF_{''.join(_parties(destination))}_{number:03}.xml"


def academic_year(on: datetime.date) -> int:
    """The year in which the academic year starts; it switches on 1 August."""
    return on.year if on.month >= 8 else on.year - 1


def build_ctf(
    pupils: Iterable[PupilRecord],
    *,
    source: CtfSchool,
    destination: str,
    created: datetime.datetime,
    supplier: str,
) -> bytes:
    """The file's bytes in UTF-8.

    `destination` is a LAESTAB, three digits for a local authority, UNKNOWN or OUTSIDE. Contacts with a court order are
    left out: what such an order limits cannot be said in this format, so it goes by word of mouth or letter.
    """
    root = Element("CTfile")
    _add_header(root, source, destination, created, supplier)
    data = SubElement(root, "CTFpupilData")
    for pupil in pupils:
        _add_pupil(data, pupil)
    indent(root)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _parties(number: str) -> tuple[str, str]:
    """LA part and establishment part of a school, an authority or one of the two placeholders."""
    if number in {UNKNOWN, OUTSIDE}:
        return number[:3], number[3:]
    if re.fullmatch(r"[0-9]{3}(LLLL)?", number):
        return number[:3], "LLLL"
    school = parse_laestab(number)
    if school is None:
        raise ValueError(f"{number!r} is neither a LAESTAB nor a destination that the format knows")
    return school


def _put(parent: Element, name: str, value: object) -> None:
    """A child element with this value, unless there is none."""
    if isinstance(value, bool):
        value = "true" if value else "false"
    if value is not None and value != "":
        SubElement(parent, name).text = NOT_IN_XML.sub("", str(value))


def _add_header(
    root: Element, source: CtfSchool, destination: str, created: datetime.datetime, supplier: str
) -> None:
    header = SubElement(root, "Header")
    _put(header, "DocumentName", "Common Transfer File")
    _put(header, "CTFversion", VERSION)
    _put(header, "DateTime", created.strftime("%Y-%m-%dT%H:%M:%S"))
    _put(header, "DocumentQualifier", "partial")
    _put(header, "SupplierID", supplier)
    sender = _add_school(header, "SourceSchool", source.laestab)
    _put(sender, "URN", source.urn)
    _put(sender, "SchoolName", source.name)
    _put(sender, "AcademicYear", academic_year(created.date()))
    _add_school(header, "DestSchool", destination)


def _add_school(header: Element, name: str, number: str) -> Element:
    school = SubElement(header, name)
    authority, establishment = _parties(number)
    _put(school, "LEA", authority)
    _put(school, "Estab", establishment)
    return school


def _add_pupil(data: Element, pupil: PupilRecord) -> None:
    node = SubElement(data, "Pupil")
    for name, value in (
        ("UPN", pupil.upn),
        ("UniqueLearnerNumber", pupil.uln),
        ("Surname", pupil.legal_surname),
        ("Forename", pupil.legal_forename),
        ("DOB", pupil.date_of_birth),
        ("Sex", pupil.sex),
    ):
        _put(node, name, value)
    _add_basic_details(node, pupil)
    if "LAC" in pupil.characteristics:
        _put(SubElement(node, "LookedAfter"), "InCare", pupil.characteristics["LAC"])
    _add_sen_history(node, pupil)
    _add_contacts(node, pupil.contacts)


def _add_basic_details(node: Element, pupil: PupilRecord) -> None:
    details = SubElement(node, "BasicDetails")
    _put(details, "FormerUPN", pupil.former_upn)
    _put(details, "PreferredSurname", pupil.preferred_surname)
    _put(details, "PreferredForename", pupil.preferred_forename)
    _put(details, "MiddleNames", pupil.middle_names)
    _put(details, "NCyearActual", year_code(pupil.year_group))
    _put(details, "Ethnicity", pupil.ethnicity)
    if pupil.first_language:
        language = SubElement(SubElement(details, "Languages"), "Type")
        _put(language, "LanguageType", "F")
        _put(language, "Language", pupil.first_language)
    if "SERVICE" in pupil.characteristics:
        _put(details, "ServiceChild", "Y" if pupil.characteristics["SERVICE"] else "N")


def year_code(year_group: int | None) -> str:
    """NCyearActual: N1, N2, R or the number of the year."""
    if year_group is None:
        return ""
    return {-2: "N1", -1: "N2", 0: "R"}.get(year_group, str(year_group))


def _add_sen_history(node: Element, pupil: PupilRecord) -> None:
    """Every period; a first period without SEN says nothing and is left out.

    A start that is not known (a day stands in for it here) is not written: it would be taken for a fact.
    """
    periods = pupil.sen_history
    if periods and periods[0].status == "N":
        periods = periods[1:]
    if not periods and not pupil.needs:
        return
    history = SubElement(node, "SENhistory")
    for period in periods:
        sen = SubElement(history, "SEN")
        _put(sen, "StartDate", period.since)
        _put(sen, "SENprovision", period.status)
    if pupil.needs:
        needs = SubElement(history, "SENneeds")
        for need in pupil.needs:
            _add_need(needs, need)


def _add_need(needs: Element, need: Need) -> None:
    """The end date is the last day on which the need was recorded, never one before it began."""
    last = need.until and need.until - ONE_DAY
    if last and need.since:
        last = max(last, need.since)
    node = SubElement(needs, "SENneed")
    _put(node, "NeedStartDate", need.since)
    _put(node, "NeedEndDate", last)
    _put(node, "SENtypeRank", need.rank)
    _put(node, "SENtype", need.code)


def _add_contacts(node: Element, contacts: tuple[ContactRecord, ...]) -> None:
    allowed = [contact for contact in contacts if not contact.court_order]
    if not allowed:
        return
    parent = SubElement(node, "Contacts")
    for place, contact in enumerate(allowed, start=1):
        _add_contact(SubElement(parent, "Contact"), contact, place)


def _add_contact(node: Element, contact: ContactRecord, place: int) -> None:
    _put(node, "Order", contact.priority or place)
    _put(node, "Title", contact.title)
    _put(node, "Surname", contact.surname)
    _put(node, "Forename", contact.forename)
    _put(node, "Relationship", contact.relationship)
    _put(node, "Responsibility", contact.parental_responsibility)
    if contact.address:
        _put(SubElement(SubElement(node, "Address"), "AddressLines"), "AddressLine1", contact.address)
    if contact.phone:
        phone = SubElement(SubElement(node, "Phones"), "Phone")
        _put(phone, "TelephoneType", "M")
        _put(phone, "PhoneNo", contact.phone)
    _put(node, "Email", contact.email)
