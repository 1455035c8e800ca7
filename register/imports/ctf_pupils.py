"""One Pupil element of a Common Transfer File to a pupil record with SEN history and contacts."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from .contacts import read_person
from .ctf_attainment import read_results
from .ctf_sen import CtfSenReader
from .fields import Row
from .pupils import Choices, PupilReader
from .records import WARNING, ContactRecord, PupilRecord, RowProblem
from .xml_nodes import Node

# Field → where it stands; of several places the first that is there counts (newer files say Sex, older Gender).
PLACES = {
    "upn": (("upn",),),
    "former_upn": (("basicdetails", "formerupn"), ("formerupn",)),
    "uln": (("uniquelearnernumber",), ("basicdetails", "uniquelearnernumber")),
    "legal_surname": (("surname",),),
    "legal_forename": (("forename",),),
    "middle_names": (("basicdetails", "middlenames"), ("middlenames",)),
    "preferred_surname": (("basicdetails", "preferredsurname"),),
    "preferred_forename": (("basicdetails", "preferredforename"),),
    "date_of_birth": (("dob",),),
    "sex": (("sex",), ("gender",)),
    "year_group": (("basicdetails", "ncyearactual"),),
    "ethnicity": (("basicdetails", "ethnicity"),),
    "LAC": (("lookedafter", "incare"),),
    "SERVICE": (("basicdetails", "servicechild"),),
}
CONTACT_PLACES = {
    "priority": (("order",),),
    "title": (("title",),),
    "forename": (("forename",),),
    "surname": (("surname",),),
    "relationship": (("relationship",),),
    "parental_responsibility": (("responsibility",),),
    "email": (("email",),),
}
PHONE_ORDER = ("M", "H", "D", "A", "W")  # mobile, home, day, alternative, work
NOT_ADDRESS_LINES = frozenset({"easting", "northing", "uprn", "addressaspupil", "country"})


class CtfPupilReader:
    """Reads the pupils of one file."""

    def __init__(self, choices: Choices):
        self.today = choices.today
        self.pupils = PupilReader(choices)
        self.sen = CtfSenReader(self.pupils.dates, self.pupils.status_reader, self.pupils.need_reader)

    def read(self, node: Node, number: int, problems: list[RowProblem]) -> PupilRecord | None:
        """The pupil, or None when something parks them. `number` is the pupil's place in the file."""
        row = Row(number, self._cells(node), problems)
        contacts = tuple(contact for each in _all_contacts(node) if (contact := _contact(each, node, row)))
        if node.first("contacts") is not None:
            row.given.add("contacts")
        return self.pupils.read(row, self.sen.read(node, row), contacts, read_results(node, row))

    def _cells(self, node: Node) -> dict[str, str]:
        cells = _found(node, PLACES)
        cells.setdefault("upn", "")
        for field, text in (
            ("first_language", _first_language(node)),
            ("FSM", self._free_meals(node)),
            ("attendance_percent", _attendance(node)),
        ):
            if text is not None:
                cells[field] = text
        return cells

    def _free_meals(self, node: Node) -> str | None:
        """Y while any spell of free school meals runs today, N when all are over, None when the file is silent."""
        history = node.first("fsmhistory")
        if history is None:
            return None
        return "Y" if any(self._runs_today(spell) for spell in history.all("fsminstance")) else "N"

    def _runs_today(self, spell: Node) -> bool:
        starts = self.pupils.dates.read(spell.said("fsmstartdate") or "").value
        ends = self.pupils.dates.read(spell.said("fsmenddate") or "").value
        return (starts is None or starts <= self.today) and (ends is None or ends >= self.today)


def _found(node: Node, places: Mapping[str, tuple[tuple[str, ...], ...]]) -> dict[str, str]:
    cells = {}
    for field, paths in places.items():
        text = next((said for path in paths if (said := node.said(*path)) is not None), None)
        if text is not None:
            cells[field] = text
    return cells


def _first_language(node: Node) -> str | None:
    """The language of type F (first), or H (home), or the only one."""
    languages = {
        (each.said("languagetype") or "").upper(): each.said("language") for each in node.within("type")
    }
    return (
        languages.get("F")
        or languages.get("H")
        or (next(iter(languages.values())) if len(languages) == 1 else None)
    )


def _attendance(node: Node) -> str | None:
    """Sessions attended of those possible in the latest year, as a percentage."""
    years = [year for year in node.within("yeardata") if year.said("sessionspossible") is not None]
    if not years:
        return None
    latest = max(years, key=lambda year: year.said("year") or "")
    possible, attended = _count(latest.said("sessionspossible")), _count(latest.said("sessionsattended"))
    return f"{100 * attended / possible:.1f}%" if possible and attended is not None else None


def _count(text: str | None) -> Decimal | None:
    try:
        number = Decimal(text or "")
    except InvalidOperation:
        return None
    return number if number.is_finite() and 0 <= number < 10_000 else None


def _all_contacts(node: Node) -> list[Node]:
    contacts = node.first("contacts")
    return contacts.all("contact") if contacts is not None else []


def _contact(node: Node, pupil: Node, row: Row) -> ContactRecord | None:
    """One contact. What is wrong with it is only a warning about the pupil, who is taken all the same."""
    cells = _found(node, CONTACT_PLACES)
    cells["upn"] = pupil.said("upn") or ""
    for field, text in (("phone", _phone(node)), ("address", _address(node, pupil))):
        if text is not None:
            cells[field] = text
    if (node.said("address", "addressaspupil") or "").lower() in {"true", "1"}:
        cells["lives_with_pupil"] = "Y"
    found: list[RowProblem] = []
    contact = read_person(Row(row.number, cells, found))
    row.problems.extend(_as_warning(problem) for problem in found if problem.field != "upn")
    return contact


def _as_warning(problem: RowProblem) -> RowProblem:
    return RowProblem(
        problem.row_number,
        "contacts",
        problem.value,
        problem.reason,
        problem.what_to_do,
        WARNING,
        problem.code,
    )


def _phone(node: Node) -> str | None:
    """The number most likely to be answered."""
    phones = {
        (each.said("telephonetype") or "").upper(): each.said("phoneno") for each in node.within("phone")
    }
    return next((phones[kind] for kind in PHONE_ORDER if phones.get(kind)), next(iter(phones.values()), None))


def _address(node: Node, pupil: Node) -> str | None:
    address = node.first("address")
    if address is None:
        return None
    if (address.said("addressaspupil") or "").lower() in {"true", "1"}:
        address = pupil.first("address")
    return ", ".join(_lines(address)) if address is not None else None


def _lines(address: Node) -> list[str]:
    """The parts of an address in the order of the file, whichever of the two layouts it uses."""
    found = []
    for child in address.children:
        if child.children:
            found += _lines(child)
        elif child.text and child.name not in NOT_ADDRESS_LINES:
            found.append(child.text)
    return found
