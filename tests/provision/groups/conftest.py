"""A school in a term that lasts today, with something in its library."""

import datetime

import pytest
from django.utils import timezone

from senco.accounts.models import Term
from tests.factories import as_owner, person, pupil, school
from tests.factories.provided import intervention, provision
from tests.register.conftest import count_queries  # noqa: F401 the same count for every page


def day(offset: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=offset)


@pytest.fixture
def senco():
    made = person("senco", at=school())
    with as_owner():
        Term.objects.create(school=made.school, name="This term", starts=day(-30), ends=day(30))
        Term.objects.create(school=made.school, name="Next term", starts=day(40), ends=day(90))
    return made


@pytest.fixture
def ta(senco):
    return person("ta", at=senco.school)


@pytest.fixture
def children(senco):
    return [pupil(at=senco.school, legal_forename=name, legal_surname="Clarke") for name in ("Ada", "Ben")]


@pytest.fixture
def talk_time(senco):
    return intervention(by=senco, name="Talk time", minutes=20, group_size=4)


@pytest.fixture
def group(senco, ta, children, talk_time):
    """Every weekday at half past nine, for both, run by the assistant."""
    times = tuple((weekday, "09:30", 20) for weekday in range(5))
    return provision(
        talk_time,
        by=senco,
        pupils=children,
        adults=[ta],
        times=times,
        starts=day(-20),
        ends=day(20),
        place="Hut",
    )
