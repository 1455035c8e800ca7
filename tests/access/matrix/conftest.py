import pytest

from tests.access.matrix.world import World, build


@pytest.fixture
def world(db) -> World:
    """The school of canaries, with a person of every role in it."""
    return build()
