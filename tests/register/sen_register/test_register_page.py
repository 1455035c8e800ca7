"""The register's page: who is on it, on which day, in which order, for whom."""

import datetime

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from register.models import Monitoring, Pupil, SenNeed, SenStatus
from senco.audit.models import ReadEvent
from tests.factories import as_owner, concern, on_status, person, pupil, school

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


def test_by_default_it_lists_who_is_on_the_register_by_name(show, senco):
    for surname, status in [("Zed", "K"), ("Able", "E"), ("None", "N"), ("Unknown", None)]:
        named(surname, at=senco.school, status=status)
    assert surnames(show()) == ["Able", "Zed"]


def test_pupils_of_another_school_are_never_listed(show, senco):
    named("Stranger", at=school())
    named("Ours", at=senco.school)
    assert surnames(show(status="all")) == ["Ours"]


@pytest.mark.parametrize("role", ["admin", "head", "senco"])
def test_the_whole_office_reads_it(acting, role):
    assert acting(person(role)).get(URL).status_code == 200


@pytest.mark.parametrize("role", ["teacher", "ta", "parent", "professional", "governor"])
def test_nobody_else_does(acting, role):
    assert acting(person(role)).get(URL).status_code == 403


def test_it_cannot_be_posted_to(acting, senco):
    assert acting(senco).post(URL).status_code == 405


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"status": "K"}, ["Kay"]),
        ({"status": "E"}, ["Eve"]),
        ({"status": "N"}, ["Nil", "Watch"]),
        ({"status": "watched"}, ["Watch"]),
        ({"status": "all"}, ["Eve", "Kay", "Nil", "Watch"]),
        ({"year": "9"}, ["Kay"]),
        ({"form_group": "9C"}, ["Kay"]),
        ({"need": "ASD"}, ["Eve"]),
        ({"area": "CL"}, ["Kay"]),
        ({"name": "KÁ"}, ["Kay"]),
        ({"name": "H0001", "status": "all"}, ["Nil"]),
        ({"due": "need"}, []),
        ({"due": "look_again", "status": "all"}, ["Watch"]),
        ({"due": "tell_parent"}, ["Eve", "Kay"]),
        ({"due": "adult"}, ["Kay"]),
        ({"fact": "EAL"}, ["Eve"]),
        ({"year": "nine"}, []),
        ({"form_group": "7Z"}, []),
        ({"adult": "nobody"}, []),
        ({"on": "nonsense"}, []),
        ({"name": "K" * 101}, []),
    ],
)
def test_filters(show, senco, filters, found):
    helper = person("ta", at=senco.school)
    kay = named("Kay", at=senco.school, year_group=9, form="9C")
    eve = named("Eve", at=senco.school, status="E", key_adult=helper)
    named("Nil", at=senco.school, status="N", admission_number="H0001")
    need(kay, "SPLD")
    need(eve, "ASD")
    watched(named("Watch", at=senco.school, status=None), senco, localdate())
    with as_owner():
        eve.characteristics.create(school=senco.school, kind="EAL", starts=localdate())
    assert surnames(show(**filters)) == found


def test_the_key_adult_filter_offers_who_is_one(show, senco):
    helper = person("ta", at=senco.school)
    person("ta", at=senco.school, last_name="Unasked")
    named("Mine", at=senco.school, key_adult=helper)
    named("Other", at=senco.school)
    answer = show(adult=str(helper.pk))
    assert surnames(answer) == ["Mine"]
    assert helper.last_name in answer.content.decode() and "Unasked" not in answer.content.decode()


def test_a_wrong_filter_is_named(show):
    answer = show(year="nine", on="2999-01-01")
    assert "Year" in answer.content.decode() and "Choose today or an earlier day" in answer.content.decode()


def test_any_column_sorts_both_ways(show, senco):
    named("A", at=senco.school, year_group=10)
    named("B", at=senco.school, year_group=8)
    assert surnames(show(sort="year")) == ["B", "A"]
    answer = show(sort="-year")
    assert surnames(answer) == ["A", "B"]
    assert 'aria-sort="descending"' in answer.content.decode()


@pytest.mark.parametrize(
    "sort", ["name", "form", "status", "since", "need", "adult", "concern", "nonsense", "-"]
)
def test_no_order_breaks_the_page(show, senco, sort):
    concern(named("A", at=senco.school), by=senco)
    named("B", at=senco.school)
    assert sorted(surnames(show(sort=sort))) == ["A", "B"]


def test_the_register_as_of_a_past_day(show, senco):
    child = named("Then", at=senco.school, status=None)
    with as_owner():
        for provision, starts, ends in [
            ("K", datetime.date(2024, 9, 1), datetime.date(2025, 9, 1)),
            ("N", datetime.date(2025, 9, 1), None),
        ]:
            child.statuses.create(
                school=senco.school, provision=provision, starts=starts, ends=ends, reason="joined"
            )
        SenNeed.objects.create(
            school=senco.school,
            pupil=child,
            need_type="ASD",
            starts=datetime.date(2024, 9, 1),
            ends=datetime.date(2025, 9, 1),
        )
    assert surnames(show(on="2025-08-31")) == ["Then"]
    assert show(on="2025-08-31").context["rows"][0].needs == ["ASD"]
    assert surnames(show(on="2025-09-01")) == []
    assert surnames(show(on="2024-08-31")) == []
    assert surnames(show()) == []


def test_whoever_left_or_had_not_joined_is_not_on_that_days_register(show, senco):
    named("Left", at=senco.school, left_on=datetime.date(2026, 1, 5))
    named("Late", at=senco.school, joined_on=datetime.date(2026, 2, 2))
    assert surnames(show()) == ["Late"]
    assert surnames(show(on="2026-01-04")) == ["Left"]
    assert surnames(show(on="2026-01-05")) == []


def test_a_row_says_what_is_to_be_done(show, senco):
    watched(named("Watch", at=senco.school, status=None), senco, localdate() - datetime.timedelta(days=3))
    named("New", at=senco.school)
    text = show(status="all").content.decode()
    assert "Overdue since" in text and "Record the need" in text and "Tell the parent" in text


def test_fifty_to_a_page(show, senco):
    for number in range(51):
        named(f"P{number:03}", at=senco.school)
    assert len(surnames(show())) == 50
    assert surnames(show(page=2)) == ["P050"]
    assert "51 pupils" in show().content.decode()


def test_htmx_gets_the_list_alone_with_count_and_links(acting, senco):
    named("One", at=senco.school)
    answer = acting(senco).get(URL, {"name": "one"}, headers={"HX-Request": "true"})
    text = answer.content.decode()
    assert "One" in text and "<html" not in text
    assert 'id="register-count"' in text and "name=one" in text


def test_names_are_escaped(show, senco):
    named("<script>alert(1)</script>", at=senco.school)
    text = show().content.decode()
    assert "<script>alert(1)" not in text and "&lt;script&gt;alert(1)" in text


def test_reading_it_is_recorded(show, senco):
    child = named("One", at=senco.school)
    show()
    with as_owner():
        assert list(
            ReadEvent.objects.filter(kind="listed", what="register").values_list("pupil_ids", flat=True)
        ) == [[child.pk]]


def test_without_pupils_it_says_what_to_do(show):
    assert "Import pupils" in show().content.decode()


def test_with_pupils_but_nobody_on_it_it_says_how_a_pupil_joins(show, senco):
    named("Nil", at=senco.school, status="N")
    assert "Nobody is on the SEN register" in show().content.decode()


def test_the_number_of_queries_is_the_same_for_one_five_and_five_hundred(acting, senco, count_queries):
    office = acting(senco)
    full_row(0, senco)
    one = count_queries(office, URL)
    for number in range(1, 5):
        full_row(number, senco)
    assert count_queries(office, URL) == one
    five_hundred(senco)
    answer = office.get(URL)
    assert answer.context["counts"]["total"] == 505
    assert count_queries(office, URL) == one <= 12


def full_row(number, senco):
    child = named(f"P{number:03}", at=senco.school, key_adult=senco)
    need(child)
    need(child, "ASD", rank=2)
    watched(child, senco, localdate())
    concern(child, by=senco)


def five_hundred(senco):
    born = datetime.date(2014, 3, 9)
    children = [
        Pupil(
            school=senco.school,
            legal_surname=f"Q{number:03}",
            legal_forename="Q",
            date_of_birth=born,
            key_adult=senco,
        )
        for number in range(500)
    ]
    status = {
        "school": senco.school,
        "provision": "K",
        "stage": "sen_support",
        "starts": datetime.date(2025, 9, 1),
        "reason": "joined",
    }
    with as_owner():
        Pupil.objects.bulk_create(children)
        SenStatus.objects.bulk_create([SenStatus(pupil=child, **status) for child in children])
