"""The language of a page: as its reader chose, else as their browser asks, and its markup says which one it really is."""

import pytest

from senco.core.reading.settings import COOKIE, ReadingSettings
from tests.factories import as_owner
from tests.reading import words_on

pytestmark = pytest.mark.django_db
ENGLISH = ("Reading settings", "Page not found")
WELSH = ("Gosodiadau darllen", "Heb ganfod y dudalen")


def language_of(page) -> str:
    """What a page says that it is in; its words and its header say the same."""
    words, spoken = words_on(page), page.headers["Content-Language"]
    assert f'<html lang="{spoken}" dir="ltr"' in page.content.decode()
    assert any(each in words for each in ENGLISH) is (spoken == "en-gb")
    assert any(each in words for each in WELSH) is (spoken == "cy")
    return spoken


@pytest.mark.parametrize("wish", ["en-US,en;q=0.8", "ar", "", "*", "../../etc", "ar,en;q=0.2,cy;q=0.1"])
def test_a_browser_that_asks_for_another_gets_english_and_is_told_so(client, wish):
    for path in ("/accounts/login/", "/nowhere/"):
        assert language_of(client.get(path, headers={"Accept-Language": wish})) == "en-gb"


@pytest.mark.parametrize("wish", ["cy", "cy-GB,cy;q=0.9", "ar,cy;q=0.2,en;q=0.1"])
def test_a_browser_that_asks_for_welsh_gets_it(client, wish):
    for path in ("/accounts/login/", "/nowhere/"):
        assert language_of(client.get(path, headers={"Accept-Language": wish})) == "cy"


def test_a_choice_in_this_browser_goes_before_what_the_browser_asks_for(client):
    client.cookies[COOKIE] = ReadingSettings(language="cy").as_cookie()
    assert language_of(client.get("/accounts/login/", headers={"Accept-Language": "en"})) == "cy"
    client.cookies[COOKIE] = ReadingSettings(language="en-gb").as_cookie()
    assert language_of(client.get("/accounts/login/", headers={"Accept-Language": "cy"})) == "en-gb"


def test_one_press_at_the_foot_changes_it_and_leads_back_to_the_page(client):
    answer = client.post("/you/language/", {"language": "cy", "next": "/accounts/login/?x=1"})
    assert (answer.status_code, answer.url) == (302, "/accounts/login/?x=1")
    page = client.get("/you/accessibility/", headers={"Accept-Language": "en"})
    assert language_of(page) == "cy"
    assert (
        '<button type="submit" name="language" value="en-gb" lang="en-gb">English</button>'
        in page.content.decode()
    )
    assert 'value="cy"' not in page.content.decode()


@pytest.mark.parametrize("language", ["xx", "", "auto"])
def test_what_is_no_language_leaves_it_to_the_browser(client, language):
    answer = client.post("/you/language/", {"language": language, "next": "https://elsewhere.example/"})
    assert answer.url == "/"
    assert language_of(client.get("/accounts/login/", headers={"Accept-Language": "cy"})) == "cy"


def test_it_is_kept_on_the_account_and_the_other_settings_stay(client, membership):
    person = membership("teacher").user
    person.reading = ReadingSettings(text="150").as_dict()
    person.shortcuts = False
    with as_owner():
        person.save()
    client.force_login(person)
    client.post("/you/language/", {"language": "cy"})
    with as_owner():
        person.refresh_from_db()
    assert person.reading == ReadingSettings(text="150", language="cy").as_dict()
    assert person.shortcuts is False
    assert language_of(client.get("/you/reading/", headers={"Accept-Language": "en"})) == "cy"


def test_it_is_changed_by_a_press_and_not_by_a_link(client):
    assert client.get("/you/language/?language=cy").status_code == 405
