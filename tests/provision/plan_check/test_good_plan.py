"""A whole good plan has no findings, and each single fault in it is found by exactly its rule."""

import datetime
from dataclasses import replace

import pytest

from provision.plan_check import PLAN, RULES, CheckedNeed, CheckedProvision, check
from tests.provision.plan_check.plans import ASKING, GOOD, REVIEW, SOUNDS, TODAY, with_part

YESTERDAY = TODAY - datetime.timedelta(days=1)
SPOILED = [  # what is changed in the good plan; the rule, key and field of the one finding
    (("section-classroom", {"text": ""}), ("empty_section", "section-classroom", "text")),
    (("section-views", {"text": "TBC"}), ("empty_section", "section-views", "text")),
    (("outcome-1", {"text": " - "}), ("empty_section", "outcome-1", "text")),
    (("target-2", {"text": ""}), ("empty_section", "target-2", "text")),
    (("item-2", {"text": "TBC"}), ("empty_section", "item-2", "text")),
    (("provision-1", {"what": ""}), ("empty_section", "provision-1", "what")),
    (("outcome-1", {"baseline": ""}), ("no_baseline", "outcome-1", "baseline")),
    (("outcome-1", {"baseline": "n/a"}), ("no_baseline", "outcome-1", "baseline")),
    (("outcome-1", {"measure": "to be confirmed"}), ("no_measure", "outcome-1", "measure")),
    (("outcome-1", {"target": "?"}), ("no_level", "outcome-1", "target")),
    (
        ("outcome-2", {"target": "1 out of 5 lessons, some of the time in 2 out of 5"}),
        ("no_change", "outcome-2", "target"),
    ),
    (("outcome-1", {"adult": ""}), ("no_adult", "outcome-1", "adult")),
    (("outcome-1", {"adult": "All staff"}), ("no_adult", "outcome-1", "adult")),
    (("outcome-2", {"by_when": None}), ("no_date", "outcome-2", "by_when")),
    (("target-3", {"by_when": None}), ("no_date", "target-3", "by_when")),
    (("target-1", {"by_when": YESTERDAY}), ("past_date", "target-1", "by_when")),
    (("target-2", {"by_when": REVIEW + datetime.timedelta(days=1)}), ("after_review", "target-2", "by_when")),
    (
        ("section-classroom", {"text": "Amira has regular breaks."}),
        ("vague_words", "section-classroom", "text"),
    ),
    (("item-1", {"text": "Access to a word mat"}), ("vague_words", "item-1", "text")),
    (("provision-1", {"who": "TA as needed"}), ("vague_words", "provision-1", "who")),
    (("outcome-1", {"measure": "Observation"}), ("vague_words", "outcome-1", "measure")),
    (("target-2", {"text": "Gets better at sounding out"}), ("vague_words", "target-2", "text")),
    (
        ("outcome-1", {"text": "Amira will receive support from a TA."}),
        ("outcome_is_provision", "outcome-1", "text"),
    ),
    (("outcome-2", {"targets": ()}), ("no_targets", "outcome-2", "targets")),
    (("provision-2", {"outcomes": frozenset()}), ("provision_without_purpose", "provision-2", "outcomes")),
    (("provision-1", {"sessions_a_week": None}), ("not_quantified", "provision-1", "sessions_a_week")),
    (("provision-1", {"minutes": 0}), ("not_quantified", "provision-1", "minutes")),
    (("provision-1", {"group_size": None}), ("not_quantified", "provision-1", "group_size")),
    (("provision-1", {"who": ""}), ("not_quantified", "provision-1", "who")),
    (("provision-2", {"what": "Talk group"}), ("not_quantified", "provision-2", "sessions_a_week")),
    (("item-1", {"text": "A [colour] word mat on his/her table"}), ("gaps", "item-1", "text")),
    (("item-1", {"text": "Word mat for metacognition"}), ("jargon", "item-1", "text")),
    (("item-1", {"text": "Word mat made by the ELSA"}), ("initials", "item-1", "text")),
    (("section-strengths", {"text": "Amira is lazy."}), ("labelling", "section-strengths", "text")),
    (
        ("section-strengths", {"text": "She plays with Jack Smith."}),
        ("another_pupil", "section-strengths", "text"),
    ),
    (("section-strengths", {"text": "Tom likes to draw."}), ("wrong_name", "section-strengths", "text")),
]


def test_control_a_good_plan_has_no_findings():
    assert check(GOOD) == ()


@pytest.mark.parametrize(("change", "expected"), SPOILED, ids=lambda value: f"{value[0]} {value[1]}"[:60])
def test_one_spoiled_field_is_found_by_its_rule_beside_its_field(change, expected):
    key, fields = change
    found = {(finding.rule, finding.key, finding.field) for finding in check(with_part(GOOD, key, **fields))}
    unanswered = {
        ("need_without_provision", "need-2", "provision")
    }  # what a provision without outcome also leaves
    assert found - (unanswered if expected[0] == "provision_without_purpose" else set()) == {expected}


def test_a_provision_that_serves_nothing_leaves_its_need_unanswered():
    found = check(with_part(GOOD, "provision-2", outcomes=frozenset()))
    assert ("need_without_provision", "need-2") in {(finding.rule, finding.key) for finding in found}


HARD = (
    "The multidisciplinary assessment identified considerable difficulties that necessitated comprehensive consideration of "
    "environmental adaptations across educational situations, particularly regarding organisational independence."
)


def test_a_section_that_is_hard_to_read_is_found_where_parents_read_it():
    hard = (HARD + " ") * 2
    [finding] = [f for f in check(with_part(GOOD, "section-strengths", text=hard)) if f.rule == "reading_age"]
    assert (finding.key, finding.quote) == ("section-strengths", HARD[:200].rpartition(" ")[0])
    assert "20 words" in finding.advice
    kept = with_part(GOOD, "section-strengths", text=hard, shared=False)
    assert "reading_age" not in {finding.rule for finding in check(kept)}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"review_on": None}, ("no_date", PLAN, "review_on")),
        ({"review_on": YESTERDAY}, ("past_date", PLAN, "review_on")),
        ({"starts_on": REVIEW}, ("past_date", PLAN, "review_on")),
        ({"outcomes": ()}, ("empty_section", PLAN, "outcomes")),
        ({"outcomes": (SOUNDS, ASKING) * 3}, ("too_many_outcomes", PLAN, "outcomes")),
        ({"outcomes": (replace(SOUNDS, targets=SOUNDS.targets * 5), ASKING)}, ("too_many_targets", PLAN, "targets")),
        ({"outcomes": (SOUNDS, replace(SOUNDS, key="outcome-2"))}, ("same_outcome", "outcome-2", "text")),
        ({"needs": (CheckedNeed(key="need-9", code="HI", label="Hearing impairment", area="SP"),)},
         ("need_without_provision", "need-9", "provision")),
        ({"provisions": (*GOOD.provisions, CheckedProvision(key="provision-9", what="Swimming every Friday, 30 minutes, whole class", who="TA"))},
         ("provision_without_purpose", "provision-9", "outcomes")),
    ],
)  # fmt: skip
def test_a_fault_of_the_whole_plan_is_found(change, expected):
    found = {(finding.rule, finding.key, finding.field) for finding in check(replace(GOOD, **change))}
    assert expected in found


def test_every_rule_is_shown_to_find_something_here():
    shown = {rule for _change, (rule, _key, _field) in SPOILED}
    shown |= {
        "reading_age",
        "need_without_provision",
        "too_many_outcomes",
        "too_many_targets",
        "same_outcome",
    }
    assert shown == {rule.code for rule in RULES}
