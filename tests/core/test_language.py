"""A language is offered once its words are there: a page says in its markup which language it is really in."""

from pathlib import Path

import pytest
from django.conf import settings


def without_words(languages, folder: Path) -> list[str]:
    """Languages on offer that have no catalogue. English needs none: it is what the templates are written in."""
    return [
        code
        for code, _name in languages
        if code != settings.LANGUAGE_CODE
        and not (folder / code.replace("-", "_") / "LC_MESSAGES/django.mo").exists()
    ]


def test_every_language_on_offer_has_its_words():
    assert without_words(settings.LANGUAGES, settings.LOCALE_PATHS[0]) == []


def test_control_a_language_without_words_is_noticed(tmp_path):
    assert without_words([("en-gb", "English"), ("cy", "Cymraeg")], tmp_path) == ["cy"]


@pytest.mark.django_db
@pytest.mark.parametrize("wish", ["cy", "cy-GB,cy;q=0.9", "en-US,en;q=0.8", "ar", "", "*", "../../etc"])
def test_a_browser_that_asks_for_another_gets_english_and_is_told_so(client, wish):
    for path in ("/accounts/login/", "/nowhere/"):
        page = client.get(path, headers={"Accept-Language": wish})
        assert '<html lang="en-gb" dir="ltr"' in page.content.decode()
        assert page.headers["Content-Language"] == "en-gb"
