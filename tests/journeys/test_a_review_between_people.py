"""Reviews from the list to the family: times for several at once, views before it, a meeting on one screen, its record read at home."""

import re

from playwright.sync_api import expect

from tests.journeys.pages import KEY

SUMMARY = "We spoke about the new seat in the library."
TASK = "Send the word list home"
CHOSEN_DAY, SAID_CHOSEN_DAY = "2030-01-08", "Tuesday 8 January 2030"
TITLE, DAY, SAID_DAY = "A quiet place to read", "2030-02-04", "4 Feb 2030"
BY_WHEN, SAID_BY_WHEN, AT_HOME, ADVICE = (
    "2030-01-28",
    "28 January 2030",
    "She sings all day.",
    "Two short breaks an hour.",
)


def begin_round(senco, name: str, year: str) -> None:
    page = senco.page
    senco.go("/review-rounds/new/")
    page.fill("input[name=name]", name)
    page.get_by_label(year, exact=True).check()
    for field, day in (("starts", "2030-01-07"), ("ends", "2030-01-18")):
        page.fill(f"input[name={field}]", day)
    page.get_by_role("button", name="Begin the round").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def give_times(senco) -> None:
    """A round of one form, begun, given times, asked."""
    page = senco.page
    begin_round(senco, "Journey round", "Year 7")
    page.fill("input[name=day]", "2030-01-07")
    page.fill("input[name=place]", "Journey room")
    page.get_by_role("button", name="Give the times").click()
    expect(page.locator("main")).to_contain_text("have a time now")
    expect(page.locator("table")).to_contain_text("Journey room")
    page.get_by_role("button", name="Ask everybody who has a time").click()
    expect(page.locator("main")).to_contain_text("on their way")
    assert not senco.barriers()
    page.get_by_role("button", name="Take the round back").click()
    expect(page.locator("main")).to_contain_text("Taken back")


def let_parents_choose(senco, parent, child: str) -> None:
    """The parents of one child of a round choose a time; the worker arranges the meeting on it."""
    page = senco.page
    begin_round(senco, "Chosen round", "Year 8")
    for box in page.locator("input[name=selected]").all():
        box.uncheck()
    page.get_by_label(re.compile("Yusuf")).first.check()
    page.fill("input[name=day]", CHOSEN_DAY)
    page.fill("input[name=place]", "Chosen room")
    page.get_by_role("button", name="Let the parents choose").click()
    expect(page.locator("main")).to_contain_text("The parents of 1 pupil choose")
    assert not senco.barriers()
    parent.go(f"/shared/{child}/meetings/")
    parent.page.get_by_role("link", name="Choose a time").click()
    parent.page.get_by_label("Chosen room").first.check()
    assert not parent.barriers()
    parent.page.get_by_role("button", name="Take this time").click()
    expect(parent.page.locator("main")).to_contain_text("This time is yours")
    for _second in range(60):
        if SAID_CHOSEN_DAY in parent.read(f"/shared/{child}/meetings/"):
            break
        parent.page.wait_for_timeout(1_000)
    parent.go(f"/shared/{child}/meetings/")
    expect(parent.page.locator("main")).to_contain_text(SAID_CHOSEN_DAY)


def arrange(senco, child: str) -> None:
    """One meeting for one child, and everybody is asked by e-mail."""
    page = senco.page
    senco.go(f"/pupils/{child}/reviews/begin/")
    page.get_by_label("Team around the family").check()
    page.fill("input[name=title]", TITLE)
    page.fill("input[name=day]", DAY)
    page.get_by_role("button", name="Put it on the list").click()
    page.get_by_role("button", name="Ask them by e-mail").click()
    expect(page.locator("main")).to_contain_text("No answer yet")


def ask_for_views(senco) -> None:
    """Of everybody around the child, the child itself in pictures."""
    page = senco.page
    page.get_by_role("link", name="Ask for views").click()
    page.get_by_label("Pictures and choices").check()
    page.fill("input[name=due_on]", BY_WHEN)
    page.get_by_role("button", name="Ask them").click()
    expect(page.locator("main")).to_contain_text("asked now")
    expect(page.locator("main")).to_contain_text("Not yet")


def tell_at_home(parent, child: str) -> None:
    """On a telephone, from the notice on the child's page."""
    page = parent.page
    parent.go(f"/shared/{child}/meetings/")
    page.get_by_role("link", name=re.compile(f"Tell us.*{SAID_BY_WHEN}")).click()
    page.get_by_label("What goes well at home?").fill(AT_HOME)
    assert not parent.barriers()
    page.get_by_role("button", name="Send").click()
    expect(page.locator("main")).to_contain_text(AT_HOME)
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")


def ask_the_pupil(senco, child: str) -> None:
    """An adult hands over the tablet: no menu, no other name."""
    page = senco.page
    senco.go(f"/pupils/{child}/reviews/")
    page.get_by_role("link", name=TITLE).first.click()
    page.locator("main li").filter(has_text="Pictures and choices").get_by_role("link").click()
    page.get_by_role("link", name="Sit down with the pupil").click()
    expect(page.locator("header.bar")).not_to_contain_text("Find")
    page.get_by_role("group", name="How is school?").get_by_label("Good", exact=True).check()
    page.get_by_role("group", name="What helps me?").get_by_label("A quiet place").check()
    assert not senco.barriers()
    page.get_by_role("button", name="Send").click()
    expect(page.locator("main")).to_contain_text("give this back to the grown-up")
    page.get_by_role("link", name="For the grown-up: go on").click()
    expect(page.locator("main")).to_contain_text("A quiet place")


def advise(professional) -> None:
    """The professional sees what is asked of them, and answers from outside."""
    page = professional.page
    professional.go("/")
    page.get_by_role("link", name="would like to know what you think").click()
    page.get_by_role("link", name="Tell us").click()
    page.get_by_label("What do you advise?").fill(ADVICE)
    page.get_by_role("button", name="Send").click()
    expect(page.locator("main")).to_contain_text(ADVICE)
    professional.go("/")
    expect(page.locator("main")).not_to_contain_text("would like to know what you think")


def answer_at_home(parent, child: str) -> None:
    parent.go(f"/shared/{child}/meetings/")
    parent.page.get_by_role("link", name=re.compile(f"Answer.*{SAID_DAY}")).click()
    parent.page.get_by_label("I will be there").check()
    parent.page.get_by_role("button", name="Send the answer").click()
    expect(parent.page.locator("main")).to_contain_text("The school has your answer")


def hold(senco, child: str) -> str:
    """The meeting that the parent answered to: who is here, what was said and agreed, all at once; the address of the review."""
    page = senco.page
    senco.go(f"/pupils/{child}/reviews/")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator("main")).to_contain_text("I will be there")
    address = senco.here
    page.get_by_role("link", name="Open the meeting").click()
    page.get_by_text("(Parent or carer), before the meeting").first.click()
    page.get_by_role("button", name="Save, and take it into the record").first.click()
    expect(page.locator("main")).to_contain_text("in the record")
    page.get_by_label("stands in the record that the family reads").first.check()
    for here in page.get_by_label("Here", exact=True).all():
        here.check()
    page.fill("textarea[name=summary]", SUMMARY)
    page.fill("textarea[name=staff_note]", "Only for staff.")
    page.get_by_text("Add something to be done").first.click()
    page.fill("input[name=na-0-text]", TASK)
    page.get_by_role("link", name="Show it to the family").click()  # what was typed is kept as a draft
    expect(page.locator("header.bar")).not_to_contain_text("Find")
    assert "Only for staff." not in page.content()
    page.go_back()
    senco.go(f"{address}meeting/")
    expect(page.locator("textarea[name=summary]")).to_have_value(SUMMARY)
    page.get_by_role("button", name="Save, and on to the sign-off").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign off the record")
    reads = page.get_by_role("article", name="The family’s record")
    expect(reads).to_contain_text(SUMMARY)
    expect(reads).to_contain_text(AT_HOME)
    expect(reads).not_to_contain_text("Only for staff.")
    return address


def sign(senco) -> None:
    senco.page.get_by_role("button", name="Sign off the record").click()
    expect(senco.page.locator("main")).to_contain_text("until then you can undo it")


def read_at_home(parent, child: str) -> None:
    """It appears once it can no longer be undone."""
    parent.go(f"/children/{child}/")
    for _second in range(60):
        if TITLE in parent.read(f"/shared/{child}/meetings/"):
            break
        parent.page.wait_for_timeout(1_000)
    parent.page.get_by_role("link", name=re.compile(TITLE)).first.click()
    expect(parent.page.locator("main")).to_contain_text(SUMMARY)
    expect(parent.page.locator("main")).to_contain_text(TASK)
    assert "Only for staff." not in parent.page.content()
    assert not parent.barriers()


def judge_all_at_once(senco) -> None:
    """A review of a plan: one choice for every outcome, then the sign-off reviews the plan and begins the next cycle."""
    page = senco.page
    senco.go("/reviews/")
    page.locator("main li a").filter(has_text="Review of support").first.click()
    page.get_by_role("link", name="Open the meeting").click()
    page.get_by_label("Here", exact=True).first.check()
    page.select_option("select[name=all_judgement]", "0")
    page.select_option("select[name=all_next]", "go_on")
    page.get_by_role("button", name="Save, and on to the sign-off").click()
    expect(page.locator("main")).to_contain_text("counts as reviewed")
    page.get_by_role("button", name="Sign off the record").click()
    expect(page.locator("main")).to_contain_text("Signed off")
    page.get_by_role("link", name=re.compile("plan, cycle")).first.click()
    expect(page.locator("main")).to_contain_text("Reviewed")


def test_a_review_from_the_list_to_the_family(visit):
    senco, parent = visit("senco"), visit("parent", width=360)
    give_times(senco)
    meetings = parent.addresses_of(["/shared/{child}/meetings/"], "parent").popitem()[1]
    child = re.search(KEY, meetings)[0]
    let_parents_choose(senco, parent, child)
    arrange(senco, child)
    ask_for_views(senco)
    tell_at_home(parent, child)
    ask_the_pupil(senco, child)
    advise(visit("professional"))
    answer_at_home(parent, child)
    hold(senco, child)
    sign(senco)
    read_at_home(parent, child)
    judge_all_at_once(senco)
