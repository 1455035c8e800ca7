"""Today: the office's home."""

import re

import pytest
from django.urls import reverse

from register.models import AdviceMessage, AdviceThread, ConcernStep
from register.queries.triage import UNFINISHED
from senco.accounts.models import Invitation, Membership
from senco.accounts.recent import FACTOR
from tests.access.matrix.locks import LOCKS
from tests.factories import as_owner, concern, on_status, person, pupil
from tests.factories.records import days

pytestmark = pytest.mark.django_db
HOME = "/"


def tiles(response) -> dict[str, int]:
    """Address of each tile → its number."""
    text = response.content.decode()
    found = re.findall(r'class="tile[^"]*" href="([^"]+)"><strong>(\d+)</strong>', text)
    return {url.replace("&amp;", "&"): int(count) for url, count in found}


@pytest.mark.parametrize("role", ["senco", "admin", "head"])
def test_it_greets_by_name_and_shows_what_waits(acting, busy, role):
    somebody = person(role, first_name="Nadia")
    busy(somebody, 2)
    text = acting(somebody).get(HOME).content.decode()
    assert re.search(r"Good (morning|afternoon|evening), Nadia", text)
    assert "Busy0" in text and "Late since" in text
    assert "Register by primary need" in text and "Show the numbers as a table" in text


def test_it_is_for_reading_only(acting, senco):
    assert acting(senco).post(HOME).status_code == 405


def test_nobody_signed_in_is_led_to_sign_in(client):
    answer = client.get(HOME)
    assert answer.status_code == 302 and answer.url.startswith(reverse("account_login"))


def test_somebody_whose_role_has_ended_is_told_so(acting, senco):
    browser = acting(senco)
    with as_owner():
        Membership.objects.filter(pk=senco.pk).update(ends=days(0))
    answer = browser.get(HOME)
    assert answer.status_code == 403
    assert "no school has given you a role yet, or your role has ended" in answer.content.decode()


def lists_behind(browser, url: str) -> int:
    """How many records the list at this address shows."""
    answer = browser.get(url)
    assert answer.status_code == 200, url
    context = answer.context
    return context["page"].paginator.count


def test_each_number_is_that_of_the_list_it_leads_to(acting, senco, busy):
    busy(senco, 3)
    untold = pupil(at=senco.school)
    on_status(untold)  # began here, parent not told
    decided = concern(untold, by=person("teacher", at=senco.school))
    with as_owner():
        common = {"school": senco.school, "pupil": untold, "concern": decided, "by": senco}
        ConcernStep.objects.create(kind="decided", decision="start_support", **common)
    browser = acting(senco)
    shown = tiles(browser.get(HOME))
    checked = 0
    for url, count in shown.items():
        listed = lists_behind(browser, url)
        assert count == listed, url
        checked += 1
    assert checked == 7
    assert shown["/watched/?due=soon"] == 3 and shown["/to-do/?late=on"] > 0
    assert shown["/concerns/?state=decided"] == 1 and shown["/register/?due=tell_parent"] == 4


def test_concerns_with_views_asked_are_those_being_looked_into(acting, senco, busy):
    busy(senco, 2)
    browser = acting(senco)
    assert tiles(browser.get(HOME))["/concerns/?state=gathering"] == 0  # asked, but the step says new
    with as_owner():
        from register.models import Concern

        for each in Concern.objects.all():
            ConcernStep.objects.create(
                school=senco.school, pupil_id=each.pupil_id, concern=each, kind="views_asked", by=senco
            )
    assert tiles(browser.get(HOME))["/concerns/?state=gathering"] == 2


def test_invitations_about_to_run_out_are_counted_and_others_are_not(acting, senco):
    with as_owner():
        for ends, role in ((2, "parent"), (5, "teacher"), (20, "parent"), (-1, "ta")):
            invited = Membership.objects.create(school=senco.school, role=role, starts=days(-3))
            Invitation.objects.create(
                school=senco.school,
                membership=invited,
                email="p@example.org",
                token_hash=f"{ends}",
                expires_at=days(ends),
            )
    browser = acting(senco)
    url = "/people/kind/everybody/?due=soon"
    assert tiles(browser.get(HOME))[url] == lists_behind(browser, url) == 2


@pytest.mark.parametrize("role", ["senco", "head"])
def test_a_view_that_somebody_of_the_office_is_asked_for_is_something_to_do(acting, role):
    """Heads and SENCOs teach too."""
    somebody = person(role)
    child = pupil(at=somebody.school, legal_forename="Aaliyah", legal_surname="Askedabout")
    made = concern(child, by=person("teacher", at=somebody.school))
    with as_owner():
        view = made.view_requests.create(
            school=somebody.school, pupil=child, asked=somebody, asked_by=somebody, due_on=days(2).date()
        )
    text = acting(somebody).get(HOME).content.decode()
    assert "Aaliyah Askedabout" in text and reverse("register:give_view", args=[view.pk]) in text
    assert reverse("register:views_asked") in text  # the menu line


def test_everything_there_is_to_do_stands_on_a_page_of_its_own(acting, senco, busy):
    busy(senco, 20)
    browser = acting(senco)
    whole, late = browser.get("/to-do/"), browser.get("/to-do/?late=on")
    assert whole.context["page"].paginator.count == 60 and len(whole.context["steps"]) == 50
    assert late.context["page"].paginator.count == 20 and all(step.late for step in late.context["steps"])
    assert "/to-do/" in browser.get(HOME).content.decode()


def test_the_page_of_everything_is_the_offices_and_for_reading(acting, senco):
    assert acting(senco).post("/to-do/").status_code == 405
    for role in ("teacher", "ta", "parent", "professional", "governor"):
        assert acting(person(role, at=senco.school)).get("/to-do/").status_code == 403


def test_a_question_is_something_to_do(acting, senco):
    teacher = person("teacher", at=senco.school, first_name="Hannah", last_name="Osei")
    child = pupil(at=senco.school)
    with as_owner():
        thread = AdviceThread.objects.create(
            school=senco.school, pupil=child, subject="Seating", asked_by=teacher
        )
        AdviceMessage.objects.create(
            school=senco.school, pupil=child, thread=thread, text="Where?", by=teacher
        )
    text = acting(senco).get(HOME).content.decode()
    assert "Hannah Osei" in text and "Asks for advice: Seating" in text
    assert reverse("register:advice_thread", args=[thread.pk]) in text


def test_an_empty_school_says_what_will_be_here(acting, senco):
    answer = acting(senco).get(HOME)
    assert set(tiles(answer).values()) == {0}
    assert answer.content.decode().count('class="tile none"') == 7
    assert "Nothing waits." in answer.content.decode()
    assert "Nobody is on the register yet." in answer.content.decode()


def test_the_list_stops_at_a_screenful_and_says_how_many_more(acting, senco, busy):
    busy(senco, 15)
    answer = acting(senco).get(HOME)
    assert len(answer.context["steps"]) == 12
    waiting = answer.context["more"] + 12
    assert f"{waiting - 12} more wait" in answer.content.decode()
    assert waiting == 15 * 3  # a concern, a pupil to look at again and a parent to tell, each fifteen times


def test_late_things_come_first(acting, senco, busy):
    busy(senco, 4)
    steps = acting(senco).get(HOME).context["steps"]
    assert [step.late for step in steps] == sorted((step.late for step in steps), reverse=True)
    assert steps[0].late and not steps[-1].late


@pytest.mark.parametrize("second_factor", [False, True], ids=["demo", "with second factor"])
def test_the_number_of_queries_stays_the_same_and_under_thirteen(
    acting, proved, senco, busy, count_queries, settings, second_factor
):
    settings.SECOND_FACTOR_REQUIRED = second_factor
    if second_factor:
        enrol(senco)
    browser = proved(senco, FACTOR) if second_factor else acting(senco)
    busy(senco, 1)
    one = count_queries(browser, HOME)
    busy(senco, 4, "More")
    assert count_queries(browser, HOME) == one
    busy(senco, 45, "Many")
    assert count_queries(browser, HOME) == one <= 12


def enrol(membership):
    from allauth.mfa.models import Authenticator

    with as_owner():
        Authenticator.objects.create(user=membership.user, type=Authenticator.Type.TOTP, data={"secret": "x"})


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("role", ["senco", "admin", "head"])
def test_nothing_of_another_school_with_either_lock(acting, busy, stranger, role, lock):
    somebody = person(role)
    busy(somebody, 1)
    with LOCKS[lock]():
        answer = acting(somebody).get(HOME)
    assert answer.status_code == 200
    assert "Canary-abroad" not in answer.content.decode()
    assert (
        sum(answer.context["tiles"][place].count for place in (1, 5)) == 2
    )  # one new concern, one parent: ours


def test_control_without_both_locks_the_other_schools_pupil_shows(acting, senco, stranger):
    with LOCKS["orm"](), LOCKS["rls"]():
        assert "Canary-abroad" in acting(senco).get(HOME).content.decode()


def test_every_pupil_on_the_page_is_in_the_record_of_reading(acting, senco, busy):
    from senco.audit.models import ReadEvent

    busy(senco, 2)
    answer = acting(senco).get(HOME)
    with as_owner():
        event = ReadEvent.objects.get(what="today")
    assert set(event.pupil_ids) == {step.pupil_id for step in answer.context["steps"]}


def test_unfinished_means_the_same_here_and_in_the_queue():
    assert {str(state) for state in UNFINISHED} == {"new", "gathering", "decided"}
