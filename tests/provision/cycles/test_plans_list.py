"""All plans as a list: filters, order, who sees which, files."""

import csv
import io

import pytest

from register.models import Pupil
from senco.access.context import acting_as
from tests.access.matrix.locks import LOCKS
from tests.days import in_days
from tests.factories import access, as_owner, on_status, person, pupil, school
from tests.factories.plans import plan
from tests.provision.between import url

pytestmark = pytest.mark.django_db


def planned(cast, surname, steps=("begun",), *, at=None, review=30, **facts):
    fields = {name: facts.pop(name) for name in ("year_group", "form") if name in facts}
    child = pupil(at=at or cast.here, legal_forename="Kit", legal_surname=surname, **fields)
    return plan(
        child,
        by=cast.teacher if at is None else person("teacher", at=at),
        steps=steps,
        review_on=in_days(review),
        starts=in_days(-90),
        **facts,
    )


@pytest.fixture
def several(cast):
    planned(cast, "Draftson", year_group=7, form="7A", lead=cast.teacher)
    planned(cast, "Latewell", ("begun", "shared", "in_force"), review=-3, year_group=8, form="8B")
    planned(
        cast, "Soonby", ("begun", "shared", "in_force"), review=9, year_group=8, form="8C", plan_type="plp"
    )
    planned(cast, "Closedson", ("begun", "shared", "in_force", "reviewed"))
    planned(cast, "Archer", ("begun", "archived"))
    on_status(pupil(at=cast.here, legal_surname="Planless", year_group=9))
    return cast


NAMES = ("Draftson", "Latewell", "Soonby", "Closedson", "Archer", "Planless")


def named_on(browser, query="") -> set[str]:
    text = browser.get(f"{url('plans')}?{query}").content.decode()
    return {name for name in NAMES if name in text}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"Draftson", "Latewell", "Soonby"}),
        ("state=all", {"Draftson", "Latewell", "Soonby", "Closedson", "Archer"}),
        ("state=reviewed", {"Closedson"}),
        ("due=overdue", {"Latewell"}),
        ("due=soon", {"Soonby"}),
        ("due=none", {"Planless"}),
        ("due=none&year=8", set()),
        ("year=8", {"Latewell", "Soonby"}),
        ("form_group=8B", {"Latewell"}),
        ("kind=plp", {"Soonby"}),
        ("name=lateW", {"Latewell"}),
        ("state=nonsense", set()),
        ("year=abc", set()),
    ],
)
def test_the_filters_stand_in_the_address(acting, several, query, found):
    assert named_on(acting(several.senco), query) == found


def test_by_lead(acting, several):
    assert named_on(acting(several.senco), f"lead={several.teacher.pk}") == {"Draftson"}


def test_leavers_are_left_out_of_the_open_ones(acting, several):
    with as_owner():
        Pupil.objects.filter(legal_surname="Draftson").update(left_on=in_days(0))
    assert "Draftson" not in named_on(acting(several.senco))
    assert "Draftson" in named_on(acting(several.senco), "state=all")


@pytest.mark.parametrize("column", ["name", "year", "form", "kind", "state", "lead", "starts", "review"])
def test_every_column_sorts_both_ways_and_loses_nobody(acting, several, column):
    for sort in (column, f"-{column}"):
        assert named_on(acting(several.senco), f"sort={sort}") == {"Draftson", "Latewell", "Soonby"}


def test_by_default_the_next_review_comes_first(acting, several):
    text = acting(several.senco).get(url("plans")).content.decode()
    assert text.index("Latewell") < text.index("Soonby") < text.index("Draftson")


@pytest.mark.parametrize("lock", LOCKS)
def test_teachers_see_theirs_in_either_lock(acting, several, lock):
    mine = planned(several, "Mineson")
    access(several.teacher, mine.pupil)
    planned(several, "Abroad", at=school())
    with LOCKS[lock]():
        text = acting(several.teacher).get(f"{url('plans')}?state=all").content.decode()
        assert "Mineson" in text and not any(name in text for name in NAMES)
        office = acting(several.senco).get(f"{url('plans')}?state=all").content.decode()
        assert "Mineson" in office and "Draftson" in office and "Abroad" not in office


def test_the_file_holds_what_the_list_holds(proved, several):
    answer = proved(several.senco).get(f"{url('export_plans', 'csv')}?year=8")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][0] == "Name" and {row[0] for row in rows[1:]} == {"Latewell, Kit", "Soonby, Kit"}
    assert proved(several.senco).get(url("export_plans", "xlsx")).content[:2] == b"PK"
    assert proved(several.senco).get(f"{url('export_plans', 'csv')}?state=nonsense").status_code == 302
    assert proved(several.senco).get(url("export_plans", "exe")).status_code == 404


def test_what_was_exported_is_recorded(proved, several):
    from senco.audit.models import ReadEvent

    proved(several.senco).get(url("export_plans", "csv"))
    with as_owner():
        assert len(ReadEvent.objects.get(kind="exported").pupil_ids) == 3


def test_who_may_open_the_list_and_the_file(acting, proved, several):
    for role in ("parent", "professional", "governor"):
        assert acting(getattr(several, role)).get(url("plans")).status_code == 403
    for role in ("teacher", "ta", "parent"):
        assert proved(getattr(several, role)).get(url("export_plans", "csv")).status_code == 403
    assert acting(several.senco).post(url("plans")).status_code == 405
    assert named_on(acting(person("senco"))) == set()


def test_an_empty_list_says_what_will_be_here(acting, cast):
    assert "No open plans" in acting(cast.ta).get(url("plans")).content.decode()


def test_the_list_costs_the_same_for_one_five_and_many(acting, cast, count_queries):
    browser = acting(cast.senco)
    planned(cast, "One", lead=cast.teacher)
    on_status(pupil(at=cast.here))
    pages = (url("plans"), f"{url('plans')}?due=none")
    costs = [count_queries(browser, page) for page in pages]
    for number in range(60):
        planned(cast, f"More{number}", lead=cast.teacher)
        on_status(pupil(at=cast.here))
    assert [count_queries(browser, page) for page in pages] == costs
    assert costs[0] <= 12


def test_the_first_lock_alone_narrows_the_queries_too(several):
    from provision.queries.plans import plans_for, pupils_without

    with acting_as(several.teacher):
        assert not plans_for(several.teacher).exists() and not pupils_without(several.teacher).exists()
    with acting_as(several.senco):
        assert plans_for(several.senco).count() == 5 and pupils_without(several.senco).count() == 1
