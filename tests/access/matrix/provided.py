"""A group, a place, a session and a mark of every pupil of the matrix, each holding its canary; the library beside them."""

from provision import models
from senco.accounts.models import Membership
from tests.access.matrix.tokens import World, canary
from tests.factories import as_owner
from tests.factories.provided import intervention, mark, provision, session
from tests.factories.records import days

PROVIDED_KINDS = {
    "support_group",
    "group_time",
    "group_adult",
    "session",
    "place",
    "intervention",
    "resource",
    "measure",
    "scale",
}  # staff open those of pupils they may open

MONEY_KINDS = {"rate", "budget", "top_up"}


def plant_provided(world: World, key: str, subject, colleague: Membership) -> None:
    """Read by staff alone: families read of a group neither its name nor its place, and of a session no note."""
    words, today = canary(key, "plan"), days(0).date()
    made = provision(
        library_of(world, key, colleague), by=colleague, pupils=[subject], adults=[colleague], name=words, place=words,
        starts=days(-30).date(), ends=days(30).date(),
    )  # fmt: skip
    held = session(made, today, note=words)
    plant_measure(world, key, subject, made, words)
    mark(held, subject, note=words)
    with as_owner():
        away = models.AdultAbsence.objects.create(
            school_id=colleague.school_id, saved_by=colleague, membership=colleague, starts=today, ends=today
        )
        place = made.places.get()
        world.put("group_time", key, made.times.get())
        world.put("group_adult", key, made.adults.get())
    for kind, record in {"support_group": made, "session": held, "absence": away, "place": place}.items():
        world.put(kind, key, record)


def library_of(world: World, key: str, colleague: Membership) -> models.Intervention:
    """One entry a school, which its staff read whoever has it."""
    whose = "abroad" if key == "abroad" else "own"
    if known := world.things.get("intervention", {}).get(whose):
        with as_owner():
            return models.Intervention.objects.get(pk=known)
    made = intervention(by=colleague, name=canary(whose, "bank"), plain="Reading together")
    with as_owner():
        needed = models.Resource.objects.create(
            school_id=colleague.school_id,
            saved_by=colleague,
            intervention=made,
            name=canary(whose, "bank"),
            pence=1000,
        )
    world.put("intervention", whose, made)
    world.put("resource", whose, needed)
    return made


def plant_measure(world: World, key: str, subject, within: models.Provision, words: str) -> None:
    """A value at the start of a place, on a scale of the school."""
    row, whose = (
        {"school_id": subject.school_id, "saved_by": within.saved_by},
        "abroad" if key == "abroad" else "own",
    )
    with as_owner():
        scale, _is_new = models.Scale.objects.get_or_create(
            school_id=subject.school_id, name=canary(whose, "bank"), defaults=row | {"kind": "standard"}
        )
        world.put("scale", key, scale)
        value = models.Measurement.objects.create(
            **row, pupil=subject, scale=scale, place=within.places.get(), moment="entry", value=85, taken_on=within.starts, source=words,
        )  # fmt: skip
    world.put("measure", key, value)


def plant_money(world: World, key: str, at, colleague: Membership) -> None:
    """Rates, budgets, settings and a top-up, read by the SENCO and the head alone."""
    today, words = days(0).date(), canary(key, "money")
    row = {"school": at, "saved_by": colleague}
    with as_owner():
        rate = models.StaffRate.objects.create(
            **row, card="school", adult_role="ta", pence=1724, valid_from=today
        )
        budget = models.Budget.objects.create(
            **row, kind="notional", label=words, starts=today, ends=today, pence=100
        )
        top_up = models.TopUp.objects.create(
            **row, pupil_id=world.things["pupil"][key], pence=100, starts=today, source=words
        )
        models.CostSettings.objects.create(**row)
    for kind, record in {"rate": rate, "budget": budget, "top_up": top_up}.items():
        world.put(kind, key, record)


def run_by(somebody: Membership, subject) -> None:
    """A group that somebody runs, with a pupil whom they may not open; and a day on which they are away."""
    made = provision(by=somebody, pupils=[subject], adults=[somebody])
    session(made, made.starts)
    with as_owner():
        models.AdultAbsence.objects.create(
            school_id=somebody.school_id,
            saved_by=somebody,
            membership=somebody,
            starts=made.starts,
            ends=made.ends,
        )
