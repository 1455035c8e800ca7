"""When two values written differently mean the same: ours is kept then, so that no two sources overwrite each other in turn."""

from register.imports.identifiers import admission_number_key
from register.imports.names import same_but_for_lost_letters


def as_text(_ours, _theirs) -> bool:
    """Two different values of a plain field are different."""
    return False


def as_name(ours: str, theirs: str) -> bool:
    """The file's name is ours in capitals only, or with question marks where an export lost letters."""
    return (theirs.isupper() and theirs == ours.upper()) or same_but_for_lost_letters(ours, theirs)


def as_phone(ours: str, theirs: str) -> bool:
    """The same digits with other spaces."""
    return digits(ours) == digits(theirs)


def as_case(ours: str, theirs: str) -> bool:
    return ours.casefold() == theirs.casefold()


def as_number(ours: str, theirs: str) -> bool:
    """A spreadsheet drops leading zeros."""
    return admission_number_key(ours) == admission_number_key(theirs)


def digits(text: str) -> str:
    """The digits of a telephone number, +44 read as 0."""
    found = "".join(character for character in text if character.isdigit())
    return "0" + found[2:] if text.strip().startswith("+44") else found


NAMES = (
    "legal_surname",
    "legal_forename",
    "middle_names",
    "preferred_surname",
    "preferred_forename",
    "surname",
    "forename",
)
ALIKE = {
    **dict.fromkeys(NAMES, as_name),
    "phone": as_phone,
    "email": as_case,
    "staff_code": as_case,
    "admission_number": as_number,
    "address": as_case,
}
