"""The provision map's pages: who sees which pupils, filters, what was delivered, files, and what they cost the database."""

import csv
import io

import pytest
from django.urls import reverse

from provision.models import StaffRate
from senco.core.calendar import school_year_dates, school_year_of
from tests.days import in_days
from tests.factories import access, as_owner, on_status, person, pupil, school
from tests.factories.provided import intervention, mark, provision, session

pytestmark = pytest.mark.django_db
MAP = reverse("provision:map")


def school_year() -> dict:
    """The first and the last day of the school year we are in."""
    return dict(zip(("starts", "ends"), school_year_dates(school_year_of(in_days(0))), strict=True))


@pytest.fixture
def cast():
    """A school without terms: "this term" is then the school year."""
    senco = person("senco", at=school())
    teacher = person("teacher", at=senco.school)
    mia, kit = (pupil(at=senco.school, legal_surname=name) for name in ("Clarke", "Norton"))
    access(teacher, mia)
    phonics, talk = (
        intervention(by=senco, name=name, tier=tier) for name, tier in (("Phonics", "2"), ("Talk", "4"))
    )
    dates = school_year()
    group = provision(
        phonics,
        by=senco,
        pupils=[mia, kit],
        adults=[teacher],
        times=((0, "09:30", 20), (2, "09:30", 25)),
        **dates,
    )
    provision(talk, by=senco, pupils=[kit], times=((1, "10:00", 30),), **dates)
    return {"senco": senco, "teacher": teacher, "mia": mia, "kit": kit, "group": group}


def text(browser, query="", address=MAP) -> str:
    response = browser.get(address + query)
    assert response.status_code == 200
    return response.content.decode()


def grid(browser, query=""):
    return browser.get(MAP + query).context["grid"]


def test_minutes_stand_in_cells_and_sums_agree(acting, cast):
    found = grid(acting(cast["senco"]))
    assert [(line.head.label.split(",")[0], line.cells, line.total) for line in found.lines] == [
        ("Clarke", [45, None], 45), ("Norton", [45, 30], 75),
    ]  # fmt: skip
    assert (found.totals, found.total) == ([90, 30], 120)


def test_a_teacher_sees_the_pupils_they_may_open_and_no_others(acting, cast):
    page = text(acting(cast["teacher"]))
    assert "Clarke" in page and "Norton" not in page and "Excel" not in page


def test_a_stranger_gets_404_and_a_wrong_role_403_and_nothing_is_sent(acting, cast):
    address = reverse("provision:pupil_provision", args=[cast["kit"].pk])
    assert acting(cast["teacher"]).get(address).status_code == 404
    parent = person("parent", at=cast["senco"].school)
    assert acting(parent).get(MAP).status_code == acting(parent).get(address).status_code == 403
    browser = acting(cast["senco"])
    assert browser.post(MAP).status_code == browser.post(address).status_code == 405


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("?name=norton", 75),
        ("?name=talk", 30),
        ("?tier=4", 30),
        ("?tier=2", 90),
        ("?status=K", 75),
        ("?year=nonsense", 0),
    ],
)
def test_filters_narrow_the_totals(acting, cast, query, total):
    on_status(cast["kit"])
    assert grid(acting(cast["senco"]), query).total == total


@pytest.mark.parametrize("rows", ["pupil", "type", "adult", "need"])
def test_any_grouping_has_the_same_total(acting, cast, rows):
    assert grid(acting(cast["senco"]), f"?rows={rows}").total == 120


def test_week_by_week_repeats_the_minutes_of_a_week(acting, cast, school_terms):
    found = grid(acting(cast["senco"]), "?show=weeks")
    assert found.columns and set(found.totals) == {120}


def test_the_share_delivered_follows_the_marks(acting, cast, school_terms):
    day = next(in_days(-7 - n) for n in range(7) if in_days(-7 - n).weekday() == 0)
    browser = acting(cast["senco"])
    before = grid(browser, "?show=delivered").lines[0].total
    held = session(cast["group"], day)
    mark(held, cast["mia"])
    mark(held, cast["kit"], "absent")
    after = grid(browser, "?show=delivered")
    assert before == 0 < after.lines[0].total and after.lines[1].total == 0


@pytest.fixture
def school_terms(cast):
    from senco.accounts.models import Term
    from tests.factories import as_owner

    with as_owner():
        return Term.objects.create(
            school=cast["senco"].school, name="All", **school_year() | {"starts": in_days(-60)}
        )


def test_the_file_holds_what_is_filtered_with_totals_and_assumptions(proved, cast):
    address = reverse("provision:export_map", args=["csv"])
    answer = proved(cast["senco"]).get(address + "?name=norton")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][1:] == ["Phonics", "Talk", "Total"] and rows[1][1:] == ["45", "30", "75"]
    assert rows[2][1:] == ["45", "30", "75"] and "count fully" in answer.content.decode()
    assert "Clarke" not in answer.content.decode()
    assert proved(cast["senco"]).get(reverse("provision:export_map", args=["xlsx"])).content[:2] == b"PK"
    assert proved(cast["teacher"]).get(address).status_code == 403


def test_a_pupils_page_says_what_they_have(acting, cast):
    page = text(acting(cast["senco"]), address=reverse("provision:pupil_provision", args=[cast["kit"].pk]))
    assert "75 minutes a week" in page and "Phonics" in page and "Talk" in page


@pytest.mark.parametrize(
    ("show", "most"), [("minutes", 12), ("delivered", 12), ("weeks", 12), ("whole", 12), ("cost", 12)]
)
def test_the_map_costs_the_same_with_few_and_with_many(
    acting, cast, django_assert_max_num_queries, show, most
):
    def cost() -> int:
        with django_assert_max_num_queries(300) as asked:
            text(browser, f"?show={show}")
        return len(
            [
                query
                for query in asked.captured_queries
                if "FROM" in query["sql"] and "set_config" not in query["sql"]
            ]
        )

    browser = acting(cast["senco"])
    cost()
    few = cost()
    more = [pupil(at=cast["senco"].school) for _number in range(20)]
    for _number in range(5):
        provision(by=cast["senco"], pupils=more, adults=[cast["teacher"]], **school_year())
    assert cost() == few <= most


def test_pounds_follow_the_filters_and_agree_with_the_costs(acting, cast, school_terms):
    with as_owner():
        StaffRate.objects.create(
            school=cast["senco"].school,
            saved_by=cast["senco"],
            card="school",
            adult_role="ta",
            pence=1724,
            valid_from=school_year()["starts"],
        )
    browser = acting(cast["senco"])
    whole = grid(browser, "?show=cost")
    kits = grid(browser, "?show=cost&name=norton")
    assert 0 < kits.total < whole.total == sum(whole.totals) == grid(browser, "?show=cost&rows=adult").total
    costs = browser.get(reverse("provision:costs"), {"period": f"term-{school_terms.starts}"}).context[
        "costs"
    ]
    assert whole.total == sum(line.amounts.planned for line in costs.pupils)
    assert "£" in text(browser, "?show=cost")


def test_pounds_are_for_those_who_may_know(acting, cast):
    admin = person("admin", at=cast["senco"].school)
    for reader in (admin, cast["teacher"]):
        page = text(acting(reader), "?show=cost")
        assert "£" not in page and "Cost in pounds" not in page


def test_minutes_in_all_are_those_of_every_session(acting, cast, school_terms):
    found = grid(acting(cast["senco"]), "?show=whole")
    weekly = grid(acting(cast["senco"])).total
    assert found.total > 5 * weekly and found.total == sum(found.totals)


def test_leaders_see_totals_first(acting, cast):
    head = person("head", at=cast["senco"].school)
    page = text(acting(head))
    assert "Clarke" not in page and "Phonics" in page
    assert "Clarke" in text(acting(head), "?rows=pupil")


@pytest.mark.parametrize("rows", ["pupil", "type", "adult", "need"])
def test_the_share_delivered_can_be_grouped(acting, cast, school_terms, rows):
    assert grid(acting(cast["senco"]), f"?show=delivered&rows={rows}").lines
