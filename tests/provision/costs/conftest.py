"""A school with groups that cost money: one in a fixed term, to be counted by hand, and one that runs whenever the tests do."""

import datetime

import pytest
from django.utils import timezone

from provision import models
from provision.financial_year import MoneyPeriod
from provision.queries.costs.pages import Asked
from senco.accounts.models import Term
from tests.factories import as_owner, person, pupil, school
from tests.factories.provided import intervention, provision
from tests.register.conftest import count_queries  # noqa: F401 the same count for every page

TODAY = datetime.date(2026, 11, 26)
AUTUMN = MoneyPeriod("Autumn term", datetime.date(2026, 9, 7), datetime.date(2026, 12, 18))


def asked(period: MoneyPeriod = AUTUMN, today: datetime.date = TODAY) -> Asked:
    return Asked(period, "term", {"term": period}, "school", today)


def weeks(count: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(weeks=count)


@pytest.fixture
def senco():
    made = person("senco", at=school())
    with as_owner():
        Term.objects.create(school=made.school, name="Autumn term", starts=AUTUMN.first, ends=AUTUMN.last)
    return made


@pytest.fixture
def rate(senco):
    return rate_of(senco)


def rate_of(by, role: str = "ta", pence: int = 1724, **fields) -> models.StaffRate:
    defaults = {"card": "school", "valid_from": datetime.date(2026, 9, 1)}
    with as_owner():
        return models.StaffRate.objects.create(
            school_id=by.school_id, saved_by=by, adult_role=role, pence=pence, **defaults | fields
        )


@pytest.fixture
def children(senco):
    return [pupil(at=senco.school, legal_forename=name, legal_surname="Clarke") for name in ("Ada", "Ben")]


@pytest.fixture
def talk_time(senco):
    return intervention(by=senco, name="Talk time", adult_role="ta")


@pytest.fixture
def group(senco, children, talk_time):
    """Thirty minutes on Mondays for two pupils, meant for four: £8.62 a session, £2.155 for each place. Fifteen Mondays."""
    return provision(talk_time, by=senco, pupils=children, times=((0, "09:30", 30),), agreed_size=4)


@pytest.fixture
def running(senco, children, talk_time):
    """Every day of the week, from four weeks ago for twelve weeks, in a term of its own."""
    with as_owner():
        Term.objects.filter(school=senco.school).update(starts=weeks(-4), ends=weeks(8))
    times = tuple((day, "09:30", 30) for day in range(5))
    return provision(
        talk_time,
        by=senco,
        pupils=children,
        times=times,
        agreed_size=2,
        starts=weeks(-4),
        ends=weeks(8),
    )
