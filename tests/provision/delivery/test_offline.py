"""What a page hands its writer so that a register may wait without a network; the browser's part is in the journeys."""

import base64

import pytest
from django.urls import reverse

from provision.models import PlanSettings
from provision.offline import offline_for
from tests.factories import as_owner, person
from tests.provision.delivery.test_pages import address

pytestmark = pytest.mark.django_db


def pages(group) -> list[str]:
    return [reverse("provision:my_day"), address(group)]


def test_the_key_is_ones_own_and_always_the_same(ta, settings):
    mine, other = offline_for(ta), offline_for(person("ta", at=ta.school))
    assert len(base64.b64decode(mine.key)) == 32
    assert mine == offline_for(ta)
    assert mine.key != other.key and mine.owner != other.owner
    assert str(ta.pk) not in mine.owner + mine.key
    settings.SECRET_KEY = "another"
    assert offline_for(ta).key != mine.key


def test_the_pages_of_sessions_bring_it_and_are_not_stored(acting, ta, group):
    for page in pages(group):
        answer = acting(ta).get(page)
        assert offline_for(ta).key in answer.content.decode() and "js/offline" in answer.content.decode()
        assert "no-store" in answer["Cache-Control"]


def test_a_school_switches_it_off(acting, senco, ta, group):
    with as_owner():
        PlanSettings.objects.create(school=ta.school, saved_by=senco, registers_offline=False)
    for page in pages(group):
        text = acting(ta).get(page).content.decode()
        assert "data-offline" not in text and "js/offline" not in text
