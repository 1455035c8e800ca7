"""A pupil with a plan in force, the people around them, and a review of it."""

import datetime

import pytest
from django.utils import timezone

from provision.models import Outcome
from reviews.models import Review
from tests.factories import as_owner, contact, group
from tests.factories.reviews import person_at, review
from tests.provision.between import cast as _cast
from tests.provision.between import taken, written

cast = _cast


@pytest.fixture
def plan(cast):
    """In force, with two outcomes."""
    made = written(cast)
    with as_owner():
        Outcome.objects.create(
            school_id=made.school_id, pupil_id=made.pupil_id, plan=made, text="Asks for help", saved_by=cast.senco, position=9
        )  # fmt: skip
    taken(made, cast.senco, "share", "put in force")
    return made


@pytest.fixture
def planned(acting, cast, plan):
    """A review of the plan that the SENCO put on the list for today."""
    from tests.reviews.pages import begin

    begin(acting(cast.senco), cast.child, plan=plan.pk, day=timezone.localdate().isoformat(), at="15:30")
    with as_owner():
        return Review.objects.select_related("pupil", "plan").get()


@pytest.fixture
def psychologist(cast):
    return cast.professional


@pytest.fixture
def assistant(cast):
    return cast.ta


@pytest.fixture
def meeting(cast, plan, assistant, psychologist):
    """In a week, of the plan; both parents, a grandmother without a sign-in, and whoever teaches the child."""
    made = review(
        cast.child, by=cast.senco, steps=("begun", "arranged"), plan=plan, day=timezone.localdate() + datetime.timedelta(days=7), lead=cast.senco, title="Spring review"
    )  # fmt: skip
    with as_owner():
        for parent in (cast.parent, cast.other):
            known = cast.child.contacts.get(membership=parent)
            person_at(made, known.name, presence="", contact=known)
        plan.items.create(
            school_id=plan.school_id, pupil_id=plan.pupil_id, kind="strategy", text="Visual timetable", plain="Pictures of my day",
            saved_by=cast.senco,
        )  # fmt: skip
    person_at(made, "Grandmother", presence="", contact=contact(cast.child, surname="Nwosu", forename="Bea"))
    group(at=cast.here, teachers=[cast.teacher, assistant], pupils=[cast.child])
    return made
