"""Status and needs: code words of every MIS, and the older codes."""

import pytest

from register.imports.records import PARKED, WARNING
from register.imports.sen import read_needs, read_sen_status

from .files import codes, parked, pupil_row, read, report, warned


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("N", "N"), ("No special educational need", "N"), ("No Special Educational Needs", "N"), ("No SEN", "N"), ("K", "K"),
        ("SEN support", "K"), ("SEN Support (K)", "K"), ("K - SEN Support", "K"), ("E", "E"), ("EHCP", "E"), ("EHC plan", "E"),
        ("Education, health and care plan", "E"), ("Education, Health & Care Plan", "E"), ("E: EHC plan", "E"),
    ],
)  # fmt: skip
def test_status_words(text, status):
    assert read_sen_status(text) == (status, None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A", "K"),
        ("School Action", "K"),
        ("P", "K"),
        ("School Action Plus", "K"),
        ("School Action+", "K"),
        ("S", "E"),
        ("Statement", "E"),
    ],
)
def test_legacy_status_is_read_and_said(text, status):
    value, fault = read_sen_status(text)
    assert value == status
    assert (fault.code, fault.severity) == ("legacy_status", WARNING)


@pytest.mark.parametrize("text", ["Yes", "Q", "E - SEN Support", "monitoring"])
def test_an_unknown_or_contradictory_status_is_parked(text):
    value, fault = read_sen_status(text)
    assert value is None
    assert fault.severity == PARKED


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("SLCN", ("SLCN",)),
        ("SpLD", ("SPLD",)),
        ("SPLD; SLCN", ("SPLD", "SLCN")),
        ("ASD|PD", ("ASD", "PD")),
        ("ASD, PD", ("ASD", "PD")),
        ("1. SPLD; 2. SEMH", ("SPLD", "SEMH")),
        ("SLCN (1), SEMH (2)", ("SLCN", "SEMH")),
        ("Speech, language and communication needs", ("SLCN",)),
        ("Speech, Language and Communication Needs (SLCN)", ("SLCN",)),
        ("SLCN - Speech, Language and Communication Needs", ("SLCN",)),
        ("Speech, language and communication needs, ASD", ("SLCN", "ASD")),
        ("Social, Emotional & Mental Health; Other difficulty/disability", ("SEMH", "OTH")),
        ("Profound and Multiple Learning Difficulties", ("PMLD",)),
        ("Visual impairment", ("VI",)),
        ("Multi-sensory impairment", ("MSI",)),
        ("Autistic Spectrum Disorder", ("ASD",)),
        ("Down's syndrome", ("DS",)),
        ("SEN Support but no specialist assessment of type of need", ("NSA",)),
        ("SLCN; SLCN", ("SLCN",)),
        ("None", ()),
    ],
)
def test_needs(text, needs):
    assert read_needs(text) == (needs, None)


@pytest.mark.parametrize("text", ["BESD", "Behaviour, Emotional and Social Difficulties", "SLCN; BESD"])
def test_besd_waits_for_a_person(text):
    value, fault = read_needs(text)
    assert value is None
    assert (fault.code, fault.severity) == ("retired_need", PARKED)


def test_a_decision_once_made_is_used():
    assert read_needs("BESD", {"besd": "SEMH"}) == (("SEMH",), None)
    assert read_needs("Wizardry; SLCN", {"wizardry": ""}) == (("SLCN",), None)
    found = read(
        report(pupil_row(needs="BESD"), pupil_row(2, needs="WIZARDRY")), need_choices={"BESD": "SEMH"}
    )
    assert [[need.code for need in pupil.needs] for pupil in found.records] == [["SEMH"]]
    assert parked(found, 3) == {"no_such_need"}


def test_no_sen_with_a_need_is_a_contradiction():
    found = read(report(pupil_row(status="N", needs="ASD"), pupil_row(2, status="N", needs="")))
    assert parked(found, 2) == {"need_without_sen"}
    assert [pupil.row_number for pupil in found.records] == [3]


def test_nsa_does_not_go_with_a_plan():
    found = read(report(pupil_row(status="E", needs="NSA"), pupil_row(2, status="K", needs="NSA")))
    assert warned(found, 2) == {"nsa_with_plan"}
    assert codes(found, 3) == set()
    assert len(found.records) == 2


def test_ranks_follow_the_columns():
    header = (
        "UPN",
        "Surname",
        "Forename",
        "DOB",
        "SEN status",
        "SEN need type (2)",
        "SEN need type (1)",
        "SEN start date",
    )
    found = read(
        report((pupil_row()[0], "Bee", "Ann", "17/05/2015", "K", "SEMH", "ASD", "08/03/2025"), header=header)
    )
    (pupil,) = found.records
    assert [(need.code, need.rank) for need in pupil.needs] == [("ASD", 1), ("SEMH", 2)]
    assert pupil.sen_history[0].since.isoformat() == pupil.sen_status_since.isoformat() == "2025-03-08"


def test_a_status_from_before_birth_or_tomorrow_has_no_date():
    header = ("UPN", "Surname", "Forename", "DOB", "SEN status", "SEN start date")
    rows = [
        (pupil_row(n)[0], "Bee", "Ann", "17/05/2015", "K", since)
        for n, since in ((1, "01/01/2010"), (2, "01/01/2027"))
    ]
    found = read(report(*rows, header=header))
    assert [
        (pupil.sen_status, pupil.sen_status_since, "sen_status_since" in pupil.given)
        for pupil in found.records
    ] == [("K", None, False)] * 2
    assert codes(found, 2) == {"before_birth"}
    assert codes(found, 3) == {"date_ahead"}
