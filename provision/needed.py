"""What an intervention needs, as a cell of a spreadsheet, and such a cell read again. Pure.

One line each: "Decodable books: £150.00, 60 months", and after it, where they apply, ", one a group" and ", bought 2026-09-01". The words
are the same in every language, so that a file of one school is read by another.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

LINE = re.compile(
    r"(?P<name>.{1,120}):\s*£?\s*(?P<pounds>[\d,]{1,9}(\.\d{1,2})?),\s*(?P<months>\d{1,3}) months?"
    r"(?P<own>,\s*one a group)?(,\s*bought (?P<bought>\d{4}-\d{2}-\d{2}))?",
    re.IGNORECASE,
)
MOST_MONTHS = 240


@dataclass(frozen=True)
class Needed:
    """`pence` once, `life_months`; `shared`: one serves every group."""

    name: str
    pence: int
    life_months: int
    shared: bool = True
    bought_on: datetime.date | None = None


def cell_of(needed: Iterable[Needed]) -> str:
    """The lines of a cell; records with the same names for their facts serve as well."""
    return "\n".join(line_of(one) for one in needed)


def line_of(one: Needed) -> str:
    words = f"{one.name}: £{Decimal(one.pence) / 100:.2f}, {one.life_months} months"
    words += "" if one.shared else ", one a group"
    return words + (f", bought {one.bought_on.isoformat()}" if one.bought_on else "")


def read_cell(text: str) -> list[Needed]:
    """Raises ValueError with the first line that cannot be understood."""
    return [read_line(line.strip()) for line in text.splitlines() if line.strip()]


def read_line(line: str) -> Needed:
    found = LINE.fullmatch(line)
    if not found or not 1 <= int(found["months"]) <= MOST_MONTHS:
        raise ValueError(line)
    try:
        bought = datetime.date.fromisoformat(found["bought"]) if found["bought"] else None
    except ValueError:
        raise ValueError(line) from None
    pence = int(Decimal(found["pounds"].replace(",", "")) * 100)
    return Needed(found["name"].strip(), pence, int(found["months"]), not found["own"], bought)
