"""What the plan check says stands beside the text: on the plan's page, in each form, before a step, and for nobody it does not concern."""

import pytest

from provision.models import Plan, PlanItem, PlannedProvision, PlanSettings, Target
from provision.plan_check import RULES
from provision.queries.hints import findings_of
from senco.access.context import acting_as
from tests.factories import as_owner
from tests.factories.plans import outcome, part_of
from tests.provision.writing.conftest import at, text_of

pytestmark = pytest.mark.django_db
PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
VAGUE = "Every adult will give regular support as appropriate."
SAID = "can mean anything"


def section_of(made, kind: str):
    with as_owner():
        return made.sections.get(kind=kind)


def write(made, kind: str, text: str):
    found = section_of(made, kind)
    with as_owner():
        made.sections.filter(pk=found.pk).update(text=text)
    return found


def hints(made, membership):
    with acting_as(membership):
        return findings_of(
            Plan.objects.with_state().select_related("pupil__school").get(pk=made.pk), membership
        )


def test_a_finding_appears_with_its_words_and_vanishes(acting, cast, begun):
    made = begun()
    browser = acting(cast.teacher)
    write(made, "strategies", VAGUE)
    page = text_of(browser.get(made.get_absolute_url()))
    assert "“regular”" in page and SAID in page and "Vague words" in page
    assert "cannot be counted cannot be checked" in page  # why
    write(made, "strategies", "Every adult gives one instruction at a time in each lesson.")
    assert SAID not in text_of(browser.get(made.get_absolute_url()))


def test_it_is_there_after_a_submission_without_scripts(acting, cast, begun):
    made = begun()
    part = section_of(made, "strategies")
    sent = {"text": VAGUE, "version": part.version}
    page = text_of(acting(cast.teacher).post(at("write_section", part), sent, follow=True))
    assert SAID in page and "<html" in page


def test_every_save_puts_all_hints_in_their_places(acting, cast, begun):
    made = begun()
    browser = acting(cast.teacher)
    sent = {"text": "Reads a page alone", "version": "1"}
    answer = text_of(browser.post(at("add_outcome", made), sent, headers=PART))
    assert "Where the pupil starts from is not said." in answer and "Nobody is named" in answer
    assert 'id="plan-check"' in answer and "hx-swap-oob" in answer and "<html" not in answer
    assert answer.count('id="check-outcomes"') == 1 and answer.count('id="check-strategies"') == 1
    assert "The plan has no outcome yet." not in answer


def test_each_finding_leads_to_its_row(acting, cast, begun):
    made = begun()
    goal = outcome(made, "Reads a page alone")
    with as_owner():
        saved = part_of(made) | {"saved_by": cast.teacher}
        step = Target.objects.create(**saved, outcome=goal, text="A step")
        item = PlanItem.objects.create(**saved, kind="strategy", text=VAGUE)
        given = PlannedProvision.objects.create(**saved, what="Club")
    page = text_of(acting(cast.teacher).get(made.get_absolute_url()))
    for key in (f"outcome-{goal.pk}", f"target-{step.pk}", f"item-{item.pk}", f"provision-{given.pk}"):
        assert f'href="{made.get_absolute_url()}#{key}"' in page and page.count(f'id="{key}"') == 1, key


@pytest.mark.parametrize("rule", ["vague_words", "no_baseline", "not_quantified", "empty_section"])
def test_a_school_switches_a_rule_off(cast, begun, rule):
    made = begun()
    outcome(made, "Reads a page alone")
    write(made, "strategies", VAGUE)
    with as_owner():
        PlannedProvision.objects.create(**part_of(made), saved_by=cast.teacher, what="Club")
    found = {one.rule.code for part in hints(made, cast.teacher).parts for one in part.rules}
    assert rule in found
    with as_owner():
        PlanSettings.objects.create(school=cast.child.school, saved_by=cast.senco, rules_off=[rule])
    assert {one.rule.code for part in hints(made, cast.teacher).parts for one in part.rules} == found - {rule}


def test_with_every_rule_off_nothing_is_said_and_the_reading_age_stays(acting, cast, begun):
    made = begun()
    write(made, "strategies", VAGUE * 6)
    with as_owner():
        codes = [rule.code for rule in RULES]
        PlanSettings.objects.create(school=cast.child.school, saved_by=cast.senco, rules_off=codes)
    page = text_of(acting(cast.teacher).get(made.get_absolute_url()))
    assert "Plan check: nothing to mend." in page and SAID not in page and "reading age of about" in page


def test_nothing_it_says_stops_a_plan(acting, cast, begun):
    made = begun()
    write(made, "strategies", VAGUE)
    browser = acting(cast.teacher)
    address = at("take_step", made, "hand-in")
    page = text_of(browser.get(address))
    assert "Plan check" in page and SAID in page and "none of them stops the plan" in page
    assert browser.post(address, {}).status_code == 302
    with acting_as(cast.teacher):
        assert Plan.objects.with_state().get(pk=made.pk).state == "ready"


@pytest.mark.parametrize(
    ("who", "steps"), [("head", []), ("teacher", ["handed_in"]), ("senco", ["archived"]), ("senco", [])]
)
def test_it_speaks_to_whoever_may_mend_it(acting, cast, begun, who, steps):
    made = begun(*steps)
    write(made, "strategies", VAGUE)
    page = text_of(acting(getattr(cast, who)).get(made.get_absolute_url()))
    assert (SAID in page) == (who == "senco" and not steps)


def test_an_assistant_is_told_about_their_own_parts(acting, cast, begun):
    made = begun()
    write(made, "strategies", VAGUE)  # teachers write these
    outcome(made, "Reads a page alone")
    page = text_of(acting(cast.ta).get(made.get_absolute_url()))
    assert SAID not in page and "Where the pupil starts from is not said." in page


# While somebody types --------------------------------------------------------------------------------------------------------

TYPED = {
    "write_section": ({"text": VAGUE}, {"text": "Each lesson begins with a list of three steps."}),
    "add_items": (
        {"kind": "strategy", "lines": VAGUE},
        {"kind": "strategy", "lines": "One instruction at a time"},
    ),
    "add_provision": ({"what": "Regular club", "minutes": "many"}, {"what": "Reading club", "minutes": "20"}),
}


@pytest.mark.parametrize("name", TYPED)
def test_words_are_checked_while_they_are_typed_and_nothing_is_saved(acting, cast, begun, name):
    made = begun()
    kind = {"add_provision": "provision"}.get(name, "strategies")
    about = made if name == "add_provision" else section_of(made, kind)
    vague, clear = TYPED[name]
    browser = acting(cast.teacher)
    assert SAID in text_of(browser.post(f"{at(name, about)}?check", vague, headers=PART))
    assert SAID not in text_of(browser.post(f"{at(name, about)}?check", clear, headers=PART))
    with as_owner():
        assert not made.items.exists() and not made.provision.exists()
        assert set(made.sections.values_list("text", flat=True)) == {""}


def test_an_outcome_is_checked_while_it_is_typed(acting, cast, begun):
    made = begun()
    goal = outcome(made, "Reads a page alone", baseline="2 of 10 words")
    browser = acting(cast.teacher)
    form = text_of(browser.get(at("edit_outcome", goal)))
    assert "Where the pupil starts from" not in form and "How it will be measured is not said." in form
    address = f"{at('edit_outcome', goal)}?check"
    sent = {
        "text": "Reads a page alone",
        "version": "1",
        "by_when": "soon",
        "measure": "Count the words each Friday",
    }
    answer = text_of(browser.post(address, sent, headers=PART))
    assert "Where the pupil starts from" in answer and "How it will be measured" not in answer
    with as_owner():
        goal.refresh_from_db()
    assert goal.baseline == "2 of 10 words" and goal.measure == ""
    empty = text_of(browser.post(f"{at('add_outcome', made)}?check", {"text": ""}, headers=PART))
    assert not empty.strip()


def test_a_score_has_nothing_to_check(acting, cast, begun):
    page = text_of(acting(cast.teacher).get(at("add_score", begun())))
    assert "?check" not in page
    assert "?check" in text_of(acting(cast.teacher).get(at("add_provision", begun(plan_type="plp"))))


def test_whoever_may_not_write_a_section_cannot_have_it_checked(acting, cast, begun):
    made = begun()
    part = section_of(made, "strategies")
    for who, status in (("ta", 403), ("head", 403), ("parent", 403), ("stranger", 404)):
        answer = acting(getattr(cast, who)).post(f"{at('write_section', part)}?check", {"text": VAGUE})
        assert answer.status_code == status, who


def test_markup_stays_text(acting, cast, begun):
    made = begun()
    hostile = "<script>alert(1)</script> regular support <img src=x onerror=alert(1)>"
    part = write(made, "strategies", hostile)
    outcome(made, hostile)
    browser = acting(cast.teacher)
    pages = [
        browser.get(made.get_absolute_url()),
        browser.get(at("take_step", made, "hand-in")),
        browser.post(f"{at('write_section', part)}?check", {"text": hostile}, headers=PART),
    ]
    for page in pages:
        assert (
            "<script>alert" not in text_of(page)
            and "<img src=x" not in text_of(page)
            and SAID in text_of(page)
        )


def test_the_check_costs_the_same_with_one_row_and_with_twenty(
    acting, cast, begun, django_assert_max_num_queries
):
    made = begun()
    browser = acting(cast.teacher)

    def fill(first: int, last: int) -> None:
        for number in range(first, last):
            goal = outcome(made, f"Reads page {number}", position=number)
            with as_owner():
                saved = part_of(made) | {"saved_by": cast.teacher, "position": number}
                Target.objects.create(**saved, outcome=goal, text=f"Step {number}")
                PlanItem.objects.create(**saved, kind="strategy", text=f"{VAGUE} {number}")
                PlannedProvision.objects.create(**saved, what=f"Club {number}", outcome=goal)

    def cost(send) -> int:
        with django_assert_max_num_queries(300) as asked:
            assert send().status_code == 200
        return len(asked)

    part = section_of(made, "strategies")
    sends = [
        lambda: browser.get(made.get_absolute_url()),
        lambda: browser.get(at("take_step", made, "hand-in")),
        lambda: browser.get(at("write_section", part)),
        lambda: browser.post(f"{at('write_section', part)}?check", {"text": VAGUE}, headers=PART),
    ]
    fill(0, 1)
    sends[0]()  # the first page of a session costs more
    few, before = [cost(send) for send in sends], hints(made, cast.teacher).count
    fill(1, 20)
    assert [cost(send) for send in sends] == few
    assert hints(made, cast.teacher).count > before + 40  # the control: there is more to say
