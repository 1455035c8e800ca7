"""Reading settings: what is kept, for whom, and that nothing strange gets into the page."""

import pytest
from django.http import HttpResponse

from senco.core.reading import actions
from senco.core.reading.forms import ReadingForm
from senco.core.reading.settings import CHOICES, COOKIE, ReadingSettings, reading_of, settings_from
from senco.core.reading.views import safe_address

LARGE = ReadingSettings(
    language="cy", text="150", tint="cream", theme="dark", font="opendyslexic", spacing="wide", rows="roomy"
)


@pytest.mark.parametrize(
    "kept", [None, [], "x", {}, {"text": "9000", "tint": "<b>", "other": "1"}, {"text": ["100"]}]
)
def test_anything_strange_reads_as_the_defaults(kept):
    assert settings_from(kept) == ReadingSettings()


def test_known_values_are_taken_over():
    assert settings_from(LARGE.as_dict() | {"tint": "mauve"}) == ReadingSettings(
        **LARGE.as_dict() | {"tint": "white"}
    )


def test_a_guest_s_settings_are_in_the_cookie(request_of):
    request = request_of(None)
    request.COOKIES[COOKIE] = LARGE.as_cookie()
    assert reading_of(request) == LARGE


def test_the_account_s_settings_come_first(request_of, membership):
    request = request_of(membership("teacher"))
    request.COOKIES[COOKIE] = ReadingSettings(tint="blue").as_cookie()
    assert reading_of(request).tint == "blue"
    request.user.reading = LARGE.as_dict()
    assert reading_of(request) == LARGE


def test_the_cookie_is_out_of_reach_of_scripts():
    response = HttpResponse()
    actions.keep_in_cookie(response=response, settings=LARGE, secure=True)
    cookie = response.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", True)
    assert cookie.value == LARGE.as_cookie()


def test_every_setting_is_asked_for():
    assert set(ReadingForm(with_shortcuts=False).fields) == set(CHOICES) == set(LARGE.as_dict())
    assert "shortcuts" in ReadingForm(with_shortcuts=True).fields


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/register/?year=4", "/register/?year=4"),
        ("https://elsewhere.example/", "/you/reading/"),
        ("//elsewhere.example", "/you/reading/"),
        ("javascript:alert(1)", "/you/reading/"),
        (None, "/you/reading/"),
    ],
)
def test_the_way_back_stays_on_the_site(request_of, address, expected):
    assert safe_address(request_of(None, "/you/reading/"), address) == expected


def test_settings_are_drawn_on_the_page(render):
    html = render("{% extends 'layout/base.html' %}", reading=LARGE)
    for name, value in LARGE.as_dict().items():
        assert f'data-{name}="{value}"' in html


def test_every_value_that_looks_different_has_its_rule():
    from tests.core.tokens import CSS

    css = CSS.read_text()
    plain = {
        "text": "100",
        "spacing": "normal",
        "tint": "white",
        "theme": "system",
        "font": "atkinson",
        "rows": "compact",
    }
    assert set(CHOICES) - set(plain) == {"language"}  # that one is heard in the words, not seen in the look
    for name in plain:
        for value, _label in CHOICES[name]:
            assert (f'[data-{name}="{value}"]' in css) is (value != plain[name]), (name, value)
