"""Pieces of pages in a real browser: accessible in light and dark, no sideways scroll, targets big enough, keys work.

The pages are drawn by our templates and handed to the browser without a server; static files come from the finders.
"""

import pytest
from django.contrib import messages
from django.template import engines
from django.template.loader import render_to_string

from senco.core import undo
from senco.core.charts import BarChart, HeatMap, LineChart, Series
from senco.core.navigation import Link, site
from tests.core.drawn import open_drawn, violations
from tests.core.test_forms import EveryWidget, Rows

pytestmark = pytest.mark.browser
FORM = "{% extends 'layout/page.html' %}{% load crispy_forms_tags %}{% block title %}Form{% endblock %}{% block heading %}Form{% endblock %}{% block content %}{% crispy form %}{% endblock %}"
LIST = """{% extends 'layout/page.html' %}{% load look %}{% block title %}List{% endblock %}{% block heading %}List{% endblock %}
{% block actions %}<button class="button secondary" type="button" data-copy-link data-copied="Copied" hidden>Copy link</button>{% endblock %}
{% block content %}<form method="post"><div class="table-region" tabindex="0" role="region" aria-label="List"><table class="grid stacks">
<thead><tr><th scope="col" class="tick"><input type="checkbox" data-tick-all hidden aria-label="Select all on this page"></th>
{% sort_header "name" "Name" %}<th scope="col">Status</th><th scope="col" class="number">Hours</th></tr></thead><tbody>
{% for name in names %}<tr><td class="tick"><label class="tick"><input type="checkbox" name="selected" value="{{ name }}" aria-label="Select {{ name }}"></label></td>
<th scope="row"><a href="#x">{{ name }}</a></th><td data-label="Status"><span class="tag warn">EHC plan</span> <span class="tag bad">Overdue</span></td>
<td data-label="Hours" class="number">20</td></tr>{% endfor %}</tbody></table></div>{% include "components/bulk_bar.html" with total=142 page_count=3 %}</form>{% endblock %}"""
PIECES = """{% extends 'layout/page.html' %}{% load look %}{% block title %}Pieces{% endblock %}{% block heading %}Pieces{% endblock %}{% block content %}
<ul class="tiles">{% include "components/tile.html" with count=3 label="overdue" url="#a" state="bad" %}{% include "components/tile.html" with count=0 label="to read" url="#b" %}</ul>
{% include "components/progress.html" with done=2 total=5 label="Views" %}
{% include "components/empty.html" with symbol="concern" title="Nothing yet" text="It will appear here." url="#c" action="Log a concern" %}
<div class="cards"><section class="card"><h2>Bars</h2>{% chart bars %}</section><section class="card"><h2>Heat</h2>{% chart heat %}</section></div>
<section class="card"><h2>Lines</h2>{% chart lines %}</section><p class="notice warn"><strong>Careful.</strong> Look.</p>{% endblock %}"""

SWAP = """{% extends 'layout/page.html' %}{% block title %}Swap{% endblock %}{% block heading %}Swap{% endblock %}{% block content %}
<div id="small"><button class="button" id="go" type="button" hx-post="/x/" hx-target="#small">Go</button></div>{% endblock %}"""
SERIES = (Series("SEN support", (34, 27)), Series("EHC plan", (5, 3)))
PAGES = {
    "form": lambda: (FORM, {"form": EveryWidget()}),
    "form sent back": lambda: (FORM, {"form": EveryWidget({"email": "nope"})}),
    "rows": lambda: (FORM.replace("crispy form", "crispy rows"), {"rows": Rows({"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0"})}),
    "list": lambda: (LIST, {"names": ["Ali, Chloe", "Brown, Jaya", "Adeyemi-Okonkwo, Oluwaseun"]}),
    "swap": lambda: (SWAP, {}),
    "pieces": lambda: (
        PIECES,
        {
            "bars": BarChart("Needs", "Speech leads", ("Speech", "SEMH"), SERIES),
            "lines": LineChart("Register", "It grew", ("Aut", "Spr"), SERIES),
            "heat": HeatMap("Years", "Most in R", ("R", "Y1"), SERIES),
        },
    ),
}  # fmt: skip


@pytest.fixture
def complaints(page):
    """What the browser's console objected to, scripts' errors included."""
    found = []
    page.on("console", lambda line: found.append(line.text) if line.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.fixture
def show(page, request_of, membership, monkeypatch, complaints):
    """`show("list", "senco")`: the page as that role gets it, in the browser."""
    lines = [
        Link("Today", "/", "today", "g t", current=True),
        Link("Register", "/register/", "register", "g r", count=142),
    ]
    monkeypatch.setattr(
        site, "links", lambda member, path, acting: lines if member and member.role != "parent" else []
    )

    def draw(name, role="senco", **account):
        source, context = PAGES[name]()
        request = request_of(membership(role, **account))
        undo.offer_undo(request, "Archived.", "/undo/")
        messages.error(request, "Not sent.")
        html = engines["django"].from_string(source).render(context, request)
        open_drawn(page, html)
        return page

    return draw


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(show, page, complaints, name):
    show(name)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert (scheme, violations(page)) == (scheme, [])
    assert complaints == []


def test_control_axe_finds_a_pale_text(show):
    page = show("pieces")
    page.evaluate("document.querySelector('.notice').style.color = '#c0c0c0'")
    assert any(found.startswith("color-contrast") for found in violations(page))


@pytest.mark.parametrize(
    ("name", "role"), [(name, "senco") for name in PAGES] + [("form", "teacher"), ("pieces", "parent")]
)
def test_pages_do_not_scroll_sideways(show, page, name, role):
    show(name, role)
    for width in (320, 360, 1366):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


SMALL = """least => [...document.querySelectorAll('a, button, input, select, summary, textarea')]
  .filter(e => e.checkVisibility() && !e.closest('p, li:not([class]) > a') && e.type !== 'hidden')
  .map(e => { const r = (e.closest('.choice, label.tick') ?? e).getBoundingClientRect(); return [e.outerHTML.slice(0, 90), r.height]; })
  .filter(([, height]) => height > 1 && height < least)"""


@pytest.mark.parametrize("name", PAGES)
def test_targets_are_never_under_24_px(show, page, name):
    assert show(name).evaluate(SMALL, 24) == []
    assert page.evaluate(SMALL, 400), "control: everything is smaller than that"


def test_fourteen_rows_fit_on_a_small_desktop(show, page):
    page.set_viewport_size({"width": 1366, "height": 768})
    heights = show("list").evaluate(
        "[...document.querySelectorAll('tbody tr')].map(r => r.getBoundingClientRect().height)"
    )
    assert set(heights) == {34}


DRAWN = """() => [...document.querySelectorAll('.chart:has(.roomy)')].map(chart => {
  const seen = [...chart.querySelectorAll('svg')].filter(e => e.checkVisibility());
  return [seen.length, seen[0].getScreenCTM().a, chart.scrollWidth - chart.clientWidth];
})"""


@pytest.mark.parametrize("width", [360, 1366])
def test_a_drawing_is_whole_with_words_of_13_px_on_a_phone_and_a_desk(show, page, width):
    page.set_viewport_size({"width": width, "height": 700})
    assert show("pieces").evaluate(DRAWN) == [[1, 1, 0]] * 2


def test_the_summary_has_the_focus(show):
    assert show("form sent back").evaluate("document.activeElement.className") == "error-summary"


def test_ticking_rows_shows_the_bar_and_counts(show):
    page = show("list")
    assert not page.locator(".bulk").is_visible()
    page.check('[name="selected"] >> nth=1')
    assert page.inner_text("[data-bulk-count]") == "1 ticked:"
    page.check("[data-tick-all]")
    assert page.inner_text("[data-bulk-count]") == "3 ticked:"


@pytest.mark.parametrize("shortcuts", [True, False])
def test_single_keys_can_be_switched_off(show, page, shortcuts):
    show("pieces", shortcuts=shortcuts)
    page.keyboard.press("?")
    assert page.locator("#keys").evaluate("e => e.open") is shortcuts
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    assert page.locator("#palette").evaluate("e => e.open"), "the palette is not a single key"


def test_enter_in_the_palette_follows_the_first_line_that_is_left(show, page):
    """For those who may not search for pupils; without a line left it does nothing."""
    show("pieces", "professional")
    page.route("http://testserver/register/", lambda route: route.fulfill(body="<title>There</title>"))
    page.keyboard.press("Control+k")
    page.keyboard.type("no such page")
    page.keyboard.press("Enter")
    assert page.locator("#palette").evaluate("e => e.open")
    page.fill("#palette-find", "regis")
    page.keyboard.press("Enter")
    page.wait_for_url("http://testserver/register/")


def test_a_fragment_from_a_forgotten_tab_becomes_the_whole_page(show, page, request_of, membership):
    """The answer of senco.access.same_role to htmx: status 409, for the body wherever the fragment was to go."""
    drawn, now = membership("teacher"), membership("senco")
    context = {
        "drawn": drawn,
        "path": "/x/",
        "fields": [("why", "my words")],
        "texts": [],
        "files": False,
        "ended": None,
    }
    answer = render_to_string("accounts/other_role.html", context, request=request_of(now))
    page.route(
        "http://testserver/x/",
        lambda route: route.fulfill(
            status=409, body=answer, content_type="text/html", headers={"HX-Retarget": "body", "HX-Reswap": "innerHTML"}
        ),
    )  # fmt: skip
    show("swap")
    page.click("#go")
    page.get_by_role("heading", name="You changed role in another tab").wait_for()
    assert page.locator("#small").count() == 0
    assert page.locator('[name="typed:why"]').input_value() == "my words"


def test_undo_counts_down_and_leaves(show, page):
    page.clock.install()
    show("pieces")
    assert page.locator("[data-seconds]").count() == 1
    page.clock.run_for(3_000)
    assert page.inner_text("[data-seconds]") == "(7)"
    page.clock.run_for(8_000)
    assert page.locator("[data-seconds]").count() == 0
    assert page.get_by_text("Archived.").is_visible(), "what was done stays told"


def test_nothing_is_kept_in_the_browser(show):
    kept = show("form").evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert kept == [0, 0, ""]


def test_tasks_are_whole_without_scripts(browser, show, page):
    """What only scripts can do is not offered without them; the form and its buttons are all there."""
    show("list")
    html = page.evaluate("fetch('/').then(answer => answer.text())")
    plain = browser.new_context(java_script_enabled=False).new_page()
    open_drawn(plain, html)
    assert not plain.get_by_text("Copy link").is_visible()
    plain.check('[name="selected"] >> nth=0')
    assert plain.locator(".bulk").is_visible()
