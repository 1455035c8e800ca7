"""Outcomes with their targets on one form."""

import datetime
import re

import pytest

from provision.models import Outcome, Target
from tests.factories import access, as_owner, person, pupil
from tests.factories.plans import outcome, part_of
from tests.provision.writing.conftest import at, text_of

pytestmark = pytest.mark.django_db
ANSWERS = {
    "text": "Reads a page alone", "plain": "You read a page on your own.", "area": "CL", "need": "SPLD", "baseline": "Eleven errors",
    "measure": "Three pages of three", "target": "Three errors", "by_when": "2026-12-11", "adult": "", "adult_words": "Reading dog",
    "version": 1,
}  # fmt: skip


def kept(of) -> list[Outcome]:
    with as_owner():
        return list(Outcome.objects.filter(plan=of).kept().order_by("position"))


def targets(of) -> list[str]:
    with as_owner():
        return [target.text for target in Target.objects.filter(outcome=of).kept().order_by("position")]


def target(of: Outcome, text: str, **fields) -> Target:
    with as_owner():
        return Target.objects.create(
            **part_of(of.plan), saved_by=of.saved_by, outcome=of, text=text, **fields
        )


def fields_in(page: str) -> dict:
    """What a browser would send back of a page's form: hidden fields and texts."""
    found = dict(re.findall(r'name="([\w-]+)" value="([^"]*)"', page))
    found |= {
        name: text.strip()
        for name, text in re.findall(r'<textarea name="([\w-]+)"[^>]*>\n?([^<]*)</textarea>', page)
    }
    return {
        name: value
        for name, value in found.items()
        if name in ("version", "opened", "text") or name.startswith("line-")
    }


@pytest.mark.parametrize("role", ["teacher", "ta", "senco"])
def test_an_outcome_is_added_with_its_targets(acting, cast, begun, role):
    made = begun()
    browser = acting(getattr(cast, role))
    lines = {
        "line-new1-text": "Reads a line",
        "line-new1-by_when": "2026-10-16",
        "line-new6-text": "Reads a paragraph",
    }
    answer = browser.post(at("add_outcome", made), ANSWERS | lines)
    assert answer.url.endswith("#part-outcomes")
    [added] = kept(made)
    assert (added.text, added.need, added.by_when) == (
        "Reads a page alone",
        "SPLD",
        datetime.date(2026, 12, 11),
    )
    assert targets(added) == ["Reads a line", "Reads a paragraph"]
    page = text_of(browser.get(made.get_absolute_url()))
    for words in (
        "Reads a page alone",
        "Eleven errors",
        "Reading dog",
        "Reads a paragraph",
        "Specific learning difficulty",
    ):
        assert words in page


def test_a_colleague_is_named_and_stays_named_after_leaving(acting, cast, begun):
    made = begun()
    browser = acting(cast.teacher)
    answers = ANSWERS | {"adult": cast.ta.pk, "adult_words": ""}
    browser.post(at("add_outcome", made), answers)
    [added] = kept(made)
    assert added.adult_id == cast.ta.pk
    with as_owner():
        type(cast.ta).objects.filter(pk=cast.ta.pk).update(ends=cast.ta.starts)
    assert browser.post(at("edit_outcome", added), answers | {"measure": "New"}).status_code == 302
    assert kept(made)[0].adult_id == cast.ta.pk
    assert browser.post(at("add_outcome", made), answers | {"text": "Another"}).status_code == 422


@pytest.mark.parametrize("whose", ["another school", "a parent", "nobody"])
def test_only_staff_of_the_school_are_named(acting, cast, begun, whose):
    keys = {"another school": person("teacher").pk, "a parent": cast.parent.pk, "nobody": "x"}
    answer = acting(cast.senco).post(
        at("add_outcome", begun()), ANSWERS | {"adult": keys[whose], "adult_words": ""}
    )
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"text": "  "}, "What will be different?"),
        ({"area": "XX"}, "Select a valid choice"),
        ({"need": "XX"}, "Select a valid choice"),
        ({"by_when": "soon"}, "valid date"),
        ({"text": "x" * 501}, "at most 500"),
        ({"line-new2-measure": "Without a target"}, "Write the target"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(acting, cast, begun, wrong, said):
    made = begun()
    answer = acting(cast.teacher).post(at("add_outcome", made), ANSWERS | wrong)
    assert answer.status_code == 422 and said in text_of(answer)
    assert kept(made) == []


def test_two_named_adults_are_one_too_many(acting, cast, begun):
    answer = acting(cast.teacher).post(at("add_outcome", begun()), ANSWERS | {"adult": cast.teacher.pk})
    assert answer.status_code == 422 and "one of the two" in text_of(answer)


def test_a_form_that_is_sent_twice_adds_one_outcome(acting, cast, begun):
    made = begun()
    browser = acting(cast.teacher)
    browser.post(at("add_outcome", made), ANSWERS)
    assert browser.post(at("add_outcome", made), ANSWERS).status_code == 422
    assert len(kept(made)) == 1


def test_targets_are_changed_emptied_and_added_on_the_form(acting, cast, begun):
    row = outcome(begun(), "Reads a page alone")
    first, second = target(row, "Reads a line"), target(row, "Reads two lines", position=1)
    lines = {
        f"line-{first.pk}-text": "Reads a line aloud",
        f"line-{second.pk}-text": "",
        f"line-{second.pk}-measure": "left over",
        "line-new1-text": "Reads three lines",
    }
    acting(cast.teacher).post(at("edit_outcome", row), ANSWERS | lines)
    assert targets(row) == ["Reads a line aloud", "Reads three lines"]
    page = text_of(acting(cast.teacher).get(row.plan.get_absolute_url()))
    assert "1 removed" in page and at("bring_row_back", second, "target") in page


def test_a_target_of_another_outcome_is_not_reached_by_its_key(acting, cast, begun):
    made = begun()
    row, other = outcome(made, "Reads a page alone"), outcome(made, "Sits with a friend", position=1)
    foreign = target(other, "Says hello")
    acting(cast.teacher).post(at("edit_outcome", row), ANSWERS | {f"line-{foreign.pk}-text": "Taken over"})
    assert targets(other) == ["Says hello"] and targets(row) == []


def test_no_more_than_six_targets_fit_the_form(acting, cast, begun):
    row = outcome(begun())
    for number in range(5):
        target(row, f"Step {number}", position=number)
    page = text_of(acting(cast.teacher).get(at("edit_outcome", row)))
    assert "line-new1-text" in page and "line-new2-text" not in page
    acting(cast.teacher).post(
        at("edit_outcome", row),
        ANSWERS
        | {"line-new1-text": "Six", "line-new2-text": "Seven"}
        | {f"line-{one}-text": "Step" for one in keys_of(row)},
    )
    assert "Six" in targets(row) and "Seven" not in targets(row)


def keys_of(row) -> list:
    with as_owner():
        return list(Target.objects.filter(outcome=row).order_by("position").values_list("pk", flat=True))


def test_a_target_that_a_colleague_added_meanwhile_is_taken_over(acting, cast, begun):
    row = outcome(begun(), "Reads a page alone")
    page = text_of(acting(cast.other).get(at("edit_outcome", row)))
    mine = fields_in(page) | {"line-new1-text": "My own step"}
    acting(cast.teacher).post(
        at("edit_outcome", row), {"text": row.text, "version": 1, "line-new1-text": "Their step"}
    )
    answer = acting(cast.other).post(at("edit_outcome", row), mine)
    assert answer.status_code == 422 and "Their step" in text_of(answer) and "My own step" in text_of(answer)
    assert targets(row) == ["Their step"]
    acting(cast.other).post(at("edit_outcome", row), fields_in(text_of(answer)))
    assert targets(row) == ["Their step", "My own step"]


def test_a_target_that_a_colleague_took_off_meanwhile_is_not_lost(acting, cast, begun):
    row = outcome(begun(), "Reads a page alone")
    step = target(row, "Reads a line")
    mine = fields_in(text_of(acting(cast.other).get(at("edit_outcome", row)))) | {
        f"line-{step.pk}-text": "Reads a line well"
    }
    acting(cast.teacher).post(at("remove_row", step, "target"))
    assert targets(row) == []
    answer = acting(cast.other).post(at("edit_outcome", row), mine)
    assert answer.status_code == 422 and "Reads a line well" in text_of(answer)
    acting(cast.other).post(at("edit_outcome", row), fields_in(text_of(answer)))
    assert targets(row) == ["Reads a line well"]


def test_an_outcome_of_a_pupil_one_does_not_teach_is_not_found(acting, cast, begun):
    row = outcome(begun(about=pupil(at=cast.senco.school)))
    browser = acting(cast.teacher)
    assert browser.get(at("edit_outcome", row)).status_code == 404
    assert browser.post(at("edit_outcome", row), ANSWERS).status_code == 404
    abroad = person("teacher")
    far = pupil(at=abroad.school)
    access(abroad, far)
    assert acting(abroad).post(at("add_outcome", row.plan), ANSWERS).status_code == 404


@pytest.mark.parametrize(
    ("steps", "who"), [(["handed_in"], "teacher"), (["shared", "in_force", "reviewed"], "senco")]
)
def test_in_the_wrong_state_no_outcome_is_added_or_changed(acting, cast, begun, steps, who):
    made = begun(*steps)
    row = outcome(made, "As it was")
    browser = acting(getattr(cast, who))
    for address in (at("add_outcome", made), at("edit_outcome", row)):
        answer = browser.post(address, ANSWERS)
        assert answer.status_code == 422 and "Reads a page alone" in text_of(answer)
    assert [each.text for each in kept(made)] == ["As it was"]


def test_who_may_not_write_adds_nothing(acting, cast, begun):
    made = begun()
    for role in ("head", "parent"):
        assert acting(getattr(cast, role)).post(at("add_outcome", made), ANSWERS).status_code == 403
