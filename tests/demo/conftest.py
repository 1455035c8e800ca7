"""Demo schools in memory. Building one touches no database; a few are shared by many tests."""

import datetime
from functools import cache

import pytest

from senco.demo.building import build_school

TODAY = datetime.date(2026, 11, 22)


@cache
def built(pupils: int, seed: int = 2026, today: datetime.date = TODAY, number: int = 0):
    return build_school(number=number, pupils=pupils, seed=seed, today=today, password="!")


@pytest.fixture
def school_of():
    """`school_of(300, seed=7)`: everything made for one school, to be read only."""
    return built
