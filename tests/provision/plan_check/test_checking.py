"""The check as a whole: order, rules switched off, rules that break down, and what every rule must bring with it."""

import datetime
import logging
from dataclasses import replace

import pytest
from django.utils.translation import gettext_lazy

from provision.plan_check import PLAN, RULES, CheckedPlan, Rule, Settings, check
from provision.plan_check.rule import Remark
from tests.provision.plan_check.plans import ASKING, GOOD, SOUNDS, with_text

SPOILED = with_text(
    "Naughty: regular breaks for him/her with the OT, Tom and Jack, as needed, for metacognition."
)


def codes(plan, **options):
    return [finding.rule for finding in check(plan, **options)]


def test_findings_come_in_the_order_of_the_rules_and_the_plan():
    found = codes(SPOILED)
    order = [rule.code for rule in RULES]
    assert found == sorted(found, key=order.index)
    assert len(set(found)) >= 6
    assert check(SPOILED) == check(SPOILED)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_that_is_switched_off_finds_nothing_and_takes_nothing_else_along(rule):
    without = check(SPOILED, switched_off={rule.code})
    assert without == tuple(finding for finding in check(SPOILED) if finding.rule != rule.code)


def test_all_rules_can_be_switched_off_and_unknown_codes_do_not_matter():
    assert check(SPOILED, switched_off=[rule.code for rule in RULES]) == ()
    assert check(SPOILED, switched_off={"no_such_rule"}) == check(SPOILED)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_can_be_asked_alone(rule):
    assert rule.find(SPOILED) == tuple(finding for finding in check(SPOILED) if finding.rule == rule.code)


def broken(_reading, _settings):
    yield Remark("item-1", "text", "half", "done")
    raise ValueError("Amira Khan")


def test_a_rule_that_breaks_down_says_so_and_blocks_nothing(caplog):
    rules = (Rule("broken", gettext_lazy("Broken"), "", broken), *RULES)
    with caplog.at_level(logging.ERROR):
        first, *others = check(SPOILED, rules=rules)
    assert (first.rule, first.key, first.field) == ("broken", PLAN, "")
    assert "Broken" in first.message
    assert tuple(others) == check(SPOILED)
    assert "Amira" not in first.message + first.advice
    assert [record.getMessage() for record in caplog.records] == ["a rule of the plan check broke down"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_explains_itself(rule):
    assert str(rule.name)
    explanation = str(rule.explanation)
    assert explanation.endswith(".")
    assert explanation.count(". ") + explanation.count("? ") <= 2


def test_codes_are_unique():
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_findings_say_what_is_the_matter_and_what_to_do():
    for finding in check(SPOILED):
        assert finding.message and finding.advice
        assert finding.quote == "" or finding.quote in SPOILED.sections[2].text


def test_an_empty_plan_can_be_checked():
    plan = CheckedPlan(today=datetime.date(2026, 11, 26))
    assert codes(plan) == ["empty_section", "no_date"]


def test_the_numbers_are_the_school_s_own():
    many = replace(
        GOOD, outcomes=tuple(replace(SOUNDS, key=f"o{n}", text=f"Reads book {n} aloud") for n in range(5))
    )
    off = {"same_outcome", "need_without_provision", "provision_without_purpose"}
    assert codes(many, switched_off=off) == ["too_many_outcomes"]
    assert codes(many, switched_off=off, settings=Settings(most_outcomes=5)) == []
    assert codes(many, switched_off=off, settings=Settings(most_outcomes=5, most_targets=9)) == [
        "too_many_targets"
    ]
    assert codes(GOOD, settings=Settings(oldest_reading_age=5)) == ["reading_age", "reading_age"]
    assert codes(replace(GOOD, outcomes=(SOUNDS, ASKING)), settings=Settings(most_outcomes=1)) == [
        "too_many_outcomes"
    ]
