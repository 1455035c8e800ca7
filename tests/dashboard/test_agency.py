"""The home of external professionals: the pupils shared with them; and the governors' home."""

import pytest
from django.urls import reverse

from register.models import PupilAccess
from tests.access.matrix.locks import LOCKS
from tests.factories import access, as_owner, person, pupil
from tests.factories.records import days

pytestmark = pytest.mark.django_db
HOME = "/"


@pytest.fixture
def professional():
    return person("professional")


def shared(professional, **fields):
    child = pupil(at=professional.school, **fields)
    grant = access(professional, child, ends=days(9))
    senco = person("senco", at=professional.school, title="Mrs", last_name="Kirkbride")
    with as_owner():
        PupilAccess.objects.filter(pk=grant.pk).update(reason="Annual review", granted_by=senco)
    return child


def test_it_says_who_shared_whom_why_and_until_when(acting, professional):
    child = shared(professional, legal_surname="Sharedson")
    text = acting(professional).get(HOME).content.decode()
    for words in (
        "Sharedson",
        "Annual review",
        "Mrs Kirkbride",
        reverse("register:shared_pupil", args=[child.pk]),
    ):
        assert words in text
    assert f"{days(9):%Y}" in text


def test_without_shares_it_says_how_they_come_about(acting, professional):
    assert "No pupil is shared with you now" in acting(professional).get(HOME).content.decode()


@pytest.mark.parametrize("lock", LOCKS)
def test_shares_that_ended_or_have_not_begun_do_not_show_with_either_lock(acting, professional, lock):
    access(
        professional,
        pupil(at=professional.school, legal_surname="Canary-ended"),
        starts=days(-9),
        ends=days(-0.001),
    )
    access(
        professional,
        pupil(at=professional.school, legal_surname="Canary-future"),
        starts=days(1),
        ends=days(9),
    )
    access(
        person("professional", at=professional.school),
        pupil(at=professional.school, legal_surname="Canary-other"),
    )
    with LOCKS[lock]():
        text = acting(professional).get(HOME).content.decode()
    assert "Canary" not in text and "No pupil is shared" in text


def test_the_number_of_queries_stays_the_same(acting, professional, count_queries):
    browser = acting(professional)
    shared(professional)
    one = count_queries(browser, HOME)
    for _number in range(20):
        shared(professional)
    assert count_queries(browser, HOME) == one <= 12


def test_a_governor_without_figures_is_told_when_there_will_be_some(acting, count_queries):
    browser = acting(person("governor"))
    assert "No figures have been released yet" in browser.get(HOME).content.decode()
    assert count_queries(browser, HOME) <= 12
