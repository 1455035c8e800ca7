"""A school, a pupil, the people around them, and a plan on its way between them."""

import datetime
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from provision.actions.beginning import begin_plan
from provision.actions.steps import take_step
from provision.actions.writing import add_row, write_section
from provision.models import Outcome, PlanItem, PlannedProvision, PlanVersion
from senco.access.context import acting_as
from tests.days import in_days
from tests.factories import access, as_owner, contact, person, pupil, school


def dates(starts: int = -60, review_on: int = 40) -> dict:
    """The first day of a plan and that of its review, in days from today."""
    return {"starts": in_days(starts), "review_on": in_days(review_on)}


@pytest.fixture
def cast():
    """Two parents, a professional and colleagues of one pupil; `stranger` teaches nobody of them."""
    here = school(phone="01632 960001", senco_name="Mrs Bell")
    child = pupil(at=here, legal_forename="Ada", legal_surname="Nwosu", year_group=7, form="7A")
    people = SimpleNamespace(here=here, child=child)
    for name in ("senco", "head", "teacher", "ta", "parent", "professional", "governor"):
        setattr(people, name, person(name, at=here))
    people.other = person("parent", at=here)
    people.stranger = person("teacher", at=here)
    for name in ("teacher", "ta", "professional"):
        access(getattr(people, name), child)
    for name in ("parent", "other"):
        somebody = getattr(people, name)
        contact(child, membership=somebody, email=somebody.email)
        access(somebody, child, source="parent")
    return people


def written(cast, by="teacher", about=None):
    """A draft with something in it for either reader."""
    writer = getattr(cast, by)
    with acting_as(writer):
        plan = begin_plan(
            pupil=about or cast.child, plan_type="support_plan", **dates(), by=writer, lead=cast.teacher
        )  # fmt: skip
        write_section(section=plan.sections.get(code="strengths"), text="Ada is kind to others.", by=writer)
        write_section(section=plan.sections.get(code="staff_notes"), text="For staff alone.", by=writer)
        aim = add_row(
            row=Outcome(text="Reads a page alone", plain="Ada reads a page by herself"), plan=plan, by=writer
        )
        add_row(
            row=PlanItem(kind="strategy", text="Pre-teach five words", plain="We show new words first"),
            plan=plan,
            by=writer,
        )
        add_row(
            row=PlannedProvision(what="Paired reading", adult_words="Ms Lee", outcome=aim, minutes=20),
            plan=plan,
            by=writer,
        )
    return plan


def taken(plan, by, *names, **facts):
    """Take these steps, one transaction each."""
    steps = []
    for name in names:
        with acting_as(by):
            steps.append(take_step(plan=plan, name=name, by=by, **facts))
    return steps[-1]


def arrive(plan) -> None:
    """The minute in which what went out can be undone has passed."""
    earlier = timezone.now() - datetime.timedelta(minutes=2)
    with as_owner():
        for step in plan.steps.all():
            shift = datetime.timedelta(minutes=5)
            type(step).objects.filter(pk=step.pk).update(at=step.at - shift)
        PlanVersion.objects.filter(plan=plan).update(visible_from=earlier)


def newest(plan, audience="family"):
    with as_owner():
        return plan.versions.filter(audience=audience).order_by("-number").first()


def url(name, *keys) -> str:
    return reverse(f"provision:{name}", args=keys)


@pytest.fixture
def shared(cast):
    """A plan that the family can read."""
    plan = written(cast)
    taken(plan, cast.senco, "share")
    arrive(plan)
    return plan
