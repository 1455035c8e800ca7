"""The meeting's screen: what is known stands beside each outcome, what is said is kept, two at once lose nothing."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from provision.models import Seen
from reviews.models import AgreedAction, OutcomeJudged, Person, Spoken
from senco.drafts.models import Draft
from tests.factories import as_owner
from tests.reviews.pages import everybody_here, fresh, hold, judged, save, screen, state, stored

pytestmark = pytest.mark.django_db


def test_it_opens_with_everything_that_is_known(acting, cast, plan, planned):
    with as_owner():
        Seen.objects.create(
            school_id=plan.school_id, pupil_id=plan.pupil_id, plan=plan, outcome=plan.outcomes.first(), on=timezone.localdate(),
            text="Read two pages alone", by=cast.teacher,
        )  # fmt: skip
    page = screen(acting(cast.teacher), planned)
    text = page.content.decode()
    assert "Reads a page alone" in text and "Asks for help" in text and "Read two pages alone" in text
    form = page.context["form"]
    assert form["held_on"].value() == timezone.localdate()
    assert "Before it can be signed off" in text


def test_everything_on_it_is_saved(acting, cast, planned):
    browser = acting(cast.teacher)
    page = screen(browser, planned)
    later = (timezone.localdate() + datetime.timedelta(days=80)).isoformat()
    answer = save(
        browser, planned,
        everybody_here(page) | judged(page, judgement="1", next_step="go_on", words="Much happier")
        | {
            "summary": "We talked about reading.", "staff_note": "Watch the bus.", "decision": "stay", "decision_words": "For now",
            "next_on": later, "np-0-name": "Dr Field", "np-0-kind": "professional",
            "ns-0-speaker": "parent", "ns-0-name": "Mrs Nwosu", "ns-0-words": "I would like more.", "ns-0-disagrees": "on", "ns-0-shared": "on",
            "na-0-text": "Ring the clinic", "na-0-who": str(cast.ta.pk), "na-0-by_when": later, "na-0-shared": "on",
        },
    )  # fmt: skip
    assert answer.status_code == 302, answer.context["forms"].error_summary
    [said], [task] = stored(Spoken), stored(AgreedAction)
    assert (said.words, said.disagrees, said.name, said.saved_by) == (
        "I would like more.",
        True,
        "Mrs Nwosu",
        cast.teacher,
    )
    assert (task.text, task.who, task.by_when.isoformat()) == ("Ring the clinic", cast.ta, later)
    assert {(row.judgement, row.next_step, row.words) for row in stored(OutcomeJudged)} == {
        (1, "go_on", "Much happier")
    }
    assert {each.presence for each in stored(Person)} == {"came"} and "Dr Field" in {
        each.name for each in stored(Person)
    }
    text = screen(browser, planned).content.decode()
    assert all(
        words in text
        for words in ("We talked about reading.", "Watch the bus.", "I would like more.", "Ring the clinic")
    )


def test_nothing_is_saved_where_anything_is_wrong_and_nothing_typed_is_lost(acting, cast, planned):
    browser = acting(cast.senco)
    tomorrow = (timezone.localdate() + datetime.timedelta(days=1)).isoformat()
    answer = save(
        browser, planned, {"held_on": tomorrow, "summary": "Long talk", "na-0-text": "Ring the clinic"}
    )
    text = answer.content.decode()
    assert answer.status_code == 422 and "lies in the future" in text
    assert "Long talk" in text and "Ring the clinic" in text and stored(AgreedAction) == []
    answer = save(browser, planned, {"next_on": timezone.localdate().isoformat(), "summary": "Long talk"})
    assert answer.status_code == 422 and "not after the meeting" in answer.content.decode()
    answer = save(browser, planned, {"na-0-by_when": tomorrow})
    assert answer.status_code == 422 and stored(AgreedAction) == []  # a day without anything to be done
    answer = save(
        browser, planned, {"na-0-text": "Ring", "na-0-who": str(cast.ta.pk), "na-0-who_words": "Dr Field"}
    )
    assert answer.status_code == 422 and "not both" in answer.content.decode()


def test_one_choice_for_every_outcome_that_nobody_judged(acting, cast, planned):
    browser = acting(cast.teacher)
    page = screen(browser, planned)
    first = page.context["forms"].outcomes[0][1].prefix
    save(
        browser,
        planned,
        {f"{first}-judgement": "2", f"{first}-next_step": "met", "all_judgement": "-1", "all_next": "change"},
    )
    assert sorted((row.judgement, row.next_step) for row in stored(OutcomeJudged)) == [
        (-1, "change"),
        (2, "met"),
    ]


def test_two_who_write_at_once(acting, cast, planned):
    """Each row has its own version: what only one of them wrote is kept, what both wrote is laid side by side."""
    browser = acting(cast.senco)
    address = reverse("reviews:meeting", args=[planned.pk])
    from tests.reviews.pages import filled_in

    page = screen(browser, planned)
    opened, (one, other) = filled_in(page), [form.prefix for _outcome, form in page.context["forms"].outcomes]
    first = opened | {f"{one}-words": "First words", f"{one}-judgement": "0"}
    assert browser.post(address, first).status_code == 302
    late = browser.post(
        address, opened | {f"{one}-words": "Second words", f"{other}-words": "Untouched by others"}
    )
    text = late.content.decode()
    assert late.status_code == 422 and "First words" in text and "Second words" in text
    assert {row.words for row in stored(OutcomeJudged)} == {"First words", ""}
    again = filled_in(late) | {f"{one}-words": "Both words"}
    assert browser.post(address, again).status_code == 302
    assert {row.words for row in stored(OutcomeJudged)} == {"Both words", "Untouched by others"}


def test_a_row_that_was_a_mistake_is_taken_out(acting, cast, planned):
    browser = acting(cast.senco)
    save(browser, planned, {"na-0-text": "Ring the clinic", "ns-0-words": "Wrong words"})
    page = screen(browser, planned)
    gone = {
        f"{form.prefix}-gone": "on"
        for form in (*page.context["forms"].actions, *page.context["forms"].spoken)
    }
    assert len(gone) == 2
    save(browser, planned, gone)
    text = screen(browser, planned).content.decode()
    assert "Ring the clinic" not in text and "Wrong words" not in text
    assert all(row.removed_at for row in (*stored(AgreedAction), *stored(Spoken)))


def test_what_is_typed_is_kept_as_a_draft_of_every_row(acting, cast, planned):
    browser = acting(cast.senco)
    page = screen(browser, planned)
    prefix = page.context["forms"].outcomes[0][1].prefix
    browser.post(
        reverse("drafts:keep"),
        {"draft_key": page.context["form"].draft_key, "summary": "Half a sentence", f"{prefix}-words": "Half a word", "na-1-text": "Half a task",
         "na-1-shared": "on"},
        headers={"HX-Current-URL": f"http://testserver{reverse('reviews:meeting', args=[planned.pk])}"},
    )  # fmt: skip
    assert len(stored(Draft)) == 1
    text = screen(browser, planned).content.decode()
    assert all(words in text for words in ("Half a sentence", "Half a word", "Half a task"))
    assert hold(browser, planned).status_code == 302
    assert "Half a word" in {row.words for row in stored(OutcomeJudged)}


def test_together_with_the_family_no_other_pupil_and_no_note_is_shown(acting, cast, planned):
    browser = acting(cast.senco)
    save(
        browser,
        planned,
        {
            "staff_note": "Only for us",
            "ns-0-words": "In confidence",
            "ns-0-shared": None,
            "na-0-text": "Check at home",
            "na-0-shared": None,
        },  # fmt: skip
    )
    text = screen(browser, planned, "?for=parents").content.decode()
    assert "Ada reads a page by herself" in text  # in plain words
    hidden = (
        "Only for us",
        "In confidence",
        "Check at home",
        'class="rail"',
        'role="search"',
        reverse("register:register"),
    )
    assert not [words for words in hidden if words in text]
    assert all(words in screen(browser, planned).content.decode() for words in hidden[:3])
    page = screen(browser, planned, "?for=parents")
    assert (
        save(
            browser, planned, everybody_here(page) | {"summary": "Said together"}, "?for=parents"
        ).status_code
        == 302
    )
    now = fresh(planned)
    assert (now.summary, now.staff_note) == ("Said together", "Only for us")
    assert [row.words for row in stored(Spoken)] == ["In confidence"] and not stored(Spoken)[0].shared


def test_who_may_write_it(acting, cast, planned):
    address = reverse("reviews:meeting", args=[planned.pk])
    for who, status in (
        (cast.head, 200),
        (cast.ta, 403),
        (cast.parent, 403),
        (cast.professional, 403),
        (cast.stranger, 404),
    ):
        assert acting(who).get(address).status_code == status
    assert acting(cast.senco).put(address).status_code == 405
    assert state(planned) == "arranged"


def test_the_screen_asks_as_much_of_few_rows_as_of_many(
    acting, cast, plan, planned, django_assert_max_num_queries
):
    from provision.models import Outcome

    browser = acting(cast.senco)

    def cost() -> int:
        screen(browser, planned)  # what was told about the last save is read
        with django_assert_max_num_queries(120) as asked:
            assert screen(browser, planned).status_code == 200
        return len(asked.captured_queries)

    def more() -> None:
        with as_owner():
            Outcome.objects.create(
                school_id=plan.school_id, pupil_id=plan.pupil_id, plan=plan, text="More", saved_by=cast.senco
            )
        save(
            browser,
            planned,
            {"na-0-text": "Ring", "na-0-who": str(cast.ta.pk), "ns-0-words": "Said", "np-0-name": "Dr Field"},
        )

    more()
    cost()
    few = cost()
    for _number in range(4):
        more()
    assert cost() == few
