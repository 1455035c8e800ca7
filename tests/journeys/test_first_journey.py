"""The first journey: pupils from the MIS, a concern from a phone, triage, the register, the answer, the governor."""

import csv
import io
import re
import uuid

import pytest
from playwright.sync_api import expect

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
    }


def bring(senco, name: str, content: bytes) -> None:
    """Upload, look at the preview, apply; large files are worked on in the background meanwhile."""
    senco.go("/imports/")
    senco.page.set_input_files("input[type=file]", {"name": name, "mimeType": "text/csv", "buffer": content})
    senco.page.get_by_role("button", name="Read the file").click()
    senco.page.get_by_role("button", name="Apply this import").click()
    expect(senco.page.get_by_role("link", name="Undo this import")).to_be_visible(timeout=30_000)


def test_from_the_schools_own_data_to_the_register(visit, newcomer):
    senco = visit("senco")
    import_newcomer(senco, newcomer)
    reference = log_concern_on_a_phone(visit("teacher", width=360), newcomer)
    start_support(senco, newcomer, reference)
    senco.go(f"/register/?name={newcomer['surname']}")
    expect(senco.page.locator("main")).to_contain_text(newcomer["surname"])
    teacher = visit("teacher", width=360)
    teacher.go("/concerns/mine/")
    teacher.page.get_by_role("link", name=re.compile(reference)).first.click()
    eventually(teacher, "SEN Support")
    governor = visit("governor")
    governor.go("/figures/")
    assert newcomer["surname"] not in governor.page.content()
    expect(governor.page.locator("main")).to_contain_text("SEN figures")


def import_newcomer(senco, who: dict) -> None:
    bring(senco, "pupils.csv", table(PUPIL_COLUMNS, (
        who["upn"], who["adno"], who["surname"], who["forename"], "09/03/2014", "F", "Year 7", "7A", "N"
    )))  # fmt: skip
    bring(
        senco,
        "groups.csv",
        table(("Group", "Subject", "UPN", "Staff code"), ("Journey/En", "English", who["upn"], "HOS")),
    )
    bring(senco, "contacts.csv", table(
        ("UPN", "Priority", "Forename", "Surname", "Relationship", "Parental responsibility", "Email"),
        (who["upn"], "1", "Pat", who["surname"], "MOT", "T", "parent@larkfield.example"),
    ))  # fmt: skip
    invite_parent(senco, who)


def invite_parent(senco, who: dict) -> None:
    """The same address as a parent who is here already: the new child joins the membership they have."""
    senco.go(f"/people/contacts/?q={who['surname']}")
    senco.page.locator("main a[href*='/invite/']").first.click()
    senco.page.locator("main form button").last.click()


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
    for _turn in range(30):
        if words in visitor.text():
            return
        visitor.page.wait_for_timeout(2000)
        visitor.page.reload()
    raise AssertionError(f"{words!r} never appeared: {visitor.text()[:500]}")
