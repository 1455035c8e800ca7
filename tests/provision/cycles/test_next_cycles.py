"""The next cycle of one pupil and of many in one go."""

import pytest
from django.core.exceptions import ValidationError

from provision.actions import cycles
from provision.actions.beginning import begin_next_cycle, begin_plan
from provision.actions.cycles import ask_for_cycles, begin_one, undo_cycles
from provision.actions.steps import state_of, take_step
from provision.actions.writing import write_section
from provision.models import CycleItem, CycleRun, Plan
from provision.tasks import take_up_cycles
from register.models import Pupil
from senco.access.context import acting_as
from senco.accounts.models import Term
from senco.audit.models import ReadEvent
from tests.days import in_days
from tests.factories import access, as_owner, on_status, person, pupil
from tests.factories.plans import outcome, plan, section
from tests.provision.between import dates, taken, url, written

pytestmark = pytest.mark.django_db
REVIEWED = ("begun", "shared", "in_force", "reviewed")


def reviewed(cast, surname, steps=REVIEWED, **facts):
    child = pupil(
        at=cast.here, legal_forename="Kit", legal_surname=surname, **{"year_group": 7, "form": "7A"} | facts
    )
    made = plan(child, by=cast.senco, steps=steps)
    section(made, text="Kind to others.")
    section(made, "pupil_view", kind="pupil_view", text="I like maps.", position=1)
    outcome(made, "Reads a page", result="not_yet")
    outcome(made, "Sits with a friend", result="met", position=1)
    return made


def following(made):
    with as_owner():
        return list(made.following.all())


def items(run=None):
    with as_owner():
        return {item.pupil.legal_surname: item for item in CycleItem.objects.select_related("pupil", "made")}


# One pupil --------------------------------------------------------------------------------------------------------------


def test_what_is_ticked_is_carried_and_the_rest_stays(acting, cast):
    made = written(cast)
    taken(made, cast.senco, "share", "put in force", "review")
    browser = acting(cast.teacher)
    page = browser.get(url("next_cycle", made.pk))
    form = page.context["form"]
    kept = {name: form.initial[name] for name in ("sections", "outcomes", "items")}
    browser.post(url("next_cycle", made.pk), dates(0, 80) | kept)  # the provision is not ticked
    [new] = following(made)
    with as_owner():
        assert new.outcomes.get().carried_from == made.outcomes.get()
        assert new.items.count() == 1 and new.provision.count() == 0
        assert new.sections.get(code="strengths").text == "Ada is kind to others."


def test_the_review_is_proposed_by_the_schools_terms(acting, cast):
    made = reviewed(cast, "Term")
    browser = acting(cast.senco)
    pages = [url("next_cycle", made.pk), url("next_cycles"), url("copy_plan", made.pk)]

    def proposed():
        return [browser.get(page).context["form"]["review_on"].value() for page in pages]

    assert proposed() == [in_days(12 * 7)] * 3
    ends = in_days(10 * 7)
    with as_owner():
        Term.objects.create(school=cast.here, name="Spring", starts=in_days(0), ends=ends)
    assert proposed() == [ends] * 3


def test_a_plan_that_is_not_reviewed_has_no_next_cycle(acting, cast, shared):
    assert acting(cast.senco).get(url("next_cycle", shared.pk)).url == shared.get_absolute_url()
    assert acting(cast.stranger).get(url("next_cycle", shared.pk)).status_code == 404
    for role in ("parent", "head", "ta"):  # whoever begins no plan begins no next one either
        assert acting(getattr(cast, role)).get(url("next_cycle", shared.pk)).status_code == 403


def test_wrong_dates_and_a_second_press_are_refused(acting, cast):
    made = reviewed(cast, "Once")
    browser, page = acting(cast.senco), url("next_cycle", made.pk)
    assert browser.post(page, {"starts": in_days(80), "review_on": in_days(0)}).status_code == 422
    assert browser.post(page, dates(0, 80)).status_code == 302
    assert browser.post(page, dates(0, 80)).status_code == 422
    assert len(following(made)) == 1


# Many -------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def year(cast):
    """Two ready, one in force, one who left, one without a plan."""
    ready = [reviewed(cast, "Readyone"), reviewed(cast, "Readytwo")]
    reviewed(cast, "Inforce", ("begun", "shared", "in_force"))
    reviewed(cast, "Leaver", left_on=in_days(0))
    on_status(pupil(at=cast.here, legal_surname="Planless", year_group=7, form="7A"))
    reviewed(cast, "Otheryear", year_group=9, form="9C")
    return ready


def test_the_page_says_who_is_ready_and_who_is_left_out_and_why(acting, cast, year):
    text = acting(cast.senco).get(f"{url('next_cycles')}?year=7").content.decode()
    assert "2 plans are ready" in text and "3 are left out" in text
    for words in ("Readyone", "Still in force", "Has left the school", "No plan yet"):
        assert words in text
    assert "Otheryear" not in text


def test_one_press_begins_them_all_and_can_be_undone(acting, cast, year):
    browser = acting(cast.senco)
    ticked = [made.pk for made in year]
    answer = browser.post(f"{url('next_cycles')}?year=7", dates(0, 80) | {"selected": ticked}, follow=True)
    assert "2 plans are begun." in answer.content.decode() and "Year: 7" in answer.content.decode()
    new = [following(made)[0] for made in year]
    with as_owner():
        for each in new:
            assert (each.number, each.outcomes.get().text) == (2, "Reads a page")
            assert each.sections.get(code="strengths").text == "Kind to others."
            assert each.sections.get(code="pupil_view").text == ""  # asked anew
        [run] = CycleRun.objects.all()
    with acting_as(cast.senco):
        write_section(section=new[0].sections.get(code="strengths"), text="Worked on.", by=cast.senco)
    browser.post(url("undo_cycle_run", run.pk))
    with as_owner():
        assert [state_of(each) for each in new] == ["draft", "archived"]
    assert {name: item.state for name, item in items().items()} == {"Readyone": "kept", "Readytwo": "undone"}
    again = browser.post(f"{url('next_cycles')}?year=7", dates(0, 80) | {"selected": ticked}, follow=True)
    assert "1 plan is begun." in again.content.decode()  # what was taken back can begin anew


def test_what_is_not_ticked_or_not_ready_is_not_begun(acting, cast, year):
    browser = acting(cast.senco)
    assert browser.post(url("next_cycles"), dates(0, 80)).status_code == 422
    with as_owner():
        in_force = Plan.objects.get(pupil__legal_surname="Inforce")
    browser.post(
        url("next_cycles"),
        dates(0, 80) | {"selected": [year[0].pk, in_force.pk, "nonsense", cast.child.pk]},
    )
    assert set(items()) == {"Readyone"}


def test_many_are_begun_by_a_worker_one_after_the_other(
    cast, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(cycles, "AT_ONCE", 1)
    plans = [reviewed(cast, f"Pupil{number}") for number in range(3)]
    with acting_as(cast.senco):
        run = ask_for_cycles(plans=plans, **dates(0, 80), asked_for="", by=cast.senco)
    assert {item.state for item in items().values()} == {"waiting"}
    with as_owner():
        Pupil.objects.filter(legal_surname="Pupil1").update(left_on=in_days(0))  # since then
    take_up_cycles(str(run.pk))
    found = items()
    assert [found[f"Pupil{n}"].state for n in range(3)] == ["done", "refused", "done"]
    assert found["Pupil1"].why == "The pupil has left the school." and found["Pupil1"].made is None
    take_up_cycles()
    assert [len(following(each)) for each in plans] == [1, 0, 1]


def test_the_page_of_a_run_names_pupils_and_says_so_only_when_it_is_done(acting, cast, monkeypatch):
    monkeypatch.setattr(cycles, "AT_ONCE", 0)
    made = reviewed(cast, "Quokka")
    with acting_as(cast.senco):
        run = ask_for_cycles(plans=[made], **dates(0, 80), asked_for="", by=cast.senco)
    browser = acting(cast.senco)

    def shown():
        answer = browser.get(url("cycle_run", run.pk))
        with as_owner():
            kept = ReadEvent.objects.filter(what="cycle run").count()
        return "Quokka" in answer.content.decode(), kept, "Refresh" in answer.headers

    assert [shown(), shown()] == [(False, 0, True)] * 2
    take_up_cycles(str(run.pk))
    assert shown() == (True, 1, False)


def test_the_regular_round_finds_what_nobody_took_up(cast, monkeypatch):
    monkeypatch.setattr(cycles, "AT_ONCE", 0)
    made = reviewed(cast, "Forgotten")
    with acting_as(cast.senco):
        ask_for_cycles(plans=[made], **dates(0, 80), asked_for="", by=cast.senco)
    take_up_cycles()
    assert items()["Forgotten"].state == "done"


def test_rights_that_ended_since_stop_the_run(cast, monkeypatch):
    monkeypatch.setattr(cycles, "AT_ONCE", 0)
    made = reviewed(cast, "Toolate")
    with acting_as(cast.senco):
        run = ask_for_cycles(plans=[made], **dates(0, 80), asked_for="", by=cast.senco)
    with as_owner():
        type(cast.senco).objects.filter(pk=cast.senco.pk).update(ends=cast.senco.starts)
    take_up_cycles(str(run.pk))
    assert items()["Toolate"].state == "refused" and following(made) == []


def test_nothing_half_done_for_one_pupil(cast, monkeypatch):
    """What fails in the middle of one pupil leaves nothing of that pupil, and the others are begun."""
    plans = [reviewed(cast, "Broken"), reviewed(cast, "Whole")]
    carried = cycles.begin_next_cycle

    def failing(*, plan, **facts):
        made = carried(plan=plan, **facts)
        if plan == plans[0]:
            raise ValidationError("In the middle.")
        return made

    monkeypatch.setattr(cycles, "begin_next_cycle", failing)
    with acting_as(cast.senco):
        ask_for_cycles(plans=plans, **dates(0, 80), asked_for="", by=cast.senco)
    assert following(plans[0]) == [] and len(following(plans[1])) == 1
    assert items()["Broken"].why == "In the middle."


def test_what_nobody_expected_holds_up_no_other_pupil_and_is_told(cast, monkeypatch):
    monkeypatch.setattr(cycles, "AT_ONCE", 0)
    plans = [reviewed(cast, "Broken"), reviewed(cast, "Whole")]
    carried = cycles.begin_next_cycle

    def failing(*, plan, **facts):
        if plan == plans[0]:
            raise KeyError("a kind that is gone")
        return carried(plan=plan, **facts)

    monkeypatch.setattr(cycles, "begin_next_cycle", failing)
    with acting_as(cast.senco):
        run = ask_for_cycles(plans=plans, **dates(0, 80), asked_for="", by=cast.senco)
    with pytest.raises(ExceptionGroup) as told:
        take_up_cycles(str(run.pk))
    assert told.group_contains(KeyError)
    assert [items()[name].state for name in ("Broken", "Whole")] == ["refused", "done"]
    assert "by hand" in items()["Broken"].why
    take_up_cycles(str(run.pk))  # nothing waits any more


def test_what_somebody_works_on_is_kept_when_a_run_is_undone(cast):
    plans = [reviewed(cast, "Untouched"), reviewed(cast, "Written")]
    with acting_as(cast.senco):
        run = ask_for_cycles(plans=plans, **dates(0, 80), asked_for="", by=cast.senco)
        [draft] = following(plans[1])
        write_section(section=draft.sections.get(code="strengths"), text="New words.", by=cast.senco)
        assert undo_cycles(run=run, by=cast.senco) == (1, 1)
    assert [items()[name].state for name in ("Untouched", "Written")] == ["undone", "kept"]


def test_an_earlier_cycle_is_not_gone_on_from_once_a_later_one_stands(cast):
    first = reviewed(cast, "Several")
    with acting_as(cast.senco):
        second = begin_next_cycle(plan=first, **dates(0, 80), by=cast.senco)
        take_step(plan=second, name="archive", by=cast.senco, note="A slip")
        third = begin_plan(pupil=first.pupil, plan_type=first.plan_type, **dates(0, 80), by=cast.senco)
        for name in ("share", "put in force", "review"):
            take_step(plan=third, name=name, by=cast.senco)
        with pytest.raises(ValidationError, match="begun already"):
            begin_next_cycle(plan=first, **dates(0, 80), by=cast.senco)
        assert begin_next_cycle(plan=third, **dates(0, 80), by=cast.senco).number == 4


def test_a_run_that_is_undone_while_it_waits_begins_nobody(cast, monkeypatch):
    monkeypatch.setattr(cycles, "AT_ONCE", 0)
    made = reviewed(cast, "Stopped")
    with acting_as(cast.senco):
        run = ask_for_cycles(plans=[made], **dates(0, 80), asked_for="", by=cast.senco)
        assert undo_cycles(run=run, by=cast.senco) == (1, 0)
        assert begin_one(run=run, by=cast.senco) is None
    assert following(made) == []


def test_runs_are_the_sencos(acting, cast, year):
    with acting_as(cast.senco):
        run = ask_for_cycles(plans=year, **dates(0, 80), asked_for="", by=cast.senco)
    access(cast.teacher, year[0].pupil)
    for role in ("teacher", "head", "parent", "governor"):
        browser = acting(getattr(cast, role))
        assert browser.get(url("next_cycles")).status_code == 403
        assert browser.get(url("cycle_run", run.pk)).status_code == 403
    assert acting(person("senco")).get(url("cycle_run", run.pk)).status_code == 404
    assert acting(person("senco")).post(url("undo_cycle_run", run.pk)).status_code == 404
    assert acting(cast.senco).get(url("undo_cycle_run", run.pk)).status_code == 405


def test_pages_cost_the_same_for_one_and_for_five(acting, cast, count_queries):
    browser = acting(cast.senco)

    def run_of(plans):
        with acting_as(cast.senco):
            return ask_for_cycles(plans=plans, **dates(0, 80), asked_for="", by=cast.senco)

    one = run_of([reviewed(cast, "First")])
    reviewed(cast, "Second")
    costs = [count_queries(browser, page) for page in (url("next_cycles"), url("cycle_run", one.pk))]
    five = run_of([reviewed(cast, f"More{number}") for number in range(5)])
    for number in range(4):
        reviewed(cast, f"Ready{number}")
    assert [count_queries(browser, page) for page in (url("next_cycles"), url("cycle_run", five.pk))] == costs
