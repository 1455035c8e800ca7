"""Outcomes that are provision, twins, gaps, and provision in numbers."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from provision.plan_check import CheckedTarget, check
from provision.plan_check.wording import is_said
from tests.provision.plan_check.plans import ASKING, GOOD, REVIEW, SOUNDS, with_part, with_text


def quotes(rule, plan):
    return [finding.quote for finding in check(plan) if finding.rule == rule]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amira will receive daily support", "receive daily support"),
        ("Amira will have access to a laptop", "have access to"),
        ("Amira will attend speech therapy", "attend speech therapy"),
        ("Amira will be supported to read", "be supported to"),
        ("To be given 10 hours of TA support", "be given 10 hours of TA"),
        ("Amira will work with a TA each day", "work with a TA"),
        ("Amira will have weekly sessions with the mentor", "will have weekly sessions"),
        ("Amira will be provided with a laptop", "be provided with"),
    ],
)
def test_an_outcome_that_is_provision_is_found(text, expected):
    assert quotes("outcome_is_provision", with_text(text, key="outcome-1")) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Amira will attend school every day",
        "Amira attends 95% of lessons and one lunchtime club a week",
        "Amira asks for help and support from an adult in 4 out of 5 lessons",
        "Amira will have two friends to play with",
        "Amira will work with a partner for 10 minutes",
        "Amira can receive and throw a ball",
        "Amira gives support to a younger pupil",
        "Amira accesses the playground by herself",
        "Amira will have finished the group task",
    ],
)
def test_a_real_outcome_is_left_alone(text):
    assert quotes("outcome_is_provision", with_text(text, key="outcome-1")) == []


def test_provision_is_allowed_to_be_provision():
    assert (
        quotes(
            "outcome_is_provision", with_text("Amira will receive support", key="provision-1", field="what")
        )
        == []
    )


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("Amira will read aloud 60 of the first 100 words at sight and say what each means", True),
        (
            "By the review she is reading aloud 60 of the first 100 words at sight, and says what each one means.",
            True,
        ),
        (
            "By the review, Amira writes 60 of the first 100 words from memory, and says what each one means.",
            False,
        ),
        (
            "By the review, Amira reads aloud 90 of the first 100 words at sight, and says what each one means.",
            False,
        ),
        ("Reads", False),
    ],
)
def test_two_outcomes_that_say_nearly_the_same_are_found(text, alike):
    plan = with_text(text, key="outcome-2")
    assert bool(quotes("same_outcome", plan)) == alike


def test_the_same_sentence_about_two_skills_is_no_twin():
    text = "By July, Amira recalls {} facts to 20 within 3 seconds each in 4 out of 5 weekly checks by her teacher"
    pair = (replace(SOUNDS, text=text.format("addition")), replace(ASKING, text=text.format("subtraction")))
    assert quotes("same_outcome", replace(GOOD, outcomes=pair)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She reads [number] words", ["[number]"]),
        ("She reads [...] words and […] more", ["[...]", "[…]"]),
        ("She reads ____ words, XX or xxx", ["____", "XX", "xxx"]),
        ("He/she shows his/her card; s/he waits", ["He/she", "his/her", "s/he"]),
        ("{name} and <insert name>", ["{name}", "<insert name>"]),
        ("Insert name here", ["Insert name"]),
        ("[ ] not ticked", ["[ ]"]),
    ],
)
def test_gaps_of_a_stem_are_found(text, expected):
    assert quotes("gaps", with_text(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[sic] and see [3] and [12]",
        "and/or, yes/no, 12/03/2027, 4/5, mum/dad",
        "5 < 7 and 9 > 3",
        "Add numbers to 20. Insert coins. Size XL, Xmas, box",
        "snake_case",
        "“he said [...] no”",
        "[x] done",
    ],
)
def test_brackets_and_strokes_that_mean_something_are_left_alone(text):
    assert quotes("gaps", with_text(text)) == []


# Provision in numbers ---------------------------------------------------------------------------------------------------

NOTHING = {"sessions_a_week": None, "minutes": None, "group_size": None}


@pytest.mark.parametrize(
    ("what", "missing"),
    [
        ("Phonics", "how often, how long each time, alone or in how large a group"),
        ("Phonics three times a week", "how long each time, alone or in how large a group"),
        ("Phonics, 3 x 20 minutes a week", "alone or in how large a group"),
        ("Phonics daily for half an hour, one-to-one", ""),
        ("Phonics every morning, 15 mins, 1:1", ""),
        ("Phonics each Monday, 20min, in a pair", ""),
        ("Phonics weekly, 1 hour, groups of 3", ""),
        (
            "Phonics in Year 4, from 3 May 2027, group work",
            "how often, how long each time, alone or in how large a group",
        ),
        ("Reading on Monday 3 May 2027, 20 minutes, whole class", "how often"),
    ],
)
def test_what_a_line_of_provision_says_in_words_need_not_be_in_a_box(what, missing):
    plan = with_part(GOOD, "provision-1", what=what, **NOTHING)
    found = [finding.message for finding in check(plan) if finding.rule == "not_quantified"]
    assert found == ([f"Not said yet: {missing}."] if missing else [])


@pytest.mark.parametrize("sessions", [Decimal("0.5"), 1, Decimal(5)])
def test_once_a_fortnight_is_often_enough_to_be_counted(sessions):
    assert check(with_part(GOOD, "provision-1", sessions_a_week=sessions)) == ()


@pytest.mark.parametrize("who", ["staff", "All adults", "TBC", " ", "available staff", "-", "👍"])
def test_nobody_in_particular_is_nobody(who):
    [finding] = check(with_part(GOOD, "provision-1", who=who))
    assert (finding.rule, finding.field) == ("not_quantified", "who")


@pytest.mark.parametrize("who", ["TA", "Class teacher", "Ms Ward", "Speech therapist", "SENCO", "JW"])
def test_a_person_or_a_role_is_somebody(who):
    assert check(with_part(GOOD, "provision-1", who=who)) == ()


# Dates and placeholders ---------------------------------------------------------------------------------------------------


def test_an_outcome_may_lie_beyond_the_review_if_a_target_is_due_by_then():
    late = datetime.date(2028, 7, 1)
    assert check(with_part(GOOD, "outcome-1", by_when=late)) == ()
    far = (CheckedTarget(key="target-1", text="Reads 40 of the first 100 words", by_when=late),)
    found = [(f.rule, f.key) for f in check(with_part(GOOD, "outcome-1", by_when=late, targets=far))]
    assert found == [("after_review", "outcome-1"), ("after_review", "target-1")]


def test_dates_are_written_as_in_britain():
    [finding] = check(with_part(GOOD, "target-1", by_when=datetime.date(2026, 3, 2)))
    assert finding.message == "2 March 2026 is over."


def test_the_day_of_the_review_itself_is_neither_over_nor_late():
    plan = with_part(with_part(GOOD, "target-1", by_when=REVIEW), "target-3", by_when=REVIEW)
    plan = replace(plan, today=REVIEW)
    assert check(plan) == ()


@pytest.mark.parametrize(
    "text", ["", " ", "-", "TBC", "tbc.", "N/A", "?", "...", "to follow", "See above", "xxx", "👍", "\u200b"]
)
def test_a_placeholder_says_nothing(text):
    assert not is_said(text)


@pytest.mark.parametrize("text", ["0", "None yet", "none", "22", "中文", "Xavier", "é"])
def test_little_is_not_nothing(text):
    assert is_said(text)
