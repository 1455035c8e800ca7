"""Strategies and beginnings of outcomes go from the banks into a plan."""

import datetime
import re

import pytest
from django.core.exceptions import PermissionDenied

from provision.actions.picking import add_strategies
from provision.banks import outcome_stems, strategies, strategy
from provision.forms.picking import filled
from provision.models import Outcome, PlanItem, SchoolStrategy
from provision.queries.banks import code_of
from register.models import SenNeed
from senco.access.context import acting_as
from senco.core.workflow import StepNotOpen
from tests.factories import as_owner, person, pupil
from tests.factories.plans import plan, section

from . import banking
from .banking import HOSTILE, OTHER, SHIPPED, STEM, item, link, writable_plan

pytestmark = pytest.mark.django_db


def items(of) -> list[PlanItem]:
    with as_owner():
        return list(PlanItem.objects.filter(plan=of))


def outcomes(of) -> list[Outcome]:
    with as_owner():
        return list(Outcome.objects.filter(plan=of))


def need(of, code: str, rank: int = 1) -> None:
    with as_owner():
        SenNeed.objects.create(
            school_id=of.school_id, pupil=of, need_type=code, rank=rank, starts=datetime.date(2025, 9, 1)
        )


def section_of(of):
    return of.sections.select_related("plan").get(kind="strategies")


def part(of, kind: str = "strategies"):
    """The key of the section of this kind."""
    with as_owner():
        return of.sections.get(kind=kind).pk


@pytest.fixture
def begun(teacher):
    return writable_plan(teacher)


# Strategies -------------------------------------------------------------------------------------------------------------------


def test_several_are_ticked_and_stand_in_the_plan_with_plain_words_and_code(acting, senco, teacher, begun):
    own = banking.strategy(senco, plain="Your child sits by the window.")
    answer = acting(teacher).post(link("pick_strategies", part(begun)), {"selected": [SHIPPED, code_of(own)]})
    assert answer.url == f"{begun.get_absolute_url()}#part-strategies"
    first, second = items(begun)
    shipped = strategy(SHIPPED)
    assert (first.text, first.plain, first.bank) == (str(shipped.text), str(shipped.plain), SHIPPED)
    assert (first.kind, first.area, first.saved_by_id) == ("strategy", shipped.area, teacher.pk)
    assert (second.text, second.plain, second.bank) == (own.text, own.plain, code_of(own))
    assert (first.position, second.position) == (0, 1)


def test_a_later_change_of_the_bank_changes_no_plan(acting, senco, teacher, begun):
    own = banking.strategy(senco)
    acting(teacher).post(link("pick_strategies", part(begun)), {"selected": [code_of(own)]})
    with as_owner():
        SchoolStrategy.objects.filter(pk=own.pk).update(text="Other words.")
    assert items(begun)[0].text == "Sit beside the window."


def test_pressing_twice_adds_nothing_twice(acting, teacher, begun):
    for _time in range(2):
        acting(teacher).post(link("pick_strategies", part(begun)), {"selected": [SHIPPED, SHIPPED]})
    assert len(items(begun)) == 1
    page = acting(teacher).post(link("find_strategies", part(begun)), {"words": "two-picture"})
    assert "In the plan" in page.content.decode()


def test_what_was_removed_can_be_added_again(acting, teacher, begun):
    item(begun, SHIPPED, removed_at=begun.begun_at)
    acting(teacher).post(link("pick_strategies", part(begun)), {"selected": [SHIPPED]})
    assert len(items(begun)) == 2


def test_those_for_the_pupils_needs_and_age_come_first(acting, teacher, begun):
    need(begun.pupil, "HI")
    page = acting(teacher).get(link("pick_strategies", part(begun)))
    first = page.context["found"][0].entry
    assert "HI" in first.needs
    assert all("KS2" in one.entry.ages for one in page.context["found"])  # Year 4
    assert page.context["total"] < len(strategies())


def test_finding_keeps_what_was_ticked(acting, teacher, begun):
    sent = {"words": "fidget zzz", "selected": [SHIPPED, "nothing"]}
    page = acting(teacher).post(link("find_strategies", part(begun)), sent)
    assert [one.entry.code for one in page.context["ticked"]] == [SHIPPED]
    assert page.context["found"] == [] and "Nothing fits" in page.content.decode()
    assert "checked" in page.content.decode() and not items(begun)


def test_htmx_finds_without_the_page(acting, teacher, begun):
    headers = {"HX-Request": "true", "HX-Request-Type": "partial"}
    answer = acting(teacher).post(link("find_strategies", part(begun)), {"words": "picture"}, headers=headers)
    assert 'id="found"' in answer.content.decode() and "<html" not in answer.content.decode()


@pytest.mark.parametrize(
    "codes", [[], ["nothing-of-the-kind"], [SHIPPED, "ours-00000000000000000000000000000000"]]
)
def test_nothing_or_the_unknown_adds_nothing(acting, teacher, begun, codes):
    answer = acting(teacher).post(link("pick_strategies", part(begun)), {"words": "", "selected": codes})
    assert answer.status_code == 422 and not items(begun)
    assert 'href="#found"' in answer.content.decode() and 'id="found"' in answer.content.decode()


def test_hidden_retired_and_foreign_entries_cannot_be_picked(acting, senco, teacher, stranger, begun):
    acting(senco).post(link("hide_strategy", SHIPPED))
    with as_owner():
        retired = banking.strategy(senco, "Old.", retired_at=begun.begun_at)
    foreign = banking.strategy(stranger, "Foreign.")
    for code in (SHIPPED, code_of(retired), code_of(foreign)):
        assert (
            acting(teacher).post(link("pick_strategies", part(begun)), {"selected": [code]}).status_code
            == 422
        )
    assert not items(begun)
    assert (
        acting(teacher).post(link("pick_strategies", part(begun)), {"selected": [OTHER]}).status_code == 302
    )  # control


def test_all_or_nothing(teacher, begun):
    broken = type("Entry", (), {"code": "x", "text": "x" * 501, "plain": "", "area": "CI"})
    with pytest.raises(Exception, match="500"), acting_as(teacher):
        add_strategies(section=section_of(begun), entries=[strategy(SHIPPED), broken], by=teacher)
    assert not items(begun)


# Outcomes ---------------------------------------------------------------------------------------------------------------------


def gaps_of(page, **answers) -> dict:
    """The form as a browser sends it back, with its gaps filled in."""
    form = page.context["form"]
    sent = {field.html_name: field.value() or "" for field in form}
    number = {gap: f"gap-{place}" for place, gap in enumerate(form.gap_names)}
    return sent | {number[gap]: words for gap, words in answers.items()}


def test_a_stem_becomes_an_outcome_with_measure_and_plain_words(acting, teacher, begun):
    browser = acting(teacher)
    page = browser.get(link("begin_from_stem", begun.pk, STEM))
    assert page.context["form"]["gap-0"].value() == "Isla"
    sent = gaps_of(page, **{"word, sign or card": "a red card", "lesson": "maths"}) | {
        "baseline": "Twice last week."
    }
    answer = browser.post(link("begin_from_stem", begun.pk, STEM), sent)
    [made] = outcomes(begun)
    assert answer.url == link("edit_outcome", made.pk)  # where the rest is asked for
    assert made.text == "Isla will ask for help by a red card soon after getting stuck in maths."
    assert made.plain == "Isla will use a red card to ask for help when stuck."
    assert made.measure.startswith("Tick each time Isla asks")
    assert (made.baseline, made.stem, made.area, made.by_when) == (
        "Twice last week.",
        STEM,
        "CI",
        begun.review_on,
    )


def test_what_to_write_down_first_is_a_hint_and_never_stands_in_the_plan(acting, teacher, begun):
    page = acting(teacher).get(link("begin_from_stem", begun.pk, STEM))
    assert "Write down how Isla shows being stuck now" in page.content.decode()
    assert not page.context["form"]["baseline"].value()


def test_an_open_gap_is_named(acting, teacher, begun):
    page = acting(teacher).get(link("begin_from_stem", begun.pk, STEM))
    answer = acting(teacher).post(link("begin_from_stem", begun.pk, STEM), gaps_of(page))
    assert answer.status_code == 422 and "Fill in “lesson”" in answer.content.decode()
    assert not outcomes(begun)


def test_pressing_twice_begins_one_outcome(acting, teacher, begun):
    browser = acting(teacher)
    sent = gaps_of(
        browser.get(link("begin_from_stem", begun.pk, STEM)),
        **{"word, sign or card": "card", "lesson": "maths"},
    )
    browser.post(link("begin_from_stem", begun.pk, STEM), sent)
    again = browser.post(link("begin_from_stem", begun.pk, STEM), sent)
    assert again.status_code == 422 and "stands in the plan already" in again.content.decode()
    assert len(outcomes(begun)) == 1


def test_too_long_with_its_gaps_is_said(acting, teacher, begun):
    page = acting(teacher).get(link("begin_from_stem", begun.pk, STEM))
    sent = gaps_of(page, **{"word, sign or card": "x", "lesson": "maths"}) | {"text": "[lesson] " * 110}
    answer = acting(teacher).post(link("begin_from_stem", begun.pk, STEM), sent)
    assert answer.status_code == 422 and "Make it shorter" in answer.content.decode()


def test_answers_are_words_and_no_new_gaps():
    assert filled("[name] reads [x].", {"name": "[x]", "x": "\\1"}) == "[x] reads \\1."
    assert filled("Bring [this] to [name].", {"name": "Ola"}) == "Bring [this] to Ola."


@pytest.mark.parametrize("entry", outcome_stems(), ids=lambda entry: entry.code)
def test_every_shipped_stem_can_be_begun(entry):
    """Each gap is asked for once, and no sentence is too long to be filled in."""
    assert all(len(str(text)) < 420 for text in (entry.text, entry.plain, entry.measure))


def test_the_list_of_stems_leads_to_each(acting, teacher, begun):
    need(begun.pupil, "SLCN")
    page = acting(teacher).get(link("pick_stem", begun.pk))
    assert "SLCN" in page.context["found"][0].entry.needs
    code = page.context["found"][0].entry.code
    assert link("begin_from_stem", begun.pk, code) in page.content.decode()
    found = acting(teacher).get(link("pick_stem", begun.pk), {"words": "ask for help"}).context["found"]
    assert STEM in [one.entry.code for one in found]


def test_a_stem_of_ones_own_begins_an_outcome(acting, senco, teacher, begun):
    own = banking.stem(senco, baseline="Write down how many pages [name] reads.")
    address = link("begin_from_stem", begun.pk, code_of(own))
    sent = gaps_of(acting(teacher).get(address), number="ten")
    acting(teacher).post(address, sent)
    assert (outcomes(begun)[0].text, outcomes(begun)[0].stem) == ("Isla will read ten pages.", code_of(own))


# When and who -----------------------------------------------------------------------------------------------------------------

ADDRESSES = [("pick_strategies",), ("pick_stem",), ("begin_from_stem", STEM)]


def address(route, of) -> str:
    name, *rest = route
    return link(name, part(of) if "strategies" in name else of.pk, *rest)


@pytest.mark.parametrize("route", ADDRESSES)
@pytest.mark.parametrize(
    "steps", [("begun", "handed_in"), ("begun", "in_force", "reviewed"), ("begun", "archived")]
)
def test_a_plan_that_is_not_being_written_is_left_alone(acting, teacher, route, steps):
    made = writable_plan(teacher, steps=steps)
    answer = acting(teacher).get(address(route, made), follow=True)
    assert answer.redirect_chain[0][0].startswith(f"{made.get_absolute_url()}#part-")
    assert re.search("only the SENCO writes in it|This plan is closed", answer.content.decode())
    acting(teacher).post(link("pick_strategies", part(made)), {"selected": [SHIPPED]})
    acting(teacher).post(link("begin_from_stem", made.pk, STEM), {})
    assert not items(made) and not outcomes(made)


def test_the_senco_picks_for_a_plan_in_force_and_nobody_for_a_closed_one(senco, teacher):
    made = writable_plan(teacher, steps=("begun", "in_force"))
    with acting_as(senco):
        assert add_strategies(section=section_of(made), entries=[strategy(SHIPPED)], by=senco)
    with acting_as(teacher), pytest.raises(PermissionDenied):
        add_strategies(section=section_of(made), entries=[strategy(OTHER)], by=teacher)
    closed = writable_plan(teacher, steps=("begun", "archived"))
    with acting_as(senco), pytest.raises(StepNotOpen):
        add_strategies(section=section_of(closed), entries=[strategy(OTHER)], by=senco)


def test_what_no_section_would_show_cannot_be_picked(acting, senco, here):
    made = plan(pupil(at=here), by=senco)
    text = section(made, "strengths")
    browser = acting(senco)
    for name, *key in (
        ("pick_strategies", text.pk),
        ("pick_stem", made.pk),
        ("begin_from_stem", made.pk, STEM),
    ):
        assert browser.get(link(name, *key)).status_code == 404
    assert browser.post(link("pick_strategies", text.pk), {"selected": [SHIPPED]}).status_code == 404
    assert not items(made)


def test_an_adjustment_is_picked_from_the_same_bank(acting, teacher, begun):
    rooms = section(begun, "adjustments", kind="adjustments", position=5)
    browser = acting(teacher)
    browser.post(link("pick_strategies", part(begun)), {"selected": [SHIPPED]})
    browser.post(link("pick_strategies", rooms.pk), {"selected": [SHIPPED, OTHER]})
    found = sorted((one.kind, one.bank) for one in items(begun))
    assert found == [("adjustment", SHIPPED), ("adjustment", OTHER), ("strategy", SHIPPED)]


def test_the_page_of_the_plan_leads_to_both_banks(acting, teacher, begun):
    rooms = section(begun, "adjustments", kind="adjustments", position=5)
    page = acting(teacher).get(begun.get_absolute_url()).content.decode()
    for where in (
        link("pick_strategies", part(begun)),
        link("pick_strategies", rooms.pk),
        link("pick_stem", begun.pk),
    ):
        assert f'href="{where}"' in page
    assert page.count("Choose from the bank") == 2 and page.count("Begin from a stem") == 1


def test_the_search_says_which_needs_rank(acting, teacher, begun):
    need(begun.pupil, "HI")
    need(begun.pupil, "SLCN", rank=2)
    for where in (link("pick_strategies", part(begun)), link("pick_stem", begun.pk)):
        choices = acting(teacher).get(where).context["search"].fields["need"].choices
        assert "Hearing impairment" in choices[0][1] and "Speech" in choices[0][1] and choices[0][0] == ""


def test_what_was_typed_into_a_stem_comes_back(acting, teacher, begun):
    browser = acting(teacher)
    where = link("begin_from_stem", begun.pk, STEM)
    key = browser.get(where).context["form"].draft_key
    typed = {"draft_key": key, "gap-1": "a blue card"}
    browser.post("/drafts/", typed, headers={"referer": f"http://testserver{where}"})
    again = browser.get(where)
    assert "a blue card" in again.content.decode()
    browser.post(where, gaps_of(again, **{"word, sign or card": "a blue card", "lesson": "maths"}))
    assert outcomes(begun) and "a blue card" not in browser.get(where).content.decode()


@pytest.mark.parametrize("route", ADDRESSES)
def test_a_stranger_finds_no_plan(acting, here, stranger, begun, route):
    for somebody in (stranger, person("teacher", at=here)):
        assert acting(somebody).get(address(route, begun)).status_code == 404
        assert (
            acting(somebody).post(link("pick_strategies", part(begun)), {"selected": [SHIPPED]}).status_code
            == 404
        )
        assert acting(somebody).post(link("find_strategies", part(begun))).status_code == 404
    assert not items(begun)


@pytest.mark.parametrize("role", ["admin", "head", "parent", "professional", "governor"])
def test_who_writes_no_plans_picks_nothing(acting, here, begun, role):
    browser = acting(person(role, at=here))
    assert {browser.get(address(route, begun)).status_code for route in ADDRESSES} == {403}
    assert browser.post(link("pick_strategies", part(begun)), {"selected": [SHIPPED]}).status_code == 403
    assert browser.post(link("find_strategies", part(begun))).status_code == 403


def test_methods(acting, teacher, begun):
    assert acting(teacher).get(link("find_strategies", part(begun))).status_code == 405
    assert acting(teacher).post(link("pick_stem", begun.pk)).status_code == 405
    assert acting(teacher).get(link("begin_from_stem", begun.pk, "nothing")).status_code == 404


def test_hostile_words_are_shown_as_words(acting, senco, teacher, begun):
    banking.strategy(senco, f"{HOSTILE} sit", why=HOSTILE)
    page = (
        acting(teacher)
        .post(link("find_strategies", part(begun)), {"words": f"sit {HOSTILE}"})
        .content.decode()
    )
    assert HOSTILE not in page
    page = acting(teacher).post(link("find_strategies", part(begun)), {"words": "sit"}).content.decode()
    assert HOSTILE not in page and "&lt;script&gt;alert(1)" in page
    own = banking.stem(senco, f"[name] {HOSTILE} [{HOSTILE}]")
    page = acting(teacher).get(link("begin_from_stem", begun.pk, code_of(own))).content.decode()
    assert HOSTILE not in page and "&lt;script&gt;alert(1)" in page


def test_picking_costs_the_same_with_the_whole_bank(senco, teacher, begun, asked):
    banking.strategy(senco, needs=["ASD"], area="CI")
    need(begun.pupil, "ASD")
    item(begun, SHIPPED)
    one = [asked(teacher, address(route, begun)) for route in ADDRESSES]
    for number in range(40):
        banking.strategy(senco, f"Strategy {number}.", needs=["ASD"])
        banking.stem(senco, f"[name] will {number}.")
        item(begun, strategies()[number + 5].code)
    assert [asked(teacher, address(route, begun)) for route in ADDRESSES] == one
