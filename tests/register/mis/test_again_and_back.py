"""A file that is imported again, and an import that is undone, leave the records exactly as they were."""

import datetime

import pytest
from django.utils.timezone import localdate

from register.actions.imports.undoing import undo_run
from register.models import ImportRun, PupilCharacteristic, SenInMis, SenStatus
from senco.access.context import acting_as
from tests.factories import as_owner, on_status, person, pupil, school

from .bringing import HEADER, ISLA, JAYDEN, bring, kinds, lines_of, take

pytestmark = pytest.mark.django_db
FSM = HEADER.replace("Gender", "Gender,FSM")
SINCE = HEADER.replace("SEN status", "SEN status,SEN start date")
MAY = datetime.date(2024, 5, 21)


@pytest.fixture
def senco():
    return person("senco", at=school(laestab="9994001"))


def test_the_needs_of_somebody_new_without_a_status_are_noted_the_first_time(senco):
    text = HEADER + ISLA.replace(",K,SLCN", ",,SLCN")
    for _turn in range(2):
        take(senco, text)
        with acting_as(senco):
            assert [each.needs for each in SenInMis.objects.all()] == [["SLCN"]]


def test_a_fact_that_was_ended_twice_in_a_day_is_reopened_by_the_run_that_ended_it(senco):
    take(senco, FSM + ISLA.replace(",F,", ",F,Y,"))
    with as_owner():
        PupilCharacteristic.objects.update(starts=MAY)
    for said in "NYN":
        take(senco, FSM + ISLA.replace(",F,", f",F,{said},"))

    def facts():
        with acting_as(senco):
            return list(PupilCharacteristic.objects.order_by("starts").values_list("starts", "ends"))

    def undo_the_last():
        with acting_as(senco):
            run = ImportRun.objects.filter(state="applied").latest("applied_at")
            undo_run(run=run, by=senco)

    today = localdate()
    assert facts() == [(MAY, today), (today, today)]
    for stands in ([(MAY, today), (today, None)], [(MAY, today)], [(MAY, None)]):
        undo_the_last()
        assert facts() == stands


def starts_of(senco) -> list[tuple]:
    with acting_as(senco):
        return list(SenStatus.objects.order_by("starts").values_list("provision", "starts", "start_known"))


def test_a_start_that_nobody_knew_is_filled_in_and_said(senco):
    take(senco, HEADER + ISLA)
    run = bring(senco, SINCE + ISLA.replace(",K,", ",K,21/05/2024,"))
    (line,) = lines_of(senco, run, "decision")
    assert line.reason == "We hold “start not known”, the file says “21/05/2024”."
    assert line.decision == "theirs" and "filled in" in line.what_to_do
    run = take(senco, SINCE + ISLA.replace(",K,", ",K,21/05/2024,"))
    assert starts_of(senco) == [("K", MAY, True)]
    again = take(senco, SINCE + ISLA.replace(",K,", ",K,21/05/2024,"))
    assert kinds(again) == {"unchanged": 1}
    with acting_as(senco):
        undo_run(run=again, by=senco)
        undo_run(run=run, by=senco)
    assert starts_of(senco) == [("K", localdate(), False)]


def test_a_start_that_stood_in_rightly_is_known_from_then_on(senco):
    take(senco, HEADER + ISLA)
    today = localdate()
    take(senco, SINCE + ISLA.replace(",K,", f",K,{today:%d/%m/%Y},"))
    assert starts_of(senco) == [("K", today, True)]
    with acting_as(senco):
        assert SenStatus.objects.get().reason == "from_mis"


def test_a_start_that_does_not_fit_is_left_to_a_person(senco):
    isla = pupil(at=senco.school, upn="G999400125001", legal_forename="Isla", legal_surname="Marlowe")
    on_status(isla, "N", since=datetime.date(2024, 9, 1), ends=datetime.date(2025, 9, 1))
    on_status(isla, "K", since=datetime.date(2025, 9, 1), start_known=False)
    run = bring(senco, SINCE + ISLA.replace(",K,SLCN", ",K,21/05/2024,"))
    (line,) = [line for line in lines_of(senco, run, "decision") if line.field == "sen_since"]
    assert (line.decision, "start not known" in line.reason) == ("ours", True)


def test_rows_are_counted_and_not_their_faults(senco):
    broken = JAYDEN.replace("W999400125002", "X1").replace("Fenwick", "").replace("23/05/2015", "soon")
    run = bring(senco, HEADER + ISLA + broken + "Grand total,2,,,,,,,,\n")
    assert kinds(run) == {"new": 1, "parked": 1, "warning": 1}
    assert len(lines_of(senco, run, "parked")) > 1
    (total,) = lines_of(senco, run, "warning")
    assert total.reason == "This row holds a total, so it was left out."
