"""Whole reports: the examples, the one full of faults, and rows that repeat or contradict each other."""

import datetime
import time
from decimal import Decimal

import pytest

from register.imports.records import Need, StatusPeriod

from .files import INPUTS, codes, parked, pupil_row, read, read_input, refusal, report, upn, warned


@pytest.mark.parametrize(
    ("name", "kind", "source", "rows"),
    [
        ("sims_pupils.csv", "pupils", "SIMS", 1050),
        ("arbor_pupils.csv", "pupils", "Arbor", 1050),
        ("bromcom_pupils.csv", "pupils", "Bromcom", 1050),
        ("contacts.csv", "contacts", "Other", 1907),
        ("staff.csv", "staff", "Other", 48),
        ("teaching_groups.csv", "groups", "Other", 7350),
    ],
)
def test_the_examples_are_taken_whole(name, kind, source, rows):
    found = read_input(name)
    assert (found.kind, found.source, found.row_count, len(found.records)) == (kind, source, rows, rows)
    assert found.parked_rows == frozenset()
    assert found.unknown_columns == ()


def test_control_a_damaged_example_is_noticed():
    lines = (INPUTS / "arbor_pupils.csv").read_bytes().splitlines(keepends=True)
    lines[3] = lines[3].replace(b"E999400119002", b"E999400119003")
    found = read(b"".join(lines))
    assert found.parked_rows == {4}
    assert len(found.records) == 1049


def test_a_sims_pupil_in_every_field():
    found = read_input("sims_pupils.csv")
    pupil = next(each for each in found.records if each.upn == "B999400119000")
    assert (pupil.row_number, pupil.admission_number) == (2, "004000")
    assert (pupil.legal_surname, pupil.legal_forename, pupil.sex) == ("Marlowe", "Yusuf", "M")
    assert (pupil.date_of_birth, pupil.year_group, pupil.form) == (datetime.date(2015, 5, 17), 7, "7A")
    assert (pupil.sen_status, pupil.sen_status_since, pupil.needs) == ("N", None, ())
    assert pupil.sen_history == (StatusPeriod("N", None),)
    assert pupil.characteristics == {"FSM": False, "EAL": True, "LAC": False, "SERVICE": False}
    assert (pupil.ethnicity, pupil.first_language, pupil.attendance_percent) == (
        "MWBC",
        "ENG",
        Decimal("89.2"),
    )


def test_letters_lost_in_the_sims_export_are_told_by_row():
    found = read_input("sims_pupils.csv")
    assert found.encoding == "windows-1252"
    lost = [each for each in found.problems if each.code == "lost_letter"]
    assert len(lost) == len(found.problems) == 61
    assert all("?" in each.value for each in lost)
    assert any(pupil.legal_surname == "Müller" for pupil in found.records)


def test_the_three_reports_tell_the_same_story():
    sims, arbor, bromcom = (
        {pupil.upn: pupil for pupil in read_input(f"{name}_pupils.csv").records}
        for name in ("sims", "arbor", "bromcom")
    )
    assert sims.keys() == arbor.keys() == bromcom.keys()
    for number, pupil in arbor.items():
        same = [
            (each.date_of_birth, each.sex, each.year_group, each.form, each.sen_status, each.needs)
            for each in (sims[number], pupil, bromcom[number])
        ]
        assert same[0] == same[1] == same[2], number
    assert sum(pupil.sen_status == "K" for pupil in arbor.values()) == 130
    assert sum(pupil.sen_status == "E" for pupil in arbor.values()) == 36
    assert arbor["Q999400119001"].characteristics == {"PP": False, "EAL": False}


def test_what_is_not_in_the_file_is_not_given():
    pupil = read_input("bromcom_pupils.csv").records[0]
    assert pupil.given == {
        "upn",
        "legal_surname",
        "legal_forename",
        "date_of_birth",
        "sex",
        "year_group",
        "form",
        "sen_status",
        "needs",
    }
    assert pupil.characteristics == {}
    arbor = read_input("arbor_pupils.csv").records[0]
    assert {"PP", "EAL", "attendance_percent"} == arbor.given - pupil.given


FAULTS = {
    3: ("upn", "wrong_upn"),
    4: ("legal_surname", "lookalike"),
    5: ("date_of_birth", "not_a_date"),
    6: ("date_of_birth", "born_in_future"),
    8: ("needs", "retired_need"),
    9: ("needs", "need_without_sen"),
    10: ("needs", "no_such_need"),
    11: ("legal_surname", "missing"),
    12: ("legal_forename", "not_a_name"),
    13: ("legal_forename", "not_a_name"),
}


def test_each_faulty_row_has_its_own_reason_and_the_good_ones_stay():
    found = read_input("broken/rows_with_faults.csv")
    parked_problems = {
        each.row_number: (each.field, each.code) for each in found.problems if each.severity == "parked"
    }
    assert parked_problems == FAULTS
    assert {each.row_number for each in found.problems} == {*FAULTS, 7, 14, 15}
    assert warned(found, 14) == {"repeated"}
    assert warned(found, 15) == {"sex_not_m_or_f", "repeated"}
    assert warned(found, 8) == {"legacy_status"}
    assert [pupil.row_number for pupil in found.records] == [2]
    assert found.records[0].needs == (Need("SLCN", 1),)
    assert all(str(each.reason) and str(each.what_to_do) for each in found.problems)


BROKEN = {
    "cut_short.xml": "cut_short",
    "empty.csv": "empty",
    "entity_bomb.xml": "dtd",
    "external_entity.xml": "dtd",
    "not_really.csv": "damaged",
    "only_a_header.csv": "no_rows",
    "unknown_columns.csv": "unknown_columns",
    "utf16.csv": "no_rows",
    "wrong_root.xml": "wrong_root",
    "wrong_school.xml": "wrong_school",
}


@pytest.mark.parametrize(("name", "code"), BROKEN.items())
def test_each_broken_file_has_its_own_message(name, code):
    assert refusal((INPUTS / "broken" / name).read_bytes()).code == code


def test_every_broken_file_is_accounted_for():
    assert {path.name for path in (INPUTS / "broken").iterdir()} == {*BROKEN, "rows_with_faults.csv"}


def test_identical_rows_are_taken_once():
    found = read(report(pupil_row(1), pupil_row(2), pupil_row(1)))
    assert [pupil.row_number for pupil in found.records] == [2, 3]
    assert warned(found, 4) == {"repeated"}


def test_contradicting_rows_are_parked_together_and_name_each_other():
    found = read(
        report(pupil_row(1), pupil_row(2), pupil_row(1, year="Year 8"), pupil_row(1, forename="Yusuf"))
    )
    assert [pupil.row_number for pupil in found.records] == [3]
    assert found.parked_rows == {2, 4, 5}
    reason = str(next(each.reason for each in found.problems if each.row_number == 4))
    assert "2, 5" in reason
    assert "Year group" in reason
    assert "Legal forename" in reason


def test_one_admission_number_for_two_pupils():
    header = ("Adno", "UPN", "Surname", "Forename", "DOB")
    rows = [
        ("004000", upn(1), "Bee", "Ann", "17/05/2015"),
        ("4000", upn(2), "Cee", "Bob", "17/05/2015"),
        ("4001", "", "Dee", "Cat", "17/05/2015"),
    ]
    found = read(report(*rows, header=header))
    assert found.parked_rows == {2, 3}
    assert [pupil.legal_forename for pupil in found.records] == ["Cat"]
    assert warned(found, 4) == {"no_upn"}


def test_the_row_with_the_upn_is_kept_of_two_for_one_pupil():
    header = ("Adno", "UPN", "Surname", "Forename", "DOB")
    rows = [("4000", "", "Bee", "Ann", "17/05/2015"), ("4000", upn(2), "Bee", "Ann", "17/05/2015")]
    found = read(report(*rows, header=header))
    assert [(pupil.row_number, pupil.upn) for pupil in found.records] == [(3, upn(2))]


def test_without_any_number_a_name_and_a_date_of_birth_are_enough_but_flagged():
    found = read(report(pupil_row(upn=""), pupil_row(2, forename="Yusuf")))
    assert len(found.records) == 2
    assert codes(found, 2) == {"no_number"}


def test_two_nameless_lookalikes_leave_one():
    found = read(report(pupil_row(upn=""), pupil_row(upn="", surname="MARLOWE")))
    assert [pupil.row_number for pupil in found.records] == [2]
    assert parked(found, 3) == {"lookalike"}


def test_twins_with_numbers_of_their_own_are_two():
    found = read(report(pupil_row(1), pupil_row(2)))
    assert (len(found.records), found.problems) == (2, [])


def test_a_contact_with_a_court_order_says_so():
    contacts = read_input("contacts.csv").records
    assert sum(contact.court_order for contact in contacts) == 9
    assert sum(contact.parental_responsibility is False for contact in contacts) == 98
    assert {contact.relationship for contact in contacts} == {"MOT", "FAT", "SOC"}
    assert {contact.priority for contact in contacts} == {1, 2, 3}


def test_contacts_with_several_columns_for_one_thing():
    header = (
        "UPN",
        "Surname",
        "Relationship",
        "Home phone",
        "Mobile",
        "Address line 1",
        "Town",
        "Postcode",
        "Court order",
        "Lives with pupil",
    )
    rows = [
        (upn(1), "Bee", "Mother", "01632 960123", "", "1 High St", "", "LK1 1AA", "Residence order 2019", ""),
        (upn(1), "Cee", "Father", "01632 960123", "07700 900446", "", "", "", "", "N"),
        ("", "Dee", "Father", "", "", "", "", "", "", ""),
    ]
    found = read(report(*rows, header=header))
    first, second = found.records
    assert (first.phone, first.address, first.court_order, first.lives_with_pupil) == (
        "01632 960123",
        "1 High St, LK1 1AA",
        True,
        None,
    )
    assert (second.phone, second.court_order, second.lives_with_pupil) == ("07700 900446", False, False)
    assert warned(found, 2) == {"court_order_in_words"}
    assert parked(found, 4) == {"whose_contact"}
    assert "parental_responsibility" not in first.given


def test_the_same_contact_row_twice_is_one_and_two_contacts_are_two():
    header = ("UPN", "Surname", "Forename", "Relationship")
    rows = [(upn(1), "Bee", "Ann", "MOT"), (upn(1), "Bee", "Bob", "FAT"), (upn(1), "Bee", "Ann", "MOT")]
    found = read(report(*rows, header=header))
    assert [contact.row_number for contact in found.records] == [2, 3]
    assert warned(found, 4) == {"repeated"}


def test_staff_need_something_to_know_them_by():
    header = ("Staff code", "Surname", "Forename", "Work email", "Role")
    rows = [
        ("ST1", "Bee", "Ann", "ann@larkfield.example.org", "Teacher"),
        ("", "Cee", "Bob", "", "Teacher"),
        ("ST1", "Dee", "Cat", "", "Teacher"),
        ("", "Eff", "Di", "no address", "TA"),
    ]
    found = read(report(*rows, header=header))
    assert parked(found, 2) == parked(found, 4) == {"contradiction"}
    assert parked(found, 3) == {"no_staff_code"}
    assert parked(found, 5) == {"no_staff_code"}


def test_groups_keep_two_teachers_and_drop_a_repeated_row():
    header = ("Group", "Subject", "UPN", "Staff code")
    rows = [
        ("7A/En", "English", upn(1), "ST1"),
        ("7A/En", "English", upn(1), "ST2"),
        ("7A/En", "English", upn(1), "ST1"),
        ("", "English", upn(1), "ST1"),
        ("7A/En", "English", "", "ST1"),
    ]
    found = read(report(*rows, header=header))
    assert [place.staff_code for place in found.records] == ["ST1", "ST2"]
    assert warned(found, 4) == {"repeated"}
    assert parked(found, 5) == {"missing"}
    assert parked(found, 6) == {"whose_place"}


def test_a_whole_school_is_read_in_well_under_two_seconds():
    data = (INPUTS / "sims_pupils.csv").read_bytes()
    started = time.process_time()
    assert len(read(data).records) == 1050
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Curriculum Year  7", 7), ("Year 7 (2025/26)", 7), ("Lower Sixth", 12), ("Upper Sixth", 13), ("Foundation Stage 2", 0),
        ("Foundation Stage 1", -1), ("E1", None), ("Blue group", None), ("#N/A", None), ("-", None),
    ],
)  # fmt: skip
def test_an_odd_year_group_never_costs_the_pupil(text, year):
    found = read(report(pupil_row(year=text)))
    assert [pupil.year_group for pupil in found.records] == [year]


def test_an_odd_cell_in_a_column_that_is_not_needed_is_left_out():
    header = ("UPN", "Adno", "Surname", "Forename", "DOB", "Form", "Middle names", "Preferred forename")
    cells = ("N/A", "000101", "Marlowe", "Isla", "09/03/2014", "Reception - Miss Henderson", "-", ".")
    found = read(report(cells, header=header))
    (pupil,) = found.records
    assert (pupil.upn, pupil.form, pupil.middle_names, pupil.preferred_forename) == ("", "", "", "")
    assert "form" not in pupil.given, "what could not be read overwrites nothing"
    assert warned(found, 2) == {"too_long", "no_upn"}


def test_a_nul_in_a_total_row_and_in_a_long_row():
    found = read(
        "UPN,Surname,Forename,DOB\r\nTotal\x00: 1\r\n\x00a,b,c,d,e,f,g\r\n"
        + ",".join((upn(1), "M", "I", "09/03/2014"))
    )
    assert len(found.records) == 1
    assert all("\x00" not in problem.value for problem in found.problems)
    assert len(found.problems) == 2
