"""Which column is which: suggested, saved, doubled, missing."""

import csv

import pytest

from register.imports.columns import recognise
from register.imports.headings import FIELD_LABELS, HEADINGS
from register.imports.parsing import first_rows, suggest_columns

from .files import INPUTS, codes, parked, pupil_row, read, refusal, report, upn, warned


def header_of(name: str) -> list[str]:
    with (INPUTS / name).open(
        encoding="cp1252" if name.startswith("sims") else "utf-8-sig", newline=""
    ) as stream:
        return next(csv.reader(stream))


@pytest.mark.parametrize(
    ("name", "kind", "source"),
    [
        ("sims_pupils.csv", "pupils", "SIMS"),
        ("arbor_pupils.csv", "pupils", "Arbor"),
        ("bromcom_pupils.csv", "pupils", "Bromcom"),
        ("contacts.csv", "contacts", "Other"),
        ("staff.csv", "staff", "Other"),
        ("teaching_groups.csv", "groups", "Other"),
    ],
)
def test_every_column_of_the_known_reports_is_recognised(name, kind, source):
    found = recognise(header_of(name))
    assert (found.kind, found.source, found.unknown_columns, found.missing) == (kind, source, (), ())
    assert len(found.mapping) == len(header_of(name))


def test_control_a_made_up_column_stays_unknown():
    found = recognise([*header_of("arbor_pupils.csv"), "Favourite colour"])
    assert found.unknown_columns == ("Favourite colour",)
    assert dict(found.columns)["Favourite colour"] == ""


def test_spelling_and_order_do_not_matter():
    found = recognise(["date_of_birth", "LEGAL  SURNAME", "\ufeffupn ", "legal-forename"])
    assert dict(found.columns) == {
        "date_of_birth": "date_of_birth",
        "LEGAL SURNAME": "legal_surname",
        "upn": "upn",
        "legal-forename": "legal_forename",
    }


def test_the_better_named_of_two_columns_counts_and_the_other_is_told():
    found = recognise(["Forename", "Legal Forename", "Surname", "DOB"])
    assert dict(found.columns)["Legal Forename"] == "legal_forename"
    assert found.unknown_columns == ("Forename",)


def test_the_same_need_column_several_times_is_a_ranking():
    found = recognise(["Surname", "Forename", "DOB", "SEN need type", "SEN need type", "SEN need type"])
    assert [found.mapping[index] for index in (3, 4, 5)] == ["need_1", "need_2", "need_3"]


def test_twin_columns_are_one_while_they_agree():
    header = ("UPN", "Surname", "Forename", "DOB", "UPN")
    first, second = pupil_row(1)[0], pupil_row(2)[0]
    found = read(
        report(
            (first, "Bee", "Ann", "17/05/2015", first),
            ("", "Bee", "Bob", "17/05/2015", second),
            (first, "Bee", "Cat", "17/05/2015", second),
            header=header,
        )
    )
    assert [(pupil.legal_forename, pupil.upn) for pupil in found.records] == [("Ann", first), ("Bob", second)]
    assert parked(found, 4) == {"twin_columns"}


def test_a_saved_mapping_goes_before_the_suggestion():
    rows = report(
        (pupil_row()[0], "Bee", "Ann", "17/05/2015", "7A"),
        header=("Code", "Nachname", "Forename", "DOB", "Form"),
    )
    assert refusal(rows).code == "missing_columns"
    found = read(rows, mapping={"code": "upn", "Nachname": "legal_surname", "Form": ""})
    (pupil,) = found.records
    assert (pupil.upn, pupil.legal_surname, pupil.form) == (pupil_row()[0], "Bee", "")
    assert "form" not in pupil.given
    assert dict(found.mapping) == {
        "Code": "upn",
        "Nachname": "legal_surname",
        "Forename": "legal_forename",
        "DOB": "date_of_birth",
        "Form": "",
    }
    assert read(rows, mapping=found.mapping).records == found.records, (
        "what is shown can be saved and used again"
    )


def test_a_mapping_makes_sense_of_a_header_without_a_known_word():
    rows = report(("Bee", "Ann", "17/05/2015"), header=("A1", "B2", "C3"))
    assert refusal(rows).headings == ("A1", "B2", "C3")
    assert (
        len(
            read(rows, mapping={"A1": "legal_surname", "B2": "legal_forename", "C3": "date_of_birth"}).records
        )
        == 1
    )


def test_a_mapping_to_a_field_that_does_not_exist_is_no_mapping():
    assert (
        refusal(report(("x", "y"), header=("Foo", "Bar")), mapping={"Foo": "password"}).code
        == "unknown_columns"
    )


def test_suggestions_are_shown_with_the_first_rows():
    columns, rows = suggest_columns(
        report(pupil_row(1), pupil_row(2), header=("Foo", "Bar", "UPN", "a", "b", "c", "d", "e")).encode()
    )
    assert dict(columns.columns) == {
        "Foo": "",
        "Bar": "",
        "UPN": "upn",
        "a": "",
        "b": "",
        "c": "",
        "d": "",
        "e": "",
    }
    assert columns.missing
    assert rows == [list(pupil_row(1)), list(pupil_row(2))]


def test_title_lines_above_the_header_are_passed_over():
    text = (
        "Pupil report\r\nPrinted on,22/11/2026\r\n\r\n"
        + report(pupil_row())
        + "Total: 1,,,,,,,\r\nSee over,,,,,,,\r\n"
    )
    found = read(text)
    assert [pupil.row_number for pupil in found.records] == [5], (
        "the row number is the one a spreadsheet shows"
    )
    assert (warned(found, 6), parked(found, 7)) == ({"total_row"}, {"not_a_row"})


@pytest.mark.parametrize("first", ["7A Total", "Sub-total", "Subtotal", "Grand total", "TOTAL PUPILS: 3"])
def test_a_total_is_told_once_and_is_nobody(first):
    found = read(
        f"Reg group,UPN,Surname,Forename,DOB,Year\r\n7A,{upn(1)},Ee,Ff,05/03/2015,7\r\n{first},2,4,,,5\r\n"
    )
    assert ([each.row_number for each in found.records], len(found.problems)) == ([2], 1)
    assert warned(found, 3) == {"total_row"}


def test_somebody_called_total_is_somebody():
    found = read(f"Surname,Forename,UPN,DOB\r\nTotal,Ann,{upn(1)},05/03/2015\r\n")
    assert [each.legal_surname for each in found.records] == ["Total"]


def test_a_header_repeated_on_every_page_is_no_pupil():
    found = read(report(pupil_row(1)) + report(pupil_row(2)))
    assert [pupil.row_number for pupil in found.records] == [2, 4]
    assert (found.row_count, found.problems) == (2, [])


def test_empty_columns_and_rows_at_the_end_are_nothing():
    text = (
        report(
            (*pupil_row(), "", ""),
            header=(
                "UPN",
                "Surname",
                "Forename",
                "Date of birth",
                "Sex",
                "Year group",
                "SEN status",
                "SEN needs",
                "",
                "",
            ),
        )
        + ",,,,,,,,,\r\n" * 5
    )
    found = read(text)
    assert (found.row_count, len(found.records), found.problems, found.unknown_columns) == (1, 1, [], ())


def test_a_value_split_by_a_stray_separator_parks_the_row():
    found = read(report(("Marlowe, Jr", *pupil_row()), pupil_row()))
    assert parked(found, 2) == {"too_many_cells"}
    assert [pupil.row_number for pupil in found.records] == [3]


def test_a_column_without_a_heading_parks_nothing():
    found = read(report(*((*pupil_row(number), "note") for number in range(1, 8))))
    assert (len(found.records), found.problems) == (7, [])


def test_a_short_row_says_nothing_about_the_columns_it_lacks():
    found = read(report(pupil_row()[:5], pupil_row(2, status="", needs="")))
    short, whole = found.records
    assert "sen_status" not in short.given
    assert "sen_status" in whole.given


def test_what_is_missing_is_named():
    error = refusal(report(("x", "Ann"), header=("UPN", "Forename")))
    assert error.code == "missing_columns"
    assert "Legal surname" in str(error)
    assert "Date of birth" in str(error)


def test_a_table_of_pupils_is_never_taken_for_staff_or_contacts():
    error = refusal(
        report(
            (pupil_row()[0], "Bee", "Ann", "a@example.org"), header=("UPN", "Surname", "Forename", "Email")
        )
    )
    assert error.code == "missing_columns"
    assert "Date of birth" in str(error)


def test_every_field_has_a_label():
    fields = {field for fields in HEADINGS.values() for field in fields}
    assert fields <= FIELD_LABELS.keys()


def test_no_heading_stands_for_two_fields_of_one_kind():
    for kind, fields in HEADINGS.items():
        words = [word for words in fields.values() for word in words]
        assert len(words) == len(set(words)), kind


def test_a_file_without_upns_says_so_once():
    found = read(
        report(
            ("4000", "Bee", "Ann", "17/05/2015"),
            ("4001", "Cee", "Bob", "17/05/2015"),
            header=("Adno", "Surname", "Forename", "DOB"),
        )
    )
    assert codes(found, None) == {"no_upn_column"}
    assert len(found.problems) == 1


def test_numbers_wrapped_against_spreadsheets_are_unwrapped():
    header = ("Adno", "UPN", "Surname", "Forename", "DOB")
    found = read(
        report(
            ('="004000"', f'"=""{pupil_row()[0]}"""', '="Bee"', '=HYPERLINK("x")', '="17/05/2015"'),
            ('="004001"', "", "Bee", "Ann", '="17/05/2015"'),
            header=header,
        )
    )
    assert [(pupil.admission_number, pupil.legal_forename) for pupil in found.records] == [("004001", "Ann")]
    assert parked(found, 2) == {"not_a_name"}


def test_two_columns_of_one_heading_are_told_apart_by_their_place():
    rows = report((upn(1), "Marlowe", "Isla", "09/03/2014"), header=("Key", "Name", "Name", "Born"))
    chosen = [
        ["Key", "upn"],
        ["Name", "legal_surname"],
        ["Name", "legal_forename"],
        ["Born", "date_of_birth"],
    ]
    found = read(rows, mapping=chosen, kind="pupils")
    assert (found.records[0].legal_surname, found.records[0].legal_forename) == ("Marlowe", "Isla")
    assert [list(pair) for pair in found.mapping] == chosen
    moved = report(("09/03/2014", "Marlowe", upn(1), "Isla"), header=("Born", "Name", "Key", "Name"))
    assert read(moved, mapping=chosen, kind="pupils").records[0].legal_forename == "Isla"


def test_a_person_picks_the_heading_row_below_a_title():
    rows = "Larkfield pupils\r\n" + report(
        (upn(1), "Marlowe", "Isla", "09/03/2014"), header=("A1", "B2", "C3", "D4")
    )
    chosen = [["A1", "upn"], ["B2", "legal_surname"], ["C3", "legal_forename"], ["D4", "date_of_birth"]]
    assert read(rows, mapping=chosen, kind="pupils", header_row=2).records[0].upn == upn(1)
    assert [number for number, _cells in first_rows(rows.encode())] == [1, 2, 3]


CONTACT = {
    "UPN,Surname,Forename,Contact Name,Relationship,Email": "{upn},Marlowe,Isla,Dana Fenwick,Mother,d@example.org",
    "UPN,First name,Last name,Contact first name,Contact last name,Relationship": "{upn},Isla,Marlowe,Dana,Fenwick,Mother",
    "UPN,Surname,Forename,DOB,Year,Reg,Contact Surname,Contact Forename,Relationship,Email":
        "{upn},Marlowe,Isla,09/03/2014,7,7A,Fenwick,Dana,Mother,d@example.org",
    "UPN,Surname,Forename,Parent/Guardian Surname,Parent/Guardian First Name,Relationship to child":
        "{upn},Marlowe,Isla,Fenwick,Dana,Mother",
    "UPN,Name,Parent/Carer Name,Relationship": "{upn},Isla Marlowe,\"Fenwick, Dana\",Mother",
}  # fmt: skip


@pytest.mark.parametrize("header", CONTACT)
def test_the_childs_name_is_never_given_to_the_parent(header):
    found = read(f"{header}\r\n{CONTACT[header].format(upn=upn(1))}\r\n")
    assert found.kind == "contacts"
    assert [(each.forename, each.surname) for each in found.records] == [("Dana", "Fenwick")]


def test_a_forename_that_is_not_there_is_not_borrowed_from_the_child():
    found = read(
        f"UPN,First name,Last name,Contact last name,Relationship\r\n{upn(1)},Isla,Marlowe,Smith,Mother\r\n"
    )
    assert [(each.forename, each.surname) for each in found.records] == [("", "Smith")]


def test_where_nobody_can_tell_whose_the_name_is_a_person_is_asked():
    rows = f"UPN,Surname,Forename,DOB,Relationship,Email\r\n{upn(1)},Marlowe,Isla,09/03/2014,Mother,d@example.org\r\n"
    assert refusal(rows).code == "missing_columns"


@pytest.mark.parametrize(
    "heading",
    ["Court Order Details", "Contact restrictions", "No contact", "Non-molestation", "Prohibited steps"],
)
@pytest.mark.parametrize(
    ("cell", "order"), [("Y", True), ("See file", True), ("N", False), ("", False), ("N/A", False)]
)
def test_every_column_about_a_restriction_is_read(heading, cell, order):
    rows = (
        f"UPN,Contact Name,Relationship,{heading},Court order\r\n{upn(1)},Yusuf Marlowe,Father,{cell},N\r\n"
    )
    assert [each.court_order for each in read(rows).records] == [order]
    unread = [
        ["UPN", "upn"],
        ["Contact Name", "full_name"],
        ["Relationship", "relationship"],
        [heading, ""],
        ["Court order", ""],
    ]
    assert [each.court_order for each in read(rows, mapping=unread).records] == [order], (
        "it cannot be left unread"
    )


def test_dates_of_something_else_are_not_when_a_pupil_came_and_left():
    header = "UPN,Surname,Forename,DOB,SEN status,Start date,End date,Left"
    found = read(f"{header}\r\n{upn(1)},Marlowe,Isla,09/03/2014,K,01/09/2021,01/09/2023,Y\r\n")
    assert (found.records[0].admission_date, found.records[0].left_on) == (None, None)
    assert found.unknown_columns == ("Start date", "End date", "Left")


@pytest.mark.parametrize(
    ("name", "surname", "forename", "guessed"),
    [
        ("Marlowe, Isla Rose", "Marlowe", "Isla Rose", False), ("Isla Rose Marlowe", "Marlowe", "Isla Rose", True),
        ("Ana van der Berg", "van der Berg", "Ana", True), ("O'Neill, Sean", "O'Neill", "Sean", False),
    ],
)  # fmt: skip
def test_a_full_name_is_taken_apart(name, surname, forename, guessed):
    found = read(report((upn(1), f'"{name}"', "09/03/2014"), header=("UPN", "Full name", "DOB")))
    assert (found.records[0].legal_surname, found.records[0].legal_forename) == (surname, forename)
    assert ("name_split" in warned(found, 2)) is guessed


def test_a_contact_with_one_name_and_a_title():
    found = read(
        f"UPN,Contact name,Relationship\r\n{upn(1)},Mrs Dana Marlowe,Mother\r\n{upn(1)},Mrs Okafor,Other\r\n"
    )
    assert [(each.title, each.forename, each.surname) for each in found.records] == [
        ("Mrs", "Dana", "Marlowe"), ("Mrs", "", "Okafor"),
    ]  # fmt: skip


def test_staff_by_full_name():
    found = read('Name,Email,Role\r\n"Clarke, Rhys",rc@example.org,Teacher\r\n')
    assert found.kind == "staff"
    assert (found.records[0].surname, found.records[0].forename) == ("Clarke", "Rhys")
