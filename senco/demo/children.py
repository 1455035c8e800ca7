"""The children: how many in each year, whose siblings they are, and what is known of each before SEN comes in."""

from dataclasses import dataclass, field
from random import Random

from register.models import Pupil
from senco.demo import homes, rates
from senco.demo.homes import Home
from senco.demo.keys import weighted

HADDAD = (("Yusuf", "M", 8, "K"), ("Leila", "F", 10, "N"))
OSEI = (("Kofi", "M", 7, "N"),)
LOWTHER = (("Maisie", "F", 9, "K"),)


@dataclass
class Child:
    """A pupil in the making. `status` is today's: N, K or E; `needs` are need types, primary first."""

    forename: str
    surname: str
    sex: str
    year: int
    home: Home
    free_meals: bool = False
    premium: bool = False
    additional: bool = False
    service: bool = False
    status: str = ""
    needs: list[str] = field(default_factory=list)
    left: bool = False
    pupil: Pupil | None = None

    @property
    def first_language(self) -> str:
        return self.home.language if self.additional else "ENG"


def sizes(pupils: int) -> dict[int, int]:
    """Pupils in each year: equal, the youngest years one more where it does not divide."""
    share, rest = divmod(pupils, len(rates.YEARS))
    return {year: share + (place < rest) for place, year in enumerate(rates.YEARS)}


def forms_in_a_year(pupils: int) -> int:
    """Forms of about 30."""
    return max(1, round(max(sizes(pupils).values()) / 30))


def make_children(rng: Random, pupils: int, families: dict) -> list[Child]:
    """`families` holds the memberships of the two parents who can sign in, by surname."""
    left = sizes(pupils)
    children = [
        *named(rng, homes.haddads(rng, families["Haddad"]), HADDAD),
        *named(rng, homes.oseis(rng, families["Osei"]), OSEI),
        *named(rng, homes.lowthers(rng), LOWTHER),
    ]
    for child in children:
        left[child.year] -= 1
    while any(left.values()):
        children += siblings(rng, left)
    return children


def named(rng: Random, home: Home, known) -> list[Child]:
    children = [
        Child(forename, home.surname, sex, year, home, additional=home.language != "ENG", status=status)
        for forename, sex, year, status in known
    ]
    return [with_facts(rng, child, free_meals=False) for child in children]


def siblings(rng: Random, left: dict[int, int]) -> list[Child]:
    """One family's children, in years that still have places; takes the places."""
    home = homes.make_home(rng)
    if (
        rng.random() < rates.LOOKED_AFTER * 1.1
    ):  # families are a tenth fewer than children, and a child in care comes alone
        home = homes.in_care(rng, home)
    free_meals = rng.random() < rates.FREE_MEALS
    count = 1 if home.in_care else weighted(rng, dict(rates.SIBLINGS))
    found = []
    for year in years_for(rng, left, count):
        left[year] -= 1
        found.append(make_child(rng, home, year, free_meals, {child.forename for child in found}))
    return found


def years_for(rng: Random, left: dict[int, int], count: int) -> list[int]:
    """Different years for the children of one family, fuller years last."""
    open_years = sorted(
        (year for year, places in left.items() if places), key=lambda year: rng.random() / left[year]
    )
    return open_years[:count]


def make_child(rng: Random, home: Home, year: int, free_meals: bool, taken: set[str]) -> Child:
    sex = "M" if rng.random() < rates.BOYS else "F"
    forename = rng.choice([name for name in home.heritage.forenames(sex) if name not in taken])
    child = Child(forename, home.surname, sex, year, home, additional=home.language != "ENG")
    return with_facts(rng, child, free_meals=free_meals)


def with_facts(rng: Random, child: Child, *, free_meals: bool) -> Child:
    child.free_meals = free_meals and not child.home.in_care
    child.premium = child.free_meals or child.home.in_care or rng.random() < rates.PREMIUM_WITHOUT_MEALS
    child.service = rng.random() < rates.SERVICE
    return child


def make_leavers(rng: Random, pupils: int) -> list[Child]:
    """Children who have left in the last two years, on top of those on roll."""
    leavers = [
        child
        for _place in range(round(pupils * rates.LEAVERS))
        for child in siblings(rng, dict.fromkeys(rates.YEARS, 1))[:1]
    ]
    for child in leavers:
        child.left = True
    return leavers
