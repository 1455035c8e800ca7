"""The plan check beside the text: it speaks while somebody types, and falls silent."""

from tests.journeys.test_writing_a_plan import begin, open_form, save

VAGUE = "Every adult will give regular support."


def test_a_hint_comes_and_goes_while_somebody_types(visit):
    teacher = visit("teacher")
    begin(teacher)
    open_form(teacher, "strategies", "Write a text")
    box = teacher.page.locator("#part-strategies textarea")
    said = teacher.page.locator("#part-strategies-check")
    box.fill(VAGUE)
    said.get_by_text("“regular” can mean anything.").wait_for()
    assert (
        box.input_value() == VAGUE and teacher.page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    )
    assert not teacher.barriers_in_every_look()
    box.fill("Every adult gives one instruction at a time.")
    said.get_by_text("can mean anything").wait_for(state="detached")
    box.fill(VAGUE)
    said.get_by_text("“regular” can mean anything.").wait_for()
    save(teacher, "strategies", "Save")
    card = teacher.page.locator("#part-strategies")
    card.locator(".check summary").first.click()
    card.get_by_text("“regular” can mean anything.").wait_for()
    assert "Strategies for every teacher (" in teacher.page.inner_text("#plan-check")


def test_from_the_bank_into_the_plan_without_scripts(visit):
    teacher = visit("teacher", scripts=False)
    address = begin(teacher)
    page = teacher.page
    page.locator("#part-strategies").get_by_role("link", name="Choose from the bank").click()
    page.locator(".picks input").nth(0).check()
    page.get_by_role("searchbox", name="Words").fill("picture")
    page.get_by_role("button", name="Show").click()
    assert page.locator(".picks input:checked").count() == 1
    page.locator(".picks input:not(:checked)").nth(0).check()
    page.get_by_role("button", name="Add to the plan").click()
    assert teacher.here.startswith(address) and page.locator("#part-strategies .plan-items li").count() == 2
    page.get_by_role("link", name="Begin from a stem").click()
    page.locator(".entry-text a").first.click()
    for box in page.locator(".gaps input").all():
        if not box.input_value():
            box.fill("ten")
    page.get_by_role("button", name="Begin the outcome").click()
    page.get_by_role("button", name="Save the outcome").click()
    assert teacher.here.startswith(address) and page.locator("#part-outcomes .outcomes > li").count() == 1
    page.locator("#part-outcomes .check summary").first.click()
    assert "Nobody is named who sees to this outcome." in page.inner_text("#part-outcomes")
