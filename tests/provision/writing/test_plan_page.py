"""The plan's page as the place to work."""

import pytest

from tests.provision.writing.conftest import text_of

pytestmark = pytest.mark.django_db


def test_whoever_may_write_finds_a_button_for_every_part(acting, cast, begun):
    made = begun()
    page = text_of(acting(cast.teacher).get(made.get_absolute_url()))
    for words in (
        "Write<",
        "Add an outcome",
        "Add provision",
        "Add a score",
        "Quote earlier concerns",
        "Add to the list",
    ):
        assert words in page, words
