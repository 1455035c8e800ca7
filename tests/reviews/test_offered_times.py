"""Parents choose a time among those offered: whoever is first has it, and nobody is booked twice."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from reviews.models import MeetingInvitation, OfferedTime, Review, ReviewRound, TimeOffer
from reviews.tasks import arrange_chosen_times
from senco.messages.models import OutboxMessage
from tests.factories import access, as_owner, contact, person, pupil
from tests.factories.reviews import person_at, review
from tests.reviews.pages import fresh, stored

pytestmark = pytest.mark.django_db


def day(offset: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=offset)


@pytest.fixture
def round_(cast):
    """Two children of two families, and one of whom no parent signs in; all held by the SENCO."""
    with as_owner():
        made = ReviewRound.objects.create(
            school=cast.here, name="Spring", starts=day(1), ends=day(9), by=cast.senco
        )
    second = pupil(at=cast.here, legal_surname="Zola")
    cast.mother = person("parent", at=cast.here)
    contact(second, membership=cast.mother)
    access(cast.mother, second, source="parent")
    third = pupil(at=cast.here, legal_surname="Zuma")
    cast.reviews = []
    for child, parents in ((cast.child, (cast.parent, cast.other)), (second, (cast.mother,)), (third, ())):
        of = review(child, by=cast.senco, lead=cast.senco, round=made)
        for parent in parents:
            with as_owner():
                known = child.contacts.get(membership=parent)
            person_at(of, known.name, presence="", contact=known)
        cast.reviews.append(of)
    return made


def offer(browser, cast, round_, **more):
    answers = {
        "selected": [each.pk for each in cast.reviews], "day": day(5).isoformat(), "first": "15:30", "last": "16:30", "minutes": 20,
        "pause": 5, "manner": "person", "place": "Room 4", "offer": "1",
    } | more  # fmt: skip
    return browser.post(round_.get_absolute_url(), answers, follow=True)


def of(parent) -> TimeOffer:
    [found] = stored(TimeOffer, membership=parent)
    return found


def address(parent) -> str:
    return reverse("reviews:choose_time", args=[of(parent).pk])


def choose(browser, parent, time: OfferedTime):
    return browser.post(address(parent), {"time": str(time.pk)})


def letters(words: str) -> list[OutboxMessage]:
    return [each for each in stored(OutboxMessage) if words in each.subject]


def times() -> list[OfferedTime]:
    return sorted(stored(OfferedTime), key=lambda each: each.at)


def test_the_free_times_of_a_stretch_are_offered_with_one_letter_each(acting, cast, round_):
    page = offer(acting(cast.senco), cast, round_).content.decode()
    assert "The parents of 2 pupils choose among 2 times" in page and "Of 1 no parent signs in here" in page
    assert [each.at for each in times()] == [datetime.time(15, 30), datetime.time(15, 55)]
    assert page.count("Parents choose<") == 2
    written = letters("choose a time")
    assert {each.to for each in written} == {cast.parent.email, cast.other.email, cast.mother.email} and len(
        written
    ) == 3
    assert not [
        word
        for word in ("Ada", "Nwosu", "Zola")
        if word in "".join(each.subject + each.text for each in written)
    ]
    offer(acting(cast.senco), cast, round_)
    assert len(stored(TimeOffer)) == 3 and len(letters("choose a time")) == 3


def test_two_who_hold_reviews_in_one_room_are_not_offered_for_the_same_time(acting, cast, round_):
    with as_owner():
        Review.objects.filter(pk=cast.reviews[1].pk).update(lead=cast.teacher)
    page = offer(acting(cast.senco), cast, round_).content.decode()
    assert "The parents of 1 pupil choose among 2 times" in page and "For 1 pupil nothing was offered" in page
    assert len(stored(TimeOffer)) == 2 and len(letters("choose a time")) == 2
    elsewhere = offer(acting(cast.senco), cast, round_, place="Library").content.decode()
    assert "The parents of 1 pupil choose among 2 times" in elsewhere and len(stored(TimeOffer)) == 3


def test_a_parent_chooses_and_the_meeting_is_arranged_on_it(acting, cast, round_):
    offer(acting(cast.senco), cast, round_)
    browser = acting(cast.parent)
    assert "choose a time" in browser.get(reverse("dashboard:home")).content.decode()
    listed = reverse("reviews:family_records", args=[cast.child.pk])
    assert address(cast.parent) in browser.get(listed).content.decode()
    assert "15:55. In person: Room 4" in browser.get(address(cast.parent)).content.decode()
    assert choose(browser, cast.parent, times()[1]).status_code == 302
    assert "You have chosen a time" in browser.get(listed).content.decode()
    assert "choose a time" not in browser.get(reverse("dashboard:home")).content.decode()
    arrange_chosen_times()
    arrange_chosen_times()
    made = fresh(cast.reviews[0])
    assert (made.day, made.at, made.minutes, made.place) == (day(5), datetime.time(15, 55), 20, "Room 4")
    invited = {each.membership_id for each in stored(MeetingInvitation, review=made)}
    assert invited == {cast.parent.pk, cast.other.pk}
    assert acting(cast.other).get(address(cast.other)).status_code == 404  # it has a day now
    assert "Room 4" in acting(cast.parent).get(listed).content.decode()


def test_whoever_is_first_has_it_and_the_second_is_told(acting, cast, round_):
    offer(acting(cast.senco), cast, round_)
    first = times()[0]
    choose(acting(cast.parent), cast.parent, first)
    browser = acting(cast.mother)
    assert str(first.pk) not in browser.get(address(cast.mother)).content.decode()
    late = choose(browser, cast.mother, first)
    assert late.status_code == 422 and "Somebody else has just taken this time" in late.content.decode()
    assert choose(browser, cast.mother, times()[1]).status_code == 302
    arrange_chosen_times()
    assert [fresh(each).at for each in cast.reviews[:2]] == [datetime.time(15, 30), datetime.time(15, 55)]


def test_of_two_parents_of_one_child_the_first_decides_and_the_other_time_is_free_again(acting, cast, round_):
    offer(acting(cast.senco), cast, round_)
    choose(acting(cast.other), cast.other, times()[1])
    choose(acting(cast.parent), cast.parent, times()[0])
    arrange_chosen_times()
    assert fresh(cast.reviews[0]).at == datetime.time(15, 55)
    assert str(times()[0].pk) in acting(cast.mother).get(address(cast.mother)).content.decode()


def test_a_parent_chooses_only_among_their_own_and_once(acting, cast, round_):
    offer(acting(cast.senco), cast, round_)
    first, second = times()
    with as_owner():
        elsewhere = OfferedTime.objects.create(
            school=cast.here, day=day(5), at=datetime.time(9), minutes=20, manner="person", by=cast.senco
        )
    browser = acting(cast.parent)
    assert choose(browser, cast.parent, elsewhere).status_code == 422
    assert browser.get(address(cast.other)).status_code == 404
    assert browser.post(address(cast.parent), {"time": "15:30"}).status_code == 422
    assert browser.post(address(cast.parent), {}).status_code == 422
    choose(browser, cast.parent, second)
    assert choose(browser, cast.parent, first).status_code == 422
    assert [each.pk for each in stored(OfferedTime) if each.taken_at] == [second.pk]
    assert acting(cast.teacher).get(address(cast.parent)).status_code == 403


def give(browser, round_, review, **more):
    answers = {
        "selected": [review.pk], "day": day(5).isoformat(), "first": "15:30", "last": "16:30", "minutes": 20, "pause": 5, "manner": "person",
    } | more  # fmt: skip
    return browser.post(round_.get_absolute_url(), answers)


def test_what_is_offered_is_as_good_as_booked_until_it_is_taken_back(acting, cast, round_):
    offer(acting(cast.senco), cast, round_, selected=[cast.reviews[0].pk])
    browser = acting(cast.senco)
    give(browser, round_, cast.reviews[2])
    assert fresh(cast.reviews[2]).day is None  # its holder is booked
    nothing = offer(browser, cast, round_, selected=[cast.reviews[1].pk])
    assert nothing.status_code == 422 and "No time is free" in nothing.content.decode()
    assert browser.post(reverse("reviews:take_times_back", args=[round_.pk])).status_code == 302
    assert "choose a time" not in acting(cast.parent).get(reverse("dashboard:home")).content.decode()
    give(acting(cast.senco), round_, cast.reviews[2])
    assert fresh(cast.reviews[2]).at == datetime.time(15, 30)


def test_offered_again_only_once_they_choose_no_more(acting, cast, round_):
    chosen = {"selected": [cast.reviews[0].pk]}
    offer(acting(cast.senco), cast, round_, **chosen)
    again = offer(acting(cast.senco), cast, round_, day=day(6).isoformat(), **chosen)
    assert again.status_code == 422 and "their parents are choosing already" in again.content.decode()
    choose(acting(cast.parent), cast.parent, times()[0])
    arrange_chosen_times()
    acting(cast.senco).post(reverse("reviews:call_off", args=[cast.reviews[0].pk]), {"note": "Ill"})
    assert offer(acting(cast.senco), cast, round_, day=day(6).isoformat(), **chosen).status_code == 200
    assert len(letters("choose a time")) == 4  # both parents, twice
    assert "choose a time" in acting(cast.parent).get(reverse("dashboard:home")).content.decode()


@pytest.mark.parametrize("how", ["a colleague sets a day", "the pupil leaves"])
def test_what_the_office_does_not_do_itself_ends_the_choice_as_well(acting, cast, round_, how):
    offer(acting(cast.senco), cast, round_, selected=[cast.reviews[0].pk])
    with as_owner():
        if how == "the pupil leaves":
            type(cast.child).objects.filter(pk=cast.child.pk).update(left_on=day(0))
        else:
            Review.objects.filter(pk=cast.reviews[0].pk).update(day=day(7))
    arrange_chosen_times()
    assert "choose a time" not in acting(cast.parent).get(reverse("dashboard:home")).content.decode()
    assert [each.withdrawn_at is None for each in times()] == [False, False]


def test_the_work_of_offering_does_not_grow_with_the_times_and_little_with_the_pupils(acting, cast, round_):
    """A lock for each review, and a letter for each parent: two statements more a pupil and two a family, not a search for each."""
    browser = acting(cast.senco)
    with CaptureQueriesContext(connection) as few:
        offer(browser, cast, round_, selected=[cast.reviews[1].pk])
    browser.post(reverse("reviews:take_times_back", args=[round_.pk]))
    more = []
    for number in range(5):
        child, parent = pupil(at=cast.here, legal_surname=f"Zz{number}"), person("parent", at=cast.here)
        known = contact(child, membership=parent)
        access(parent, child, source="parent")
        more.append(review(child, by=cast.senco, lead=cast.senco, round=round_))
        person_at(more[-1], known.name, presence="", contact=known)
    with CaptureQueriesContext(connection) as many:
        offer(browser, cast, round_, selected=[each.pk for each in more], last="20:00")
    assert len(many) - len(few) <= 4 * 4


def test_times_that_nobody_is_left_to_choose_are_free_again(acting, cast, round_):
    offer(acting(cast.senco), cast, round_, selected=[cast.reviews[1].pk])
    choose(acting(cast.mother), cast.mother, times()[0])
    arrange_chosen_times()
    assert [each.withdrawn_at is None for each in times()] == [False, False]


def test_a_meeting_that_got_a_day_meanwhile_is_not_moved_and_who_chose_is_told(acting, cast, round_):
    offer(acting(cast.senco), cast, round_)
    choose(acting(cast.parent), cast.parent, times()[0])
    choose(acting(cast.mother), cast.mother, times()[1])
    with as_owner():
        Review.objects.filter(pk__in=[each.pk for each in cast.reviews[:2]]).update(
            day=day(7), at=datetime.time(9)
        )
        type(cast.mother).objects.filter(pk=cast.mother.pk).update(email="")  # whom no letter reaches
    arrange_chosen_times()
    assert [fresh(each).day for each in cast.reviews[:2]] == [day(7), day(7)]
    [letter] = letters("cannot be kept")
    assert letter.to == cast.parent.email
    assert times()[0].taken_at is None


@pytest.mark.parametrize("how", ["leave_out", "give"])
def test_once_it_has_a_day_or_is_left_out_nobody_chooses_any_more(acting, cast, round_, how):
    offer(acting(cast.senco), cast, round_)
    choose(acting(cast.parent), cast.parent, times()[0])
    if how == "leave_out":
        acting(cast.senco).post(reverse("reviews:leave_out", args=[cast.reviews[0].pk]), {"note": "Ill"})
    else:
        give(acting(cast.senco), round_, cast.reviews[0], day=day(6).isoformat())
    arrange_chosen_times()
    assert fresh(cast.reviews[0]).day == (day(6) if how == "give" else None)
    assert acting(cast.other).get(address(cast.other)).status_code == 404
    assert times()[0].taken_at is None


@pytest.mark.parametrize("offset", [0, -1])
def test_a_day_that_is_not_to_come_is_refused(acting, cast, round_, offset):
    answer = offer(acting(cast.senco), cast, round_, day=day(offset).isoformat())
    assert answer.status_code == 422 and stored(OfferedTime) == []


def test_where_nothing_is_free_any_more_nobody_is_asked_to_choose(acting, cast, round_):
    offer(acting(cast.senco), cast, round_)
    browser, notice = acting(cast.parent), "choose a time"
    assert notice in browser.get(reverse("dashboard:home")).content.decode()
    with as_owner():
        OfferedTime.objects.update(day=day(0))
    assert notice not in browser.get(reverse("dashboard:home")).content.decode()
    assert "No time is free any more" in browser.get(address(cast.parent)).content.decode()


def test_whoever_lost_access_chooses_nothing(acting, cast, round_):
    offer(acting(cast.senco), cast, round_)
    with as_owner():
        cast.parent.access.update(ends=timezone.now())
    assert acting(cast.parent).get(address(cast.parent)).status_code == 404
