"""Status and needs: code words of every MIS, and the older codes."""

import pytest

from register.imports.records import PARKED, WARNING
from register.imports.sen import need_key, read_needs
from register.imports.statuses import read_sen_status, status_key

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


@pytest.mark.parametrize(
    "text", ["K SEN Support", "SEN Support K", "SEN Support (K) - current", "K/SEN Support"]
)
def test_code_and_name_in_one_cell(text):
    assert read_sen_status(text) == ("K", None)


@pytest.mark.parametrize(
    "text",
    ["EHCP - requested", "EHCP - Pending", "EHC plan: refused", "EHC Plan (applied for)", "EHCP requested", "E (application)",
     "No longer EHCP", "K - moving to EHCP", "Not SEN Support"],
)  # fmt: skip
def test_a_plan_that_was_only_asked_for_is_no_plan(text):
    value, fault = read_sen_status(text)
    assert value is None
    assert (fault.code, fault.words) == ("no_such_status", (text,))
    assert read_sen_status(text, {status_key(text): "K"}) == ("K", None), "a person says what it means"


def test_a_status_that_was_decided_to_say_nothing():
    found = read(report(pupil_row(status="Monitoring", needs="")), status_choices={"Monitoring": ""})
    assert [(pupil.sen_status, "sen_status" in pupil.given) for pupil in found.records] == [("", False)]


@pytest.mark.parametrize("text", ["N/A", "-", "n/a"])
def test_a_blank_by_another_name(text):
    found = read(report(pupil_row(status=text, needs=text)))
    assert [(pupil.sen_status, pupil.needs) for pupil in found.records] == [("", ())]


WORDS = ("Behaviour, Emotional & Social Difficulties", "Medical needs", "1. Dyslexia", "Complex needs (2)")


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_offered_as_it_is_read_and_then_works(word):
    undecided = read(report(pupil_row(needs=f'"{word}"')))
    offered = [each for problem in undecided.problems for each in problem.words]
    assert len(offered) == 1
    decided = read(report(pupil_row(needs=f'"{word}"')), need_choices=dict.fromkeys(offered, "OTH"))
    assert [[need.code for need in pupil.needs] for pupil in decided.records] == [["OTH"]]


def test_all_words_of_a_long_cell_are_offered_at_once():
    cell = "SLCN, Medical needs\n" + "; ".join(f"Something {number} that is long" for number in range(8))
    found = read(report(pupil_row(needs=f'"{cell}"')))
    (problem,) = [each for each in found.problems if each.code == "no_such_need"]
    assert problem.words == ("Medical needs", *(f"Something {number} that is long" for number in range(8)))


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("SLCN & SEMH", ("SLCN", "SEMH")), ("SLCN and SEMH", ("SLCN", "SEMH")), ("SLCN + ASD", ("SLCN", "ASD")), ("SLCN\nASD", ("SLCN", "ASD")),
        ("SLCN ASD", ("SLCN", "ASD")), ("2. SLCN; 1. ASD", ("ASD", "SLCN")), ("Speech, language and communication needs and autism", ("SLCN", "ASD")),
        ("SLCN - ASD", ("SLCN", "ASD")),
    ],
)  # fmt: skip
def test_several_needs_in_one_cell(text, needs):
    assert read_needs(text) == (needs, None)


@pytest.mark.parametrize(
    "text", ["ASD (suspected)", "Query ASD", "ASD - awaiting assessment", "SLCN and something"]
)
def test_a_need_in_doubt_waits_for_a_person(text):
    assert read_needs(text).fault.code == "no_such_need"


HEADER_OF_NEEDS = ("UPN", "Surname", "Forename", "DOB", "SEN status", "SEN need", "Rank")


def test_one_row_for_each_need_is_one_pupil():
    number, rest = pupil_row()[0], ("Bee", "Ann", "17/05/2015", "K")
    rows = [(number, *rest, "SEMH", "2"), (number, *rest, "SLCN", "1"), (pupil_row(2)[0], *rest, "ASD", "1")]
    found = read(report(*rows, header=HEADER_OF_NEEDS))
    assert [[(need.code, need.rank) for need in pupil.needs] for pupil in found.records] == [
        [("SLCN", 1), ("SEMH", 2)],
        [("ASD", 1)],
    ]
    assert found.problems == []


def test_rows_that_differ_in_more_than_the_need_are_still_parked():
    number = pupil_row()[0]
    rows = [
        (number, "Bee", "Ann", "17/05/2015", "K", "SEMH", "2"),
        (number, "Bee", "Ann", "17/05/2015", "E", "SLCN", "1"),
    ]
    assert parked(read(report(*rows, header=HEADER_OF_NEEDS)), 2) == {"contradiction"}


@pytest.mark.parametrize(
    "text", ["EHCP?", "E (?)", "K?", "?K", "SEN Support?", "E*", "K - SEN Support?", "EHCP ？"]
)
def test_a_doubtful_status_waits_for_a_person(text):
    value, fault = read_sen_status(text)
    assert (value, fault.code, fault.severity) == (None, "doubtful_status", PARKED)
    assert read_sen_status(text, {status_key(fault.words[0]): "K"}) == ("K", None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ASD?", ("ASD?",)), ("?ASD", ("?ASD",)), ("ASD (?)", ("ASD (?)",)), ("Autism?", ("Autism?",)), ("ASD*", ("ASD*",)),
        ("SEMH?; SLCN", ("SEMH?",)), ("SLCN & SEMH?", ("SEMH?",)),
        ("Speech, language and communication needs?", ("Speech, language and communication needs?",)),
    ],
)  # fmt: skip
def test_a_doubtful_need_waits_for_a_person(text, words):
    value, fault = read_needs(text)
    assert (value, fault.code, fault.severity, fault.words) == (None, "doubtful_need", PARKED, words)
    assert read_needs(text, {need_key(words[0]): "OTH"}).value[-1:] in [("OTH",), ("SLCN",)]


def test_what_is_said_of_a_doubtful_word_says_nothing_of_the_plain_one():
    assert read_sen_status("EHCP", {status_key("EHCP?"): ""}) == ("E", None)
    assert read_needs("ASD", {need_key("ASD?"): ""}).value == ("ASD",)
    assert read_needs("ASD?", {need_key("ASD"): "ASD"}).fault.code == "doubtful_need"
