"""Pupils' records and the facts that a school's MIS brings with them."""

import datetime
from decimal import Decimal
from random import Random

from register.choices import Characteristic
from register.imports.identifiers import upn_check_letter
from register.models import Attainment, Pupil, PupilCharacteristic
from senco.core.calendar import birth_dates, school_year_of
from senco.demo import names, rates
from senco.demo.children import Child
from senco.demo.world import DAY, TWO_YEARS, World

FEEDERS = (
    "2011",
    "2012",
    "2013",
    "2014",
)  # primary schools that gave the UPNs; the example import files use others
FIRST_ADMISSION = 10001
LATE_JOINERS = 0.06
MIDDLE_NAME = 0.45
USES_SHORT_FORM = 0.3  # of those whose name has one
SHORT_FORMS = {
    "Abigail": "Abbie",
    "Daniel": "Dan",
    "Florence": "Flo",
    "Margaret": "Maggie",
    "Mateusz": "Matt",
    "Zakariye": "Zak",
}


def record_pupils(world: World, children: list[Child]) -> None:
    """Pupil records for children whose status is settled already: attendance depends on it."""
    for number, child in enumerate(children):
        child.pupil = record_pupil(world, child, number)
        record_characteristics(world, child)
        record_attainment(world, child, Random(f"{world.number} {number}"))  # shifts nobody else's luck


def record_pupil(world: World, child: Child, number: int) -> Pupil:
    joined = joining_day(world, child)
    left = leaving_day(world, joined) if child.left else None
    return world.add(
        Pupil,
        school=world.school,
        upn=upn_of(world, child, number),
        admission_number=f"{FIRST_ADMISSION + number:06d}",
        legal_forename=child.forename,
        legal_surname=child.surname,
        middle_names=world.rng.choice(names.MIDDLE) if world.chance(MIDDLE_NAME) else "",
        preferred_forename=known_as(world.rng, child),
        date_of_birth=birthday(world, child),
        sex=child.sex,
        year_group=child.year,
        ethnicity=child.home.heritage.ethnicity,
        first_language=child.first_language,
        attendance_percent=attendance(world.rng, child.status),
        attendance_as_of=world.school_day(world.today),
        joined_on=joined,
        left_on=left,
    )


def upn_of(world: World, child: Child, number: int) -> str:
    """As a primary school of the same authority would have given it in the child's Reception year."""
    entry = (school_year_of(world.today) - child.year) % 100
    serial, feeder = divmod(number, len(FEEDERS))
    rest = f"999{FEEDERS[feeder]}{entry:02d}{serial:03d}"
    return upn_check_letter(rest) + rest


def birthday(world: World, child: Child) -> datetime.date:
    first, last = birth_dates(str(child.year), school_year_of(world.today))
    return first + world.rng.randrange((last - first).days + 1) * DAY


def joining_day(world: World, child: Child) -> datetime.date:
    """The start of Year 7, or some later school day, always before today."""
    start = datetime.date(school_year_of(world.today) - (child.year - 7), 9, 3)
    since = (world.today - start).days
    if since <= 1:
        return min(start, world.today - 2 * DAY)
    if world.chance(LATE_JOINERS) or child.left:
        return start + world.rng.randrange(max(1, since // 2)) * DAY
    return start


def leaving_day(world: World, joined: datetime.date) -> datetime.date:
    span = min(TWO_YEARS, (world.today - joined).days)
    return max(joined, world.ago(1 + world.rng.randrange(max(1, span // 2))))


def known_as(rng: Random, child: Child) -> str:
    return SHORT_FORMS.get(child.forename, "") if rng.random() < USES_SHORT_FORM else ""


def attendance(rng: Random, status: str) -> Decimal:
    """Per cent of sessions. A share of pupils misses 10 % or more, and then often much more."""
    share, mode, beyond = rates.ABSENCE[status or "N"]
    missed = 10 + rng.expovariate(1 / beyond) if rng.random() < share else rng.triangular(0, 10, mode)
    return Decimal(str(round(100 - min(missed, 90), 1)))


def record_attainment(world: World, child: Child, rng: Random) -> None:
    """Scaled scores of the tests at the end of Year 6 (80 to 120), as a CTF of the primary school brings them."""
    year = school_year_of(world.today) - (child.year - 7)
    for subject in ("REA", "MAT"):
        score = rng.gauss(91 if child.status in ("K", "E") else 105, 6)
        world.add(
            Attainment,
            school=world.school,
            pupil=child.pupil,
            stage="KS2",
            subject=subject,
            year=year,
            result=str(round(min(120, max(80, score)))),
        )


def record_characteristics(world: World, child: Child) -> None:
    facts = {
        Characteristic.FSM: child.free_meals,
        Characteristic.PP: child.premium,
        Characteristic.EAL: child.additional,
        Characteristic.LOOKED_AFTER: child.home.in_care,
        Characteristic.SERVICE: child.service,
    }
    for kind, applies in facts.items():
        if applies:
            world.add(
                PupilCharacteristic,
                school=world.school,
                pupil=child.pupil,
                kind=kind,
                starts=child.pupil.joined_on,
            )
