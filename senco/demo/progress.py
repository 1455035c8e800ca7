"""What the demo school measured: each group at its start, at its end and a term later, and a reading score every term."""

import datetime
from collections import defaultdict
from decimal import Decimal

from provision.actions.progress import copied
from provision.impact_choices import Moment
from provision.models import Allocation, Intervention, Measurement, Provision, Scale
from provision.scales import SHIPPED_SCALES
from register.choices import BroadArea
from senco.demo.provided import terms_of
from senco.demo.provided_sessions import stamp
from senco.demo.staff import Staff
from senco.demo.world import DAY, World

TAKEN = (
    "reading-score",
    "maths-score",
    "reading-age",
    "expectation",
    "goal",
    "strengths-difficulties",
    "steps-to-independence",
)
BY_AREA = {
    BroadArea.COMMUNICATION: "expectation",
    BroadArea.COGNITION: "reading-age",
    BroadArea.SEMH: "strengths-difficulties",
    BroadArea.SENSORY: "steps-to-independence",
}
BY_NAME = {"Number sense": "maths-score"}
NO_USE = {"Spelling workshop", "Feelings group"}  # nobody gains from these, term after term
MEASURED = 0.9  # of the pupils, at each moment
READ_A_TERM = 0.6  # of those with a place have a reading score every term
RETENTION = datetime.timedelta(weeks=12)
FIRST = {
    "maths-score": (74, 92),
    "expectation": (-2, -1),
    "reading-age": (80, 130),
    "strengths-difficulties": (16, 26),
    "steps-to-independence": (2, 3),
}
STEP = {
    "maths-score": (3, 9),
    "expectation": (0, 2),
    "reading-age": (3, 9),
    "strengths-difficulties": (-7, -2),
    "steps-to-independence": (0, 2),
}
STILL = {
    "maths-score": (-1, 2),
    "expectation": (0, 0),
    "reading-age": (-1, 2),
    "strengths-difficulties": (0, 3),
    "steps-to-independence": (0, 0),
}


def record_progress(world: World, staff: Staff) -> None:
    scales = {code: record_scale(world, code, staff) for code in TAKEN}
    kinds = {row.pk: row for row in world.made(Intervention)}
    groups = {row.pk: row for row in world.made(Provision)}
    for place in world.made(Allocation):
        group = groups[place.provision_id]
        kind = kinds[group.intervention_id]
        record_place(world, place, group, kind, scales)
    record_reading(world, scales["reading-score"])


def record_scale(world: World, code: str, staff: Staff) -> Scale:
    shipped = next(each for each in SHIPPED_SCALES if each.code == code)
    made, begun = copied(shipped), terms_of(world)[0].starts - 7 * DAY
    facts = (
        "name",
        "kind",
        "framework",
        "lowest",
        "highest",
        "more_is_better",
        "least_gain",
        "steps",
        "shipped",
    )
    return world.add(
        Scale, school=world.school, saved_by=staff.senco, saved_at=stamp(begun), **{name: getattr(made, name) for name in facts}
    )  # fmt: skip


def record_place(
    world: World, place: Allocation, group: Provision, kind: Intervention, scales: dict[str, Scale]
) -> None:
    """At the start, at the end where that is past, and a term later where that is past too."""
    code = BY_NAME.get(kind.name, BY_AREA[kind.area])
    first = world.rng.randint(*FIRST[code])
    last = first + world.rng.randint(*(STILL if kind.name in NO_USE else STEP)[code])
    later = last + world.rng.randint(*STILL[code])
    days = (group.starts, group.ends, group.ends + RETENTION)
    for moment, value, day in zip(Moment.values, (first, last, later), days, strict=True):
        if day >= world.today or not world.chance(MEASURED):
            return
        aim = {"target": Decimal(aim_of(code, first))} if moment == Moment.ENTRY else {}
        measure(
            world,
            place,
            scales[code],
            within_limits(scales[code], value),
            day,
            moment=moment,
            place=place,
            **aim,
        )


def aim_of(code: str, first: int) -> int:
    """What a pupil is meant to reach by the end of the term."""
    return {
        "expectation": 0,
        "reading-age": first + 6,
        "maths-score": first + 5,
        "strengths-difficulties": first - 4,
    }.get(code, first + 1)


def within_limits(scale: Scale, value: int) -> int:
    lowest, highest = scale.limits
    return max(int(lowest), min(int(highest), value)) if lowest is not None and highest is not None else value


def record_reading(world: World, scale: Scale) -> None:
    """A score at the start of every term that has begun; some catch up, some do not."""
    places: dict[object, Allocation] = {}
    for place in world.made(Allocation):
        places.setdefault(place.pupil_id, place)
    scores = defaultdict(lambda: world.rng.randint(70, 98))
    for term in terms_of(world):
        day = term.starts + 3 * DAY
        for key, place in places.items():
            if day < world.today and world.chance(READ_A_TERM):
                scores[key] = within_limits(scale, scores[key] + world.rng.randint(-2, 5))
                measure(world, place, scale, scores[key], day, source="Reading test")


def measure(world: World, of: Allocation, scale: Scale, value: int, day: datetime.date, **facts) -> None:
    world.add(
        Measurement, school=world.school, saved_by=of.saved_by, saved_at=stamp(day), pupil=of.pupil, scale=scale, value=Decimal(value),
        taken_on=day, **facts,
    )  # fmt: skip
