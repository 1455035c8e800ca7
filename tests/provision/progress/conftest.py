"""A school with three terms behind it, pupils, an intervention, and scales."""

import datetime
from types import SimpleNamespace

import pytest
from django.utils import timezone

from senco.accounts.models import Term
from tests.factories import access, as_owner, person, pupil, school
from tests.factories.measured import scale
from tests.factories.provided import intervention, place, provision
from tests.register.conftest import count_queries  # noqa: F401 the same count for every page


def ago(days: int) -> datetime.date:
    return timezone.localdate() - datetime.timedelta(days=days)


@pytest.fixture
def scene():
    """`groups`: one a term, of the same intervention; each pupil has a place in each."""
    here = school()
    senco = person("senco", at=here)
    names = ("Ada", "Ben", "Cal", "Dee", "Eli")
    pupils = [pupil(at=here, legal_forename=name, legal_surname="Clarke") for name in names]
    talk = intervention(by=senco, name="Talk time")
    groups = []
    for back in (300, 200, 100):
        with as_owner():
            Term.objects.create(school=here, name=f"{back} days ago", starts=ago(back), ends=ago(back - 90))
        groups.append(provision(talk, by=senco, pupils=pupils, starts=ago(back), ends=ago(back - 84)))
    with as_owner():
        places = {
            (each.pupil.legal_forename, number): each
            for number, group in enumerate(groups)
            for each in group.places.select_related("pupil", "provision")
        }
    return SimpleNamespace(
        here=here, senco=senco, pupils=pupils, talk=talk, groups=groups, places=places, score=scale(by=senco, name="Reading score", least_gain=4),
    )  # fmt: skip


@pytest.fixture
def teacher(scene):
    """Of the first pupil alone."""
    made = person("teacher", at=scene.here)
    access(made, scene.pupils[0])
    return made


__all__ = ["ago", "place"]
