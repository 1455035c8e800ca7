"""People are asked for their views before a meeting; each reads their own, and they stand in the record once somebody takes them there."""

import pytest
from django.urls import reverse
from django.utils import timezone

from register.models import Contact
from register.queries.chronology import chronology
from reviews.models import Contribution, Spoken
from reviews.tasks import remind_of_meetings
from senco.access.context import acting_as
from tests.factories import access, as_owner, person
from tests.factories.reviews import person_at, review
from tests.reviews.contributing import address, answers_to, ask, asked, at_home, choices, day, letters
from tests.reviews.pages import fresh, hold, save, screen, sign, stored

pytestmark = pytest.mark.django_db


def test_everybody_around_the_child_is_proposed_once_and_asked_once(
    acting, cast, meeting, assistant, psychologist
):
    browser = acting(cast.senco)
    words = list(choices(browser, meeting))
    assert (
        f"{cast.teacher.name}, English, Teacher" in words and f"{assistant.name}, Teaching assistant" in words
    )
    assert (
        f"{psychologist.name}, Professional" in words
        and "Grandmother, Parent or carer (no sign-in: on paper)" in words
    )
    assert len(words) == 7
    assert ask(browser, meeting).status_code == 302
    assert len(stored(Contribution)) == 7
    to = sorted(each.to for each in letters())
    everybody = [cast.teacher, assistant, psychologist, cast.parent, cast.other, cast.senco]
    assert to == sorted(each.email for each in everybody)
    assert browser.get(reverse("reviews:ask", args=[meeting.pk])).context["form"] is None
    page = browser.get(meeting.get_absolute_url()).content.decode()
    assert page.count("Not yet") == 7 and "0 of 7" in page


def test_the_letter_names_nobody_and_leads_to_the_questions(acting, cast, meeting):
    ask(acting(cast.senco), meeting, at_home(cast.parent))
    [letter] = letters()
    assert not [
        word
        for word in ("Ada", "Nwosu", at_home(cast.parent), "Spring")
        if word in letter.subject + letter.text
    ]
    assert address(asked(membership=cast.parent)) in letter.text


def test_an_adult_who_may_not_open_the_pupil_cannot_sit_with_them(acting, cast, meeting):
    answer = ask(acting(cast.senco), meeting, "The pupil", adult=cast.stranger.pk)
    assert answer.status_code == 422 and "somebody who works with the pupil" in answer.content.decode()
    assert stored(Contribution) == []
    assert ask(acting(cast.senco), meeting, "The pupil", adult=cast.ta.pk).status_code == 302


def test_two_who_are_known_by_name_alone_are_both_asked(acting, cast, meeting):
    for name in ("An aunt", "An uncle"):
        person_at(meeting, name, presence="")
    assert ask(acting(cast.senco), meeting, "An aunt", "An uncle").status_code == 302
    assert {each.name for each in stored(Contribution)} == {"An aunt", "An uncle"}


def test_a_parent_who_was_asked_on_paper_is_not_asked_again_once_they_sign_in(acting, cast, meeting):
    ask(acting(cast.senco), meeting, "Grandmother")
    grandmother = person("parent", at=cast.here)
    with as_owner():
        Contact.objects.filter(forename="Bea").update(membership=grandmother)
    access(grandmother, cast.child, source="parent")
    assert not [words for words in choices(acting(cast.senco), meeting) if "Grandmother" in words]


def test_once_the_pupil_has_left_nobody_is_asked_or_reminded(acting, cast, meeting):
    ask(acting(cast.senco), meeting, "English", due_on=day(1).isoformat())
    before = len(letters())
    with as_owner():
        type(cast.child).objects.filter(pk=cast.child.pk).update(left_on=day(0))
    remind_of_meetings()
    assert len(letters()) == before == 1
    assert "your views" not in acting(cast.teacher).get(reverse("dashboard:home")).content.decode()


@pytest.mark.parametrize(("due_on", "words"), [(-1, "This day has passed"), (8, "This is after the meeting")])
def test_a_day_that_cannot_be_is_refused(acting, cast, meeting, due_on, words):
    answer = ask(acting(cast.senco), meeting, due_on=day(due_on).isoformat())
    assert answer.status_code == 422 and words in answer.content.decode()
    assert stored(Contribution) == [] and letters() == []


def test_each_parent_reads_only_their_own(acting, cast, meeting):
    ask(acting(cast.senco), meeting)
    mine, others = asked(membership=cast.parent), asked(membership=cast.other)
    other = acting(cast.other)
    other.post(address(others), answers_to(other.get(address(others)), **{"w-worry": "She moved out"}))
    browser = acting(cast.parent)
    for page in (
        reverse("reviews:family_records", args=[cast.child.pk]),
        reverse("dashboard:home"),
        address(mine),
    ):
        text = browser.get(page).content.decode()
        assert "She moved out" not in text and str(others.pk) not in text
    assert (
        "what do you think"
        in browser.get(reverse("reviews:family_records", args=[cast.child.pk])).content.decode()
    )
    assert "we would like to know what you think" in browser.get(reverse("dashboard:home")).content.decode()
    assert browser.get(address(others)).status_code == 404
    assert browser.get(reverse("reviews:given", args=[others.pk])).status_code == 404
    assert browser.get(others.get_absolute_url()).status_code == 403
    assert "She moved out" in acting(cast.teacher).get(others.get_absolute_url()).content.decode()


def test_it_stands_in_the_record_only_once_somebody_takes_it_there(acting, cast, meeting):
    ask(acting(cast.senco), meeting, at_home(cast.parent), "English")
    one, parent = asked(membership=cast.parent), acting(cast.parent)
    parent.post(
        address(one),
        answers_to(parent.get(address(one)), **{"w-well": "Sings all day", "w-wish": "A friend"}),
    )
    browser = acting(cast.senco)
    assert "Sings all day" in screen(browser, meeting).content.decode()
    assert "Sings all day" not in screen(browser, meeting, "?for=parents").content.decode()
    assert stored(Spoken) == []
    for _twice in range(2):
        assert save(browser, meeting, {"take": str(one.pk), "summary": "We talked"}).status_code == 302
    [spoken] = stored(Spoken)
    assert spoken.speaker == "parent" and not spoken.shared and spoken.contribution_id == one.pk
    assert (
        spoken.words
        == "What goes well at home?\nSings all day\n\nWhat would you like for your child?\nA friend"
    )
    assert fresh(meeting).summary == "We talked"
    assert "in the record" in screen(browser, meeting).content.decode()
    assert (
        "Sings all day" not in screen(browser, meeting, "?for=parents").content.decode()
    )  # the other parent reads the record too
    save(browser, meeting, {f"s-{spoken.pk.hex}-shared": "on"})
    assert "Sings all day" in screen(browser, meeting, "?for=parents").content.decode()


def test_a_colleagues_words_are_shared_as_they_were_told_they_can_be(acting, cast, meeting):
    ask(acting(cast.senco), meeting, "English")
    one, teacher = asked(kind="teacher"), acting(cast.teacher)
    page = teacher.get(address(one))
    assert "which the family reads" in page.content.decode()
    teacher.post(
        address(one), answers_to(page, **{"w-well": "x" * 1990, "w-hard": "y" * 1990, "w-next": "z" * 1990})
    )
    assert save(acting(cast.senco), meeting, {"take": str(one.pk)}).status_code == 302
    spoken = stored(Spoken)
    assert [each.shared for each in spoken] == [True, True] and all(
        len(each.words) <= 5000 for each in spoken
    )
    assert "z" * 1990 in spoken[1].words and spoken[0].name == f"{cast.teacher.name}, English"


def test_once_the_record_is_signed_off_nothing_more_is_given_until_that_is_undone(acting, cast, meeting):
    ask(acting(cast.senco), meeting, at_home(cast.parent), at_home(cast.other))
    mine, others = asked(membership=cast.parent), asked(membership=cast.other)
    parent = acting(cast.parent)
    parent.post(address(mine), answers_to(parent.get(address(mine)), **{"w-well": "Sings all day"}))
    before = answers_to(parent.get(address(mine)), **{"w-well": "Sings no more"})
    hold(acting(cast.senco), meeting)
    assert sign(acting(cast.senco), meeting).status_code == 302
    parent, given = acting(cast.parent), reverse("reviews:given", args=[mine.pk])
    assert parent.post(address(mine), before).url == given == parent.get(address(mine)).url
    assert [each.words for each in asked(membership=cast.parent).given_answers] == ["Sings all day"]
    assert "Change something" not in parent.get(given).content.decode()
    other, listed = acting(cast.other), reverse("reviews:family_records", args=[cast.child.pk])
    assert other.get(address(others)).url == listed
    assert str(others.pk) not in other.get(listed).content.decode()
    with as_owner():
        last = meeting.steps.order_by("at").last()
    acting(cast.senco).post(reverse("reviews:take_back", args=[last.pk]))
    assert acting(cast.other).get(address(others)).status_code == 200
    assert acting(cast.parent).post(address(mine), before).status_code == 302
    assert [each.words for each in asked(membership=cast.parent).given_answers] == ["Sings no more"]


@pytest.mark.parametrize("given", [False, True])
def test_asked_for_no_more(acting, cast, meeting, given):
    ask(acting(cast.senco), meeting, at_home(cast.parent))
    one, parent = asked(membership=cast.parent), acting(cast.parent)
    if given:
        parent.post(address(one), answers_to(parent.get(address(one)), **{"w-well": "Sings all day"}))
    away = reverse("reviews:withdraw_contribution", args=[one.pk])
    assert acting(cast.teacher).post(away).status_code == 403
    assert acting(cast.senco).post(away).status_code == 302
    assert parent.get(address(one)).status_code == 404
    assert "Sings" not in screen(acting(cast.senco), meeting).content.decode()
    assert at_home(cast.parent) in " ".join(choices(acting(cast.senco), meeting))
    back = reverse("reviews:ask_after_all", args=[one.pk])
    assert acting(cast.senco).post(back).status_code == 302
    assert acting(cast.parent).get(address(one)).status_code == 200
    acting(cast.senco).post(away)
    ask(acting(cast.senco), meeting, at_home(cast.parent))
    acting(cast.senco).post(back)
    assert acting(cast.parent).get(address(one)).status_code == 404  # they were asked anew since


def test_reminded_once_with_one_letter_however_many_are_asked_for(acting, cast, meeting):
    other_meeting = review(
        cast.child, by=cast.senco, kind="taf", steps=("begun", "arranged"), day=day(6), lead=cast.senco
    )
    browser = acting(cast.senco)
    ask(browser, meeting, "English", due_on=day(2).isoformat())
    ask(browser, other_meeting, "English", due_on=day(2).isoformat())
    ask(browser, meeting, at_home(cast.parent), due_on=day(3).isoformat())
    before = len(letters())
    for _twice in range(2):
        remind_of_meetings()
    [reminder] = letters()[before:]
    assert reminder.to == cast.teacher.email and "A reminder" in reminder.subject
    assert reverse("dashboard:home") in reminder.text
    assert "Ada" not in reminder.text


def test_whoever_lost_access_is_not_written_to(acting, cast, meeting, psychologist):
    browser = acting(cast.senco)
    ask(browser, meeting, psychologist.name, due_on=day(1).isoformat())
    with as_owner():
        psychologist.access.update(ends=timezone.now())
    before = len(letters())
    remind_of_meetings()
    assert len(letters()) == before == 1
    assert acting(psychologist).get(address(asked(kind="outside"))).status_code == 404


def test_views_stand_in_the_chronology_of_who_may_read_them(acting, cast, meeting, assistant):
    ask(acting(cast.senco), meeting, "The pupil", level="words", private="on", adult=assistant.pk)
    one, browser = asked(kind="pupil"), acting(assistant)
    browser.post(address(one), answers_to(browser.get(address(one)), **{"w-say": "I am afraid of Kim"}))
    for colleague, times in ((cast.senco, 1), (cast.teacher, 0)):
        with acting_as(colleague):
            found = chronology(cast.child, colleague)
        assert len([each for each in found if "Views before a meeting" in each.title]) == times
