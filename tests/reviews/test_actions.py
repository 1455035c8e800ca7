"""What was agreed: one list a person, done, undone, escalated."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from register.queries.chronology import chronology
from reviews.models import AgreedAction
from reviews.tasks import remind_of_meetings
from senco.access.context import acting_as
from senco.messages.models import OutboxMessage
from tests.factories import as_owner, pupil
from tests.factories.reviews import agreed, review
from tests.reviews.pages import hold, sign, stored
from tests.reviews.test_signing import arrive

pytestmark = pytest.mark.django_db
LIST = "reviews:actions"


def day(offset: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=offset)


@pytest.fixture
def tasks(cast):
    of = review(cast.child, by=cast.senco)
    agreed(of, "Mine and late", who=cast.teacher, by_when=day(-9))
    agreed(of, "Mine next month", who=cast.teacher, by_when=day(30))
    agreed(of, "Mine, whenever", who=cast.teacher)
    agreed(of, "Of the parents", who_words="Mrs Nwosu", by_when=day(2))
    agreed(of, "A mistake", who=cast.teacher, removed_at=timezone.now())
    return of


def test_each_person_has_one_list_the_most_urgent_first(acting, cast, tasks):
    page = acting(cast.teacher).get(reverse(LIST))
    assert [each.text for each in page.context["page"]] == [
        "Mine and late",
        "Mine next month",
        "Mine, whenever",
    ]
    everybody = acting(cast.teacher).get(reverse(LIST) + "?show=all")
    assert "Of the parents" in {each.text for each in everybody.context["page"]}
    assert not acting(cast.stranger).get(reverse(LIST) + "?show=all").context["page"].object_list
    assert acting(cast.parent).get(reverse(LIST)).status_code == 403


def test_what_is_due_stands_on_the_first_page_and_is_counted(acting, cast, tasks):
    home = acting(cast.teacher).get(reverse("dashboard:home")).content.decode()
    assert (
        "Agreed: Mine and late" in home and "Agreed: Mine, whenever" in home and "Mine next month" not in home
    )
    agreed(tasks, "Of the SENCO", who=cast.senco, by_when=day(1))
    page = acting(cast.senco).get(reverse("dashboard:to_do"))
    assert "Agreed: Of the SENCO" in page.content.decode()
    [line] = [item for item in page.context["nav_items"] if item.url == reverse(LIST)]
    assert line.count == 1


def test_what_others_are_late_with_comes_to_the_senco(acting, cast, tasks):
    page = acting(cast.senco).get(reverse("dashboard:to_do")).content.decode()
    assert "Late with somebody else: Mine and late" in page
    with as_owner():
        AgreedAction.objects.filter(text="Mine and late").update(by_when=day(-3))
    assert (
        "Late with somebody else" not in acting(cast.senco).get(reverse("dashboard:to_do")).content.decode()
    )


def test_it_is_done_and_undone_by_whoever_it_is(acting, cast, tasks):
    [late] = stored(AgreedAction, text="Mine and late")
    done, again = (reverse(f"reviews:action_{what}", args=[late.pk]) for what in ("done", "open"))
    assert acting(cast.ta).post(done).status_code == 404
    assert acting(cast.stranger).post(done).status_code == 404
    assert acting(cast.teacher).get(done).status_code == 405
    acting(cast.teacher).post(done)
    assert stored(AgreedAction, text="Mine and late")[0].done_by == cast.teacher
    assert "Mine and late" in acting(cast.teacher).get(reverse(LIST) + "?show=done").content.decode()
    acting(cast.teacher).post(again)
    assert stored(AgreedAction, text="Mine and late")[0].done_at is None
    [of_parents] = stored(AgreedAction, text="Of the parents")
    acting(cast.senco).post(reverse("reviews:action_done", args=[of_parents.pk]))
    assert stored(AgreedAction, text="Of the parents")[0].done_by == cast.senco


def test_a_meeting_near_or_over_is_on_the_first_page(acting, cast):
    review(cast.child, by=cast.senco, kind="taf", day=day(3), lead=cast.teacher, steps=("begun", "arranged"))
    review(
        cast.child,
        by=cast.senco,
        title="Transition to Year 8",
        day=day(-1),
        lead=cast.teacher,
        steps=("begun", "arranged"),
    )
    review(
        cast.child,
        by=cast.senco,
        title="In spring",
        day=day(60),
        lead=cast.teacher,
        steps=("begun", "arranged"),
    )
    home = acting(cast.teacher).get(reverse("dashboard:home")).content.decode()
    assert "Meeting: Team around the family" in home and "Sign off the record: Transition to Year 8" in home
    assert "In spring" not in home
    to_do = acting(cast.senco).get(reverse("dashboard:to_do")).content.decode()
    assert "Sign off the record: Transition to Year 8" in to_do and "Team around the family" not in to_do


def test_signed_meetings_stand_in_the_chronology(acting, cast, planned):
    hold(acting(cast.senco), planned, summary="We talked about reading.")

    def told() -> list[str]:
        with acting_as(cast.teacher):
            return [
                each.text for each in chronology(cast.child, cast.teacher) if each.title.startswith("Meeting")
            ]

    assert told() == []
    sign(acting(cast.senco), planned)
    arrive()
    assert told() == ["We talked about reading."]


def test_the_list_asks_as_much_of_few_as_of_many(acting, cast, tasks, django_assert_max_num_queries):
    browser = acting(cast.senco)

    def cost() -> int:
        with django_assert_max_num_queries(100) as asked:
            assert browser.get(reverse(LIST) + "?show=all").status_code == 200
        return len(asked.captured_queries)

    cost()
    few = cost()
    for number in range(8):
        agreed(review(pupil(at=cast.here), by=cast.senco), f"Number {number}", who=cast.teacher)
    assert cost() == few


def reminders() -> list[OutboxMessage]:
    return [each for each in stored(OutboxMessage) if "agreed to do something" in each.subject]


def test_whoever_agreed_to_something_is_reminded_with_one_letter_for_each_day(cast, tasks):
    agreed(tasks, "Due soon", who=cast.teacher, by_when=day(2))
    agreed(tasks, "Due today", who=cast.teacher, by_when=day(0))
    agreed(tasks, "Of somebody without access", who=cast.stranger, by_when=day(1))
    for _twice in range(2):
        remind_of_meetings()
    [letter] = reminders()
    assert letter.to == cast.teacher.email and reverse(LIST) in letter.text
    assert not [words for words in ("Due", "Ada", "Nwosu") if words in letter.subject + letter.text]
    with as_owner():
        AgreedAction.objects.filter(text="Due soon").update(by_when=day(1))
    remind_of_meetings()
    assert len(reminders()) == 2  # another day was set
    with as_owner():
        AgreedAction.objects.filter(text="Due today").update(
            by_when=day(2), done_at=timezone.now(), done_by=cast.teacher
        )
    remind_of_meetings()
    assert len(reminders()) == 2
