"""Rows change places, leave the plan and come back."""

import re

import pytest

from provision.models import Outcome, PlanItem, Score, Target
from tests.factories import as_owner
from tests.factories.plans import outcome, part_of
from tests.provision.writing.conftest import at, text_of

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


def order(of) -> list[str]:
    with as_owner():
        return list(
            Outcome.objects.filter(plan=of).kept().order_by("position", "id").values_list("text", flat=True)
        )


@pytest.fixture
def three(begun):
    """A plan with three outcomes."""
    made = begun()
    return made, [outcome(made, text, position=place) for place, text in enumerate(("One", "Two", "Three"))]


def test_outcomes_change_places(acting, cast, three):
    made, (one, two, three_) = three
    browser = acting(cast.teacher)
    assert browser.post(at("move_row_up", three_, "outcome")).url.endswith("#part-outcomes")
    assert order(made) == ["One", "Three", "Two"]
    browser.post(at("move_row_down", one, "outcome"))
    assert order(made) == ["Three", "One", "Two"]
    browser.post(at("move_row_up", three_, "outcome"))  # the first stays the first
    browser.post(at("move_row_down", two, "outcome"))
    assert order(made) == ["Three", "One", "Two"]


def test_rows_that_share_a_place_get_one_each(acting, cast, three):
    made, rows = three
    with as_owner():
        Outcome.objects.filter(plan=made).update(position=4)
    first = order(made)
    moved = next(row for row in rows if row.text == first[1])
    acting(cast.teacher).post(at("move_row_up", moved, "outcome"))
    assert order(made) == [first[1], first[0], first[2]]


def test_a_row_that_was_removed_is_no_neighbour(acting, cast, three):
    made, (one, two, three_) = three
    browser = acting(cast.teacher)
    browser.post(at("remove_row", two, "outcome"))
    browser.post(at("move_row_up", three_, "outcome"))
    browser.post(at("bring_row_back", two, "outcome"))
    assert order(made) == ["Three", "Two", "One"] or order(made) == ["Three", "One", "Two"]
    assert {one.text, two.text} < set(order(made))


def test_moving_a_row_leaves_alone_who_has_it_open(acting, cast, three):
    made, (one, *_others) = three
    acting(cast.other).post(at("move_row_down", one, "outcome"))
    answer = acting(cast.teacher).post(at("edit_outcome", one), {"text": "One and a half", "version": 1})
    assert answer.status_code == 302 and "One and a half" in order(made)


def test_targets_move_under_their_outcome_and_items_in_their_list(acting, cast, three):
    made, (one, two, _three) = three
    saved = part_of(made) | {"saved_by": cast.teacher}
    with as_owner():
        first = Target.objects.create(**saved, outcome=one, text="A", position=0)
        foreign = Target.objects.create(**saved, outcome=two, text="X", position=1)
        second = Target.objects.create(**saved, outcome=one, text="B", position=2)
        strategy = PlanItem.objects.create(**saved, kind="strategy", text="S", position=0)
        access = PlanItem.objects.create(**saved, kind="access", text="E", position=1)
        adjustment = PlanItem.objects.create(**saved, kind="adjustment", text="J", position=2)
    browser = acting(cast.teacher)
    browser.post(at("move_row_up", second, "target"))
    browser.post(at("move_row_up", adjustment, "item"))
    with as_owner():
        places = dict(Target.objects.values_list("text", "position")) | dict(
            PlanItem.objects.values_list("text", "position")
        )
    assert places == {"B": 0, "X": 1, "A": 2, "S": 0, "J": 1, "E": 2}
    assert {first.pk, foreign.pk, strategy.pk, access.pk}  # they are still there


def test_a_row_leaves_with_an_undo_and_can_be_brought_back_later(acting, cast, three):
    made, (one, *_others) = three
    browser = acting(cast.teacher)
    page = text_of(browser.post(at("remove_row", one, "outcome"), follow=True))
    assert order(made) == ["Two", "Three"] and "Removed: “One”" in page
    assert re.search(rf'action="{at("bring_row_back", one, "outcome")}" data-undo', page)
    assert "1 removed" in text_of(browser.get(made.get_absolute_url()))
    browser.post(at("bring_row_back", one, "outcome"))
    assert order(made) == ["One", "Two", "Three"]


def test_htmx_gets_the_section_and_the_undo(acting, cast, three):
    _made, (one, *_others) = three
    page = text_of(acting(cast.teacher).post(at("remove_row", one, "outcome"), headers=HTMX))
    assert "<html" not in page and 'id="part-outcomes"' in page and "data-undo" in page


def test_scores_do_not_move_and_unknown_kinds_are_not_found(acting, cast, three):
    made, (one, *_others) = three
    with as_owner():
        score = Score.objects.create(
            **part_of(made),
            saved_by=cast.teacher,
            test="NGRT",
            result="84",
            taken_on="2026-09-10",
            source="School",
        )
    browser = acting(cast.teacher)
    assert browser.post(at("move_row_up", score, "score")).status_code == 404
    assert browser.post(at("remove_row", one, "plan")).status_code == 404
    assert browser.post(at("remove_row", one, "item")).status_code == 404
    assert browser.post(at("remove_row", score, "score")).status_code == 302


@pytest.mark.parametrize("name", ["move_row_up", "move_row_down", "remove_row", "bring_row_back"])
def test_buttons_are_for_who_may_write_and_are_pressed_not_opened(acting, cast, begun, name):
    made = begun()
    row = outcome(made, "One")
    browser = acting(cast.teacher)
    assert browser.get(at(name, row, "outcome")).status_code == 405
    with as_owner():
        item = PlanItem.objects.create(**part_of(made), saved_by=cast.teacher, kind="strategy", text="S")
    for role, status in (("ta", 403), ("head", 403), ("parent", 403), ("stranger", 404)):
        assert acting(getattr(cast, role)).post(at(name, item, "item")).status_code == status


@pytest.mark.parametrize(("steps", "who"), [(["handed_in"], "teacher"), (["archived"], "senco")])
def test_in_the_wrong_state_a_button_says_why(acting, cast, begun, steps, who):
    made = begun(*steps)
    row = outcome(made, "One")
    page = text_of(acting(getattr(cast, who)).post(at("remove_row", row, "outcome"), follow=True))
    assert "writes in it" in page or "closed" in page
    assert order(made) == ["One"]
