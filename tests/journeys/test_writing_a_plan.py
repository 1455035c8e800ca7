"""A plan is begun, written by two people at once, and noted on a phone; the same without scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.pages import KEY


def begin(visitor) -> str:
    """A plan for one of the teacher's pupils who has none open; its address."""
    visitor.go(f"/pupils/{without_plan(visitor)}/plans/begin/")
    visitor.page.get_by_label("SEN Support plan").check()
    visitor.page.get_by_role("button", name="Begin the plan").click()
    visitor.page.wait_for_url(re.compile(r"/plans/[0-9a-f-]{36}/$"))
    return visitor.here


def without_plan(visitor) -> str:
    """One of the teacher's pupils without an open plan; its key."""
    planned = visitor.read("/plans/")
    pupils = re.findall(rf"/pupils/({KEY})/[^>]*>([^<]+)<", visitor.read("/pupils/mine/"))
    return next(key for key, name in pupils if name.strip() not in planned)


def open_form(visitor, part: str, name: str) -> None:
    """Press a button of a part; its form takes the place of the part."""
    card = visitor.page.locator(f"#part-{part}")
    card.get_by_role("link", name=re.compile(name)).first.click()
    card.locator("form[data-draft-key], form:has([name=concerns])").wait_for()


def save(visitor, part: str, name: str) -> None:
    visitor.page.locator(f"#part-{part}").get_by_role("button", name=name, exact=True).click()
    visitor.page.locator(f"#part-{part} .part-head").wait_for()


def test_two_people_write_one_plan(visit):
    teacher, senco = visit("teacher"), visit("senco")
    address = begin(teacher)
    open_form(teacher, "strengths", "Write")
    box = teacher.page.locator("#part-strengths textarea")
    assert teacher.page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    box.fill("Kind to younger pupils.")
    teacher.page.locator("#part-strengths [data-saved]", has_text="Saved").wait_for()  # the draft
    senco.go(address)
    senco.page.get_by_text("is editing Strengths and interests").wait_for()
    open_form(senco, "strengths", "Write")
    senco.page.get_by_text("is writing here too").wait_for()
    senco.page.locator("#part-strengths textarea").fill("Loves trains.")
    save(teacher, "strengths", "Save")
    assert teacher.page.evaluate("document.activeElement.id") == "part-strengths-title"
    senco.page.locator("#part-strengths").get_by_role("button", name="Save", exact=True).click()
    senco.page.get_by_role("heading", name="Somebody else saved this in the meantime").wait_for()
    assert "Kind to younger pupils." in senco.text() and not senco.barriers()
    senco.page.locator("#part-strengths textarea").fill("Kind to younger pupils. Loves trains.")
    save(senco, "strengths", "Save")
    teacher.page.reload()
    assert "Kind to younger pupils. Loves trains." in teacher.text()


def test_every_form_of_a_plan_is_looked_at(visit):
    teacher = visit("teacher")
    address = begin(teacher)
    page = teacher.page
    open_form(teacher, "outcomes", "Add an outcome")
    page.locator("#part-outcomes").get_by_label("What will be different?").fill("Reads a page alone")
    page.locator("#part-outcomes").get_by_label("Target 1").fill("Reads a line")
    save(teacher, "outcomes", "Save the outcome")
    open_form(teacher, "strategies", "Add to the list")
    page.locator("#part-strategies textarea").fill("Sit near the front\nOne instruction at a time")
    save(teacher, "strategies", "Add to the plan")
    page.locator("#part-strategies summary").click()
    page.locator("#part-strategies").get_by_role("button", name=re.compile("^Down")).click()
    expect(page.locator("#part-strategies .plan-items li")).to_contain_text(["One instruction", "Sit near"])
    barriers = teacher.barriers_in_every_look()
    links = page.evaluate(
        """() => [...document.querySelectorAll('main a[hx-get], main .plan-head a')].map(a => a.getAttribute('href'))"""
    )
    for link in dict.fromkeys(links):
        teacher.go(link)
        barriers += teacher.barriers_in_every_look()
    assert len(set(links)) > 12 and not barriers, "\n".join(barriers)
    teacher.go(address)
    page.locator("#part-outcomes summary").click()
    page.locator("#part-outcomes").get_by_role("button", name=re.compile("Remove.*page alone")).click()
    page.get_by_role("button", name=re.compile("Undo")).click()
    page.wait_for_load_state()
    assert "Back on the plan" in teacher.text() and "Reads a page alone" in teacher.text()


def test_a_plan_is_written_without_scripts(visit):
    teacher = visit("teacher", scripts=False)
    begin(teacher)
    page = teacher.page
    page.locator("#part-strengths .part-head a").click()
    page.locator("textarea").fill("Kind to younger pupils.")
    page.get_by_role("button", name="Save draft").click()
    page.locator("textarea", has_text="Kind to younger pupils.").wait_for()
    page.get_by_role("button", name="Save", exact=True).click()
    assert teacher.here.startswith("/plans/") and "Kind to younger pupils." in teacher.text()
    page.locator("#part-outcomes").get_by_role("link", name="Add an outcome").click()
    page.get_by_label("What will be different?").fill("Reads a page alone")
    page.get_by_role("button", name="Save the outcome").click()
    assert "1." in teacher.text() or "Reads a page alone" in teacher.text()


@pytest.mark.parametrize("who", ["ta", "teacher"])
def test_whoever_has_no_plan_to_carry_out_is_told(visit, who):
    visitor = visit(who, width=360)
    visitor.go(f"/pupils/{without_plan(visitor)}/")
    visitor.page.get_by_role("link", name="Seen today").click()
    assert "Seen today" in visitor.text() and not visitor.scrolls_sideways()
