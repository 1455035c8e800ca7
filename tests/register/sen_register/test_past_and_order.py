"""The register in order, on a past day, and with a filter that cannot be followed."""

import datetime

import pytest
from django.db import connection
from django.urls import reverse
from django.utils.timezone import localdate

from register.models import Monitoring, Pupil, SenNeed
from register.queries.history import events_of
from tests.factories import as_owner, concern, on_status, person, pupil

pytestmark = pytest.mark.django_db
URL = reverse("register:register")


@pytest.fixture
def senco():
    return person("senco")


@pytest.fixture
def show(acting, senco):
    """`show(status="K")` is the register as this SENCO sees it with these filters."""
    office = acting(senco)
    return lambda **filters: office.get(URL, filters)


def named(surname, *, at, status="K", **fields):
    made = pupil(at=at, legal_surname=surname, preferred_surname="", **fields)
    if status:
        on_status(made, status)
    return made


def need(of, code="SLCN", rank=1, **fields):
    with as_owner():
        return SenNeed.objects.create(
            school_id=of.school_id,
            pupil=of,
            need_type=code,
            rank=rank,
            starts=datetime.date(2025, 9, 1),
            **fields,
        )


def watched(of, by, until):
    with as_owner():
        return Monitoring.objects.create(
            school_id=of.school_id, pupil=of, starts=datetime.date(2025, 9, 1), review_on=until, started_by=by
        )


def surnames(answer) -> list[str]:
    assert answer.status_code == 200
    return [row.pupil.legal_surname for row in answer.context["rows"]]


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_view_of_a_form_that_is_gone_says_so(acting, senco, headers):
    named("Kay", at=senco.school, form="9C")
    text = acting(senco).get(URL, {"form_group": "9B"}, headers=headers).content.decode()
    assert "no form “9B”" in text and "This list cannot be shown" in text and "Kay" not in text


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("form", ["B2²", "7B", "10A", "Beech", ""]),
        ("-form", ["10A", "7B", "B2²", "Beech", ""]),
    ],
)
def test_forms_are_sorted_as_people_count_and_empty_ones_come_last(show, senco, sort, order):
    for number, form in enumerate(["Beech", "10A", "", "7B", "B2²"]):
        named(f"P{number}", at=senco.school, form=form)
    named("Long", at=senco.school, form="9" * 20)
    found = [row.form for row in show(sort=sort).context["rows"] if len(row.form) < 20]
    assert found == order


@pytest.mark.parametrize(
    ("sort", "last"), [("need", "None"), ("-need", "None"), ("adult", "None"), ("-adult", "None")]
)
def test_empty_cells_come_last_either_way(show, senco, sort, last):
    for surname, code in [("Ay", "ASD"), ("Es", "SPLD")]:
        need(named(surname, at=senco.school, key_adult=senco), code)
    named("None", at=senco.school)
    assert surnames(show(sort=sort))[-1] == last
    assert set(surnames(show(sort=sort))) == {"Ay", "Es", "None"}


def test_a_past_day_shows_year_form_adult_and_watch_as_they_were_recorded(show, senco):
    """Everything was entered on 2 March 2026 and changed on 10 April."""
    helper = person("ta", at=senco.school, last_name="Helper")
    child = named("Then", at=senco.school, year_group=7, form="7A", key_adult=helper)
    below = named("Watch", at=senco.school, status=None)
    watch = watched(below, senco, datetime.date(2026, 5, 1))
    entered(datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC), child, below, watch)
    with as_owner():
        Pupil.objects.filter(pk=child.pk).update(year_group=8, form="8B", key_adult=senco)
        Monitoring.objects.filter(pk=watch.pk).update(review_on=datetime.date(2026, 9, 9), label="Later")
    past = show(on="2026-04-09", status="all")
    row, watching = past.context["rows"]
    assert (row.year, row.form, row.key_adult) == (7, "7A", helper.name)
    assert watching.pupil.watched_until == datetime.date(2026, 5, 1) and watching.status == "Watched"
    today = show(status="all").context["rows"][0]
    assert (today.year, today.form, today.key_adult) == (8, "8B", senco.name)
    assert surnames(show(on="2026-04-09", form_group="7A")) == ["Then"]
    assert surnames(show(on="2026-04-09", adult=str(helper.pk))) == ["Then"]
    assert surnames(show(on="2026-04-09", form_group="8B")) == []
    assert surnames(show(form_group="7A")) == []


def entered(at, *rows):
    """As if these rows had been written at that moment; nobody but the owner of the tables can do that."""
    with as_owner(), connection.cursor() as cursor:
        for row in rows:
            events = events_of(type(row))
            cursor.execute(f"alter table {events._meta.db_table} disable trigger user")
            events.objects.filter(pgh_obj_id=row.pk).update(pgh_created_at=at)
            cursor.execute(f"alter table {events._meta.db_table} enable trigger user")


def test_before_anything_was_recorded_the_cells_are_blank_and_the_page_says_so(show, senco):
    named("Then", at=senco.school, form="7A", key_adult=senco)
    answer = show(on="2026-03-02")
    row = answer.context["rows"][0]
    assert (row.year, row.form, row.key_adult) == (None, "", "")
    text = answer.content.decode()
    assert "nothing had been recorded here yet" in text and "Set key adult" not in text
    assert surnames(show(on="2026-03-02", due="adult")) == []


def test_a_day_can_be_written_as_people_write_it(show, senco):
    named("Left", at=senco.school, left_on=datetime.date(2026, 1, 5))
    answer = show(on="04/01/2026")
    assert surnames(answer) == ["Left"] and 'value="2026-01-04"' in answer.content.decode()


def test_what_was_to_be_told_on_a_past_day_was_not_told_yet(show, senco):
    child = named("Told", at=senco.school)
    with as_owner():
        child.statuses.update(
            parent_told_on=datetime.date(2026, 4, 1), parent_told_how="phone", reason="wider_need"
        )
    assert surnames(show(on="2026-03-31", due="tell_parent")) == ["Told"]
    assert surnames(show(on="2026-04-01", due="tell_parent")) == []


def test_a_past_day_takes_no_more_queries(acting, senco, count_queries):
    office = acting(senco)
    for number in range(5):
        full_row(number, senco)
    assert count_queries(office, f"{URL}?on=2026-03-02") <= 12


def full_row(number, senco):
    child = named(f"P{number:03}", at=senco.school, key_adult=senco)
    need(child)
    need(child, "ASD", rank=2)
    watched(child, senco, localdate())
    concern(child, by=senco)
