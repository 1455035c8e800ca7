"""The tables that governors get: pupils on the SEN register, counted. Categories are codes; labels.py has their words.

The tables hang together as a tree (year, area, sex and pupil premium by status; need by area), because a ring of tables
can pin down what none of them shows. Counts are of pupils on the register only: totals of the roll are public, and a
table over everybody could be subtracted from them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from register.choices import AREA_OF_NEED, BroadArea, NeedType, SenProvision
from senco.governance.suppression import Table, Variable

FEWEST_PUPILS = 10  # on the register, for figures to be worth releasing and able to keep their secret
THRESHOLD = 5  # counts from 1 to this are hidden (domain practice: "fewer than 6")

STATUS, YEAR, AREA, NEED, SEX, PREMIUM = "status", "year", "area", "need", "sex", "premium"
NO_AREA = "none"
NEED_GROUP = {  # types that are rare in one school are counted together
    NeedType.SPLD: "SPLD",
    NeedType.MLD: "MLD",
    NeedType.SLD: "SEVERE",
    NeedType.PMLD: "SEVERE",
    NeedType.DS: "SEVERE",
    NeedType.SLCN: "SLCN",
    NeedType.ASD: "ASD",
    NeedType.SEMH: "SEMH",
    NeedType.HI: "SENSORY",
    NeedType.VI: "SENSORY",
    NeedType.MSI: "SENSORY",
    NeedType.PD: "PD",
    NeedType.OTH: "OTHER",
    NeedType.NSA: "OTHER",
}
AREA_OF_GROUP = {group: AREA_OF_NEED.get(need, NO_AREA) for need, group in NEED_GROUP.items()}
AREAS = (*BroadArea.values, NO_AREA)
OTHER = "OTHER"


@dataclass(frozen=True)
class Counted:
    """What is counted about one pupil on the register: one category of each characteristic, and nothing else."""

    status: str
    year: str
    need: str
    sex: str
    premium: str

    @property
    def area(self) -> str:
        return AREA_OF_GROUP[self.need]


def status_of(provision: str) -> str:
    """K, or E for plans and for statements of the time before."""
    return "K" if provision == SenProvision.SUPPORT else "E"


def tables_of(pupils: Sequence[Counted], *, years: Sequence[str], sexes: Sequence[str]) -> list[Table]:
    """The set of tables, to be protected together.

    `years` and `sexes` are those of the whole school: a table of those that occur on the register would tell who is not.
    """
    status = Variable(STATUS, ("K", "E"))
    by_status = {YEAR: years, AREA: AREAS, SEX: sexes, PREMIUM: ("yes", "no")}
    tables = [crossed(pupils, status, Variable(name, tuple(found))) for name, found in by_status.items()]
    needs = crossed(pupils, Variable(AREA, AREAS), Variable(NEED, tuple(AREA_OF_GROUP)), possible=is_of_area)
    return [*tables, needs]


def is_of_area(area: str, group: str) -> bool:
    return AREA_OF_GROUP[group] == area


def crossed(
    pupils: Sequence[Counted], rows: Variable, columns: Variable, possible=lambda _row, _column: True
) -> Table:
    """Counts by two characteristics; a cell that cannot exist holds None."""
    counts = Counter((getattr(pupil, rows.name), getattr(pupil, columns.name)) for pupil in pupils)
    cells = [
        [counts[row, column] if possible(row, column) else None for column in columns.categories]
        for row in rows.categories
    ]
    return Table(f"{rows.name}_{columns.name}", rows, columns, cells)
