"""Nothing lies outside the screen: wide tables turn into cards by the room there is in the reader's own letters, or scroll in their frame."""

import re

import pytest

from tests.journeys.pages import KEY

PAGES = (
    "/people/contacts/", "/people/shares/", "/people/", "/", "/register/", "/concerns/", "/watched/", "/census/", "/you/",
)  # fmt: skip
LOOKS = {
    "as it comes": ({}, (1366, 1024, 900, 768, 360)),
    "letters twice as big": ({"text": "200"}, (1366, 1024, 360, 320)),
    "and wide, in OpenDyslexic": ({"text": "200", "spacing": "wide", "font": "opendyslexic"}, (1366, 360)),
}
SET = "look => Object.assign(document.documentElement.dataset, {text: '100', spacing: '', font: ''}, look)"
TOO_WIDE = """() => [document.documentElement, document.querySelector('main')]
  .filter(e => e.scrollWidth > e.clientWidth).map(e => `${e.tagName}: ${e.scrollWidth} of ${e.clientWidth}`)"""


def test_no_page_is_wider_than_the_screen(visit):
    visitor, found = visit("senco"), []
    concern, pupil = (
        re.search(f"/{kind}/{KEY}/", visitor.read(page))[0]
        for kind, page in (("concerns", "/concerns/"), ("pupils", "/register/"))
    )
    for address in (*PAGES, concern, pupil, f"{pupil}chronology/"):
        assert visitor.go(address) == 200, address
        for name, (look, widths) in LOOKS.items():
            visitor.page.evaluate(SET, look)
            for width in widths:
                visitor.page.set_viewport_size({"width": width, "height": 768})
                found += [f"{address} {name} at {width}: {part}" for part in visitor.page.evaluate(TOO_WIDE)]
    assert not found, "\n".join(found)


def test_control_a_wide_thing_is_found(visit):
    page = visit("senco").page
    page.evaluate("document.querySelector('main h1').style.minInlineSize = '2000px'")
    assert page.evaluate(TOO_WIDE)


@pytest.mark.parametrize("width", [768, 1366])
def test_a_page_ends_where_its_text_ends(visit, width):
    """Labels for screen readers in a table that scrolls do not lengthen the page under it."""
    visitor = visit("senco")
    visitor.go("/people/contacts/")
    visitor.page.set_viewport_size({"width": width, "height": 768})
    blank = "document.documentElement.scrollHeight - scrollY - document.querySelector('.foot').getBoundingClientRect().bottom"
    assert visitor.page.evaluate(blank) < 2
