"""Demo schools in memory. Building one touches no database; a few are shared by many tests."""

import datetime
from functools import cache

import pytest
from django.db import transaction
from django.test import override_settings

from senco.demo.building import build_school
from tests.demo.loading import load

TODAY = datetime.date(2026, 11, 22)


@cache
def built(pupils: int, seed: int = 2026, today: datetime.date = TODAY, number: int = 0):
    return build_school(number=number, pupils=pupils, seed=seed, today=today, password="!")


@pytest.fixture
def school_of():
    """`school_of(300, seed=7)`: everything made for one school, to be read only."""
    return built


@pytest.fixture(scope="module")
def load_once(django_db_setup, django_db_blocker):
    """`load_once(pupils=300)` before a file's first test: a transaction around those of the tests, undone after the last."""
    demo_mode = override_settings(DEMO=True, SECOND_FACTOR_REQUIRED=False)
    with django_db_blocker.unblock(), demo_mode, transaction.atomic():
        yield load
        transaction.set_rollback(True)
