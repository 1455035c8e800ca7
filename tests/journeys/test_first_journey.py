"""The first journey: pupils from the MIS, a concern from a phone, triage, the register, the answer, the governor."""

import csv
import io
import re
import uuid

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import newest_mail_to

LINK = re.compile(r"/accounts/invitation/[\w-]+/")
PUPIL_COLUMNS = (
    "UPN",
    "Adno",
    "Legal Surname",
    "Legal Forename",
    "Date of birth",
    "Gender",
    "Year taught in",
    "Reg group",
    "SEN status",
)


def table(columns, *rows) -> bytes:
    target = io.StringIO()
    csv.writer(target).writerows([columns, *rows])
    return target.getvalue().encode()


def check_letter(rest: str) -> str:
    """Weights 2 to 13 over the twelve characters, modulo 23 (domain rule for UPNs)."""
    return "ABCDEFGHJKLMNPQRTUVWXYZ"[sum(weight * int(digit) for weight, digit in enumerate(rest, 2)) % 23]


@pytest.fixture(scope="module")
def newcomer() -> dict:
    """A pupil nobody has heard of, new with every run."""
    serial = uuid.uuid4().int % 1000
    rest = f"99940012{serial:03d}7"
    return {
        "upn": check_letter(rest) + rest,
        "adno": f"9{serial:05d}",
        "surname": "Quillfeather",
        "forename": "Zelda",
        "email": f"pat.{serial}@example.org",
    }


def bring(office, name: str, content: bytes) -> None:
    """Upload, look at the preview, apply; large files are worked on in the background meanwhile."""
    office.go("/imports/")
    office.page.set_input_files("input[type=file]", {"name": name, "mimeType": "text/csv", "buffer": content})
    office.page.get_by_role("button", name="Read the file").click()
    office.page.get_by_role("button", name="Apply this import").click()
    expect(office.page.get_by_role("link", name="Undo this import")).to_be_visible(timeout=30_000)


def test_from_the_schools_own_data_to_the_register(visit, newcomer):
    office = visit("office")
    import_newcomer(office, newcomer)
    invite_parent(office, newcomer)
    teacher = visit("teacher", width=360)
    reference = log_concern_on_a_phone(teacher, newcomer)
    senco = visit("senco")
    start_support(senco, newcomer, reference)
    senco.go(f"/register/?name={newcomer['surname']}")
    expect(senco.page.locator("main")).to_contain_text(newcomer["surname"])
    parent = accept_as_parent(visit(width=360), newcomer)
    read_counts(visit("governor"), newcomer)
    teacher.go("/concerns/mine/")
    teacher.page.get_by_role("link", name=re.compile(reference)).first.click()
    eventually(teacher, "SEN Support")
    parent.go("/")
    eventually(parent, "We want to give Zelda more help at school")
    expect(parent.page.locator("main")).to_contain_text("Zelda has had SEN Support")
    assert (
        "could not read the first line" not in parent.page.content()
    )  # the teacher's words stay with the school


def import_newcomer(office, who: dict) -> None:
    bring(office, "pupils.csv", table(PUPIL_COLUMNS, (
        who["upn"], who["adno"], who["surname"], who["forename"], "09/03/2014", "F", "Year 7", "7A", "N"
    )))  # fmt: skip
    bring(
        office,
        "groups.csv",
        table(("Group", "Subject", "UPN", "Staff code"), ("Journey/En", "English", who["upn"], "HOS")),
    )
    bring(office, "contacts.csv", table(
        ("UPN", "Priority", "Forename", "Surname", "Relationship", "Parental responsibility", "Email"),
        (who["upn"], "1", "Pat", who["surname"], "MOT", "T", who["email"]),
    ))  # fmt: skip


def invite_parent(office, who: dict) -> None:
    office.go(f"/people/contacts/?q={who['surname']}")
    office.page.get_by_role("link", name="Look among all pupils").click()
    office.page.get_by_role("link", name=f"Invite Pat {who['surname']}").click()
    office.page.locator("main form button").last.click()
    expect(office.page.locator("body")).to_contain_text("is invited")


def accept_as_parent(parent, who: dict):
    """From the link in the mail to the child's page: no password, one button."""
    parent.go(LINK.search(newest_mail_to(parent, who["email"])).group())
    parent.page.locator("main form button").last.click()
    expect(parent.page.locator("main")).to_contain_text(who["forename"])
    return parent


def read_counts(governor, who: dict) -> None:
    """Figures and no names; and a pupil's page is not there for a governor."""
    governor.go("/figures/")
    expect(governor.page.locator("main")).to_contain_text("SEN figures")
    assert re.search(r"\d{3,4}", governor.page.locator("main table").first.inner_text())
    assert who["surname"] not in governor.page.content()
    assert governor.go(f"/register/?name={who['surname']}") == 403


def log_concern_on_a_phone(teacher, who: dict) -> str:
    """Returns the reference. Counts the taps that are not typing."""
    teacher.go("/")
    taps = 0
    teacher.page.get_by_role("link", name="Log a concern").first.click()
    taps += 1
    teacher.page.locator("#id_pupil").press_sequentially(who["surname"], delay=20)
    teacher.page.locator("#matches label").filter(has_text=who["surname"]).click()
    expect(teacher.page.locator("#picker .picked")).to_contain_text(who["surname"])
    taps += 1
    teacher.page.get_by_text("Reading", exact=True).click()
    taps += 1
    teacher.page.get_by_label("What happened?").fill(
        "She could not read the first line of the page we had practised."
    )
    teacher.page.get_by_role("button", name="Send to the SENCO").click()
    taps += 1
    assert taps <= 6
    expect(teacher.page.locator("main")).to_contain_text(re.compile(r"\d{4}-\d+"))
    return re.search(r"\d{4}-\d+", teacher.text())[0]


def start_support(senco, who: dict, reference: str) -> None:
    """From the queue to the decision; the words for the teacher and the parents stand ready."""
    find_in_queue(senco, re.compile(f"{reference}|{who['surname']}"))
    senco.page.get_by_role("link", name="Start SEN Support").first.click()
    senco.page.select_option("[name=need]", "SLCN")
    senco.page.select_option("[name=status_reason]", "less_progress")
    senco.page.fill("[name=criteria]", "Two years behind in reading after two terms of good teaching.")
    senco.page.get_by_role("button", name="Decide and send").click()
    expect(senco.page.locator("main")).to_contain_text("SEN Support")


def find_in_queue(senco, words) -> None:
    """The queue begins with the oldest; the newest concern is on one of its pages."""
    for number in range(1, 6):
        senco.go(f"/concerns/?page={number}")
        found = senco.page.locator("main").get_by_role("link", name=words)
        if found.count():
            found.first.click()
            return
    raise AssertionError("the concern is not in the queue")


def eventually(visitor, words: str) -> None:
    """Messages are kept back for a moment so that a decision can be undone; then they are there."""
    for _turn in range(60):
        if words in visitor.text():
            return
        visitor.page.wait_for_timeout(2000)
        visitor.page.reload()
    raise AssertionError(f"{words!r} never appeared: {visitor.text()[:500]}")
