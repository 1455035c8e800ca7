"""What people read when something went wrong, and that the pages keep to how they want to read."""

import pytest
from django.conf import settings as configured
from django.db import OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import path
from kombu.exceptions import OperationalError as BrokerError
from redis.exceptions import ConnectionError as CacheGone
from redis.exceptions import TimeoutError as CacheSilent

from senco.core.error_pages import server_error, too_many_requests
from senco.core.reading.settings import COOKIE
from tests.core.drawn import open_drawn, violations
from tests.factories import person

READING = "text=150&theme=dark&spacing=wide"


def failing(error, request):
    try:
        raise error
    except type(error):
        return server_error(request)


@pytest.mark.parametrize("error", [OperationalError("gone"), CacheGone(), CacheSilent(), BrokerError()])
def test_what_is_briefly_away_asks_to_come_back(rf, error):
    response = failing(error, rf.get("/"))
    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert "Back in a moment" in response.content.decode()


def test_a_fault_of_ours_is_no_503(rf):
    assert failing(ValueError("x"), rf.get("/")).status_code == 500


def test_all_of_them_follow_the_reading_settings_of_the_browser(rf, client):
    request = rf.get("/")
    request.COOKIES[COOKIE] = READING
    client.cookies[COOKIE] = READING
    client.raise_request_exception = False
    pages = [failing(error, request) for error in (OperationalError(), ValueError())]
    pages += [
        too_many_requests(request),
        client.get("/x?q=%00"),
        client.get("/nowhere/"),
        client.put("/healthz"),
    ]
    assert [page.status_code for page in pages] == [503, 500, 429, 400, 404, 405]
    for page in pages:
        assert (
            'data-text="150" data-spacing="wide" data-tint="white" data-theme="dark"' in page.content.decode()
        )


def test_the_length_of_a_refusal_is_that_of_its_words(client):
    page = client.put("/healthz")
    assert page.content and page["Content-Length"] == str(len(page.content))


def test_a_cookie_full_of_nonsense_does_no_harm(rf):
    request = rf.get("/")
    for nonsense in ("&" * 5000, "text=<b>", "=", "text=150" * 900):
        request.COOKIES[COOKIE] = nonsense
        assert 'data-text="100"' in failing(ValueError("x"), request).content.decode()


@pytest.mark.django_db
def test_a_cache_that_is_away_is_a_503_at_the_sign_in_page(client, settings):
    client.raise_request_exception = False
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "unix:///nowhere/at/all.sock"}}
    answer = client.post("/accounts/login/", {"login": "a@example.org", "password": "x"})
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")


@pytest.mark.django_db
def test_a_method_that_a_page_does_not_know_is_refused_in_words(acting):
    answer = acting(person("teacher")).get("/drafts/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "belongs to a button or to a form" in answer.content.decode()
    assert answer["Content-Type"].startswith("text/html")


def own_words(request):
    return HttpResponse("said already", status=405)


urlpatterns = [path("own/", own_words)]


@pytest.mark.urls(__name__)
def test_an_answer_that_has_words_keeps_them(rf):
    from senco.core.error_pages import WordsForRefusals

    assert WordsForRefusals(own_words)(rf.get("/own/")).content == b"said already"


def test_debug_pages_need_a_name_of_our_own():
    """DEBUG=1 stands in many a shell; Django's debug pages show settings and records."""
    import os
    import subprocess
    import sys

    code = "import senco.settings as s; print(s.DEBUG)"
    for name, expected in (("DEBUG", "False"), ("SENCO_DEBUG", "True")):
        run = subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {name: "1"}, cwd=configured.BASE_DIR, capture_output=True,
            text=True, check=True,
        )  # fmt: skip
        assert run.stdout.strip() == expected


@pytest.fixture
def drawn_pages(request_of, membership):
    """Every page on the bare layout, in the states that hold something to press or to read."""
    here, there = membership("teacher"), membership("senco")
    request = request_of(here)
    request.memberships = [here, there]
    texts = ["A text that took a while to write"]
    sent = {"path": "/x/", "fields": [("why", "words")], "files": True}
    pages = {name: (f"{name}.html", {}) for name in ("400", "404", "405", "429", "500", "503")}
    pages |= {
        "stale": ("403_csrf.html", {"texts": texts}),
        "other role": ("accounts/other_role.html", sent | {"drawn": there, "ended": None, "texts": []}),
        "ended role": ("accounts/other_role.html", sent | {"drawn": None, "ended": there, "texts": texts}),
        "no role": ("accounts/other_role.html", sent | {"drawn": None, "ended": None, "texts": texts}),
        "choice": ("accounts/role_ended.html", {"ended": there}),
    }
    return {name: render_to_string(page, context, request=request) for name, (page, context) in pages.items()}


@pytest.mark.browser
def test_axe_finds_nothing_on_them_and_they_fit_a_telephone(page, drawn_pages):
    for name, html in drawn_pages.items():
        open_drawn(page, html)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert (name, scheme, violations(page)) == (name, scheme, [])
        page.set_viewport_size({"width": 320, "height": 600})
        assert (name, page.evaluate("document.documentElement.scrollWidth") <= 320) == (name, True)
