"""Pupils who are not in the file, and pupils who come back."""

import datetime

import pytest
from django.utils.timezone import localdate

from register.imports.identifiers import upn_check_letter
from tests.factories import person, pupil, school

from .bringing import HEADER, ISLA, bring, held, kinds, lines_of, take, take_theirs

pytestmark = pytest.mark.django_db


@pytest.fixture
def senco():
    return person("senco", at=school(laestab="9994001"))


def row(number: int, year: int = 7) -> str:
    rest = f"999400120{number:03}"
    return f"{upn_check_letter(rest)}{rest},{number:06},Family,Given{chr(97 + number)},09/03/2014,F,{year},{year}A,N,\n"


def rows(numbers, year: int = 7) -> str:
    return "".join(row(number, year) for number in numbers)


def test_leavers_are_marked_only_when_somebody_says_so(senco):
    take(senco, HEADER + rows(range(4)))
    assert kinds(take(senco, HEADER + rows(range(3))))["leaver"] == 1
    assert held(senco, "Givend").left_on is None
    take(senco, HEADER + rows(range(3)), leavers=True)
    assert held(senco, "Givend").left_on == localdate()
    assert kinds(bring(senco, HEADER + rows(range(3)))) == {"unchanged": 3}


def test_a_file_of_one_year_says_nothing_about_the_others(senco):
    take(senco, HEADER + rows(range(4), 7) + rows(range(10, 20), 8))
    run = bring(senco, HEADER + rows(range(3), 7))
    assert [line.label for line in lines_of(senco, run, "leaver")] == ["Family, Givend"]


def test_a_parked_row_keeps_its_pupil_here(senco):
    take(senco, HEADER + rows(range(4)))
    run = bring(senco, HEADER + rows(range(3)) + row(3).replace("09/03/2014", "31/02/2014"))
    assert kinds(run) == {"parked": 1, "unchanged": 3}


def test_somebody_who_is_still_to_join_does_not_leave(senco):
    take(senco, HEADER + rows(range(4)))
    pupil(
        at=senco.school,
        legal_surname="Later",
        admission_number="900000",
        joined_on=localdate() + datetime.timedelta(days=30),
    )
    assert "leaver" not in kinds(bring(senco, HEADER + rows(range(4))))


def test_a_leaver_in_the_file_is_a_question(senco):
    pupil(at=senco.school, legal_surname="Marlowe", legal_forename="Isla", upn="G999400125001", admission_number="000101",
          date_of_birth=datetime.date(2014, 3, 9), left_on=datetime.date(2026, 7, 20))  # fmt: skip
    run = take(senco, HEADER + ISLA)
    assert [line.field for line in lines_of(senco, run, "decision")] == ["left_on"]
    assert held(senco, "Isla").left_on == datetime.date(2026, 7, 20)


def test_a_later_admission_brings_a_leaver_back_once_somebody_says_so(senco):
    pupil(at=senco.school, legal_surname="Marlowe", legal_forename="Isla", upn="G999400125001",
          joined_on=datetime.date(2025, 9, 1), left_on=datetime.date(2026, 3, 20))  # fmt: skip
    header = HEADER.replace("Legal Surname", "Admission date,Legal Surname")
    again = header + ISLA.replace("Marlowe", "01/09/2026,Marlowe")
    take(senco, again)
    isla = held(senco, "Isla")
    assert (isla.joined_on, isla.left_on) == (datetime.date(2025, 9, 1), datetime.date(2026, 3, 20))
    take_theirs(senco, bring(senco, again), "left_on")
    isla = held(senco, "Isla")
    assert (isla.joined_on, isla.left_on) == (datetime.date(2026, 9, 1), None)


def test_somebody_who_came_back_and_left_again_is_one_question(senco):
    pupil(at=senco.school, legal_surname="Marlowe", legal_forename="Isla", upn="G999400125001",
          joined_on=datetime.date(2025, 9, 1), left_on=datetime.date(2026, 3, 20))  # fmt: skip
    header = HEADER.replace("Legal Surname", "Admission date,Leaving date,Legal Surname")
    text = header + ISLA.replace("Marlowe", "01/09/2026,23/10/2026,Marlowe")
    take(senco, text)
    assert held(senco, "Isla").joined_on == datetime.date(2025, 9, 1)
    take_theirs(senco, bring(senco, text), "left_on")
    isla = held(senco, "Isla")
    assert (isla.joined_on, isla.left_on) == (datetime.date(2026, 9, 1), datetime.date(2026, 10, 23))


def test_a_leaving_date_in_the_file_is_a_question_too(senco):
    take(senco, HEADER + ISLA)
    leaving = HEADER.replace("Legal Surname", "Leaving date,Legal Surname") + ISLA.replace(
        "Marlowe", "23/10/2026,Marlowe"
    )
    run = take(senco, leaving)
    assert kinds(run) == {"decision": 1} and held(senco, "Isla").left_on is None
    take_theirs(senco, bring(senco, leaving), "left_on")
    assert held(senco, "Isla").left_on == datetime.date(2026, 10, 23)


def test_leavers_are_undone(senco):
    from register.actions.imports.undoing import undo_run
    from senco.access.context import acting_as

    take(senco, HEADER + rows(range(4)))
    run = take(senco, HEADER + rows(range(3)), leavers=True)
    with acting_as(senco):
        undo_run(run=run, by=senco)
    assert held(senco, "Givend").left_on is None
