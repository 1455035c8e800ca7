"""Two parents reach for one time at the very same moment: on real connections, each in its own committed transaction."""

import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from reviews.actions.offering import choose_time
from reviews.models import OfferedTime, TimeOffer
from senco.access.context import acting_as
from tests.factories import access, as_owner, contact, person, pupil, school
from tests.factories.reviews import review
from tests.register.concerns.test_at_once import real as _real
from tests.register.concerns.test_at_once import together

real = _real


def test_two_parents_at_the_very_same_moment(real):
    here = school()
    senco, parents, offers = person("senco", at=here), [], []
    for _family in range(2):
        child, parent = pupil(at=here), person("parent", at=here)
        contact(child, membership=parent)
        access(parent, child, source="parent")
        parents.append(parent)
        offers.append((review(child, by=senco), parent))
    with as_owner():
        time = OfferedTime.objects.create(
            school=here,
            day=timezone.localdate() + datetime.timedelta(days=5),
            at=datetime.time(9),
            minutes=20,
            manner="person",
            by=senco,
        )
        made = [
            TimeOffer.objects.create(
                school=here, pupil_id=of.pupil_id, review=of, membership=parent, batch=time.batch, by=senco
            )
            for of, parent in offers
        ]

    def choosing(one, parent):
        def task():
            with acting_as(parent):
                return choose_time(offer=one, key=time.pk, by=parent).chosen_id

        return task

    done = together(*(choosing(one, parent) for one, parent in zip(made, parents, strict=True)))
    assert [type(each) for each in done].count(ValidationError) == 1 and time.pk in done
