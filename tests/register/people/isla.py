"""Isla and her mother Dana, who sees her, for tests about court orders and links."""

import pytest

from register.actions.access import derive_access
from register.models import Contact, Pupil
from senco.access.context import acting_as
from tests.factories import contact, person, school
from tests.register.mis.bringing import DANA, HEADER, ISLA, take

ORDERED = DANA.replace(",\n", ",T\n")


@pytest.fixture
def senco():
    return person("senco", at=school(laestab="9994001"))


@pytest.fixture
def isla(senco):
    take(senco, HEADER + ISLA)
    with acting_as(senco):
        return Pupil.objects.get()


@pytest.fixture
def dana(senco, isla):
    """Isla's mother, who signs in and sees her."""
    mother = person("parent", at=senco.school, first_name="Dana", last_name="Marlowe")
    known = {"forename": "Dana", "surname": "Marlowe", "email": "dana@example.org", "phone": "07700 900446"}
    contact(isla, membership=mother, **known)
    derive(senco)
    assert sees(mother)
    return mother


def derive(by):
    with acting_as(by):
        derive_access(school=by.school, by=by)


def sees(parent) -> bool:
    with acting_as(parent):
        return Pupil.objects.exists()


def the_row(by) -> Contact:
    with acting_as(by):
        return Contact.objects.select_related("pupil").get()
