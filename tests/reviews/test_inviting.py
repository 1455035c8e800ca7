"""People are told when a meeting is, again when it moves, once more shortly before; they answer, and nobody learns about anybody else."""

import datetime

import icalendar
import pytest
from django.urls import reverse
from django.utils import timezone

from register.models import PupilAccess
from register.queries.chronology import chronology
from reviews.models import MeetingInvitation, ReviewStep
from reviews.tasks import remind_of_meetings
from senco.access.context import acting_as
from senco.messages.models import OutboxMessage
from tests.factories import access, as_owner, contact, person, school
from tests.factories.reviews import person_at, review
from tests.reviews.contributing import at_home
from tests.reviews.pages import fresh, hold, save, screen, sign, stored

pytestmark = pytest.mark.django_db


def day(offset: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=offset)


@pytest.fixture
def meeting(cast):
    """In a week; both parents, the teacher and somebody without an account are asked to it."""
    made = review(
        cast.child, by=cast.senco, steps=("begun", "arranged"), day=day(7), at=datetime.time(15, 30), place="Room 4", lead=cast.senco,
    )  # fmt: skip
    with as_owner():
        for parent in (cast.parent, cast.other):
            known = cast.child.contacts.get(membership=parent)
            person_at(made, known.name, presence="", contact=known)
    person_at(made, "Grandmother", presence="", contact=contact(cast.child, surname="Nwosu"))
    person_at(made, cast.teacher.name, kind="staff", presence="", membership=cast.teacher)
    return made


def ask(browser, meeting):
    return browser.post(reverse("reviews:invite", args=[meeting.pk]))


def letters() -> list[OutboxMessage]:
    return stored(OutboxMessage)


def event_in(message: OutboxMessage):
    calendar = icalendar.Calendar.from_ical(message.calendar)
    [event] = calendar.walk("VEVENT")
    return calendar, event


def move(browser, meeting, **changes):
    address = reverse("reviews:change", args=[meeting.pk])
    form = browser.get(address).context["form"]
    sent = {
        name: form[name].value() for name in form.fields if form[name].value() not in (None, "")
    } | changes
    return browser.post(address, {name: value for name, value in sent.items() if value is not None})


def test_everybody_who_can_sign_in_is_told_once(acting, cast, meeting):
    browser = acting(cast.senco)
    assert ask(browser, meeting).status_code == 302
    assert {each.to for each in letters()} == {cast.parent.email, cast.other.email, cast.teacher.email}
    ask(browser, meeting)
    assert len(letters()) == 3 and len(stored(MeetingInvitation)) == 3
    page = browser.get(meeting.get_absolute_url()).content.decode()
    assert page.count("No answer yet") == 3


def test_the_letter_and_its_calendar_file_name_nobody(acting, cast, meeting):
    ask(acting(cast.senco), meeting)
    for message in letters():
        calendar, event = event_in(message)
        whole = message.subject + message.text + message.calendar
        assert not [word for word in ("Ada", "Nwosu", cast.parent.name, cast.other.name) if word in whole]
        assert calendar["METHOD"] == "PUBLISH" and str(event["LOCATION"]) == "Room 4"
        begins = timezone.localtime(event["DTSTART"].dt)
        assert (begins.date(), begins.time()) == (meeting.day, meeting.at)
        assert event["DTEND"].dt - event["DTSTART"].dt == datetime.timedelta(minutes=20)
    assert len({str(event_in(message)[1]["UID"]) for message in letters()}) == 3


def test_whoever_moves_it_tells_them_anew(acting, cast, meeting):
    browser = acting(cast.senco)
    ask(browser, meeting)
    first = {each.to: event_in(each)[1] for each in letters()}
    assert move(browser, meeting, day=day(9).isoformat()).status_code == 302
    later = letters()[3:]
    assert len(later) == 3 and all("is now" in each.subject for each in later)
    for message in later:
        _calendar, event = event_in(message)
        assert (
            event["UID"] == first[message.to]["UID"]
            and event["SEQUENCE"] == first[message.to]["SEQUENCE"] + 1
        )
    assert [each.day for each in stored(MeetingInvitation, withdrawn_at__isnull=True)] == [day(9)] * 3
    assert move(browser, meeting, title="Another name").status_code == 302
    assert len(letters()) == 6  # nothing that they were told has changed


@pytest.mark.parametrize("how", ["call_off", "leave_out"])
def test_where_it_does_not_take_place_they_are_told_so(acting, cast, meeting, how):
    browser = acting(cast.senco)
    ask(browser, meeting)
    browser.post(reverse(f"reviews:{how}", args=[meeting.pk]), {"note": "The hall is flooded"})
    off = letters()[3:]
    assert len(off) == 3 and all("does not take place" in each.subject for each in off)
    assert all(event_in(each)[0]["METHOD"] == "CANCEL" for each in off)
    assert not stored(MeetingInvitation, withdrawn_at__isnull=True)
    assert "flooded" not in "".join(each.text for each in off)


def test_a_teacher_moves_it_and_the_office_is_told_to_tell(acting, cast, meeting):
    ask(acting(cast.senco), meeting)
    assert "has changed" not in acting(cast.senco).get(reverse("dashboard:to_do")).content.decode()
    assert move(acting(cast.teacher), meeting, day=day(10).isoformat()).status_code == 302
    assert len(letters()) == 3
    to_do = acting(cast.senco).get(reverse("dashboard:to_do")).content.decode()
    assert to_do.count("that it has changed") == 3
    ask(acting(cast.senco), meeting)
    assert "has changed" not in acting(cast.senco).get(reverse("dashboard:to_do")).content.decode()
    assert ask(acting(cast.teacher), meeting).status_code == 403


def test_without_a_day_or_once_it_is_over_nobody_is_asked(acting, cast):
    for made in (
        review(cast.child, by=cast.senco),
        review(cast.child, by=cast.senco, day=day(-1), steps=("begun", "arranged")),
    ):
        person_at(made, cast.teacher.name, kind="staff", presence="", membership=cast.teacher)
        ask(acting(cast.senco), made)
    assert letters() == [] and stored(MeetingInvitation) == []


def test_a_parent_answers_and_reads_only_their_own(acting, cast, meeting):
    ask(acting(cast.senco), meeting)
    [mine] = stored(MeetingInvitation, membership=cast.parent)
    [others] = stored(MeetingInvitation, membership=cast.other)
    browser = acting(cast.parent)
    listed = browser.get(reverse("reviews:family_records", args=[cast.child.pk])).content.decode()
    assert "You are asked to a meeting" in listed and "Room 4" in listed
    assert "You are asked to a meeting" in browser.get(reverse("dashboard:home")).content.decode()
    address = reverse("reviews:answer", args=[mine.pk])
    assert browser.post(address, {"answer": ""}).status_code == 422
    vague = browser.post(address, {"answer": "other", "words": " "})
    assert vague.status_code == 422 and "which days and times" in vague.content.decode()
    assert browser.post(address, {"answer": "other", "words": "Fridays after four"}).status_code == 302
    assert browser.get(reverse("reviews:answer", args=[others.pk])).status_code == 404
    assert (
        "Fridays" not in acting(cast.other).get(reverse("reviews:answer", args=[others.pk])).content.decode()
    )
    assert acting(cast.teacher).get(address).status_code == 403
    assert acting(person("parent", at=school())).get(address).status_code == 404
    page = acting(cast.senco).get(meeting.get_absolute_url()).content.decode()
    assert "Fridays after four" in page and "I need another time" in page
    assert "asks for another time" in acting(cast.senco).get(reverse("dashboard:to_do")).content.decode()


def test_what_was_sent_and_answered_stands_in_the_chronology(acting, cast, meeting):
    ask(acting(cast.senco), meeting)
    [mine] = stored(MeetingInvitation, membership=cast.parent)
    words = {"answer": "other", "words": "Fridays"}
    acting(cast.parent).post(reverse("reviews:answer", args=[mine.pk]), words)
    with acting_as(cast.teacher):
        found = chronology(cast.child, cast.teacher)
    told = [each.text for each in found if "Asked to a meeting" in each.title]
    assert len(told) == 3
    assert len([text for text in told if "I need another time. Fridays" in text]) == 1


def test_asked_again_after_it_was_called_off_calendars_take_it_in(acting, cast, meeting):
    browser = acting(cast.senco)
    ask(browser, meeting)
    browser.post(reverse("reviews:call_off", args=[meeting.pk]), {"note": "Ill"})
    move(browser, meeting, day=day(9).isoformat(), at="15:30")
    ask(browser, meeting)
    events = [event_in(each)[1] for each in letters() if each.to == cast.parent.email]
    assert len(events) == 3 and len({str(each["UID"]) for each in events}) == 1
    numbers = [int(each["SEQUENCE"]) for each in events]
    assert numbers == sorted(set(numbers))


def test_left_out_by_mistake_they_are_asked_again(acting, cast, meeting):
    browser = acting(cast.senco)
    ask(browser, meeting)
    browser.post(reverse("reviews:leave_out", args=[meeting.pk]), {"note": "Ill"})
    browser.post(reverse("reviews:take_back", args=[stored(ReviewStep)[-1].pk]))
    standing = stored(MeetingInvitation, withdrawn_at__isnull=True)
    assert {each.membership_id for each in standing} == {cast.parent.pk, cast.other.pk, cast.teacher.pk}
    events = [event_in(each) for each in letters() if each.to == cast.parent.email]
    assert [calendar["METHOD"] for calendar, _event in events] == ["PUBLISH", "CANCEL", "PUBLISH"]
    numbers = [int(event["SEQUENCE"]) for _calendar, event in events]
    assert numbers == sorted(set(numbers))


def take_off_the_list(browser, meeting, name: str):
    page = screen(browser, meeting)
    [row] = [form.prefix for form in page.context["forms"].people if form.instance.name == name]
    return save(browser, meeting, {f"{row}-gone": "on"})


def test_whoever_is_taken_off_the_list_is_told_so_and_their_calendar_forgets_it(acting, cast, meeting):
    ask(acting(cast.senco), meeting)
    known = at_home(cast.other)
    assert take_off_the_list(acting(cast.senco), meeting, known).status_code == 302
    [letter] = letters()[3:]
    assert letter.to == cast.other.email and "not asked to the meeting" in letter.subject
    assert event_in(letter)[0]["METHOD"] == "CANCEL"
    left = {each.membership_id for each in stored(MeetingInvitation, withdrawn_at__isnull=True)}
    assert left == {cast.parent.pk, cast.teacher.pk}


def test_taken_off_by_a_teacher_the_office_is_told_to_tell_them(acting, cast, meeting):
    ask(acting(cast.senco), meeting)
    known = at_home(cast.other)
    take_off_the_list(acting(cast.teacher), meeting, known)
    assert len(letters()) == 3
    to_do = acting(cast.senco).get(reverse("dashboard:to_do")).content.decode()
    assert to_do.count("that it has changed") == 1
    ask(acting(cast.senco), meeting)
    assert [each.to for each in letters()[3:]] == [cast.other.email]
    assert "has changed" not in acting(cast.senco).get(reverse("dashboard:to_do")).content.decode()


def test_held_sooner_than_planned_nobody_is_reminded_until_that_is_undone(acting, cast, meeting):
    browser = acting(cast.senco)
    ask(browser, meeting)
    with as_owner():
        MeetingInvitation.objects.update(day=day(2))
        type(meeting).objects.filter(pk=meeting.pk).update(day=day(2))
    meeting = fresh(meeting)
    hold(browser, meeting, held_on=day(0).isoformat())
    sign(browser, meeting)
    before = len(letters())
    remind_of_meetings()
    assert len(letters()) == before
    browser.post(reverse("reviews:take_back", args=[stored(ReviewStep)[-1].pk]))
    remind_of_meetings()
    assert len(letters()) == before + 3


def test_any_change_of_what_they_were_told_is_for_the_office_to_tell(acting, cast, meeting):
    ask(acting(cast.senco), meeting)
    move(acting(cast.teacher), meeting, interpreter="Polish")
    to_do = acting(cast.senco).get(reverse("dashboard:to_do")).content.decode()
    assert to_do.count("that it has changed") == 3
    ask(acting(cast.senco), meeting)
    move(acting(cast.teacher), meeting, at=None)  # only the day is known now
    assert (
        acting(cast.senco).get(reverse("dashboard:to_do")).content.decode().count("that it has changed") == 3
    )


def test_an_invitation_that_was_replaced_is_not_answered(acting, cast, meeting):
    ask(acting(cast.senco), meeting)
    [old] = stored(MeetingInvitation, membership=cast.parent)
    move(acting(cast.senco), meeting, day=day(9).isoformat())
    assert (
        acting(cast.parent).post(reverse("reviews:answer", args=[old.pk]), {"answer": "coming"}).status_code
        == 404
    )
    assert stored(MeetingInvitation, pk=old.pk)[0].answer == ""


def test_shortly_before_they_are_reminded_once(acting, cast, meeting):
    ask(acting(cast.senco), meeting)
    remind_of_meetings()
    assert len(letters()) == 3  # it is a week off
    with as_owner():
        MeetingInvitation.objects.update(day=day(2))
        MeetingInvitation.objects.filter(membership=cast.other).update(
            answer="cannot", answered_at=timezone.now()
        )
    remind_of_meetings()
    remind_of_meetings()
    reminders = letters()[3:]
    assert sorted(each.to for each in reminders) == sorted([cast.parent.email, cast.teacher.email])
    assert all("reminder" in each.subject and each.calendar == "" for each in reminders)


def test_whose_access_has_ended_is_not_told(acting, cast, meeting):
    with as_owner():
        PupilAccess.objects.filter(membership=cast.other).update(ends=timezone.now())
    ask(acting(cast.senco), meeting)
    assert {each.to for each in letters()} == {cast.parent.email, cast.teacher.email}
    with as_owner():
        MeetingInvitation.objects.update(day=day(1))
        PupilAccess.objects.filter(membership=cast.parent).update(ends=timezone.now())
    remind_of_meetings()
    assert [each.to for each in letters()[2:]] == [cast.teacher.email]


def test_control_another_teacher_who_may_open_the_pupil_is_told(acting, cast, meeting):
    another = person("teacher", at=cast.here)
    person_at(meeting, another.name, kind="staff", presence="", membership=another)
    ask(acting(cast.senco), meeting)
    assert another.email not in {each.to for each in letters()}
    access(another, cast.child)
    ask(acting(cast.senco), meeting)
    assert another.email in {each.to for each in letters()}
