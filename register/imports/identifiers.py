"""Numbers that name a pupil or a school: UPN, ULN and LAESTAB, with their check characters."""

import re
from typing import NamedTuple

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # I, O and S are left out so that they are not taken for 1, 0 and 5
UPN_SHAPE = re.compile(r"[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]")
# Ranges that census rule 1530 accepts. New authorities are added, so a code outside them is only a warning.
LA_RANGES = (
    (1, 5), (201, 213), (301, 320), (330, 336), (340, 344), (350, 359), (370, 373), (380, 384), (390, 394),
    (420, 420), (660, 681), (701, 708), (800, 999),
)  # fmt: skip


def upn_check_letter(rest: str) -> str:
    """The letter that belongs before the other 12 characters of a UPN: weights 2 to 13, remainder by 23."""
    total = sum(weight * _upn_digit(character) for weight, character in enumerate(rest, start=2))
    return UPN_LETTERS[total % 23]


def _upn_digit(character: str) -> int:
    """A digit's value; the last place of a temporary UPN holds a letter, worth its place in the list."""
    return int(character) if character.isdigit() else UPN_LETTERS.index(character)


def has_upn_shape(upn: str) -> bool:
    return UPN_SHAPE.fullmatch(upn) is not None


def is_valid_upn(upn: str) -> bool:
    """Permanent or temporary UPN in capitals with the right check letter."""
    return has_upn_shape(upn) and upn[0] == upn_check_letter(upn[1:])


def is_temporary_upn(upn: str) -> bool:
    return is_valid_upn(upn) and upn[-1].isalpha()


def upn_authority_known(upn: str) -> bool:
    """Whether characters 2 to 4 are the code of a local authority."""
    authority = int(upn[1:4])
    return any(first <= authority <= last for first, last in LA_RANGES)


def is_valid_uln(uln: str) -> bool:
    """Ten digits, the first not zero; weighted 10 down to 1 they leave remainder 10 by 11 (HESA, C17051 ULN)."""
    if not re.fullmatch(r"[1-9][0-9]{9}", uln):
        return False
    return sum(weight * int(digit) for weight, digit in zip(range(10, 0, -1), uln, strict=True)) % 11 == 10


def admission_number_key(number: str) -> str:
    """The number for comparing: spreadsheets drop leading zeros, so 004000 and 4000 are the same pupil."""
    return number.strip().casefold().lstrip("0") or number.strip()


class Laestab(NamedTuple):
    """A school by LA number (3 digits) and establishment number (4 digits)."""

    authority: str
    establishment: str

    def __str__(self) -> str:
        return f"{self.authority}/{self.establishment}"


def parse_laestab(text: str) -> Laestab | None:
    """9994001, 999/4001 or 999-4001 as a Laestab; None when it is not one."""
    found = re.fullmatch(r"\s*([0-9]{3})[\s/-]?([0-9]{4})\s*", text)
    return Laestab(found[1], found[2]) if found else None
