import pytest

from senco.liaison.models import LoggedContact
from tests.factories import access, as_owner, contact, person, pupil, school


@pytest.fixture
def senco():
    return person("senco", at=school())


@pytest.fixture
def teacher(senco):
    return person("teacher", at=senco.school)


@pytest.fixture
def child(senco, teacher):
    made = pupil(at=senco.school, legal_surname="Clarke")
    access(teacher, made)
    return made


@pytest.fixture
def mother(child):
    return contact(child, surname="Clarke", relationship="MTH")


@pytest.fixture
def logged(child):
    """`logged(by, **fields)`: a call to a parent today."""

    def make(by, of=None, **fields) -> LoggedContact:
        of = of or child
        said = {"kind": "call", "direction": "out", "party": "parent", "summary": "We spoke about reading."}
        with as_owner():
            return LoggedContact.objects.create(
                school_id=of.school_id, pupil=of, logged_by=by, saved_by=by, **said | fields
            )

    return make
