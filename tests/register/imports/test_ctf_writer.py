"""What we write for the next school, our own reader understands in full."""

import datetime
from dataclasses import replace

import pytest

from register.imports.ctf_writer import (
    OUTSIDE,
    UNKNOWN,
    CtfSchool,
    academic_year,
    build_ctf,
    ctf_file_name,
    year_code,
)
from register.imports.records import ContactRecord, Need, PupilRecord, StatusPeriod

from .files import read, read_input, refusal, upn

D = datetime.date
OURS = CtfSchool("9994001", "999001", "Larkfield Academy")
CREATED = datetime.datetime(2026, 7, 17, 10, 15)


def written(*pupils: PupilRecord, destination: str = "9994002") -> bytes:
    return build_ctf(pupils, source=OURS, destination=destination, created=CREATED, supplier="SEN office")


def contact(**changes) -> ContactRecord:
    fields = {
        "row_number": 1,
        "given": frozenset(),
        "upn": upn(1),
        "surname": "Bee",
        "priority": 1,
        "relationship": "MOT",
        "parental_responsibility": True,
    }
    return ContactRecord(**fields | changes)


def pupil(**changes) -> PupilRecord:
    fields = {
        "row_number": 1, "given": frozenset(), "upn": upn(1), "former_upn": "B801200005001", "uln": "9276308686",
        "legal_surname": "Müller & Söhne", "legal_forename": "Zoë", "middle_names": "Ann", "preferred_surname": "Miller",
        "preferred_forename": "Zo", "date_of_birth": D(2010, 3, 9), "sex": "F", "year_group": 11, "ethnicity": "WBRI",
        "first_language": "ENG", "sen_status": "E", "sen_status_since": D(2024, 2, 12),
        "sen_history": (StatusPeriod("K", D(2021, 11, 8), D(2022, 8, 1)), StatusPeriod("N", D(2022, 8, 1), D(2024, 2, 12)),
                        StatusPeriod("E", D(2024, 2, 12))),
        "needs": (Need("SLCN", 1, D(2021, 11, 8)), Need("SEMH", 2, D(2021, 11, 8), D(2023, 1, 17))),
        "characteristics": {"LAC": False, "SERVICE": True},
        "contacts": (contact(title="Ms", forename="Ann", email="ann@example.org", phone="07700 900446", address="1 High St, LK1 1AA"),),
    }  # fmt: skip
    return PupilRecord(**fields | changes)


def test_a_round_trip_keeps_every_fact():
    sent = pupil()
    found = read(written(sent), our_laestab="9994002")
    assert found.problems == []
    assert (found.source, found.version) == ("999/4001 Larkfield Academy", "24.0")
    (received,) = found.records
    came_along = replace(
        received,
        given=sent.given,
        contacts=tuple(replace(each, given=frozenset()) for each in received.contacts),
    )
    assert came_along == sent


def test_the_example_file_survives_being_written_again():
    first = read_input("9992001_CTF_9994001_001.xml").records
    again = read(written(*first), our_laestab="9994002").records
    for before, after in zip(first, again, strict=True):
        assert (before.upn, before.sen_history, before.needs, before.contacts) == (
            after.upn,
            after.sen_history,
            after.needs,
            after.contacts,
        )
    assert sum(bool(each.sen_history) for each in again) == 8


def test_a_contact_with_a_court_order_stays_at_home():
    data = written(
        pupil(contacts=(contact(), contact(surname="Secret", court_order=True, address="9 Hidden Rd")))
    )
    assert b"Secret" not in data
    assert b"Hidden" not in data
    assert b"Bee" in data


def test_markup_and_control_characters_in_names_do_no_harm():
    data = written(pupil(legal_surname="O'<b>\x00\x0b & Co]]>"))
    assert b"<b>" not in data
    assert b"\x00" not in data
    assert b"O'&lt;b&gt; &amp; Co]]&gt;" in data


def test_a_pupil_who_never_had_sen_has_no_history():
    assert b"SENhistory" not in written(pupil(sen_history=(StatusPeriod("N", D(2021, 9, 1)),), needs=()))
    assert b"SENhistory" in written(pupil())


def test_file_names():
    assert ctf_file_name("9994001", "9994002", 1) == "9994001_CTF_9994002_001.xml"
    assert ctf_file_name("999/4001", "998", 12) == "9994001_CTF_998LLLL_012.xml"
    assert ctf_file_name("9994001", UNKNOWN, 999) == "9994001_CTF_XXXXXXX_999.xml"
    assert ctf_file_name("9994001", OUTSIDE, 1) == "9994001_CTF_MMMMMMM_001.xml"


@pytest.mark.parametrize(
    ("source", "destination", "number"),
    [
        ("9994001", "9994002", 0),
        ("9994001", "9994002", 1000),
        ("x", "9994002", 1),
        ("9994001", "../../etc", 1),
    ],
)
def test_file_names_that_break_the_rule(source, destination, number):
    with pytest.raises(ValueError):
        ctf_file_name(source, destination, number)


def test_destinations_that_are_no_school():
    assert b"<Estab>LLLL</Estab>" in written(pupil(), destination="998")
    assert refusal(written(pupil(), destination="998")).code == "wrong_school"
    assert len(read(written(pupil(), destination=UNKNOWN)).records) == 1


def test_the_academic_year_switches_on_1_august():
    assert academic_year(D(2026, 7, 31)) == 2025
    assert academic_year(D(2026, 8, 1)) == 2026
    assert b"<AcademicYear>2025</AcademicYear>" in written(pupil())


def test_year_codes():
    assert [year_code(year) for year in (None, -2, -1, 0, 1, 13)] == ["", "N1", "N2", "R", "1", "13"]
