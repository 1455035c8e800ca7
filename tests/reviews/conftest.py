"""A pupil with a plan in force, the people around them, and a review of it."""

import pytest
from django.utils import timezone

from provision.models import Outcome
from reviews.models import Review
from tests.factories import as_owner
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
