"""Nobody is written to about a page that would not open, and whoever cannot be reached is named before anything is sent."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from register.models import Contact, Pupil
from register.queries.families import home_of
from senco.access.context import acting_as
from senco.accounts.models import Membership
from senco.messages.models import OutboxMessage
from tests.factories import access, as_owner, contact, person
from tests.factories.records import days
from tests.register.concerns.test_decisions import decide_url, notices, sent

WORDS = {"tell_raiser": "on", "to_raiser": "We decided.", "tell_parents": "on", "to_parents": "We help her."}


def addressees() -> set[str]:
    with as_owner():
        return set(OutboxMessage.objects.values_list("to", flat=True))


def end_grants(membership) -> None:
    with as_owner():
        membership.access.update(starts=days(-2), ends=days(-0.0001))


def end(membership) -> None:
    with as_owner():
        Membership.objects.filter(pk=membership.pk).update(ends=days(-0.0001))


def test_a_teacher_who_has_other_groups_now_still_reads_the_answer(scene, acting):
    made = scene.concern(what_happened="Seen in July")
    end_grants(scene.teacher)
    acting(scene.senco).post(decide_url(made, "advise"), sent(made, **WORDS))
    assert scene.teacher.email in addressees()
    browser = acting(scene.teacher)
    text = browser.get(reverse("register:my_concern", args=[made.pk])).content.decode()
    assert "Seen in July" in text and "A pupil you no longer work with" in text and "Amina" not in text
    assert browser.get(scene.amina.get_absolute_url()).status_code == 404
    assert made.reference in browser.get(reverse("register:my_concerns")).content.decode()


def test_but_takes_nothing_back_any_more(scene, acting):
    made = scene.concern()
    end_grants(scene.teacher)
    browser = acting(scene.teacher)
    assert "Take it back" not in browser.get(reverse("register:my_concern", args=[made.pk])).content.decode()
    page = browser.post(reverse("register:withdraw_concern", args=[made.pk]), follow=True)
    assert "do not work with this pupil any more" in page.content.decode()
    with as_owner():
        assert not made.steps.filter(kind="withdrawn").exists()


def test_who_left_is_not_written_to_and_the_page_says_so(scene, acting):
    made = scene.concern()
    end(scene.teacher)
    browser = acting(scene.senco)
    page = browser.get(decide_url(made, "advise"))
    assert "cannot sign in here any more" in page.content.decode()
    assert not page.context["form"]["tell_raiser"].value()
    browser.post(decide_url(made, "advise"), sent(made, **WORDS))
    assert addressees() == {scene.mother.email}
    assert notices(made)["raiser"] == "We decided."  # kept, should they come back


def test_a_parent_whose_access_has_ended_is_not_written_to(scene, acting):
    made = scene.concern(by=scene.mother)
    end_grants(scene.mother)
    browser = acting(scene.senco)
    page = browser.get(decide_url(made, "advise"))
    assert "access to the child has ended" in page.content.decode()
    browser.post(decide_url(made, "advise"), sent(made, **WORDS))
    assert addressees() == set()
    assert acting(scene.mother).get(reverse("register:my_concern", args=[made.pk])).status_code == 404


@pytest.mark.parametrize("dates", [{"left_on": -3}, {"joined_on": 3}])
def test_whom_the_page_calls_reached_finds_the_message(scene, acting, dates):
    """Parents of a pupil who has left, or joins next week, too."""
    made = scene.concern()
    with as_owner():
        days_from_now = {
            name: timezone.localdate() + datetime.timedelta(offset) for name, offset in dates.items()
        }
        Pupil.objects.filter(pk=scene.amina.pk).update(**days_from_now)
    page = acting(scene.senco).get(decide_url(made, "advise"))
    assert [person.pk for person in page.context["home"].reached] == [scene.mother.pk]
    scene.notice(made, "parents", "We help her.")
    text = acting(scene.mother).get(reverse("dashboard:home")).content.decode()
    assert "We help her." in text
    assert ("left this school" in text) == ("left_on" in dates)


def test_a_named_share_in_spite_of_an_order_stands_once_and_is_marked(scene, acting):
    father = person("parent", at=scene.school, first_name="Omar", last_name="Khan", title="")
    order = {"forename": "omar", "surname": "Khan", "relationship": "FAT", "court_order": True}
    contact(scene.amina, **order, email=father.email.upper())
    with acting_as(scene.senco):
        before = home_of(scene.amina)
    assert [each.forename for each in before.not_reached] == ["omar"] and not before.ordered
    access(father, scene.amina, source="share", ends=days(9))
    with acting_as(scene.senco):
        home = home_of(scene.amina)
    assert {each.pk for each in home.reached} == {scene.mother.pk, father.pk}
    assert home.not_reached == [] and [each.pk for each in home.ordered] == [father.pk]
    text = acting(scene.senco).get(decide_url(scene.concern(), "advise")).content.decode()
    assert "in spite of a court order" in text and "Not reached here:" not in text


def test_two_people_of_one_address_are_two(scene):
    """Only the mother has access; the father under the order who uses her mailbox is still to be told another way."""
    with as_owner():
        Contact.objects.filter(pupil=scene.amina).update(email=scene.mother.email)
    contact(scene.amina, forename="Omar", surname="Khan", court_order=True, email=scene.mother.email)
    with acting_as(scene.senco):
        home = home_of(scene.amina)
    assert [each.forename for each in home.not_reached] == ["Omar"] and home.ordered == []
