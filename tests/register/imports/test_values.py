"""Single values: what they mean, and what becomes of those that mean nothing."""

import datetime
from decimal import Decimal

import pytest

from register.imports.contacts import read_priority, read_relationship
from register.imports.dates import DateReader
from register.imports.names import read_name, same_but_for_lost_letters
from register.imports.records import PARKED, WARNING
from register.imports.texts import cleaned, compact
from register.imports.values import (
    read_admission_number,
    read_boolean,
    read_court_order,
    read_email,
    read_ethnicity,
    read_language,
    read_percent,
    read_phone,
    read_sex,
    read_year_group,
)

from .files import TODAY, pupil_row, read, report, warned

MAY_17 = datetime.date(2015, 5, 17)


def dates(**choices) -> DateReader:
    return DateReader(TODAY, **choices)


@pytest.mark.parametrize(
    "text",
    [
        "2015-05-17", "2015/05/17", "20150517", "2015-05-17T00:00:00", "2015-05-17T00:00:00.000Z", "2015-05-17+01:00",
        "2015-05-17 00:00:00", "17/05/2015", "17/5/2015", "17.05.2015", "17-05-2015", "17/05/15", "17/05/2015 00:00",
        "17/05/2015 12:00:00 AM", "17 May 2015", "17-May-15", "17-May-2015", "17th May 2015", "Sunday 17 May 2015",
        "Sun, 17 May 2015", "17MAY2015", "May 17, 2015", "May 17th 2015", "17 may. 2015", "42141", "42141.0",
        " 17/05/2015 ", "17\u00a0May\u00a02015",
    ],
)  # fmt: skip
def test_styles_of_dates(text):
    assert dates().read(text).value == MAY_17


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2015",
        "2015-13-01",
        "2015-02-30",
        "00/00/0000",
        "17/05",
        "tomorrow",
        "1",
        "99999",
        "17/05/20155",
        "١٧/٠٥/٢٠١٥",
        "0000-01-01",
        "9999-12-31",
        "1066-10-14",
    ],
)
def test_what_is_no_date(text):
    value, fault = dates().read(text)
    assert value is None
    assert (fault.code, fault.severity) == ("not_a_date", PARKED)


def test_two_digit_years_lie_in_the_last_hundred_years():
    assert dates().read("01/09/27").value.year == 2027
    assert dates().read("01/09/28").value.year == 1928


def test_a_date_of_birth_must_be_plausible():
    assert dates().read_birth("2031-01-01").fault.code == "born_in_future"
    assert dates().read_birth("1990-01-01").fault.code == "implausible_age"
    assert dates().read_birth("2025-06-01").fault.code == "implausible_age"
    assert dates().read_birth("2024-11-22").value == datetime.date(2024, 11, 22)
    assert dates().read_birth("2005-11-23").value == datetime.date(2005, 11, 23)


def test_month_first_when_the_file_proves_it():
    found = read(report(pupil_row(1, dob="05/17/2015"), pupil_row(2, dob="03/04/2015")))
    assert [pupil.date_of_birth for pupil in found.records] == [MAY_17, datetime.date(2015, 3, 4)]
    assert warned(found, None) == {"month_first"}


def test_day_first_when_one_date_proves_it():
    found = read(
        report(pupil_row(1, dob="05/17/2015"), pupil_row(2, dob="17/05/2015"), pupil_row(3, dob="03/04/2015"))
    )
    assert [pupil.date_of_birth for pupil in found.records] == [MAY_17, datetime.date(2015, 4, 3)]
    assert found.parked_rows == {2}
    assert warned(found, None) == set()


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("R", 0), ("Rec", 0), ("Reception", 0), ("Year R", 0), ("YR", 0), ("0", 0), ("N1", -2), ("N2", -1), ("Nursery", -1),
        ("Nursery 2", -1), ("-1", -1), ("7", 7), ("07", 7), ("Year 7", 7), ("Y7", 7), ("Yr 7", 7), ("Yr. 7", 7), ("YEAR 11", 11),
        ("Year Group 7", 7), ("NC Year 7", 7), ("14", 14), ("7.0", 7),
    ],
)  # fmt: skip
def test_year_groups(text, year):
    assert read_year_group(text) == (year, None)


@pytest.mark.parametrize("text", ["Year 19", "15", "99", "Seven", "7A", "-3"])
def test_year_groups_that_do_not_exist(text):
    value, fault = read_year_group(text)
    assert value is None
    assert fault.severity == PARKED


def test_the_code_for_no_curriculum_year_is_no_fault():
    assert read_year_group("X") == (None, None)


@pytest.mark.parametrize(
    ("text", "sex"), [("M", "M"), ("male", "M"), ("Boy", "M"), ("F", "F"), ("Female", "F"), ("girl", "F")]
)
def test_sex(text, sex):
    assert read_sex(text) == (sex, None)


@pytest.mark.parametrize("text", ["X", "U", "Unknown", "Not stated", "3"])
def test_a_sex_the_census_does_not_know_never_costs_the_pupil(text):
    found = read(report(pupil_row(sex=text)))
    (pupil,) = found.records
    assert pupil.sex == ""
    assert "sex" not in pupil.given, "what the file cannot say must not overwrite"
    assert warned(found, 2) == {"sex_not_m_or_f"}


@pytest.mark.parametrize(
    ("text", "value"),
    [("Y", True), ("yes", True), ("T", True), ("TRUE", True), ("1", True), ("✓", True), ("N", False), ("No", False), ("F", False),
     ("false", False), ("0", False), ("Not eligible", False), ("unknown", None)],
)  # fmt: skip
def test_yes_and_no(text, value):
    assert read_boolean(text) == (value, None)


def test_neither_yes_nor_no_is_a_warning():
    value, fault = read_boolean("perhaps")
    assert value is None
    assert fault.severity == WARNING


@pytest.mark.parametrize(
    ("text", "value"), [("T", True), ("Yes", True), ("F", False), ("No", False), ("N/A", False)]
)
def test_court_order_said_plainly(text, value):
    assert read_court_order(text) == (value, None)


@pytest.mark.parametrize(
    "text", ["unknown", "Not known", "Refused", "U", "R", "not stated", "NOBT", "?", "pending", "no longer"]
)
def test_what_is_not_a_plain_no_counts_as_a_court_order(text):
    value, fault = read_court_order(text)
    assert value is True
    assert fault.severity == WARNING


def test_any_words_about_a_court_order_count_as_one():
    value, fault = read_court_order("Prohibited steps order 2019, see file")
    assert value is True
    assert fault.severity == WARNING


@pytest.mark.parametrize(
    ("text", "percent"),
    [("89.2", "89.2"), ("89.2%", "89.2"), ("89,2 %", "89.2"), ("100", "100.0"), ("0", "0.0"), ("0.892", "89.2"), ("1", "100.0"),
     ("0.5%", "0.5"), ("95.849999", "95.8")],
)  # fmt: skip
def test_percentages(text, percent):
    assert read_percent(text) == (Decimal(percent), None)


@pytest.mark.parametrize("text", ["101", "-1", "NaN", "Infinity", "1e5", "n/a", "999"])
def test_what_is_no_percentage(text):
    assert read_percent(text).value is None
    assert read_percent(text).fault.severity == WARNING


def test_phones_keep_their_look_and_get_their_zero_back():
    assert read_phone("07700 900446").value == "07700 900446"
    assert read_phone("+44 7700 900446").value == "+44 7700 900446"
    assert read_phone("7700900446").value == "07700900446"
    assert read_phone("1632960123").value == "01632960123"
    assert read_phone("ring mum").value is None
    assert read_phone("07700 900446 or 07700 900447").value is None


@pytest.mark.parametrize("text", ["a.b+c@example.org", "Grace@Example.ORG", "mailto:o'brien@example.co.uk"])
def test_email(text):
    assert read_email(text) == (text.removeprefix("mailto:"), None)


@pytest.mark.parametrize(
    "text",
    [
        "a@b",
        "a b@example.org",
        "a@example.org; c@example.org",
        "x" * 250 + "@example.org",
        "a@example..org",
        "<a@example.org>",
    ],
)
def test_what_is_no_email(text):
    assert read_email(text).value is None
    assert read_email(text).fault.severity == WARNING


def test_codes_of_the_census():
    assert read_ethnicity("wbri").value == "WBRI"
    assert read_ethnicity("White British").value is None
    assert read_language("Polish").value == "POL"
    assert read_language("eng").value == "ENG"
    assert read_language("Elvish").value is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("MOT", "MOT"),
        ("Mother", "MOT"),
        ("dad", "FAT"),
        ("Step-father", "STP"),
        ("Social worker", "SOC"),
        ("DOC", "DOC"),
        ("Nan", "GRP"),
    ],
)
def test_relationships(text, code):
    assert read_relationship(text) == (code, None)


def test_an_unknown_relationship_is_other_with_a_warning():
    value, fault = read_relationship("Godmother’s lodger")
    assert value == "OTH"
    assert fault.severity == WARNING


def test_priority():
    assert read_priority("1").value == 1
    assert [read_priority(text).value for text in ("0", "-1", "first", "100", "²")] == [None] * 5


def test_admission_numbers_keep_their_zeros():
    assert read_admission_number("004000").value == "004000"
    assert read_admission_number("4000.0").value == "4000"
    assert read_admission_number("9" * 21).fault.severity == PARKED


@pytest.mark.parametrize(
    "name",
    [
        "O'Connor",
        "ap-Rhys",
        "Nguyễn",
        "D’Souza",
        "Smith-Jones",
        "van der Berg",
        "Zoë",
        "José (Pepe)",
        "Jr.",
        "محمد",
        "李",
        "नीलम",
        "N'Golo",
    ],
)
def test_names_are_kept_letter_by_letter(name):
    assert read_name(name) == (name, None)


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        "'; DROP TABLE pupil; --",
        "=cmd|' /C calc'!A0",
        "@SUM(1)",
        "123",
        "--",
        "{{ 7*7 }}",
        "x" * 101,
    ],
)
def test_what_cannot_be_a_name_is_parked(name):
    value, fault = read_name(name)
    assert value is None
    assert fault.severity == PARKED


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Nguy?n", "lost_letter"),
        ("?ukasz", "lost_letter"),
        ("M\ufffdller", "lost_letter"),
        ("MÃ¼ller", "garbled"),
        ("Ann 2", "unusual_name"),
    ],
)
def test_doubtful_names_are_kept_with_a_warning(name, code):
    value, fault = read_name(name)
    assert value == name
    assert (fault.code, fault.severity) == (code, WARNING)


def test_names_that_differ_only_by_lost_letters():
    assert same_but_for_lost_letters("Nguyễn", "Nguy?n")
    assert same_but_for_lost_letters("Łukasz", "?ukasz")
    assert not same_but_for_lost_letters("Marlowe", "Marl?we"), "an o is never lost"
    assert not same_but_for_lost_letters("Nguyễn", "Nguyen")
    assert not same_but_for_lost_letters("Nguyễn", "Tuy?n")


def test_cleaning_removes_what_cannot_be_seen():
    assert cleaned("\ufeffAnn\u00a0\u200bMarie\x00\x07\t Bee\u202e\r\n") == "Ann Marie Bee"
    assert cleaned("Zoe\u0308") == "Zoë"
    assert cleaned("علی\u200cرضا") == "علی\u200cرضا", "a joiner that belongs to the script stays"
    assert compact("Date-of_Birth (D.O.B.)") == "dateofbirthdob"
