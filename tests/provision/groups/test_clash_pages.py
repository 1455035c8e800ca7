"""Clashes on the pages where they are made."""

import pytest
from django.urls import reverse

from tests.factories.provided import provision

from .conftest import day
from .test_pages import sent

pytestmark = pytest.mark.django_db


def test_a_lesson_missed_again_and_again_is_told_where_it_is_made(proved, senco, talk_time, ta, children):
    browser = proved(senco)
    once = browser.post(
        reverse("provision:new_group"),
        sent(talk_time, ta, children, misses_0="Maths", misses_2="Art"),
        follow=True,
    )
    assert "instead of Maths" in once.content.decode() and not once.context["clashes"]
    more = {"name": "More", "at_4": "09:00", "at_1": "10:00", "misses_4": "maths", "misses_1": "maths"}
    twice = browser.post(
        reverse("provision:new_group"),
        sent(talk_time, ta, children[:1], at_0="", at_2="", minutes_2="", **more),
        follow=True,
    )
    [told] = twice.context["clashes"].missed
    assert [day for day, _at, _group in told.times] == ["Monday", "Tuesday", "Friday"]
    assert "3 times a week" in twice.content.decode()
    offered = browser.get(reverse("provision:new_group")).content.decode()
    assert '<option value="Maths">' in offered


def test_clashes_are_told_where_they_are_made(acting, senco, ta, group, children):
    times = tuple((weekday, "09:40", 20) for weekday in range(5))
    other = provision(
        by=senco, pupils=children[:1], adults=[ta], times=times, starts=day(-3), ends=day(10), place="hut "
    )
    page = acting(senco).get(reverse("provision:group", args=[other.pk]))
    kinds = {clash.kind for clash in page.context["clashes"].wanted_twice}
    assert kinds == {"adult", "pupil", "room"}
    assert "Clashes" in page.content.decode() and ta.name in page.content.decode()
    alone = provision(by=senco, pupils=(), times=((0, "15:00", 20),), starts=day(-3), ends=day(10))
    assert (
        acting(senco).get(reverse("provision:group", args=[alone.pk])).context["clashes"].wanted_twice == []
    )
