"""A concern from a phone in a minute: few taps, a short page, big targets, and the same without scripts."""

import pytest
from playwright.sync_api import expect

PHONE = 360
MOST_TAPS, LONGEST, SMALLEST = (
    6,
    1_100,
    44,
)  # taps beyond typing; pixels down to the button; pixels of a target

SMALL_TARGETS = """least => [...document.querySelectorAll('main form :is(a, button, input, textarea, summary)')]
    .filter(control => control.checkVisibility() && control.type !== 'hidden')
    .map(control => [control.textContent.trim() || control.name, (control.closest('.choice') ?? control).getBoundingClientRect().height])
    .filter(([_name, height]) => height < least)"""


@pytest.fixture
def phone(visit):
    """A teacher on the form, and the taps made so far."""
    visitor = visit("teacher", width=PHONE)
    visitor.go("/concerns/new/")
    visitor.taps = 0

    def tap(*found) -> None:
        for each in found:
            each.click()
            visitor.taps += 1

    visitor.tap = tap
    return visitor


def bottom_of(page, selector: str) -> float:
    return page.evaluate(
        "selector => document.querySelector(selector).getBoundingClientRect().bottom + scrollY", selector
    )


def test_a_minute_on_a_phone(phone):
    page = phone.page
    expect(page.get_by_label("Pupil", exact=True)).to_be_focused()  # no tap to begin with
    page.keyboard.type("an", delay=20)
    phone.tap(page.locator("#matches label").first)
    phone.tap(page.get_by_text("Reading", exact=True), page.get_by_text("Attention", exact=True))
    phone.tap(page.get_by_label("What happened?"))
    page.keyboard.type("Guessed at words on every line, then would not go on. Better after a break.")
    assert bottom_of(page, ".form-actions") <= LONGEST
    assert page.evaluate(SMALL_TARGETS, SMALLEST) == []
    assert not phone.barriers()
    phone.tap(page.get_by_role("button", name="Send to the SENCO"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sent. Ref 20")
    assert phone.taps <= MOST_TAPS
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("main")).to_contain_text("is taken back")
    expect(page.get_by_label("What happened?")).to_have_value(
        "Guessed at words on every line, then would not go on. Better after a break."
    )


def test_changing_ones_mind_about_the_pupil(phone):
    page = phone.page
    page.keyboard.type("an", delay=20)
    page.locator("#matches label").first.click()
    page.get_by_role("button", name="Change pupil").click()
    expect(page.get_by_label("Pupil", exact=True)).to_be_visible()
    page.get_by_role("button", name="Send to the SENCO").click()
    expect(page.locator(".error-summary")).to_contain_text("Choose the pupil.")


def test_the_same_without_scripts(visit):
    visitor = visit("teacher", width=PHONE, scripts=False)
    page = visitor.page
    visitor.go("/concerns/new/")
    page.get_by_label("Pupil", exact=True).fill("an")
    page.get_by_label("What happened?").fill("Typed before the pupil was found.")
    page.locator("#picker").get_by_role("button", name="Find").click()
    page.locator("#matches label").first.click()
    page.get_by_text("Maths", exact=True).click()
    page.get_by_role("button", name="Send to the SENCO").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sent. Ref 20")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("main")).to_contain_text("is taken back")


def test_a_parent_in_plain_words(visit):
    visitor = visit("parent", width=PHONE)
    page = visitor.page
    visitor.go("/concerns/raise/")
    page.locator("#div_id_pupil label").first.click()
    page.get_by_text("Feelings", exact=True).click()
    page.get_by_label("Tell us more").fill("She cries before school.")
    page.get_by_text("A few weeks", exact=True).click()
    page.get_by_role("button", name="Send to school").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sent. Ref 20")
    assert not visitor.barriers()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("main")).to_contain_text("is taken back")
