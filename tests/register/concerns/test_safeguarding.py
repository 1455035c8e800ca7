"""A concern that goes to the safeguarding lead: no family learns of it from here, whoever raised it."""

import pytest
from django.core.exceptions import ValidationError

from register.actions.decisions import decide
from register.actions.notices import tell
from register.choices import Decision
from register.letters import Words, gaps_in
from senco.access.context import acting_as
from senco.accounts.models import School
from senco.messages.models import OutboxMessage
from tests.factories import access, as_owner, person
from tests.register.concerns.test_decisions import decide_url, kinds, notices, sent, url

SMUGGLED = {
    "tell_raiser": "on",
    "to_raiser": "Smuggled in",
    "tell_parents": "on",
    "to_parents": "Smuggled in",
}


@pytest.fixture
def from_home(scene):
    """Raised by the mother, and by a colleague who is the father: either may be whom it is about."""
    at_work = person("teacher", at=scene.school)
    at_home = person("parent", at=scene.school, user=at_work.user)
    access(at_home, scene.amina, source="parent")
    access(at_work, scene.amina, source="group")
    return [scene.concern(by=scene.mother), scene.concern(by=at_work)]


def test_whoever_of_the_family_raised_it_is_not_written_to(scene, acting, from_home):
    browser = acting(scene.senco)
    for made in from_home:
        page = browser.get(decide_url(made, "safeguarding"))
        assert "tell_raiser" not in page.context["form"].fields
        assert "may be whom this is about" in page.content.decode()
        browser.post(decide_url(made, "safeguarding"), sent(made, **SMUGGLED))
        assert kinds(made) == ["raised", "decided"] and notices(made) == {}
    with as_owner():
        assert not OutboxMessage.objects.exists()


def test_nor_later(scene, acting, from_home):
    made = from_home[0]
    scene.step(made, "decided", decision="safeguarding")
    browser = acting(scene.senco)
    text = browser.get(made.get_absolute_url()).content.decode()
    assert url("tell_about_concern", made.pk) not in text and url("close_concern", made.pk) in text
    assert "tell_raiser" not in browser.get(url("tell_about_concern", made.pk)).context["form"].fields
    assert browser.post(url("tell_about_concern", made.pk), sent(made, **SMUGGLED)).status_code == 422
    assert notices(made) == {}


@pytest.mark.parametrize("words", [Words("To them"), Words("", "To the parents")])
def test_no_form_is_needed_for_the_refusal(scene, from_home, words):
    decided = scene.concern(by=scene.mother)
    scene.step(decided, "decided", decision="safeguarding")
    with acting_as(scene.senco):
        for made in from_home:
            with pytest.raises(ValidationError, match="safeguarding lead decides"):
                decide(concern=made, version=1, decision=Decision.SAFEGUARDING, by=scene.senco, words=words)
        with pytest.raises(ValidationError, match="safeguarding lead decides"):
            tell(concern=decided, version=1, words=words, by=scene.senco)


def test_a_teacher_who_raised_it_is_thanked(scene, acting):
    made = scene.concern()
    browser = acting(scene.senco)
    form = browser.get(decide_url(made, "safeguarding")).context["form"]
    assert form["tell_raiser"].value() is True and "Ms Osei" in form["to_raiser"].value()
    browser.post(decide_url(made, "safeguarding"), sent(made, tell_raiser="on", to_raiser="Thank you."))
    assert notices(made) == {"raiser": "Thank you."}


def test_a_blank_contact_is_a_gap_that_is_not_sent(scene, acting):
    with as_owner():
        School.objects.filter(pk=scene.school.pk).update(safeguarding_name="", safeguarding_phone="")
    made = scene.concern()
    browser = acting(scene.senco)
    words = browser.get(decide_url(made, "safeguarding")).context["form"]["to_raiser"].value()
    assert len(gaps_in(words)) == 2
    page = browser.post(decide_url(made, "safeguarding"), sent(made, tell_raiser="on", to_raiser=words))
    assert page.status_code == 422 and "Put your own words in place of" in page.content.decode()
    assert kinds(made) == ["raised"]
