"""The rights pass to a young person and back: what the SENCO confirms, and what the mother finds on her phone."""

import datetime
import re

import psycopg
from playwright.sync_api import expect

from senco.core.serving import postgres
from senco.core.serving.folder import DataFolder
from tests.journeys.pages import KEY

PHONE = 360
OLD_ENOUGH = "2008-03-09"


def born(site, child: str, day: str | datetime.date) -> datetime.date:
    """Set the day of birth, which comes from the MIS and stands in no form; the day that stood there."""
    address = postgres.administrator_url(DataFolder.opened(site.data))
    with psycopg.connect(address) as connection:
        ((before,),) = connection.execute(
            "select date_of_birth from register_pupil where id = %s", [child]
        ).fetchall()
        connection.execute("update register_pupil set date_of_birth = %s where id = %s", [day, child])
    return before


def say_of_everybody(page, level: str) -> None:
    for group in page.locator("main form fieldset").all():
        group.get_by_text(level, exact=True).click()


def test_a_young_person_decides_and_it_is_taken_back(site, visit):
    senco, mother = visit("senco"), visit("parent", width=PHONE)
    found = senco.read("/register/?status=all&name=leila+haddad")
    child = re.search(f"/pupils/({KEY})/", found)[1]
    really = born(site, child, OLD_ENOUGH)
    senco.go(f"/pupils/{child}/")
    senco.page.get_by_role("link", name="Leila is old enough to decide: confirm it").click()
    assert not senco.barriers_in_every_look()
    senco.page.get_by_label("What the young person told you").fill(
        "Asked in the library. She wants them to read."
    )
    say_of_everybody(senco.page, "Reads, and writes nothing")
    senco.page.get_by_role("button", name="Confirm").click()
    expect(senco.page.locator("main")).to_contain_text("Leila decides from now on.")

    mother.go(f"/children/{child}/")
    expect(mother.page.locator("main")).to_contain_text("You cannot write to the school here.")
    assert not mother.page.get_by_role("link", name="Tell us about a worry").count()
    assert not mother.barriers()
    mother.go(f"/children/{child}/tell/")
    expect(mother.page.locator("main")).to_contain_text("You cannot write to the school here.")

    senco.go(f"/people/rights/{child}/take-back/")
    expect(senco.page.locator("main")).to_contain_text("She wants them to read.")
    assert not senco.barriers_in_every_look()
    say_of_everybody(senco.page, "Reads, and writes to us")
    senco.page.get_by_role("button", name="The parents decide again").click()
    expect(senco.page.locator("main")).to_contain_text("The parents decide.")
    mother.go(f"/children/{child}/")
    expect(mother.page.get_by_role("link", name="Tell us about a worry")).to_be_visible()
    born(site, child, really)
