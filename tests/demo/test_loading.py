"""Loading: only where it may, all or nothing, with history, with the grants that the school's groups and families give."""

import pytest
from django.core.management import CommandError

from register.models import Pupil, PupilAccess
from senco.accounts.models import Membership, School, User
from tests.demo.loading import load
from tests.factories import as_owner, school

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demo_mode(settings):
    settings.DEMO, settings.SECOND_FACTOR_REQUIRED = True, False


@pytest.mark.parametrize("seed", [15, 16])
def test_a_small_school_without_the_right_pupils_shares_the_nearest(seed):
    load(seed=seed)
    with as_owner():
        shared = PupilAccess.objects.filter(source="share").values_list("content_object", flat=True)
        assert len(set(shared)) == 2


def test_a_school_without_pupils_has_its_staff():
    load(pupils=0)
    with as_owner():
        assert School.objects.get().name == "Larkfield Academy"
        assert Membership.objects.filter(user__isnull=False).count() == 6
        assert not Pupil.objects.exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"pupils": 12}, "between 60"),
        ({"pupils": 99_999}, "between 60"),
        ({"schools": 0}, "between 1"),
        ({"schools": 1000}, "between 1"),
    ],
)
def test_wrong_numbers_are_refused_in_words(options, words):
    with pytest.raises(CommandError, match=words):
        load(**options)
    assert_nothing_loaded()


def test_it_is_refused_outside_demo_mode(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="demo mode only"):
        load()
    assert_nothing_loaded()


def test_it_is_refused_where_a_school_is_already():
    school(name="Real School")
    with pytest.raises(CommandError, match="Real School"):
        load()
    with as_owner():
        assert School.objects.count() == 1 and not User.objects.exists()


def assert_nothing_loaded():
    with as_owner():
        assert not School.objects.exists() and not User.objects.exists()
