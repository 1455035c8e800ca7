"""Whole pages: shells, errors, parts for htmx, sortable headers, and what a page costs."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib import messages
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.db import OperationalError
from django.template import engines
from django.template.loader import render_to_string

from senco.accounts.roles import Role
from senco.core.error_pages import server_error
from senco.core.htmx import redirect_after, render_page, wants_part
from tests.source import PACKAGES, ROOT

PAGE = (
    "{% extends 'layout/page.html' %}{% block title %}Pieces{% endblock %}"
    "{% block heading %}Pieces{% endblock %}{% block content %}<p>Words</p>{% endblock %}"
)
STATIC_ERRORS = [f"{name}.html" for name in ("400", "403_csrf", "404", "405", "429", "500", "503")]
PART = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.mark.parametrize("role", [None, *Role.values])
def test_every_role_gets_a_whole_page(render, membership, role):
    html = render(PAGE, membership=membership(role) if role else None)
    assert html.count("<main") == html.count("<h1") == 1
    assert "<title>Pieces – " in html
    assert ("Larkfield Academy" in html) is (role is not None)
    assert ("01234 555 010" in html) is (role == "parent"), "families find the school's number on every page"


def test_pages_carry_no_inline_code(render, membership):
    html = render(PAGE, membership=membership("senco"))
    assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?![^>]*\ssrc=)", html)
    assert html.count("<script") == len(re.findall(r'<script src="[^"]+" defer nonce="', html)) == 3


def test_a_page_with_a_refused_form_says_so_in_its_title(render, membership):
    from senco.core.reading.forms import ReadingForm

    html = render(PAGE, membership=membership("ta"), form=ReadingForm({}, with_shortcuts=True))
    assert "<title>Error: Pieces" in html


@pytest.mark.parametrize("name", STATIC_ERRORS)
def test_error_pages_need_nothing(name):
    html = render_to_string(name)
    assert html.count("<h1>") == 1
    assert "<script" not in html


def test_not_found_does_not_repeat_what_was_asked_for():
    html = render_to_string("404.html", {"request_path": "/pupils/7/", "exception": "Ali, Chloe"})
    assert "Ali" not in html
    assert "/pupils/7/" not in html


def test_refused_names_the_role_and_offers_the_others(request_of, membership):
    mine, other = membership("teacher"), membership("parent")
    request = request_of(mine)
    request.memberships = [mine, other]
    html = render_to_string("403.html", {"places": {"switch_role": "/you/role/"}}, request=request)
    assert "You are acting as <strong>Teacher</strong> at Larkfield Academy." in html
    assert f'name="membership" value="{other.pk}"' in html
    assert f'name="membership" value="{mine.pk}"' not in html


def test_refused_without_any_role(render):
    assert "no school has given you a role yet" in render("{% include '403.html' %}")


def failing(error, request):
    try:
        raise error
    except type(error):
        return server_error(request)


def test_a_database_that_is_away_asks_to_come_back(request_of):
    response = failing(OperationalError("gone"), request_of())
    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert failing(ValueError("x"), request_of()).status_code == 500


@pytest.fixture
def two_part_template(monkeypatch):
    """A template with a named part, found by name as a page's own would be."""
    loader_source = {
        "both.html": "<h1>All</h1>{% partialdef rows inline %}<ul id=rows>{{ n }}</ul>{% endpartialdef %}"
    }
    engine = engines["django"].engine
    from django.template.loaders.locmem import Loader

    monkeypatch.setattr(engine, "template_loaders", [Loader(engine, loader_source), *engine.template_loaders])


@pytest.mark.usefixtures("two_part_template")
def test_htmx_gets_the_part_and_a_browser_the_page(request_of):
    whole = render_page(request_of(), "both.html", {"n": 3}, part="rows")
    part = render_page(request_of(**PART), "both.html", {"n": 3}, part="rows")
    assert whole.content == b"<h1>All</h1><ul id=rows>3</ul>"
    assert part.content.startswith(b"<ul id=rows>3</ul>")
    assert whole["Vary"] == part["Vary"] == "HX-Request, HX-Request-Type"


@pytest.mark.usefixtures("two_part_template")
def test_a_part_brings_its_messages(request_of):
    request = request_of(**PART)
    messages.success(request, "Saved.")
    content = render_page(request, "both.html", {"n": 3}, part="rows").content.decode()
    assert 'id="messages"' in content
    assert 'hx-swap-oob="true"' in content
    assert "Saved." in content


@pytest.mark.parametrize(
    "headers",
    [{}, {"HX-Request": "true", "HX-Request-Type": "full"}, PART | {"HX-History-Restore-Request": "true"}],
)
def test_requests_for_a_whole_body_get_the_page(request_of, headers):
    assert not wants_part(request_of(**headers))
    assert wants_part(request_of(**PART))


def test_redirects_leave_the_fragment(request_of):
    assert redirect_after(request_of(), "/there/")["Location"] == "/there/"
    inside = redirect_after(request_of(**PART), "/there/")
    assert (inside.status_code, inside["HX-Redirect"]) == (204, "/there/")


def test_headers_sort_and_say_how(render):
    source = '{% load look %}{% sort_header "name" "Name" %}'
    assert 'href="?sort=name&amp;year=4"' in render(source, path="/?year=4&page=3").replace(
        "year=4&amp;sort=name", "sort=name&amp;year=4"
    )
    ascending = render(source, path="/?sort=name")
    assert 'aria-sort="ascending"' in ascending
    assert 'href="?sort=-name"' in ascending
    assert 'aria-sort="descending"' in render(source, path="/?sort=-name")


def test_pages_of_a_list_keep_the_filters(render):
    page = Paginator(range(120), 50).get_page(2)
    html = render("{% include 'components/pagination.html' %}", path="/?year=4", page=page)
    assert "?year=4&amp;page=1" in html
    assert "?year=4&amp;page=3" in html
    assert "Page 2 of 3" in html


def weight(*names) -> int:
    """Bytes of these static files as they are sent, compressed."""
    return sum(len(gzip.compress(Path(finders.find(name)).read_bytes(), 9)) for name in names)


def test_scripts_fit_their_budget(render):
    names = re.findall(r'<script src="/static/([^"]+)"', render(PAGE))
    assert weight(*names) <= 25_000


def test_a_first_visit_fits_its_budget(render, membership):
    html = render(PAGE, membership=membership("senco"))
    names = re.findall(r'/static/((?:css|js|htmx|fonts|img)/[^"#]+)"', html)
    assert any(name.endswith(".woff2") for name in names)
    assert weight(*set(names)) + len(gzip.compress(html.encode())) <= 100_000


def test_scripts_keep_nothing_and_build_no_markup_from_text():
    forbidden = re.compile(
        r"localStorage|sessionStorage|innerHTML|outerHTML|insertAdjacentHTML|\beval\b|new Function|document\.write|document\.cookie"
    )
    source = {path.name: path.read_text() for path in (ROOT / "static/js").glob("*.js")}
    assert len(source) >= 2
    assert not [name for name, text in source.items() if forbidden.search(text)]
    assert forbidden.search("box.innerHTML = words"), "control"
    assert [name for name, text in source.items() if "indexedDB" in text] == [
        "offline.js"
    ]  # encrypted: tests/journeys, decision 21


def test_every_icon_that_is_asked_for_is_drawn():
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (ROOT / "static/img/icons.svg").read_text()))
    asked = {
        name
        for path in (ROOT / "templates").rglob("*.html")
        for name in re.findall(r'{% icon "([\w-]+)" %}|symbol="([\w-]+)"', path.read_text())
        for name in name
        if name
    }
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            asked |= set(re.findall(r'\bicon="([\w-]+)"', path.read_text()))
    assert asked
    assert asked <= drawn
