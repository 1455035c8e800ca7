"""A school large enough for figures that tell of no child, and for people who find what is theirs."""

import pytest

from provision.models import Plan, PlanVersion
from senco.access.context import acting_as
from senco.governance.models import FigureRelease
from tests.demo.loading import member
from tests.factories import as_owner

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def demo(load_once):
    load_once(pupils=300)


def test_governors_have_something_to_read():
    with as_owner():
        [release] = FigureRelease.objects.all()
        assert release.released_by.role == "head"


def test_the_professional_reads_the_plan_of_the_shared_pupil():
    professional = member("professional", "professional")
    with acting_as(professional):
        assert PlanVersion.objects.visible_to(professional).filter(kind="in_force").exists()


def test_the_teacher_finds_a_draft_to_write():
    teacher = member("teacher", "teacher")
    with acting_as(teacher):
        assert Plan.objects.visible_to(teacher).in_state("draft").filter(lead=teacher).exists()
