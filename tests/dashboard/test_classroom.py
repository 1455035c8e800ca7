"""To do: the home of teachers and assistants."""

import pytest
from django.urls import reverse

from register.models import AdviceMessage, AdviceThread, ConcernNotice, ConcernStep, ViewRequest
from tests.access.matrix.locks import LOCKS
from tests.factories import access, as_owner, concern, on_status, person, pupil
from tests.factories.records import days

pytestmark = pytest.mark.django_db
HOME = "/"
ROLES = ("teacher", "ta")


def asked(teacher, child, senco):
    """A view that this person is asked for."""
    made = concern(child, by=senco)
    with as_owner():
        return ViewRequest.objects.create(
            school=child.school,
            pupil=child,
            concern=made,
            asked=teacher,
            asked_by=senco,
            due_on=days(-1).date(),
        )


def answered(teacher, child, senco, text="Try the strategies."):
    """What this person was told about a concern of theirs."""
    made = concern(child, by=teacher)
    common = {"school": child.school, "pupil": child, "concern": made}
    with as_owner():
        step = ConcernStep.objects.create(kind="told", by=senco, **common)
        ConcernNotice.objects.create(
            audience="raiser", step=step, text=text, sent_by=senco, sent_at=days(-2), **common
        )


@pytest.mark.parametrize("role", ROLES)
def test_it_shows_what_to_do_answers_and_pupils_with_sen(acting, role):
    teacher = person(role)
    senco, child = person("senco", at=teacher.school), pupil(at=teacher.school, legal_surname="Mine")
    access(teacher, child)
    on_status(child)
    view = asked(teacher, child, senco)
    answered(teacher, child, senco)
    text = acting(teacher).get(HOME).content.decode()
    assert reverse("register:log_concern") in text
    assert reverse("register:give_view", args=[view.pk]) in text and "Late since" in text
    assert "Try the strategies." in text
    assert "Mine" in text and "SEN Support" in text


def test_an_answered_question_is_among_the_answers(acting):
    teacher = person("teacher")
    senco, child = person("senco", at=teacher.school), pupil(at=teacher.school)
    access(teacher, child)
    common = {"school": teacher.school, "pupil": child}
    with as_owner():
        thread = AdviceThread.objects.create(subject="Where to sit", asked_by=teacher, **common)
        AdviceMessage.objects.create(thread=thread, text="Where?", by=teacher, at=days(-3), **common)
    browser = acting(teacher)
    assert "Where to sit" not in browser.get(HOME).content.decode()  # nobody has answered yet
    with as_owner():
        AdviceMessage.objects.create(thread=thread, text="In front.", by=senco, at=days(-1), **common)
    assert "Where to sit" in browser.get(HOME).content.decode()


def test_with_nothing_to_do_it_says_so(acting):
    text = acting(person("teacher")).get(HOME).content.decode()
    assert "Nothing waits for you." in text
    assert "None of your pupils is on the SEN register or being watched." in text


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("role", ROLES)
def test_an_answer_comes_though_the_pupil_is_taught_by_others_now(acting, role, lock):
    """Raised in July, answered in September: the words reach whoever asked, and the record stays shut."""
    teacher = person(role)
    child = pupil(at=teacher.school, legal_surname="Canary-name", legal_forename="Canary-name")
    access(teacher, child, starts=days(-9), ends=days(-0.01))
    answered(teacher, child, person("senco", at=teacher.school), text="We watch until May.")
    with LOCKS[lock]():
        browser = acting(teacher)
        home = browser.get(HOME).content.decode()
        mine = browser.get(reverse("register:my_concerns")).content.decode()
    for text in (home, mine):
        assert "We watch until May." in text and "A pupil you no longer work with" in text
        assert "Canary" not in text


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("role", ROLES)
def test_pupils_of_others_do_not_show_with_either_lock(acting, role, lock):
    teacher = person(role)
    senco = person("senco", at=teacher.school)
    for name, dates in {
        "Canary-never": None,
        "Canary-ended": (-9, -0.01),
        "Canary-future": (1, None),
    }.items():
        child = pupil(at=teacher.school, legal_surname=name)
        on_status(child)
        asked(teacher, child, senco)
        if dates:
            access(teacher, child, starts=days(dates[0]), ends=days(dates[1]) if dates[1] else None)
    with LOCKS[lock]():
        text = acting(teacher).get(HOME).content.decode()
    assert "Canary" not in text and "Nothing waits for you." in text


@pytest.mark.parametrize("role", ROLES)
def test_the_number_of_queries_stays_the_same_and_under_thirteen(acting, role, count_queries):
    teacher = person(role)
    senco, browser = person("senco", at=teacher.school), acting(teacher)

    def more(count):
        for _number in range(count):
            child = pupil(at=teacher.school)
            access(teacher, child)
            on_status(child)
            asked(teacher, child, senco)
            answered(teacher, child, senco)

    more(1)
    one = count_queries(browser, HOME)
    more(4)
    assert count_queries(browser, HOME) == one
    more(45)
    assert count_queries(browser, HOME) == one <= 12
