"""Entries of a school's own, plans that used them, and addresses."""

from django.urls import reverse

from provision.models import PlanItem, SchoolStem, SchoolStrategy
from tests.factories import access, as_owner, pupil
from tests.factories.plans import outcome, part_of, plan, section

HOSTILE = '<script>alert(1)</script>"&'
SHIPPED, OTHER = "now-and-next", "timetable-of-the-day"  # shipped strategies
STEM = "asks-for-help"
IN_FORCE = ("begun", "shared", "in_force")
REVIEWED = (*IN_FORCE, "reviewed")


def link(name: str, *args) -> str:
    return reverse(f"provision:{name}", args=args)


def strategy(by, text: str = "Sit beside the window.", **fields) -> SchoolStrategy:
    with as_owner():
        return SchoolStrategy.objects.create(
            school=by.school, saved_by=by, **{"text": text, "area": "CI"} | fields
        )


def stem(by, text: str = "[name] will read [number] pages.", **fields) -> SchoolStem:
    with as_owner():
        return SchoolStem.objects.create(
            school=by.school, saved_by=by, **{"text": text, "area": "CL"} | fields
        )


def item(of, bank: str, **fields) -> PlanItem:
    with as_owner():
        facts = {"kind": "strategy", "text": "Words", "saved_by": of.begun_by} | fields
        return PlanItem.objects.create(**part_of(of), bank=bank, **facts)


def used_plan(
    by, *, child=None, steps=REVIEWED, bank: str = SHIPPED, results=(), stem_code: str = "", **fields
):
    """A plan that holds a strategy and one outcome for each result."""
    made = plan(child or pupil(at=by.school), by=by, steps=steps, **fields)
    item(made, bank)
    for result in results:
        outcome(made, result=result, stem=stem_code)
    return made


def writable_plan(by, child=None, **fields):
    """A draft with the sections that the banks write into, open to every writer."""
    child = child or pupil(at=by.school, year_group=4, preferred_forename="Isla")
    if by.role in ("teacher", "ta"):
        access(by, child)
    made = plan(child, by=by, **fields)
    for place, kind in enumerate(("strategies", "outcomes")):
        section(made, kind, kind=kind, position=place)
    return made
