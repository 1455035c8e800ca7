"""Plan check: explainable rules over a support plan, without AI and without the database.

    from provision.plan_check import CheckedPlan, check
    for finding in check(plan, switched_off={"jargon"}):
        finding.key, finding.field, finding.quote, finding.message, finding.advice

`RULES` holds every rule with name, explanation and source, for the page on which a school switches rules off. None blocks.
"""

from provision.plan_check.checking import RULES, check
from provision.plan_check.family import family_text
from provision.plan_check.rule import PLAN, Finding, Rule, Settings
from provision.plan_check.shape import (
    CheckedItem,
    CheckedNeed,
    CheckedOutcome,
    CheckedPlan,
    CheckedProvision,
    CheckedSection,
    CheckedTarget,
    SectionKind,
)

__all__ = [
    "PLAN",
    "RULES",
    "CheckedItem",
    "CheckedNeed",
    "CheckedOutcome",
    "CheckedPlan",
    "CheckedProvision",
    "CheckedSection",
    "CheckedTarget",
    "Finding",
    "Rule",
    "SectionKind",
    "Settings",
    "check",
    "family_text",
]
