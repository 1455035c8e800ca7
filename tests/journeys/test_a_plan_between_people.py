"""One plan from the register to the next cycle: written by the teacher, answered at home, agreed, carried out, reviewed, gone on from."""

import re

from playwright.sync_api import expect

from tests.journeys.pages import KEY
from tests.journeys.test_first_journey import eventually
from tests.journeys.test_writing_a_plan import open_form, save

KIND = "Behaviour and regulation plan"  # the demo's own plans are of another kind, so this one is the pupil's first
ANSWER = "He tells us more when he has had a snack."
OUTCOME = "Comes back to the lesson within five minutes"


def test_from_the_register_to_the_next_cycle(visit):
    teacher, senco, parent = visit("teacher"), visit("senco"), visit("parent", width=360)
    plan = write_with_the_teacher(senco, teacher)
    share_with_the_parents(senco, plan)
    answer_at_home(parent)
    agree_and_put_in_force(senco, plan)
    read_the_digest(teacher)
    see_it_today(visit("teacher", width=360), plan)
    review(senco, plan)
    go_on_with_the_year_group(senco, plan)


def press(visitor, name: str) -> None:
    """The button of that name which is not beside a link of the same name."""
    visitor.page.locator("main").get_by_role("button", name=name, exact=True).click()
    visitor.page.wait_for_load_state()


def follow(visitor, name: str) -> None:
    visitor.page.locator("main").get_by_role("link", name=name, exact=True).first.click()
    visitor.page.wait_for_load_state()


def write_with_the_teacher(senco, teacher) -> str:
    """The SENCO finds the pupil on the register and begins; the teacher writes an outcome and hands the plan in."""
    senco.go("/register/?name=yusuf+haddad")
    follow(senco, "Haddad, Yusuf")
    senco.page.get_by_role("navigation").get_by_role("link", name="Plans").last.click()
    follow(senco, "Begin a plan")
    senco.page.get_by_label(KIND).check()
    press(senco, "Begin the plan")
    senco.page.wait_for_url(re.compile(r"/plans/[0-9a-f-]{36}/$"))
    plan = senco.here
    teacher.go(plan)
    open_form(teacher, "outcomes", "Add an outcome")
    card = teacher.page.locator("#part-outcomes")
    card.get_by_label("What will be different?").fill(OUTCOME)
    card.get_by_label("Target 1").fill("Takes the pass to the calm corner by himself")
    save(teacher, "outcomes", "Save the outcome")
    follow(teacher, "Hand in for sign-off")
    press(teacher, "Hand in for sign-off")
    expect(teacher.page.locator("main")).to_contain_text("Ready for sign-off")
    return plan


def share_with_the_parents(senco, plan: str) -> None:
    """From the queue to what the family will read, word for word, and out."""
    senco.go("/sign-off/?page=2") if senco.page.get_by_role("link", name="Next").count() else senco.go(
        "/sign-off/"
    )
    senco.go(plan)
    follow(senco, "Share with the parents")
    expect(senco.page.get_by_role("region", name="What the family will read, word for word")).to_contain_text(
        OUTCOME
    )
    press(senco, "Share with the parents")
    expect(senco.page.locator("main")).to_contain_text("Shared for comment")


def answer_at_home(parent) -> None:
    """It appears once it can no longer be undone; the answer is in the parent's own words."""
    parent.go("/")
    eventually(parent, KIND)
    parent.page.get_by_role("link", name=re.compile(KIND)).first.click()
    expect(parent.page.locator("main")).to_contain_text(OUTCOME)
    parent.page.get_by_label("I agree with some of it").check()
    parent.page.get_by_label("Tell us more").fill(ANSWER)
    press(parent, "Send my answer")
    assert not parent.barriers()
    parent.go("/")
    assert "Notes for staff" not in parent.page.content()


def agree_and_put_in_force(senco, plan: str) -> None:
    senco.go("/sign-off/")
    senco.go(f"{plan}answers/")
    expect(senco.page.locator("main")).to_contain_text(ANSWER)
    press(senco, "I have read this")
    for step in ("Record that it is agreed", "Sign off and put in force"):
        senco.go(plan)
        follow(senco, step)
        press(senco, step)
    expect(senco.page.locator("main")).to_contain_text("In force")


def read_the_digest(teacher) -> None:
    """What is new about the class names the plan; one press says that it was read, and it is gone from what is to be read."""
    classes = list(dict.fromkeys(re.findall(rf"/classes/({KEY})/", teacher.read("/classes/"))))
    his = next(key for key in classes if f"{KIND}, cycle 1 is in force" in teacher.read(f"/classes/{key}/"))
    button = teacher.page.get_by_role("button", name=re.compile(f"Read Yusuf Haddad: {KIND}"))
    button.click()
    teacher.page.wait_for_load_state()
    teacher.go(f"/classes/{his}/")
    expect(button).to_have_count(0)


def see_it_today(teacher, plan: str) -> None:
    """One tap on the phone of whoever saw it."""
    teacher.go(plan)
    teacher.page.get_by_role("link", name="Seen today").click()
    expect(teacher.page.locator("main")).to_contain_text(OUTCOME)
    teacher.page.get_by_role("button", name=re.compile("Seen today")).first.click()
    expect(teacher.page.locator("main")).to_contain_text("Undo")


def review(senco, plan: str) -> None:
    senco.go(f"{plan}review/")
    senco.page.get_by_label("Not met yet").first.check()
    press(senco, "Record the review")
    expect(senco.page.locator("main")).to_contain_text("Reviewed")


def go_on_with_the_year_group(senco, plan: str) -> None:
    """The next cycle of everybody in Year 8 who is ready; the outcome that was not met goes along."""
    senco.go("/next-cycles/?kind=behaviour&year=8")
    press(senco, "Begin the next cycle for those ticked")
    eventually(senco, "plan is begun")
    follow(senco, "Yusuf Haddad")
    expect(senco.page.locator("main")).to_contain_text("cycle 2")
    expect(senco.page.locator("main")).to_contain_text(OUTCOME)
    assert senco.here != plan
