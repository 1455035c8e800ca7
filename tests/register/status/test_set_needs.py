"""Types of need: ranked, dated, replaced without being overwritten."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from register.actions.needs import set_needs
from register.models import SenNeed
from senco.access.context import acting_as
from tests.factories import as_owner, on_status, person, pupil

pytestmark = pytest.mark.django_db
AUTUMN, SPRING = datetime.date(2025, 9, 1), datetime.date(2026, 3, 2)
SPEECH, READING = ("SLCN", 1, "school", ""), ("SPLD", 2, "diagnosis", "Report of May")


@pytest.fixture
def senco():
    return person("senco")


@pytest.fixture
def child(senco):
    made = pupil(at=senco.school)
    on_status(made)
    return made


def put(child, senco, *needs, on=AUTUMN):
    with acting_as(senco):
        return set_needs(pupil=child, needs=needs, on=on, by=senco)


def rows(child):
    with as_owner():
        found = SenNeed.objects.filter(pupil=child).order_by("starts", "rank")
        return list(found.values_list("need_type", "rank", "starts", "ends"))


def refused(child, senco, *needs, on=AUTUMN):
    with pytest.raises(ValidationError) as problem:
        put(child, senco, *needs, on=on)
    return " ".join(problem.value.messages)


def test_needs_are_kept_with_rank_source_and_date(child, senco):
    made = put(child, senco, SPEECH, READING)
    assert [(need.need_type, need.rank, need.source, need.note) for need in made] == [SPEECH, READING]
    assert rows(child) == [("SLCN", 1, AUTUMN, None), ("SPLD", 2, AUTUMN, None)]


def test_what_did_not_change_keeps_its_date(child, senco):
    put(child, senco, SPEECH, READING)
    put(child, senco, SPEECH, on=SPRING)
    assert rows(child) == [("SLCN", 1, AUTUMN, None), ("SPLD", 2, AUTUMN, SPRING)]


def test_a_change_of_rank_is_a_new_row(child, senco):
    put(child, senco, SPEECH, READING)
    put(child, senco, ("SPLD", 1, "diagnosis", ""), ("SLCN", 2, "school", ""), on=SPRING)
    assert rows(child)[2:] == [("SPLD", 1, SPRING, None), ("SLCN", 2, SPRING, None)]


def test_a_change_on_the_same_day_corrects(child, senco):
    put(child, senco, SPEECH, READING)
    put(child, senco, ("SPLD", 1, "diagnosis", ""), ("SLCN", 2, "school", ""))
    assert rows(child) == [("SPLD", 1, AUTUMN, None), ("SLCN", 2, AUTUMN, None)]


def test_the_same_list_again_changes_nothing(child, senco):
    put(child, senco, SPEECH)
    put(child, senco, SPEECH, on=SPRING)
    assert rows(child) == [("SLCN", 1, AUTUMN, None)]


@pytest.mark.parametrize(
    ("needs", "said"),
    [
        ([], "primary need"),
        ([("SLCN", 2, "school", "")], "Rank"),
        ([("SLCN", 1, "school", ""), ("SPLD", 1, "school", "")], "Rank"),
        ([("SLCN", 1, "school", ""), ("SLCN", 2, "school", "")], "chosen twice"),
        ([("BESD", 1, "school", "")], "from the list"),
        ([("SLCN", 1, "hearsay", "")], "from the list"),
    ],
)
def test_a_wrong_list_is_refused_in_words(child, senco, needs, said):
    assert said in refused(child, senco, *needs)
    assert rows(child) == []


def test_nsa_is_for_sen_support_only(child, senco):
    put(child, senco, ("NSA", 1, "school", ""))
    with_plan = pupil(at=senco.school)
    on_status(with_plan, "E")
    assert "NSA" in refused(with_plan, senco, ("NSA", 1, "school", ""))


def test_dates_in_the_future_or_before_the_last_change_are_refused(child, senco):
    assert "future" in refused(child, senco, SPEECH, on=datetime.date.today() + datetime.timedelta(days=1))
    put(child, senco, SPEECH, on=SPRING)
    assert "2 Mar 2026" in refused(child, senco, READING[:1] + (1, "school", ""), on=AUTUMN)
