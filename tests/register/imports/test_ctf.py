"""The Common Transfer File: whose it is, what it says, and how it can be wrong."""

import codecs
import datetime
from decimal import Decimal

import pytest

from register.imports.ctf_writer import UNKNOWN
from register.imports.records import Need, StatusPeriod
from register.imports.refusals import Limits

from .files import codes, ctf, ctf_pupil, parked, read, read_input, refusal, upn, warned

D = datetime.date


def only_pupil(text: str | bytes):
    found = read(text)
    (pupil,) = found.records
    return pupil


def test_the_example():
    found = read_input("9992001_CTF_9994001_001.xml")
    assert (found.kind, found.source, found.version, found.encoding) == (
        "ctf",
        "999/2001 Larkfield Primary School",
        "24.0",
        "utf-8",
    )
    assert (found.row_count, len(found.records), found.problems) == (60, 60, [])
    assert sum(pupil.sen_status == "K" for pupil in found.records) == 6
    assert sum(pupil.sen_status == "E" for pupil in found.records) == 2
    assert sum(pupil.characteristics.get("FSM", False) for pupil in found.records) == 17
    first = found.records[0]
    assert (first.upn, first.legal_surname, first.legal_forename, first.date_of_birth, first.sex) == (
        "C999200120000",
        "Adeyemi",
        "Dewi",
        D(2015, 4, 2),
        "M",
    )
    assert (first.year_group, first.ethnicity, first.first_language) == (6, "WBRI", "ENG")
    assert first.characteristics == {"FSM": True, "LAC": False}
    assert first.sen_history == (StatusPeriod("K", D(2021, 11, 8)),)
    assert first.needs == (Need("SEMH", 1, D(2021, 11, 8)),)
    mother, father = first.contacts
    assert (mother.priority, mother.relationship, mother.parental_responsibility, mother.phone) == (
        1,
        "MOT",
        True,
        "07700 900908",
    )
    assert (father.email, father.upn) == ("ravi.t000.2@example.org", first.upn)
    assert "court_order" not in mother.given


def test_a_pupil_without_sen_history_says_nothing_about_sen():
    pupil = only_pupil(ctf(ctf_pupil()))
    assert (pupil.sen_status, pupil.sen_history, pupil.needs) == ("", (), ())
    assert not pupil.given & {
        "sen_status",
        "sen_history",
        "needs",
        "contacts",
        "FSM",
        "LAC",
        "attendance_percent",
    }


@pytest.mark.parametrize("element", ["<Sex>F</Sex>", "<Gender>F</Gender>", "<Sex>F</Sex><Gender>M</Gender>"])
def test_sex_or_gender(element):
    assert only_pupil(ctf(ctf_pupil(sex=element))).sex == "F"


def test_numbers_and_names_in_basic_details():
    more = "<UniqueLearnerNumber>9276308686</UniqueLearnerNumber>"
    details = "<BasicDetails><FormerUPN>B801200005001</FormerUPN><PreferredForename>Izzy</PreferredForename><MiddleNames>Ann May</MiddleNames><ServiceChild>Y</ServiceChild><NCyearActual>R</NCyearActual></BasicDetails>"
    pupil = only_pupil(
        ctf(
            ctf_pupil(more=more).replace(
                "<BasicDetails><NCyearActual>6</NCyearActual></BasicDetails>", details
            )
        )
    )
    assert (pupil.uln, pupil.former_upn, pupil.preferred_forename, pupil.middle_names, pupil.year_group) == (
        "9276308686",
        "B801200005001",
        "Izzy",
        "Ann May",
        0,
    )
    assert pupil.characteristics == {"SERVICE": True}


def test_free_meals_today():
    spells = "<FSMinstance><FSMstartDate>2020-01-01</FSMstartDate><FSMendDate>{}</FSMendDate></FSMinstance>"
    ended, running = (
        only_pupil(ctf(ctf_pupil(more=f"<FSMhistory>{spells.format(end)}</FSMhistory>")))
        for end in ("2021-01-01", "2030-01-01")
    )
    assert ended.characteristics == {"FSM": False}
    assert running.characteristics == {"FSM": True}


def test_attendance_of_the_latest_year():
    years = "".join(
        f"<YearData><Year>{year}</Year><SessionsPossible>{possible}</SessionsPossible><SessionsAttended>{attended}</SessionsAttended></YearData>"
        for year, possible, attended in ((2024, 380, 300), (2025, 370, 350), (2023, 1, 1))
    )
    assert only_pupil(ctf(ctf_pupil(more=f"<Attendance>{years}</Attendance>"))).attendance_percent == Decimal(
        "94.6"
    )
    impossible = "<Attendance><YearData><Year>2025</Year><SessionsPossible>0</SessionsPossible><SessionsAttended>NaN</SessionsAttended></YearData></Attendance>"
    assert only_pupil(ctf(ctf_pupil(more=impossible))).attendance_percent is None


def test_contacts_with_addresses_and_phones():
    contact = (
        "<Contact><Order>1</Order><Surname>Bee</Surname><Relationship>MOT</Relationship><Responsibility>1</Responsibility>"
        "<Address><AddressAsPupil>true</AddressAsPupil></Address><Phones><Phone><TelephoneType>W</TelephoneType><PhoneNo>01632 960000</PhoneNo></Phone>"
        "<Phone><TelephoneType>M</TelephoneType><PhoneNo>07700 900123</PhoneNo></Phone></Phones></Contact>"
        "<Contact><Surname>Cee</Surname><Email>nonsense</Email><Address><BS7666Address><PAON>2</PAON><Street>High St</Street><UPRN>1</UPRN></BS7666Address><PostCode>LK1 1AA</PostCode></Address></Contact>"
        "<Contact><Forename>Nobody</Forename></Contact>"
    )
    home = "<Address><AddressLines><AddressLine1>1 Mill Lane</AddressLine1></AddressLines><PostCode>LK2 2BB</PostCode></Address>"
    found = read(ctf(ctf_pupil(more=f"{home}<Contacts>{contact}</Contacts>")))
    (pupil,) = found.records
    first, second = pupil.contacts
    assert (first.address, first.lives_with_pupil, first.phone) == (
        "1 Mill Lane, LK2 2BB",
        True,
        "07700 900123",
    )
    assert (second.address, second.email) == ("2, High St, LK1 1AA", "")
    assert {each.code for each in found.problems} == {"not_an_email", "missing"}
    assert {(each.field, each.severity) for each in found.problems} == {("contacts", "warning")}


DECLARED = '<?xml version="1.0" encoding="{}"?>'


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("UTF-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("ISO-8859-1", "latin-1"),
        ("iso-8859-15", "iso-8859-15"),
        ("windows-1252", "cp1252"),
        ("UTF-16", "utf-16"),
        ("UTF-16", "utf-16-le"),
        ("UTF-16", "utf-8"),  # says one thing, is another
        ("UTF-8", "utf-16"),
    ],
)
def test_declared_encodings(declared, codec):
    found = read(ctf(ctf_pupil(surname="Müller"), declaration=DECLARED.format(declared)).encode(codec))
    assert found.records[0].legal_surname == "Müller"
    assert found.problems == []


@pytest.mark.parametrize("declaration", ["", DECLARED.format("UTF-8"), DECLARED.format("us-ascii")])
def test_windows_letters_in_a_file_that_says_utf_8(declaration):
    found = read(ctf(ctf_pupil(surname="Müller"), declaration=declaration).encode("cp1252"))
    assert found.records[0].legal_surname == "Müller"
    assert warned(found, None) == {"other_encoding"}


@pytest.mark.parametrize("name", ["utf-7", "rot13", "unicode_escape", "zlib", "x-made-up", "idna"])
def test_encodings_that_are_never_used_honestly(name):
    assert refusal(ctf(ctf_pupil(), declaration=DECLARED.format(name))).code == "encoding"


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("macintosh", "mac_roman"),
        ("ISO8859-15", "iso8859-15"),
        ("UTF_8", "utf-8"),
        ("IBM437", "cp437"),
        ("x-mac-roman", "mac_roman"),
    ],
)
def test_any_encoding_that_is_known_under_some_name(declared, codec):
    content = ctf(ctf_pupil(surname="Müller"), declaration=DECLARED.format(declared)).encode(codec)
    assert read(content).records[0].legal_surname == "Müller"


def test_russian_letters():
    content = ctf(ctf_pupil(surname="Иванов"), declaration=DECLARED.format("KOI8-R")).encode("koi8-r")
    assert read(content).records[0].legal_surname == "Иванов"


@pytest.mark.parametrize("before", ["\n", "\r\n  ", "\ufeff\n"])
def test_a_blank_line_before_the_declaration(before):
    content = (before + ctf(ctf_pupil(), declaration=DECLARED.format("UTF-8"))).encode()
    assert len(read(content).records) == 1


def test_a_namespace_changes_nothing():
    assert (
        len(
            read(
                ctf(ctf_pupil()).replace("<CTfile>", '<CTfile xmlns="http://www.teachernet.gov.uk/ctf">')
            ).records
        )
        == 1
    )
    prefixed = (
        ctf(ctf_pupil())
        .replace("</", "</c:")
        .replace("<", "<c:")
        .replace("<c:/c:", "</c:")
        .replace("<c:CTfile>", '<c:CTfile xmlns:c="urn:x">')
    )
    assert len(read(prefixed).records) == 1


@pytest.mark.parametrize(
    ("destination", "outcome"),
    [
        ("<LEA>999</LEA><Estab>4001</Estab>", set()),
        ("<LEA> 999 </LEA><Estab>4001\n</Estab>", set()),
        (f"<LEA>{UNKNOWN[:3]}</LEA><Estab>{UNKNOWN[3:]}</Estab>", {"destination_unknown"}),
        ("<LEA>MMM</LEA><Estab>MMMM</Estab>", {"destination_unknown"}),
        ("<LEA>999</LEA><Estab>LLLL</Estab>", {"for_authority"}),
        ("<LEA>999</LEA>", {"for_authority"}),
    ],
)
def test_destinations_that_may_be_us(destination, outcome):
    found = read(ctf(ctf_pupil(), destination=destination))
    assert codes(found, None) == outcome
    assert len(found.records) == 1


@pytest.mark.parametrize(
    "destination",
    [
        "<LEA>998</LEA><Estab>4999</Estab>",
        "<LEA>999</LEA><Estab>4002</Estab>",
        "<LEA>998</LEA><Estab>LLLL</Estab>",
        "",
        "<LEA/>",
        "<Estab>4001</Estab>",
    ],
)
def test_destinations_that_are_not_us(destination):
    assert refusal(ctf(ctf_pupil(), destination=destination)).code == "wrong_school"


def test_a_school_without_a_number_of_its_own_cannot_check():
    assert codes(read(ctf(ctf_pupil()), our_laestab=""), None) == {"own_number_unknown"}


@pytest.mark.parametrize(
    ("version", "outcome"),
    [
        ("24.0", set()),
        ("17", set()),
        ("26.0", set()),
        ("9.0", {"odd_version"}),
        ("31.0", {"odd_version"}),
        ("", {"odd_version"}),
        ("new", {"odd_version"}),
    ],
)
def test_versions(version, outcome):
    assert codes(read(ctf(ctf_pupil(), version=version)), None) == outcome


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ctf(), "no_rows"),
        (ctf(ctf_pupil())[:-200], "cut_short"),
        (ctf(ctf_pupil()).replace("</Surname>", "</Forename>"), "not_well_formed"),
        (ctf(ctf_pupil()) + "<more/>", "not_well_formed"),
        ("<CTfile><CTFpupilData>" + ctf_pupil() + "</CTFpupilData></CTfile>", "no_header"),
        ("<CTfile><CTFpupilData/></CTfile>", "no_header"),
        ("<Workbook/>", "wrong_root"),
        ("<!DOCTYPE CTfile>" + ctf(ctf_pupil()), "dtd"),
        ("<!DOCTYPE CTfile SYSTEM 'http://127.0.0.1/x.dtd'>" + ctf(ctf_pupil()), "dtd"),
        (ctf("<Pupil>" + "<a>" * 60 + "</a>" * 60 + "</Pupil>"), "too_intricate"),
        (ctf("<Pupil>" + "<a/>" * 20_001 + "</Pupil>"), "too_intricate"),
        (ctf("<Pupil>&undefined;</Pupil>"), "not_well_formed"),
    ],
)
def test_damaged_or_hostile_files(text, code):
    assert refusal(text).code == code


def test_a_dtd_in_utf_16_is_no_way_in():
    assert (
        refusal(
            codecs.BOM_UTF16_LE
            + ("<!DOCTYPE CTfile [<!ENTITY a 'b'>]>" + ctf(ctf_pupil())).encode("utf-16-le")
        ).code
        == "dtd"
    )


def test_too_many_pupils():
    text = ctf(*(ctf_pupil(number) for number in range(1, 5)))
    assert refusal(text, limits=Limits(rows=3)).code == "too_many_rows"
    assert len(read(text, limits=Limits(rows=4)).records) == 4


def test_pupils_are_numbered_by_their_place_and_faults_park_only_theirs():
    found = read(
        ctf(
            ctf_pupil(1),
            ctf_pupil(2).replace(upn(2), "A" + upn(2)[1:]),
            ctf_pupil(3).replace("2015-03-09", "2031-01-01"),
            ctf_pupil(4),
        )
    )
    assert [pupil.row_number for pupil in found.records] == [1, 4]
    assert (parked(found, 2), parked(found, 3)) == ({"wrong_upn"}, {"born_in_future"})


def test_the_same_pupil_twice():
    found = read(ctf(ctf_pupil(1), ctf_pupil(1), ctf_pupil(2), ctf_pupil(2, surname="Other")))
    assert [pupil.row_number for pupil in found.records] == [1]
    assert found.parked_rows == {3, 4}


def test_elements_we_do_not_read_cost_nothing():
    text = ctf(ctf_pupil()).replace(
        "</CTFpupilData>", "</CTFpupilData><CTFschoolData>" + "<a><b/></a>" * 50_000 + "</CTFschoolData>"
    )
    assert len(read(text).records) == 1
