"""Items, provision and scores."""

import pytest

from provision.actions.beginning import KEPT_IN_NEXT
from provision.actions.copying import PLAIN
from provision.models import PlanItem, PlannedProvision, Score
from tests.days import dated
from tests.factories import as_owner, person, pupil
from tests.factories.plans import outcome, part_of, plan
from tests.factories.provided import intervention
from tests.provision.writing.conftest import at, text_of

pytestmark = pytest.mark.django_db
PROVISION = {
    "what": "Paired reading", "plain": "", "outcome": "", "adult": "", "adult_words": "", "sessions_a_week": "2.5", "minutes": "20",
    "weeks": "10", "group_size": "1", "starts": "2026-09-14", "ends": "2026-12-04", "version": 1,
}  # fmt: skip
SCORE = {
    "test": "NGRT",
    "result": "84",
    "standardised": "84",
    "taken_on": "2026-09-10",
    "source": "Ms Ward",
    "version": 1,
}


def section(of, code: str):
    with as_owner():
        return of.sections.get(code=code)


def texts(model, of, field="text") -> list:
    with as_owner():
        return list(
            model.objects.filter(plan=of).kept().order_by("position", "id").values_list(field, flat=True)
        )


def item(of, text="Sit near the front", **fields) -> PlanItem:
    with as_owner():
        return PlanItem.objects.create(
            **part_of(of), kind="strategy", text=text, saved_by=of.begun_by, **fields
        )


def test_several_strategies_are_added_at_once_each_once(acting, cast, begun):
    made = begun()
    browser = acting(cast.teacher)
    lines = "- Sit near the front\r\n\r\n  • One instruction at a time \r\n* sit near  the FRONT.\r\n-\r\n"
    for _time in range(2):
        browser.post(
            at("add_items", section(made, "strategies")), {"kind": "strategy", "lines": lines, "area": "CL"}
        )
    assert texts(PlanItem, made) == ["Sit near the front", "One instruction at a time"]
    assert "One instruction at a time" in text_of(browser.get(made.get_absolute_url()))


def test_a_section_of_two_kinds_asks_which(acting, cast, begun):
    made = begun()
    browser = acting(cast.teacher)
    assert "Access arrangement" in text_of(browser.get(at("add_items", section(made, "adjustments"))))
    browser.post(
        at("add_items", section(made, "adjustments")), {"kind": "access", "lines": "Extra time", "area": ""}
    )
    browser.post(
        at("add_items", section(made, "resources")), {"kind": "ict", "lines": "Reading pen", "area": ""}
    )
    assert texts(PlanItem, made, "kind") == ["access", "ict"]
    wrong = browser.post(
        at("add_items", section(made, "resources")), {"kind": "strategy", "lines": "No", "area": ""}
    )
    assert wrong.status_code == 422


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("", "Write at least one"),
        (" - \n • ", "Write at least one"),
        ("\n".join(f"Line {n}" for n in range(31)), "At most 30"),
        ("x" * 501, "is longer than 500"),
    ],
)
def test_what_is_wrong_with_a_list_is_said(acting, cast, begun, lines, said):
    made = begun()
    answer = acting(cast.teacher).post(
        at("add_items", section(made, "strategies")), {"kind": "strategy", "lines": lines, "area": ""}
    )
    assert answer.status_code == 422 and said in text_of(answer)
    assert texts(PlanItem, made) == []


def test_a_text_section_has_no_list(acting, cast, begun):
    assert acting(cast.teacher).get(at("add_items", section(begun(), "strengths"))).status_code == 404


def test_one_item_is_changed_and_a_colleagues_change_laid_beside(acting, cast, begun):
    row = item(begun())
    browser = acting(cast.teacher)
    browser.post(
        at("edit_item", row),
        {"text": "Sit by the window", "plain": "You sit by the window.", "area": "", "version": 1},
    )
    assert texts(PlanItem, row.plan) == ["Sit by the window"]
    answer = acting(cast.other).post(
        at("edit_item", row), {"text": "Mine", "plain": "", "area": "", "version": 1}
    )
    assert answer.status_code == 422 and "Sit by the window" in text_of(answer) and "Mine" in text_of(answer)
    assert texts(PlanItem, row.plan) == ["Sit by the window"]


def test_an_assistant_writes_no_strategies(acting, cast, begun):
    row = item(begun())
    browser = acting(cast.ta)
    assert browser.get(at("edit_item", row)).status_code == 403
    answers = {"kind": "strategy", "lines": "No", "area": ""}
    assert browser.post(at("add_items", section(row.plan, "strategies")), answers).status_code == 403
    assert acting(cast.stranger).get(at("edit_item", row)).status_code == 404


def test_provision_serves_an_outcome_of_this_plan(acting, cast, begun):
    made = begun()
    goal = outcome(made, "Reads a page alone")
    browser = acting(cast.teacher)
    browser.post(at("add_provision", made), PROVISION | {"outcome": goal.pk, "adult": cast.ta.pk})
    with as_owner():
        row = PlannedProvision.objects.get()
    assert (row.outcome_id, row.adult_id) == (goal.pk, cast.ta.pk)
    page = text_of(browser.get(made.get_absolute_url()))
    assert "2.5 times a week, 20 minutes each, for 10 weeks, one to one" in page and cast.ta.name in page
    browser.post(at("edit_provision", row), PROVISION | {"what": "Reading with Sam", "adult_words": "Sam"})
    assert texts(PlannedProvision, made, "what") == ["Reading with Sam"]


@pytest.mark.parametrize("whose", ["another plan of this pupil", "another pupil", "another school", "nobody"])
def test_the_outcome_of_another_plan_is_refused(acting, cast, begun, whose):
    made = begun()
    elsewhere = {
        "another plan of this pupil": lambda: plan(cast.child, by=cast.teacher, number=2),
        "another pupil": lambda: plan(pupil(at=cast.senco.school), by=cast.teacher),
        "another school": lambda: plan(pupil(at=(far := person("teacher")).school), by=far),
    }
    key = outcome(elsewhere[whose]()).pk if whose in elsewhere else "x"
    answer = acting(cast.senco).post(at("add_provision", made), PROVISION | {"outcome": key})
    assert answer.status_code == 422
    assert texts(PlannedProvision, made, "what") == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"what": ""}, "What"),
        ({"ends": "2026-09-01"}, "It ends before it starts"),
        ({"minutes": "0"}, "greater than or equal to 1"),
        ({"minutes": "601"}, "less than or equal to 600"),
        ({"weeks": "-1"}, "greater than or equal to"),
        ({"group_size": "61"}, "less than or equal to 60"),
        ({"sessions_a_week": "0"}, "greater than or equal to 0.25"),
        ({"sessions_a_week": "NaN"}, "number"),
        ({"minutes": "99999999999999999999"}, "less than or equal to"),
    ],
)
def test_what_is_wrong_with_provision_is_said(acting, cast, begun, wrong, said):
    made = begun()
    answer = acting(cast.teacher).post(at("add_provision", made), PROVISION | wrong)
    assert answer.status_code == 422 and said in text_of(answer)
    assert texts(PlannedProvision, made, "what") == []


def test_scores_stand_with_their_day_and_source_in_every_plan(acting, cast, begun):
    made = begun("shared", "in_force", "reviewed")
    with as_owner():
        old = Score.objects.create(**part_of(made), saved_by=cast.teacher, **SCORE | {"test": "Old"})
    new = begun(number=2)
    browser = acting(cast.teacher)
    assert browser.post(at("add_score", new), SCORE).url.endswith("#part-scores")
    page = text_of(browser.get(new.get_absolute_url()))
    assert "NGRT" in page and "Ms Ward" in page and "Old" in page
    assert at("edit_score", old) not in page  # it is changed where it was entered
    assert "closed" in text_of(browser.get(at("edit_score", old), follow=True))
    assert browser.post(at("add_score", new), SCORE).status_code == 422  # on record already


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"standardised": "39"}, "between 40 and 180"),
        ({"standardised": "181"}, "between 40 and 180"),
        ({"taken_on": 2}, "in the future"),
        ({"taken_on": "1999-01-01"}, "not born"),
        ({"source": ""}, "Who measured it"),
        ({"result": "x" * 41}, "at most 40"),
    ],
)
def test_what_is_wrong_with_a_score_is_said(acting, cast, begun, wrong, said):
    made = begun()
    answer = acting(cast.teacher).post(at("add_score", made), SCORE | dated(wrong))
    assert answer.status_code == 422 and said in text_of(answer)
    assert texts(Score, made, "test") == []
    acting(cast.teacher).post(at("add_score", made), SCORE | {"standardised": "40"})  # control
    assert texts(Score, made, "test") == ["NGRT"]


@pytest.mark.parametrize("name", ["add_provision", "add_score"])
def test_rows_are_added_by_who_may_write_while_it_may_be_written(acting, cast, begun, name):
    answers = PROVISION if name == "add_provision" else SCORE
    made = begun()
    for role, status in (("ta", 403), ("head", 403), ("parent", 403), ("stranger", 404)):
        assert acting(getattr(cast, role)).post(at(name, made), answers).status_code == status
    handed_in = begun("handed_in", number=2)
    answer = acting(cast.teacher).post(at(name, handed_in), answers)
    assert answer.status_code == 422
    closed = begun("archived", number=3)
    assert acting(cast.senco).post(at(name, closed), answers).status_code == 422
    assert texts(PlannedProvision, handed_in, "what") == texts(Score, closed, "test") == []


def test_a_line_is_taken_from_the_library_and_goes_on_into_the_next_plans(acting, cast, begun):
    made = begun()
    entry = intervention(
        by=cast.senco, name="Talk time", plain="Talking together", minutes=30, sessions_a_week=2
    )
    empty = {name: "" for name in PROVISION if name not in ("version", "starts", "ends")}
    dates = {"starts": PROVISION["starts"], "ends": PROVISION["ends"], "version": 1}
    browser = acting(cast.teacher)
    assert "Say what is provided" in text_of(browser.post(at("add_provision", made), empty | dates))
    browser.post(at("add_provision", made), empty | dates | {"intervention": entry.pk, "minutes": "25"})
    with as_owner():
        [row] = PlannedProvision.objects.filter(plan=made)
        assert (row.what, row.plain, row.minutes, row.sessions_a_week) == (
            "Talk time",
            "Talking together",
            25,
            2,
        )
        assert row.intervention_id == entry.pk
    assert entry.get_absolute_url() in browser.get(made.get_absolute_url()).content.decode()
    assert (
        "intervention_id" in KEPT_IN_NEXT[PlannedProvision]
        and "intervention_id" in PLAIN[PlannedProvision][1]
    )
    elsewhere = intervention(by=person("senco"), name="Theirs")
    refused = browser.post(at("add_provision", made), PROVISION | {"intervention": elsewhere.pk})
    assert refused.status_code == 422
