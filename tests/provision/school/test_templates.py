"""A school makes a kind of plan its own; plans that exist keep what they have."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from provision.actions import templates as actions
from provision.actions.beginning import begin_next_cycle, begin_plan
from provision.actions.steps import take_step
from provision.choices import SectionKind
from provision.plan_types.shape import SectionShape
from provision.queries.templates import kind_of
from senco.access.context import acting_as
from senco.core.versions import Outdated
from tests.factories import as_owner, person, pupil

from .banking import HOSTILE, link
from .shaping import SHIPPED, TYPE, codes, kept, section

pytestmark = pytest.mark.django_db
STARTS, REVIEW = datetime.date(2026, 9, 7), datetime.date(2026, 12, 11)


def test_the_list_says_whose_sections_hold(acting, senco, here):
    page = acting(senco).get(link("templates")).content.decode()
    assert "SEN Support plan" in page and "As shipped" in page and "Your school's sections" not in page
    acting(senco).post(link("move_section_down", TYPE, SHIPPED[0]), {"version": 0})
    page = acting(senco).get(link("templates")).content.decode()
    assert "Your school's sections" in page


def test_a_section_is_added_and_plans_that_exist_keep_theirs(acting, senco, here):
    child = pupil(at=here)
    with acting_as(senco):
        old = begin_plan(pupil=child, plan_type=TYPE, starts=STARTS, review_on=REVIEW, by=senco)
        before = list(old.sections.values_list("code", "title", "position"))
    answer = acting(senco).post(
        link("add_section", TYPE), section(title="What helps", prompt="Ask the pupil.")
    )
    assert answer.status_code == 302
    assert codes(here) == [*SHIPPED, "what_helps"]
    with acting_as(senco):
        assert list(old.sections.values_list("code", "title", "position")) == before
        take_step(plan=old, name="archive", by=senco, note="Done")
        new = begin_next_cycle(plan=old, starts=REVIEW, review_on=datetime.date(2027, 3, 1), by=senco)
        assert new.sections.last().prompt == "Ask the pupil."  # control: plans that begin now have it


def test_a_section_is_changed(acting, senco, here):
    browser = acting(senco)
    page = browser.get(link("edit_section", TYPE, "strengths"))
    assert page.status_code == 200 and "Strengths and interests" in page.content.decode()
    sent = section(title="What I am good at", editors=["ta"], required="on", shared="")
    assert browser.post(link("edit_section", TYPE, "strengths"), sent).status_code == 302
    with as_owner():
        changed = kind_of(here, TYPE).section("strengths")
    assert (changed.title, changed.editors, changed.required, changed.shared) == (
        "What I am good at",
        ("ta",),
        True,
        False,
    )
    assert codes(here) == SHIPPED


def test_sections_move_and_go_and_each_change_can_be_undone(acting, senco, here):
    browser = acting(senco)
    browser.post(link("move_section_up", TYPE, SHIPPED[2]), {"version": 0})
    assert codes(here)[:3] == [SHIPPED[0], SHIPPED[2], SHIPPED[1]]
    browser.post(link("remove_section", TYPE, SHIPPED[0]), {"version": 1})
    assert codes(here)[0] == SHIPPED[2]
    browser.post(link("undo_template", TYPE, 2))
    assert codes(here)[:2] == [SHIPPED[0], SHIPPED[2]]
    assert "undone" in browser.post(link("undo_template", TYPE, 2), follow=True).content.decode()
    assert codes(here)[:2] == [SHIPPED[0], SHIPPED[2]]  # an old button undoes nothing


def test_undoing_the_first_change_gives_the_shipped_sections_back(acting, senco, here):
    browser = acting(senco)
    browser.post(link("remove_section", TYPE, SHIPPED[0]), {"version": 0})
    browser.post(link("undo_template", TYPE, 1))
    assert codes(here) == SHIPPED
    with as_owner():
        assert not kind_of(here, TYPE).is_own


def test_moving_beyond_the_end_changes_no_order(acting, senco, here):
    acting(senco).post(link("move_section_up", TYPE, SHIPPED[0]), {"version": 0})
    assert codes(here) == SHIPPED
    acting(senco).post(link("move_section_down", TYPE, SHIPPED[-1]), {"version": 1})
    assert codes(here) == SHIPPED


def test_back_to_the_shipped_sections_is_asked_first_and_can_be_undone(acting, senco, here):
    browser = acting(senco)
    browser.post(link("add_section", TYPE), section())
    page = browser.get(link("retire_template", TYPE)).content.decode()
    assert "What helps" in page and "Plans that exist keep" in page
    assert codes(here)[-1] == "what_helps"  # asking changed nothing
    browser.post(link("retire_template", TYPE), {"version": 1})
    assert codes(here) == SHIPPED
    browser.post(link("undo_template", TYPE, 2))
    assert codes(here)[-1] == "what_helps"


def test_what_holds_as_shipped_has_nothing_to_go_back_to(acting, senco):
    assert acting(senco).get(link("retire_template", TYPE)).status_code == 302


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        ({"kind": SectionKind.OUTCOMES}, "Only one section can show"),
        ({"title": " "}, "Fill in"),
        ({"title": "x" * 121}, "120"),
        ({"kind": "poem"}, "valid choice"),
        ({"editors": ["parent"]}, "valid choice"),
    ],
)
def test_faults_are_named_and_nothing_is_kept(acting, senco, here, sent, fault):
    answer = acting(senco).post(link("add_section", TYPE), section(**sent))
    assert answer.status_code == 422 and fault in answer.content.decode()
    assert codes(here) == SHIPPED


def test_the_last_section_stays(senco):
    with acting_as(senco):
        for version, code in enumerate(SHIPPED[1:]):
            actions.remove_section(plan_type=TYPE, section=code, version=version, by=senco)
        with pytest.raises(ValidationError, match="at least one"):
            actions.remove_section(plan_type=TYPE, section=SHIPPED[0], version=len(SHIPPED) - 1, by=senco)


def test_a_template_has_an_end(senco, here):
    with acting_as(senco):
        shape = SectionShape("", "text", "More")
        for version in range(actions.MOST_SECTIONS - len(SHIPPED)):
            actions.add_section(plan_type=TYPE, shape=shape, version=version, by=senco)
        with pytest.raises(ValidationError, match="read by nobody"):
            actions.add_section(plan_type=TYPE, shape=shape, version=version + 1, by=senco)
    assert len(set(codes(here))) == actions.MOST_SECTIONS


# Two people ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", [("edit_section", TYPE, "strengths"), ("add_section", TYPE)])
def test_what_was_typed_comes_back_until_it_is_sent(acting, senco, where):
    browser, page = acting(senco), link(*where)
    key = browser.get(page).context["form"].draft_key
    browser.post(reverse("drafts:keep"), {"draft_key": key, "prompt": "Half a promp", "version": "0"})
    assert browser.get(page).context["form"]["prompt"].value() == "Half a promp"
    assert browser.post(page, section(prompt="A whole prompt")).status_code == 302
    assert browser.get(page).context["form"].draft is None


def test_two_people_at_one_section_compare(acting, senco, here):
    browser = acting(senco)
    opened = opened_seal(browser.get(link("edit_section", TYPE, "strengths")))
    browser.post(link("edit_section", TYPE, "strengths"), section(title="Theirs", opened=opened))
    late = browser.post(link("edit_section", TYPE, "strengths"), section(title="Mine", opened=opened))
    page = late.content.decode()
    assert late.status_code == 422 and "Theirs" in page and "Mine" in page
    assert f"Saved by {senco.name} on" in page
    assert kept(here).sections[0]["title"] == "Theirs"
    again = section(title="Mine", version="1", opened=opened_seal(late))
    assert browser.post(link("edit_section", TYPE, "strengths"), again).status_code == 302
    assert kept(here).sections[0]["title"] == "Mine"


def opened_seal(answer) -> str:
    return answer.context["form"]["opened"].value()


def test_two_people_at_two_sections_do_not_meet(acting, senco, here):
    browser = acting(senco)
    opened = opened_seal(browser.get(link("edit_section", TYPE, "strengths")))
    browser.post(link("move_section_down", TYPE, "barriers"), {"version": 0})
    answer = browser.post(link("edit_section", TYPE, "strengths"), section(title="Mine", opened=opened))
    assert answer.status_code == 302
    assert kept(here).sections[0]["title"] == "Mine" and codes(here)[1] == "pupil_view"


def test_a_button_of_an_old_page_does_nothing(acting, senco, here):
    browser = acting(senco)
    browser.post(link("move_section_down", TYPE, SHIPPED[0]), {"version": 0})
    order = codes(here)
    answer = browser.post(link("remove_section", TYPE, SHIPPED[0]), {"version": 0}, follow=True)
    assert "Somebody else changed this" in answer.content.decode()
    browser.post(link("remove_section", TYPE, SHIPPED[0]))  # without a version
    assert codes(here) == order


def test_a_section_that_is_gone_is_told_of(acting, senco, here):
    browser = acting(senco)
    browser.post(link("remove_section", TYPE, "strengths"), {"version": 0})
    answer = browser.post(link("edit_section", TYPE, "strengths"), section(), follow=True)
    assert "has removed this section" in answer.content.decode()
    assert browser.get(link("edit_section", TYPE, "strengths")).status_code == 404


def test_the_action_by_itself_is_never_late(senco):
    with acting_as(senco):
        actions.remove_section(plan_type=TYPE, section="strengths", version=0, by=senco)
        for act in (actions.retire_template, actions.undo_change, actions.bring_back_template):
            with pytest.raises(Outdated):
                act(plan_type=TYPE, version=0, by=senco)


# Who, and how much ------------------------------------------------------------------------------------------------------------

READ = [
    ("templates",),
    ("add_kind",),
    ("template", TYPE),
    ("preview_template", TYPE),
    ("retire_template", TYPE),
    ("add_section", TYPE),
    ("edit_section", TYPE, "strengths"),
]
SENT = [
    ("move_section_up", TYPE, "strengths"),
    ("move_section_down", TYPE, "strengths"),
    ("remove_section", TYPE, "strengths"),
    ("bring_back_template", TYPE),
    ("undo_template", TYPE, 1),
]


@pytest.mark.parametrize("role", ["admin", "head", "teacher", "ta", "parent", "professional", "governor"])
def test_only_the_senco_shapes_plans(acting, here, role):
    browser = acting(person(role, at=here))
    for route in READ:
        assert browser.get(link(*route)).status_code == 403, route
    for route in SENT:
        assert browser.post(link(*route), {"version": 0}).status_code == 403, route


@pytest.mark.parametrize("route", SENT)
def test_what_changes_is_not_asked_for_by_get(acting, senco, route):
    assert acting(senco).get(link(*route)).status_code == 405


@pytest.mark.parametrize(
    "route",
    [
        ("template", "nothing"),
        ("preview_template", "nothing"),
        ("edit_section", TYPE, "nothing"),
        ("retire_template", "nothing"),
    ],
)
def test_what_there_is_not_is_not_found(acting, senco, route):
    assert acting(senco).get(link(*route)).status_code == 404


def test_another_school_has_neither_the_kind_nor_the_change(acting, senco, stranger, here):
    acting(senco).post(link("add_kind"), {"name": "Reading plan", "like": TYPE})
    acting(senco).post(link("remove_section", TYPE, "strengths"), {"version": 0})
    browser = acting(stranger)
    for route in ("template", "preview_template", "retire_template", "add_section", "rename_kind"):
        assert browser.get(link(route, "reading_plan")).status_code == 404
    assert browser.post(link("retire_template", "reading_plan"), {"version": 1}).status_code == 404
    assert codes(stranger.school) == SHIPPED
    browser.post(link("undo_template", TYPE, 1))
    assert "strengths" not in codes(here)


def test_hostile_words_are_shown_as_words(acting, senco):
    browser = acting(senco)
    browser.post(link("add_kind"), {"name": HOSTILE, "like": TYPE})
    browser.post(link("add_section", TYPE), section(title=HOSTILE, prompt=HOSTILE))
    for route in (
        ("templates",),
        ("template", TYPE),
        ("preview_template", TYPE),
        ("retire_template", TYPE),
        ("add_kind",),
    ):
        page = browser.get(link(*route)).content.decode()
        assert HOSTILE not in page, route
    assert (
        "&lt;script&gt;alert(1)" in browser.get(link("template", TYPE)).content.decode()
    )  # control: it is there


def test_the_list_costs_the_same_with_five_kinds_of_its_own(acting, senco, asked):
    acting(senco).post(link("add_kind"), {"name": "Plan 0", "like": TYPE})
    one = [asked(senco, link(*route)) for route in (("templates",), ("template", TYPE))]
    for number in range(1, 5):
        acting(senco).post(link("add_kind"), {"name": f"Plan {number}", "like": TYPE})
        acting(senco).post(link("add_section", TYPE), section(title=f"More {number}", version=number - 1))
    assert [asked(senco, link(*route)) for route in (("templates",), ("template", TYPE))] == one
