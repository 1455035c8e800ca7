"""Reading versions and laying two side by side."""

import datetime

import pytest
from django.utils.html import escape

from provision.actions.writing import write_section
from provision.letters.plan import PaperItem, PaperOutcome, PaperSection, PlanPaper
from provision.queries.comparing import compare, pieces
from senco.access.context import acting_as
from tests.provision.between import newest, taken, url

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 9, 7)


def paper(*sections, **facts) -> PlanPaper:
    head = {"title": "Plan", "plan_type": "SEN Support plan", "pupil": "Ada", "school": "Here", "number": 1}
    return PlanPaper(**head | {"starts": DAY, "review_on": DAY} | facts, sections=sections)


def section(code="strengths", text="", **rows) -> PaperSection:
    return PaperSection(code, "text", code.title(), text, **rows)


def kinds(changes) -> dict:
    return {change.title: change.kind for change in changes}


def test_sections_are_found_again_by_their_code():
    old = paper(section("strengths", "Kind."), section("barriers", "Reading."), section("gone", "Old."))
    new = paper(section("strengths", "Kind."), section("barriers", "Writing."), section("fresh", "New."))
    assert kinds(compare(old, new)) == {
        "The plan": "same", "Strengths": "same", "Barriers": "changed", "Fresh": "added", "Gone": "removed",
    }  # fmt: skip


def test_rows_are_found_again_by_their_key():
    old = paper(section("aims", items=(PaperItem("a", "Strategy", "One"), PaperItem("b", "Strategy", "Two"))))
    new = paper(
        section("aims", items=(PaperItem("c", "Strategy", "Three"), PaperItem("a", "Strategy", "One more")))
    )
    [change] = [change for change in compare(old, new) if change.title == "Aims"]
    assert [row.kind for row in change.rows] == ["added", "changed", "removed"]


def test_every_fact_of_an_outcome_counts():
    old = paper(section("aims", outcomes=(PaperOutcome("a", "Reads", measure="Three pages", by_when=DAY),)))
    for changed in (
        {"measure": "Four pages"},
        {"by_when": DAY + datetime.timedelta(days=1)},
        {"result": "Met"},
    ):
        facts = {"measure": "Three pages", "by_when": DAY} | changed
        new = paper(section("aims", outcomes=(PaperOutcome("a", "Reads", **facts),)))
        assert kinds(compare(old, new))["Aims"] == "changed", changed
    assert kinds(compare(old, old))["Aims"] == "same"  # control


def test_words_are_cut_where_they_differ():
    left, right = pieces("Reads one page alone.", "Reads two pages alone.")
    assert [(piece.kind, piece.text) for piece in left] == [
        ("same", "Reads "),
        ("removed", "one page "),
        ("same", "alone."),
    ]
    assert [(piece.kind, piece.text) for piece in right] == [
        ("same", "Reads "),
        ("added", "two pages "),
        ("same", "alone."),
    ]


@pytest.mark.parametrize(
    ("old", "new"), [("", "x"), ("a " * 5000, "b " * 5000), ("  \n", "\n"), ("a" * 10000, "a")]
)
def test_nothing_is_lost_or_slow_whatever_the_text(old, new):
    left, right = pieces(old, new)
    assert "".join(piece.text for piece in left) == old and "".join(piece.text for piece in right) == new


def changed_twice(cast, plan):
    with acting_as(cast.teacher):
        write_section(
            section=plan.sections.get(code="strengths"),
            text="Ada is <b>very</b> kind to others.",
            by=cast.teacher,
        )
    taken(plan, cast.senco, "share again")


def test_the_page_says_in_words_what_changed(acting, cast, shared):
    changed_twice(cast, shared)
    page = acting(cast.teacher).get(url("compare_versions", shared.pk)).content.decode()
    assert "<ins>" in page and "added:" in page
    assert escape("<b>very</b>") in page and "<b>very</b>" not in page
    assert "Unchanged: The plan" in page


def test_either_order_and_strange_choices_compare_the_same(acting, cast, shared):
    changed_twice(cast, shared)
    first, last = newest(shared, "staff"), None
    with acting_as(cast.teacher):
        first, last = shared.versions.filter(audience="staff").order_by("number")
    browser, page = acting(cast.teacher), url("compare_versions", shared.pk)
    straight = browser.get(f"{page}?old={first.pk}&new={last.pk}")
    for query in (f"old={last.pk}&new={first.pk}", "old=nonsense&new=", f"old={cast.child.pk}"):
        other = browser.get(f"{page}?{query}")
        assert (other.context["old"], other.context["new"]) == (
            straight.context["old"],
            straight.context["new"],
        )


def test_with_one_version_there_is_nothing_to_compare(acting, cast, shared):
    assert (
        "Nothing to compare yet"
        in acting(cast.teacher).get(url("compare_versions", shared.pk)).content.decode()
    )


def test_versions_are_listed_for_both_readers_and_read(acting, cast, shared):
    taken(shared, cast.senco, "call back", note="Wrong date")
    browser = acting(cast.teacher)
    page = browser.get(url("versions", shared.pk)).content.decode()
    assert "For staff" in page and "For the family" in page and "Taken back" in page and "Wrong date" in page
    assert "For staff alone." in browser.get(url("version", newest(shared, "staff").pk)).content.decode()
    assert "For staff alone." not in browser.get(url("version", newest(shared).pk)).content.decode()


def test_strangers_other_roles_and_wrong_methods(acting, cast, shared):
    pages = (
        url("versions", shared.pk),
        url("compare_versions", shared.pk),
        url("version", newest(shared).pk),
    )
    for page in pages:
        assert acting(cast.stranger).get(page).status_code == 404
        assert acting(cast.head).get(page).status_code == 200
        assert acting(cast.teacher).post(page).status_code == 405
        for role in ("parent", "professional", "governor"):
            assert acting(getattr(cast, role)).get(page).status_code == 403


def test_pages_cost_the_same_for_two_versions_and_for_six(acting, cast, shared, count_queries):
    taken(shared, cast.senco, "share again")
    browser = acting(cast.teacher)
    pages = (
        url("versions", shared.pk),
        url("compare_versions", shared.pk),
        url("version", newest(shared).pk),
    )
    costs = [count_queries(browser, page) for page in pages]
    taken(shared, cast.senco, *["share again"] * 4)
    assert [count_queries(browser, page) for page in pages] == costs
