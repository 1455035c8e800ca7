"""The plan's page as the place to work."""

import pytest
from django.utils import timezone

from provision.models import PlanItem, PlannedProvision, PulledConcern, Score, Seen, Target
from tests.factories import as_owner, concern
from tests.factories.plans import outcome, part_of
from tests.provision.writing.conftest import at, text_of

pytestmark = pytest.mark.django_db
ADDING = ("Add an outcome", "Add provision", "Add a score", "Quote earlier concerns", "Add to the list")
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def fill(of, number: int, words: str = "Words") -> None:
    """One row of every kind."""
    saved = part_of(of) | {"saved_by": of.begun_by}
    signed = part_of(of) | {"by": of.begun_by}
    goal = outcome(of, words, plain=words, baseline=words, adult=of.begun_by, position=number)
    raised = concern(of.pupil, by=of.begun_by, what_happened=words)
    with as_owner():
        step = Target.objects.create(**saved, outcome=goal, text=words, measure=words)
        PlanItem.objects.create(**saved, kind="strategy", text=words, plain=words)
        PlannedProvision.objects.create(**saved, what=words, outcome=goal, adult=of.begun_by, plain=words)
        Score.objects.create(**saved, test=words, result="84", taken_on=timezone.localdate(), source=words)
        Seen.objects.create(**signed, outcome=goal, target=step, on=timezone.localdate(), text=words)
        PulledConcern.objects.create(
            **signed, concern=raised, text=words, raised_on=timezone.localdate(), raised_by_name=words
        )
        for model in (PlanItem, Target, PlannedProvision):
            removed = {"kind": "strategy", "text": words} if model is PlanItem else {"what": words}
            removed = {"outcome": goal, "text": words} if model is Target else removed
            model.objects.create(**saved, **removed, removed_at=timezone.now())


def test_whoever_may_write_finds_a_button_for_every_part(acting, cast, begun):
    page = text_of(acting(cast.teacher).get(begun().get_absolute_url()))
    for words in ADDING:
        assert words in page, words
    assert "0 of 2 required parts written" in page and page.count("Required, not written yet") == 2


def test_an_assistant_finds_buttons_for_their_parts_alone(acting, cast, begun):
    page = text_of(acting(cast.ta).get(begun().get_absolute_url()))
    assert "Add an outcome" in page
    assert not [words for words in ADDING[1:] if words in page]


@pytest.mark.parametrize(
    ("who", "steps"),
    [("head", []), ("teacher", ["handed_in"]), ("teacher", ["shared", "in_force"]), ("senco", ["archived"])],
)
def test_who_may_not_write_now_finds_none(acting, cast, begun, who, steps):
    made = begun(*steps)
    fill(made, 0)
    page = text_of(acting(getattr(cast, who)).get(made.get_absolute_url()))
    assert not [
        words for words in (*ADDING, "Move or remove", "Bring back", ">Edit<", ">Write<") if words in page
    ]


def test_what_is_written_counts(acting, cast, begun):
    made = begun()
    fill(made, 0)
    page = text_of(acting(cast.teacher).get(made.get_absolute_url()))
    assert "1 of 2 required parts written" in page
    with as_owner():
        made.sections.filter(code="strengths").update(text="Kind.")
    assert "2 of 2 required parts written" in text_of(acting(cast.teacher).get(made.get_absolute_url()))
    with as_owner():
        made.outcomes.update(removed_at=timezone.now())
    assert "1 of 2 required parts written" in text_of(acting(cast.teacher).get(made.get_absolute_url()))


@pytest.mark.parametrize("steps", [[], ["shared", "in_force"]])
def test_markup_in_any_row_stays_text(acting, cast, begun, steps):
    made = begun(*steps, title=HOSTILE)
    fill(made, 0, HOSTILE)
    with as_owner():
        made.sections.update(title=HOSTILE, text=HOSTILE, prompt=HOSTILE)
    browser = acting(cast.senco)
    goal = made.outcomes.model
    with as_owner():
        pk = goal.objects.get(plan=made).pk
    for address in (
        made.get_absolute_url(),
        at("pupil_seen", cast.child),
        at("outcome_seen", pk),
        at("edit_outcome", pk),
        at("add_provision", made),
        at("begin_plan", cast.child),
        at("describe_plan", made),
    ):
        page = text_of(browser.get(address, follow=True))
        assert "<script>alert" not in page and "<img src=x" not in page, address


@pytest.mark.parametrize("steps", [[], ["shared", "in_force"]])
@pytest.mark.parametrize("who", ["teacher", "senco"])
def test_pages_cost_the_same_with_one_row_and_with_five(
    acting, cast, begun, django_assert_max_num_queries, steps, who
):
    made = begun(*steps)
    fill(made, 0)
    browser = acting(getattr(cast, who))
    with as_owner():
        goal = made.outcomes.get()
        quote = made.sections.get(code="concerns")
    addresses = [
        made.get_absolute_url(),
        at("pupil_seen", cast.child),
        at("outcome_seen", goal),
        at("edit_outcome", goal),
        at("pull_concerns", quote),
        at("begin_plan", cast.child),
    ]
    browser.get(addresses[0])  # the first page of a session costs more
    costs = [counted(browser, each, django_assert_max_num_queries) for each in addresses]
    for number in range(1, 5):
        fill(made, number, f"Words {number}")
        with as_owner():
            about = part_of(made) | {"by": cast.other, "outcome": goal}
            Seen.objects.create(**about, on=timezone.localdate(), text="More")
            Target.objects.create(**part_of(made), saved_by=cast.other, outcome=goal, text="More")
        concern(cast.child, by=getattr(cast, who), what_happened="Not quoted")
    assert [counted(browser, each, django_assert_max_num_queries) for each in addresses] == costs
    assert costs[0] < 40


def counted(browser, address, count) -> int:
    with count(200) as asked:
        browser.get(address, follow=True)
    return len(asked)
