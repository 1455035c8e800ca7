"""A row's fields to a member of staff, or to one pupil's place in a teaching group."""

from django.utils.translation import gettext_lazy as _

from .fields import Reader, Row, missing_value, plain_text
from .names import name_parts, read_name, split_name
from .records import Fault, GroupRecord, StaffRecord
from .values import read_admission_number, read_email, read_upn

LONGEST_STAFF_CODE = 20
LONGEST_STAFF_LIST = 200  # codes or names of all who teach a group

STAFF_READERS: dict[str, Reader] = {
    "staff_code": plain_text(LONGEST_STAFF_CODE),
    "title": plain_text(20),
    "forename": read_name,
    "surname": read_name,
    "email": read_email,
    "role": plain_text(100),
}

GROUP_READERS: dict[str, Reader] = {
    "group": plain_text(60),
    "subject": plain_text(60),
    "upn": read_upn,
    "admission_number": read_admission_number,
    "staff_code": plain_text(LONGEST_STAFF_LIST),
}


def take_apart(row: Row, surname: str = "surname", forename: str = "forename") -> None:
    """Fill surname and forename from a full name, where the row has no surname of its own."""
    if not row.has("full_name") or row.has(surname):
        row.given.discard("full_name")
        return
    parts = name_parts(row.cells["full_name"])
    if parts.guessed:
        row.note("full_name", row.cells["full_name"], split_name())
    row.put(surname, parts.surname)
    if parts.forename and not row.has(forename):
        row.put(forename, parts.forename)
    if parts.title and surname == "surname" and not row.has("title"):
        row.put("title", parts.title)
    row.given.discard("full_name")


def read_staff(row: Row) -> StaffRecord | None:
    """The member of staff, or None when the row was parked."""
    take_apart(row)
    values = row.read_all(STAFF_READERS, frozenset({"title", "forename"}))
    row.require("surname", missing_value())
    if not values.get("staff_code") and not values.get("email"):
        row.note("email", row.cells.get("email", ""), _nothing_to_know_by())
    return None if row.is_parked else StaffRecord(row_number=row.number, given=frozenset(row.given), **values)


def read_group(row: Row) -> GroupRecord | None:
    """One pupil's place in a group, or None when the row was parked."""
    values = row.read_all(GROUP_READERS, frozenset({"subject", "staff_code"}))
    row.require("group", missing_value())
    if not row.has("upn") and not row.has("admission_number"):
        row.note("upn", "", _whose_place())
    return None if row.is_parked else GroupRecord(row_number=row.number, given=frozenset(row.given), **values)


def _nothing_to_know_by() -> Fault:
    return Fault(
        "no_staff_code",
        _("There is neither a staff code nor an e-mail address to know this person by."),
        _("Add one of them in the MIS and export again."),
    )


def _whose_place() -> Fault:
    return Fault(
        "whose_place",
        _("There is neither a UPN nor an admission number, so nobody can say who is in this group."),
        _("Add one of them to the report and export again."),
    )
