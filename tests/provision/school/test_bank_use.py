"""How often an entry is used and how outcomes stood beside it: counts of plans that left the office, for those who may open them."""

import pytest

from provision.queries.bank_use import FEW, Use, uses_of
from senco.access.context import acting_as
from tests.factories import access, as_owner, pupil
from tests.factories.plans import outcome

from .banking import IN_FORCE, OTHER, REVIEWED, SHIPPED, STEM, item, link, used_plan

pytestmark = pytest.mark.django_db


def use(membership, bank="strategies", code=SHIPPED) -> Use:
    with acting_as(membership):
        return uses_of(membership, bank).get(code, Use())


def test_plans_and_pupils_are_counted_once(senco, here):
    child = pupil(at=here)
    item(used_plan(senco, child=child), SHIPPED)  # twice in one plan
    used_plan(senco, child=child, number=2)
    used_plan(senco)
    assert (use(senco).plans, use(senco).pupils) == (3, 2)
    assert use(senco, code=OTHER).plans == 0


@pytest.mark.parametrize(
    ("steps", "counts"),
    [
        (("begun",), False),
        (("begun", "handed_in"), False),
        (("begun", "shared", "called_back"), False),
        (("begun", "archived"), False),  # nobody ever had it
        (("begun", "shared"), True),
        (("begun", "agreed"), True),
        (IN_FORCE, True),
        (REVIEWED, True),
        ((*REVIEWED, "archived"), True),
    ],
)
def test_drafts_count_for_nothing(senco, steps, counts):
    used_plan(senco, steps=steps)
    assert use(senco).plans == int(counts)


def test_what_was_taken_off_a_plan_is_not_counted(senco):
    made = used_plan(senco, results=["met"])
    gone = outcome(made, result="met", stem=STEM)
    with as_owner():
        made.items.update(removed_at=made.begun_at)
        type(gone).objects.filter(pk=gone.pk).update(removed_at=gone.saved_at)
    assert use(senco) == Use() and use(senco, "stems", STEM) == Use()


def test_results_of_a_strategy_are_those_of_the_outcomes_in_its_plans(senco):
    made = used_plan(senco, results=["met", "met", "partly", ""])
    item(made, SHIPPED, text="Again")
    item(made, OTHER)
    used_plan(senco, results=["stopped"])
    used_plan(senco, results=["not_yet"], bank="other-strategy")
    assert use(senco).results == {"met": 2, "partly": 1, "stopped": 1}
    assert use(senco, code=OTHER).results == {"met": 2, "partly": 1}
    assert use(senco).stood == [("Met", 2), ("Partly met", 1), ("No longer the right outcome", 1)]


def test_an_outcome_that_was_removed_gives_no_result(senco):
    made = used_plan(senco, results=["met", "partly"])
    with as_owner():
        made.outcomes.filter(result="met").update(removed_at=made.begun_at)
    assert use(senco).results == {"partly": 1}


def test_results_of_a_stem_are_those_of_the_outcomes_begun_from_it(senco):
    used_plan(senco, results=["met", "not_yet", ""], stem_code=STEM)
    used_plan(senco, results=["partly"])
    found = use(senco, "stems", STEM)
    assert (found.plans, found.results) == (1, {"met": 1, "not_yet": 1})


def test_other_items_are_no_strategies(senco):
    item(used_plan(senco, bank=OTHER), SHIPPED, kind="resource")
    assert use(senco) == Use()


def test_each_counts_what_they_may_open(senco, teacher, stranger):
    mine = used_plan(senco, results=["met"])
    used_plan(senco, results=["partly"])
    used_plan(stranger, results=["stopped"])
    access(teacher, mine.pupil)
    assert (use(senco).plans, use(senco).results) == (2, {"met": 1, "partly": 1})
    assert (use(teacher).plans, use(teacher).results) == (1, {"met": 1})
    assert use(stranger).results == {"stopped": 1}


def test_few_outcomes_are_said_to_be_few():
    assert not Use().is_few and not Use(results={"met": FEW}).is_few
    assert Use(results={"met": 1}).is_few and Use(results={"met": FEW - 2, "partly": 1}).is_few


def test_the_page_says_it_in_plain_counts_with_the_caveat(acting, senco, teacher):
    access(teacher, used_plan(senco, results=["met", "partly"]).pupil)
    page = acting(senco).get(link("strategies"), {"words": "two-picture"}).content.decode()
    for words in (
        "In 1 plan",
        "2 outcomes reviewed",
        "Met <strong>1</strong>",
        "Too few to tell",
        "prove nothing",
        "all plans of the school",
    ):
        assert words in page, words
    page = acting(teacher).get(link("strategies"), {"words": "two-picture"}).content.decode()
    assert "plans of pupils you work with" in page and "In 1 plan" in page
