import pytest

from register.imports.identifiers import (
    Laestab,
    admission_number_key,
    is_temporary_upn,
    is_valid_uln,
    is_valid_upn,
    parse_laestab,
    upn_authority_known,
    upn_check_letter,
)

from .files import parked, pupil_row, read, report, warned


@pytest.mark.parametrize(
    "upn", ["B801200005001", "R674123101121", "G999400125001", "W999400125002", "P207000016049"]
)
def test_a_right_check_letter(upn):
    assert is_valid_upn(upn)
    assert not is_temporary_upn(upn)


@pytest.mark.parametrize("upn", ["F99940012501A", "D99940012599Z"])
def test_a_temporary_upn(upn):
    assert is_valid_upn(upn)
    assert is_temporary_upn(upn)


@pytest.mark.parametrize(
    "upn",
    [
        "A801200005001",  # wrong letter
        "X80120000A001",  # a letter that is not in the last place
        "Q207000016049",  # the help pages' worked example, which is added up wrongly
        "B80120000500",
        "B8012000050011",
        "b801200005001",
        "S801200005001",  # S is no check letter
        "B80120000500I",
        "B８01200005001",  # a digit that is not ASCII
        "",
    ],
)
def test_what_is_no_upn(upn):
    assert not is_valid_upn(upn)


def test_every_other_check_letter_is_wrong():
    right = upn_check_letter("801200005001")
    valid = [letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if is_valid_upn(letter + "801200005001")]
    assert valid == [right] == ["B"]


def test_an_unknown_authority_is_a_warning_and_the_pupil_is_taken():
    assert not upn_authority_known("E000200005001")
    assert upn_authority_known("B801200005001")
    found = read(report(pupil_row(upn="E000200005001")))
    assert [pupil.upn for pupil in found.records] == ["E000200005001"]
    assert warned(found, 2) == {"unknown_authority"}


def test_a_wrong_letter_parks_the_row_and_lower_case_does_not():
    found = read(report(pupil_row(upn="A801200005001"), pupil_row(upn=" b801 2000 05001 ")))
    assert parked(found, 2) == {"wrong_upn"}
    assert [pupil.upn for pupil in found.records] == ["B801200005001"]


@pytest.mark.parametrize("uln", ["9276308686", "9990000017", "9990000025"])
def test_right_uln(uln):
    assert is_valid_uln(uln)
    assert not is_valid_uln(uln[:-1] + str((int(uln[-1]) + 1) % 10))


@pytest.mark.parametrize("uln", ["0276308686", "927630868", "92763086861", "927630868X", ""])
def test_what_is_no_uln(uln):
    assert not is_valid_uln(uln)


@pytest.mark.parametrize("text", ["9994001", "999/4001", "999-4001", " 999 4001 "])
def test_laestab(text):
    assert parse_laestab(text) == Laestab("999", "4001")
    assert str(parse_laestab(text)) == "999/4001"


@pytest.mark.parametrize("text", ["", "999", "99940011", "XXXXXXX", "999/400"])
def test_what_is_no_laestab(text):
    assert parse_laestab(text) is None


def test_leading_zeros_do_not_part_admission_numbers():
    assert admission_number_key("004000") == admission_number_key("4000") == "4000"
    assert admission_number_key("000") == "000"
    assert admission_number_key("") == ""
    assert admission_number_key("004001") != admission_number_key("4000")
