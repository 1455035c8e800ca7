"""A school of Northern Ireland opened from the command line, its SENCO and a pupil."""

from io import StringIO

import pytest
from django.core.management import call_command

from register.models import Pupil, StageDuty
from register.queries.duties import duties_about
from senco.access.context import acting_as
from senco.accounts.models import School
from tests.factories import as_owner, person, pupil


@pytest.fixture
def at_the_command_line(settings):
    """On a machine without demo data."""
    settings.DEMO = False


def opened(**changed) -> School:
    wanted = {
        "name": "Lough View Primary", "urn": "123456", "laestab": "9994001", "phase": "primary", "nation": "NIR",
        "senco": "senco@lough.example", "senco_name": "Mrs Una Breen",
    }  # fmt: skip
    call_command("open_school", stdout=StringIO(), **wanted | changed)
    with as_owner():
        return School.objects.get(urn=(wanted | changed)["urn"])


@pytest.fixture
def northern(at_the_command_line) -> School:
    return opened(framework="northern_ireland_five")


@pytest.fixture
def senco(northern):
    return person("senco", at=northern)


@pytest.fixture
def child(senco) -> Pupil:
    return pupil(at=senco.school, legal_forename="Niamh", legal_surname="Boyle")


def about(child, membership) -> dict[str, StageDuty]:
    """The duties in force by their code, as this person may see them."""
    with acting_as(membership):
        return {duty.code: duty for duty in duties_about(child, membership)}
