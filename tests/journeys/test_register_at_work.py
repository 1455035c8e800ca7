"""The register as it is worked with: rows on the screen, editing in the cell, ticking, filters in the address, without scripts."""

import re

import pytest

ROWS = "#register-table tbody tr"
FOCUSED = "document.activeElement === document.querySelector('#register-table tbody tr .edit')"


@pytest.fixture
def senco(visit):
    visitor = visit("senco")
    visitor.go("/register/")
    return visitor


@pytest.mark.parametrize("address", ["/register/", "/register/?status=K"])
def test_fourteen_rows_fit_on_the_screen(senco, address):
    """With a filter set as well: the way to clear it takes no line of its own."""
    senco.go(address)
    assert senco.page.get_by_role("link", name="Clear the filters").count() == ("?" in address)
    whole = senco.page.evaluate(
        "(rows) => [...document.querySelectorAll(rows)].filter(row => row.getBoundingClientRect().bottom <= innerHeight).length",
        ROWS,
    )
    assert whole >= 14


def test_a_key_adult_is_edited_in_the_cell_with_enter_and_escape(senco):
    page = senco.page
    page.locator(f"{ROWS} .edit").first.click()
    box = page.locator(f"{ROWS} select").first
    box.wait_for()
    assert not senco.barriers()
    box.press("Escape")
    page.locator(f"{ROWS} select").first.wait_for(state="detached")
    assert page.evaluate(FOCUSED), "the keyboard goes on from the cell"
    before = page.locator(f"{ROWS} .edit").first.inner_text()
    page.locator(f"{ROWS} .edit").first.click()
    box.wait_for()
    other = box.locator("option:not(:checked)").nth(2)
    name = other.inner_text().split(" (")[0]
    box.select_option(other.get_attribute("value"))
    box.press("Enter")
    page.get_by_role("button", name="Undo").wait_for()
    assert page.evaluate(FOCUSED)
    assert page.locator(f"{ROWS} .edit").first.inner_text() == name
    page.get_by_role("button", name="Undo").click()
    page.wait_for_load_state()
    assert page.locator(f"{ROWS} .edit").first.inner_text() == before


def test_typing_a_name_narrows_the_list_and_the_address(senco):
    page = senco.page
    surname = page.locator(f"{ROWS} th a").first.inner_text().split(",")[0]
    page.fill("#id_name", surname)
    page.wait_for_url(re.compile(f"name={surname}"))
    names = page.locator(f"{ROWS} th a").all_inner_texts()
    assert names and all(surname in name for name in names)
    assert str(len(names)) in page.inner_text("#register-count")
    page.reload()
    assert page.input_value("#id_name") == surname
    assert not senco.barriers()


def test_ticking_says_how_many_and_one_page_says_what_will_happen(senco):
    page = senco.page
    bar = page.locator(".bulk")
    assert not bar.is_visible()
    page.locator("[data-tick-all]").check()
    assert "50 ticked" in bar.inner_text() and "All" in bar.inner_text()
    page.locator("[name=selected]").first.uncheck()
    assert "49 ticked" in bar.inner_text()
    assert not senco.barriers()
    bar.get_by_role("button", name="Set key adult").click()
    assert "This concerns 49 pupils" in senco.text()


def test_the_table_and_the_link_are_copied(senco):
    page = senco.page
    senco.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy or export").click()
    page.get_by_role("button", name="Copy the table").click()
    page.get_by_text("The table is copied").wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.splitlines()[0].startswith("Name\tYear\tForm\tStatus")
    assert page.locator(f"{ROWS} th a").first.inner_text() in copied


def test_a_view_is_saved_and_opened(senco):
    page = senco.page
    page.select_option("#id_status", "E")
    page.wait_for_url(re.compile("status=E"))
    page.get_by_role("button", name="Views").click()
    page.get_by_role("link", name="Save this view").click()
    page.fill("[name=name]", "Our plans")
    page.get_by_role("button", name="Save view").click()
    assert page.url.endswith("/register/?status=E")
    page.get_by_role("button", name="Views").click()
    assert page.get_by_role("link", name="Our plans").is_visible()


def test_everything_is_done_without_scripts(visit):
    visitor = visit("senco", scripts=False)
    page = visitor.page
    visitor.go("/register/")
    page.select_option("#id_status", "K")
    page.get_by_role("button", name="Show").click()
    assert "status=K" in page.url
    page.locator("[name=selected]").nth(0).check()
    page.locator("[name=selected]").nth(1).check()
    page.get_by_role("button", name="Set key adult").click()
    assert "This concerns 2 pupils" in visitor.text()
    page.select_option("[name=adult]", index=3)
    page.get_by_role("button", name="Save key adult").click()
    assert "is now the key adult of 2 pupils" in visitor.text()
    page.get_by_role("button", name="Undo").click()
    assert "are as before" in visitor.text()
    page.locator(f"{ROWS} .edit").first.click()
    assert "Key adult of" in visitor.text()


def test_a_pupil_is_found_from_any_page_within_a_few_keys(senco):
    page = senco.page
    surname = page.locator(f"{ROWS} th a").nth(5).inner_text().split(",")[0]
    senco.go("/concerns/")
    page.keyboard.press("/")
    page.keyboard.type(surname[:5].lower())
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/pupils/find/"))
    assert surname in senco.text()


def test_status_changes_and_is_taken_back(senco):
    page = senco.page
    senco.go("/register/?status=N")
    page.locator(f"{ROWS} th a").first.click()
    page.get_by_role("link", name="Change status").click()
    page.get_by_role("radio", name="SEN Support").check()
    page.select_option("[name=reason]", "wider_need")
    page.get_by_role("button", name="Change status").click()
    page.get_by_role("button", name="Undo").wait_for()
    assert "SEN Support" in page.inner_text("header.pupil-head")
    assert not senco.barriers()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("is as before").wait_for()
    assert "No SEN" in page.inner_text("header.pupil-head")


@pytest.mark.parametrize("who", ["senco", "teacher"])
def test_a_pupils_pages_have_no_barrier_in_any_state(visit, who):
    """In states that the list of every page does not show."""
    visitor = visit(who)
    visitor.go("/register/" if who == "senco" else "/pupils/mine/")
    visitor.page.locator("main a[href^='/pupils/0']").first.click()
    address = visitor.page.url.removeprefix(visitor.address)
    pages = [f"{address}chronology/?since=tomorrow"]
    if who == "senco":
        pages += ["/register/print/", "/register/views/keep/?year=7", "/register/?on=2999-01-01"]
    barriers = []
    for each in pages:
        visitor.go(each)
        barriers += visitor.barriers_in_every_look()
    assert not barriers, "\n".join(barriers)
