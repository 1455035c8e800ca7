"""A row's fields to a contact: one person around one pupil."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from .fields import Reader, Row, missing_value, plain_text
from .names import read_name
from .people import take_apart
from .records import WARNING, ContactRecord, Fault, Reading
from .texts import cleaned, compact
from .values import (
    read_admission_number,
    read_boolean,
    read_court_order,
    read_email,
    read_language,
    read_phone,
    read_priority,
    read_upn,
)

# Codes of the Common Transfer File that our register has a word for; domain notes 5.3.
RELATIONSHIP_CODES = frozenset({"MOT", "FAT", "CAR", "PAM", "PAF", "STP", "GRP", "SOC", "OTH"})
RELATIONSHIP_WORDS = {
    **dict.fromkeys(("mother", "mum", "mam", "mummy", "birthmother", "mom", "adoptivemother"), "MOT"),
    **dict.fromkeys(("father", "dad", "daddy", "birthfather", "adoptivefather"), "FAT"),
    **dict.fromkeys(("carer", "guardian", "parentcarer", "parent", "fostercarer", "foster", "fosterparent"), "CAR"),
    "fostermother": "PAM",
    "fosterfather": "PAF",
    **dict.fromkeys(("stepmother", "stepfather", "stepparent", "stepmum", "stepdad"), "STP"),
    **dict.fromkeys(("grandmother", "grandfather", "grandparent", "nan", "nanny", "gran", "grandad", "grandma", "grandpa"), "GRP"),
    **dict.fromkeys(("socialworker", "carelink", "localauthority"), "SOC"),
    **dict.fromkeys(("other", "otherrelative", "otherfamilymember", "othercontact", "aunt", "uncle", "sister", "brother",
                     "familyfriend", "friend", "neighbour", "childminder"), "OTH"),
}  # fmt: skip
LONGEST_ADDRESS = 500
OPTIONAL = frozenset({"title", "address", "priority", "relationship", "language", "phone", "email"})


def read_relationship(text: str) -> Reading:
    """A three-letter code: ours for the common words, any other code as it came, and OTH for words we do not know."""
    code = cleaned(text).upper()
    word = compact(text)
    if code in RELATIONSHIP_CODES or (
        len(code) == 3 and code.isascii() and code.isalpha() and word not in RELATIONSHIP_WORDS
    ):
        return Reading(code)
    if word in RELATIONSHIP_WORDS:
        return Reading(RELATIONSHIP_WORDS[word])
    fault = Fault(
        "unknown_relationship",
        _("This relationship is not one that we know. It is taken as “other”."),
        _("Correct it here after the import if it matters."),
        WARNING,
    )
    return Reading("OTH", fault)


CONTACT_READERS: dict[str, Reader] = {
    "upn": read_upn,
    "admission_number": read_admission_number,
    "priority": read_priority,
    "title": plain_text(20),
    "forename": read_name,
    "surname": read_name,
    "relationship": read_relationship,
    "parental_responsibility": read_boolean,
    "lives_with_pupil": partial(read_boolean, own_words=frozenset({"sameaddress"})),
    "email": read_email,
    "phone": read_phone,
    "address": plain_text(LONGEST_ADDRESS),
    "court_order": read_court_order,
    "language": read_language,
}


def read_contact(row: Row) -> ContactRecord | None:
    """The contact, or None when the row was parked. A row that does not say whose contact it is cannot be taken."""
    if not row.has("upn") and not row.has("admission_number"):
        row.note("upn", "", _whose_contact())
    return read_person(row)


def read_person(row: Row) -> ContactRecord | None:
    """The contact, whoever's it is: in a Common Transfer File it stands inside its pupil."""
    take_apart(row)
    values = row.read_all(CONTACT_READERS, OPTIONAL)
    row.require("surname", missing_value())
    return (
        None if row.is_parked else ContactRecord(row_number=row.number, given=frozenset(row.given), **values)
    )


def _whose_contact() -> Fault:
    return Fault(
        "whose_contact",
        _("There is neither a UPN nor an admission number, so nobody can say whose contact this is."),
        _("Add one of them to the report and export again."),
    )
