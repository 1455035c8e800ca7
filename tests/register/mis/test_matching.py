"""Whom a row means: numbers that are mistyped, reused, swapped or replaced, and rows that only look like somebody."""

import datetime

import pytest

from register.models import Pupil
from senco.access.context import acting_as
from tests.factories import person, pupil, school

from .bringing import HEADER, ISLA, JAYDEN, bring, held, kinds, lines_of, take

pytestmark = pytest.mark.django_db
TEMPORARY = "F99940012501A"


@pytest.fixture
def senco():
    return person("senco", at=school(laestab="9994001"))


@pytest.fixture
def both(senco):
    take(senco, HEADER + ISLA + JAYDEN)


def reasons(by, run, kind="parked") -> str:
    return " ".join(line.reason for line in lines_of(by, run, kind))


def test_a_temporary_upn_becomes_permanent_and_is_kept_as_the_former_one(senco):
    take(senco, HEADER + ISLA.replace("G999400125001", TEMPORARY))
    take(senco, HEADER + ISLA)
    isla = held(senco, "Isla")
    assert (isla.upn, isla.former_upn) == ("G999400125001", TEMPORARY)
    again = bring(senco, HEADER + ISLA.replace("G999400125001", TEMPORARY))
    assert kinds(again) == {"unchanged": 1}, "an older file does not bring the temporary one back"


def test_leading_zeros_capitals_and_lost_letters_change_nothing(senco, both):
    text = ISLA.replace("000101", "101").replace("Marlowe", "MARLOWE").replace("Isla", "ISLA")
    assert kinds(bring(senco, HEADER + JAYDEN + text)) == {"unchanged": 2}
    take(senco, HEADER + ISLA.replace("Marlowe", "Nguyễn"))
    assert kinds(bring(senco, HEADER + ISLA.replace("Marlowe", "Nguy?n"))).get("changed") is None


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (ISLA.replace("000101", "000102"), "The UPN belongs to Isla Marlowe, the admission number to Jayden Fenwick."),
        (ISLA.replace("000101", "000102") + JAYDEN.replace("000102", "000101"), "The UPN belongs to"),
        (ISLA.replace("G999400125001", "W999400125002").replace("000101", ""), "describes somebody else"),
        ("R674123101121,000101,Okafor,Ben,01/02/2013,M,8,8A,N,\n", "Isla Marlowe has this number here"),
        (ISLA + ISLA.replace("G999400125001", "").replace("7A", "7B").replace("Isla", "Izzy"), "the rows differ in"),
        (ISLA.replace("000101", "") + ISLA.replace("G999400125001", ""), "about Isla Marlowe too"),
    ],
    ids=["numbers of two pupils", "swapped", "another pupil's UPN", "number used again", "same number", "same pupil by two numbers"],
)  # fmt: skip
def test_rows_that_cannot_be_trusted_are_parked(senco, both, rows, reason):
    run = bring(senco, HEADER + rows)
    assert reason in reasons(senco, run)
    assert not {"new", "changed"} & kinds(run).keys()


def test_name_and_birth_date_only_suggest(senco):
    pupil(
        at=senco.school,
        legal_surname="Marlowe",
        legal_forename="Isla",
        date_of_birth=datetime.date(2014, 3, 9),
    )
    run = bring(senco, HEADER + ISLA)
    assert kinds(run) == {"decision": 1}
    take(senco, HEADER + ISLA)
    assert held(senco, "Isla").upn == "", "undecided lines change nothing"


@pytest.mark.parametrize(("decision", "count"), [("same", 1), ("new", 2)])
def test_a_suggestion_is_decided(senco, acting, decision, count):
    from register.actions.imports.applying import apply_run
    from register.actions.imports.deciding import decide_all

    pupil(
        at=senco.school,
        legal_surname="Marlowe",
        legal_forename="Isla",
        date_of_birth=datetime.date(2014, 3, 9),
    )
    run = bring(senco, HEADER + ISLA)
    with acting_as(senco):
        decide_all(run=run, field="match", decision=decision, by=senco)
        apply_run(run=run, by=senco)
        assert Pupil.objects.count() == count
        assert Pupil.objects.get(upn="G999400125001").statuses.get().provision == "K"
    assert kinds(bring(senco, HEADER + ISLA))["unchanged"] == 1


def test_values_longer_than_ours_are_parked_before_anything_is_written(senco):
    for field, text in (("Isla", "I" * 101), ("000101", "1" * 21)):
        assert kinds(bring(senco, HEADER + ISLA.replace(field, text))) == {"parked": 1}
    assert kinds(bring(senco, HEADER + ISLA.replace("7A", "7" * 21))) == {"new": 1, "warning": 1}


def test_leaving_before_joining_is_parked(senco):
    header = HEADER.replace("Legal Surname", "Admission date,Leaving date,Legal Surname")
    row = ISLA.replace("Marlowe", "01/09/2025,01/07/2025,Marlowe")
    run = bring(senco, header + row)
    assert "before joining" in reasons(senco, run)
