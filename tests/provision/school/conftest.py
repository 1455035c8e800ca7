"""A school with people who write plans, and another school."""

import pytest

from tests.factories import person, school


@pytest.fixture
def here():
    return school(name="Here")


@pytest.fixture
def senco(here):
    return person("senco", at=here)


@pytest.fixture
def teacher(here):
    return person("teacher", at=here)


@pytest.fixture
def stranger():
    """The SENCO of another school."""
    return person("senco", at=school(name="Elsewhere"))


@pytest.fixture
def asked(acting, django_assert_max_num_queries):
    """`asked(somebody, address)` is how many queries the page takes; the first page of a session costs more and is not counted."""

    def count(somebody, address: str) -> int:
        browser = acting(somebody)
        browser.get(address)
        with django_assert_max_num_queries(300) as queries:
            assert browser.get(address).status_code == 200
        return len(queries)

    return count
