import pytest

from tests.factories import access, person, pupil, school


@pytest.fixture
def senco():
    return person("senco", at=school())


@pytest.fixture
def teacher(senco):
    return person("teacher", at=senco.school)


@pytest.fixture
def child(teacher):
    made = pupil(at=teacher.school, legal_forename="Mia", legal_surname="Clarke")
    access(teacher, made)
    return made
