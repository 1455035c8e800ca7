import pytest

from register.actions.access import derive_access
from senco.access.context import acting_as_system
from tests.factories import group, person, pupil, school


@pytest.fixture
def senco():
    return person("senco", at=school())


@pytest.fixture
def teacher(senco):
    return person("teacher", at=senco.school)


@pytest.fixture
def pupils(senco):
    """Eight, of whom nothing is known yet."""
    names = ("Ali", "Bea", "Cem", "Dee", "Eve", "Fay", "Gus", "Hal")
    return [pupil(at=senco.school, legal_forename=name, legal_surname=f"{name}son") for name in names]


@pytest.fixture
def seven_a(teacher, pupils):
    """A class of the eight that the teacher takes, with the access that follows from it."""
    made = group(at=teacher.school, teachers=[teacher], pupils=pupils, name="7A")
    opened(teacher.school)
    return made


def opened(at) -> None:
    with acting_as_system(purpose="test"):
        derive_access(school=at)
