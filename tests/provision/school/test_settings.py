"""What a school decides about its plans as a whole."""

from dataclasses import dataclass

import pytest
from django.urls import reverse

from provision.forms.settings import SettingsForm
from provision.models import PlanSettings
from provision.plan_check import RULES
from provision.queries.settings import rules_off_for, settings_of
from provision.queries.tiers import tier_names
from senco.access.context import acting_as
from tests.factories import as_owner, person
from tests.factories.provided import intervention

from .banking import HOSTILE, link

pytestmark = pytest.mark.django_db
CODES = [rule.code for rule in RULES]
SETTINGS = "settings"


@dataclass(frozen=True)
class OneRule:
    code: str = "one"
    name: str = "One rule"
    explanation: str = "Because."
    source: str = ""


def kept(school) -> PlanSettings:
    with as_owner():
        return settings_of(school)


def sent(**changed) -> dict:
    return {"rules_on": CODES, "profile_word": "", "registers_offline": "on", "version": "0"} | changed


def test_at_first_everything_is_on(acting, senco, here):
    page = acting(senco).get(link(SETTINGS))
    assert page.context["form"]["rules_on"].value() == CODES and len(CODES) > 5
    assert all(
        str(rule.name) in page.content.decode()
        for rule in RULES
        if "’" not in str(rule.name) and "'" not in str(rule.name)
    )
    with as_owner():
        assert rules_off_for(here) == frozenset() and not PlanSettings.objects.exists()


def test_rules_are_switched_off_and_on_again(acting, senco, here):
    browser = acting(senco)
    assert browser.post(link(SETTINGS), sent(rules_on=CODES[1:])).status_code == 302
    with as_owner():
        assert rules_off_for(here) == {CODES[0]}
    assert browser.get(link(SETTINGS)).context["form"]["rules_on"].value() == CODES[1:]
    browser.post(link(SETTINGS), sent(rules_on=[], version="1"))
    assert sorted(kept(here).rules_off) == sorted(CODES)
    browser.post(link(SETTINGS), sent(version="2"))
    assert kept(here).rules_off == []


def test_the_word_for_the_profile_is_kept(acting, senco, here):
    acting(senco).post(link(SETTINGS), sent(profile_word="  Pupil   passport "))
    assert kept(here).profile_word == "Pupil passport"
    assert "Pen portrait" in acting(senco).get(link(SETTINGS)).content.decode()


@pytest.mark.parametrize("wrong", [{"rules_on": ["no_such_rule"]}, {"profile_word": "x" * 41}])
def test_what_is_wrong_is_refused(acting, senco, wrong):
    assert acting(senco).post(link(SETTINGS), sent(**wrong)).status_code == 422
    with as_owner():
        assert not PlanSettings.objects.exists()


def test_two_people_who_save_first_compare(acting, senco, here):
    browser = acting(senco)
    opened = browser.get(link(SETTINGS)).context["form"]["opened"].value()
    browser.post(link(SETTINGS), sent(profile_word="Passport", opened=opened))
    late = browser.post(link(SETTINGS), sent(profile_word="Portrait", opened=opened))
    assert late.status_code == 422 and "Passport" in late.content.decode()
    assert f"Saved by {senco.name} on" in late.content.decode()
    assert kept(here).profile_word == "Passport"


def test_what_only_the_other_changed_is_taken_over(acting, senco, here):
    browser = acting(senco)
    opened = browser.get(link(SETTINGS)).context["form"]["opened"].value()
    browser.post(link(SETTINGS), sent(rules_on=CODES[2:], opened=opened))
    late = browser.post(link(SETTINGS), sent(profile_word="Portrait", opened=opened))
    form = late.context["form"]
    assert late.status_code == 422 and form["rules_on"].value() == CODES[2:]
    browser.post(
        link(SETTINGS),
        sent(profile_word="Portrait", rules_on=CODES[2:], version="1", opened=form["opened"].value()),
    )
    assert (kept(here).profile_word, set(kept(here).rules_off)) == ("Portrait", set(CODES[:2]))


@pytest.mark.parametrize("rules", [(), (OneRule(),)])
def test_the_form_stands_with_few_rules_or_none(here, rules):
    settings = PlanSettings(school=here, version=0, rules_off=["of-yesterday"])
    form = SettingsForm({"version": "0", "profile_word": ""}, instance=settings, rules=rules)
    assert form.is_valid()
    assert form.settled().rules_off == ["of-yesterday", *(rule.code for rule in rules)]


@pytest.mark.parametrize("role", ["admin", "head", "teacher", "ta", "parent", "professional", "governor"])
def test_only_the_senco_decides(acting, here, role):
    browser = acting(person(role, at=here))
    assert browser.get(link(SETTINGS)).status_code == 403
    assert browser.post(link(SETTINGS), sent()).status_code == 403


def test_another_school_decides_for_itself(acting, senco, stranger, here):
    acting(senco).post(link(SETTINGS), sent(profile_word="Passport"))
    acting(stranger).post(link(SETTINGS), sent(profile_word="Portrait"))
    assert (kept(here).profile_word, kept(stranger.school).profile_word) == ("Passport", "Portrait")


def test_hostile_words_are_shown_as_words(acting, senco):
    acting(senco).post(link(SETTINGS), sent(profile_word=HOSTILE))
    page = acting(senco).get(link(SETTINGS)).content.decode()
    assert HOSTILE not in page and "&lt;script&gt;alert(1)" in page


WAVES = {"tier_1": "Wave 1", "tier_2": " Wave  2 ", "tier_3": "", "tier_4": "Wave 3"}


def test_the_school_names_its_tiers(acting, senco, here):
    browser = acting(senco)
    assert browser.post(link(SETTINGS), sent(**WAVES)).status_code == 302
    with acting_as(senco):
        assert list(tier_names(here).values()) == ["Wave 1", "Wave 2", "Targeted plus", "Wave 3"]
    intervention(by=senco, name="Phonics", tier="2")
    for page in (reverse("provision:library"), reverse("provision:starter_library")):
        assert "Wave 2" in browser.get(page).content.decode()
    assert browser.post(link(SETTINGS), sent(version="1")).status_code == 302
    assert kept(here).tier_names == []
    assert "Wave 2" not in browser.get(reverse("provision:library")).content.decode()
