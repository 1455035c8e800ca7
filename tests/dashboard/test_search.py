"""Search: what is found, by whom, in which words, and what never is."""

import pytest
from django.urls import reverse

from tests.factories import on_status, person, pupil

pytestmark = pytest.mark.django_db
URL = reverse  # replaced below


def test_x(acting, senco):
    child = pupil(at=senco.school)
    on_status(child, criteria="Reads slowly and loses the line.")
    page = acting(senco).get(reverse("dashboard:search"), {"q": "line"})
    assert "loses the" in page.content.decode()
