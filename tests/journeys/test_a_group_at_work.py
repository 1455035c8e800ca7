"""A group from its set-up to its effect: sessions of three weeks on a phone, one without a network, cover, ledger, cost, impact, print."""

import datetime
import re

from playwright.sync_api import expect

from senco.core.calendar import is_school_day, term_on
from senco.demo.year import calendar_around
from tests.journeys.pages import KEY

DAY = datetime.timedelta(days=1)
PHONE = 360
AT, MINUTES = "08:05", 15  # before the demo's own groups; as long as paired reading is
WAITING = "async () => (await indexedDB.databases()).length"
KEPT = """async () => {
    const open = indexedDB.open('registers');
    const database = await new Promise(done => (open.onsuccess = () => done(open.result)));
    const all = database.transaction('registers').objectStore('registers').getAll();
    const rows = await new Promise(done => (all.onsuccess = () => done(all.result)));
    database.close();
    return rows.map(row => JSON.stringify(row) + new TextDecoder().decode(row.sealed));
}"""


def school_days(today: datetime.date) -> tuple[list[datetime.date], datetime.date]:
    """The last fifteen before today, in order, and the next one from tomorrow."""
    calendar = calendar_around(today)
    before, day = [], today - DAY
    while len(before) < 15:
        before += [day] if is_school_day(day, calendar) else []
        day -= DAY
    after = today + DAY
    while not is_school_day(after, calendar):
        after += DAY
    return before[::-1], after


def set_up(senco, ta_name: str, days: list[datetime.date], after: datetime.date) -> tuple[str, str]:
    """A group of two; its key, and that of the first pupil."""
    page = senco.page
    senco.go("/library/starter/")
    page.check("#take-paired-reading")
    page.click("main .form-actions button[type=submit]")
    senco.go("/groups/new/")
    page.select_option("select[name=intervention]", label="Paired reading")
    page.fill("input[name=name]", "Journey readers")
    page.fill("input[name=starts]", days[0].isoformat())
    page.fill("input[name=ends]", (after + 7 * DAY).isoformat())
    for weekday in {days[-1].weekday(), after.weekday()}:
        page.fill(f"input[name=at_{weekday}]", AT)
    page.get_by_label(ta_name, exact=True).check()
    boxes = page.locator("input[name=pupils]")
    keys = [boxes.nth(number).get_attribute("value") for number in (0, 1)]
    for number in (0, 1):
        boxes.nth(number).dispatch_event("click")
    page.get_by_role("button", name="Set up the group").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Journey readers")
    return re.search(KEY, page.url)[0], keys[0]


def open_register(ta, group: str, day: datetime.date) -> None:
    assert ta.go(f"/sessions/{group}/{day}/{AT.replace(':', '')}/") == 200


def save(ta) -> None:
    ta.page.get_by_role("button", name="Save the register").click()


def run_weeks(ta, group: str, days: list[datetime.date]) -> dict[datetime.date, int]:
    """Everybody there, once one away, once it did not run. Day → the minutes that the first pupil had."""
    had = {}
    for number, day in enumerate(days):
        open_register(ta, group, day)
        if number == 1:
            ta.page.get_by_text("Absent", exact=True).first.click()
        if number == 2:
            ta.page.get_by_text("It did not run", exact=True).click()
            ta.page.select_option("select[name=reason]", "room")
        save(ta)
        expect(ta.page.get_by_role("heading", level=1)).to_have_text("My day")
        had[day] = MINUTES * (number not in (1, 2))
    return had


def without_a_network(ta, group: str, day: datetime.date) -> None:
    """It waits in sight, encrypted; with the network it is sent, and nothing is left."""
    page = ta.page
    open_register(ta, group, day)
    page.fill("textarea[name=note]", "Read a whole page.")
    page.wait_for_timeout(2_500)  # the draft is kept on the server, and nothing types any more
    ta.context.set_offline(True)
    save(ta)
    expect(page.locator("#waiting")).to_contain_text("Journey readers")
    expect(page.locator("#waiting")).to_contain_text("waits on this device")
    [kept] = page.evaluate(KEPT)
    assert len(kept) > 100 and "Journey" not in kept and "whole page" not in kept and group not in kept
    ta.context.set_offline(False)
    ta.noticed = [each for each in ta.noticed if "ERR_INTERNET_DISCONNECTED" not in each]  # as it should be
    expect(page.locator("#waiting")).to_contain_text("nothing of it is left", timeout=20_000)
    assert page.evaluate(WAITING) == 0
    open_register(ta, group, day)
    expect(page.locator("main p.notice").first).to_contain_text("Recorded by")
    assert "Read a whole page." in ta.text()


def cover(senco, ta_name: str, day: datetime.date) -> None:
    page = senco.page
    senco.go("/away/")
    page.select_option("select[name=membership]", label=ta_name)
    page.fill("input[name=starts]", day.isoformat())
    page.fill("input[name=ends]", day.isoformat())
    page.get_by_role("button", name="Mark as away").click()
    row = page.locator("main li").filter(has_text="Journey readers")
    expect(row).to_have_count(1)
    row.get_by_role("button", name="Covers it").click()
    expect(page.locator("main li").filter(has_text="Journey readers")).to_contain_text("Covered by")


def measure(senco, group: str, moment: str, day: datetime.date, values: tuple[str, str]) -> None:
    page = senco.page
    senco.go(f"/groups/{group}/measures/")
    page.select_option("select[name=scale]", label="Reading age")
    page.select_option("select[name=moment]", moment)
    page.get_by_role("button", name="Show").click()
    page.fill("input[name=taken_on]", day.isoformat())
    for number, value in enumerate(values):
        page.fill(f"input[name=value_{number}]", value)
    page.get_by_role("button", name="Save the values").click()
    expect(page.locator("main table").last).to_be_visible()


def ledger_begins(today: datetime.date) -> datetime.date:
    """With the term, or in holidays twelve weeks ago."""
    term = term_on(today, calendar_around(today))
    return term.starts if term else today - 84 * DAY


def minutes_had(senco, pupil: str) -> int:
    senco.go(f"/pupils/{pupil}/delivery/")
    row = senco.page.locator("main tbody tr").filter(has_text="Paired reading")
    return int(row.locator("td").nth(1).inner_text())


def test_three_weeks_of_a_group(visit):
    senco, ta = visit("senco"), visit("ta", width=PHONE)
    days, after = school_days(datetime.date.today())
    ta_name = re.search(r"(.+)\n+\s*Teaching assistant", who_is_signed_in(ta))[1].strip()
    group, pupil = set_up(senco, ta_name, days, after)
    sessions = [day for day in days if day.weekday() in (days[-1].weekday(), after.weekday())]
    had = run_weeks(ta, group, sessions[:-1])
    without_a_network(ta, group, sessions[-1])
    had[sessions[-1]] = MINUTES
    cover(senco, ta_name, after)
    had = {day: minutes for day, minutes in had.items() if day >= ledger_begins(datetime.date.today())}
    if had:  # in the first days of a term the ledger is empty yet
        assert minutes_had(senco, pupil) == sum(had.values())
    senco.go(f"/pupils/{pupil}/costs/")
    expect(senco.page.locator("main")).to_contain_text("Paired reading")
    measure(senco, group, "entry", days[0], ("7:00", "7:02"))
    measure(senco, group, "exit", days[-1], ("7:06", "7:02"))
    senco.go("/impact/")
    line = senco.page.locator("main tbody tr").filter(has_text="Paired reading")
    expect(line).to_contain_text("1 of 2 (50%)")
    expect(line).to_contain_text("Too few pupils to say")
    paper = senco.context.request.get(f"{senco.address}/pupils/{pupil}/costs/map/pdf/")
    assert paper.status == 200 and paper.body()[:5] == b"%PDF-"


def who_is_signed_in(visitor) -> str:
    """The words at the top of every page: who is signed in, and as what."""
    visitor.go("/you/")
    return visitor.page.inner_text("body")
