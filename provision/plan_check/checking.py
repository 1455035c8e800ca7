"""The plan check: every rule over a plan. It shows what could be better; nothing it finds stops anybody."""

import logging
from collections.abc import Collection

from django.utils.translation import gettext as _

from provision.plan_check.passages import Reading
from provision.plan_check.rule import PLAN, Finding, Rule, Settings
from provision.plan_check.rules import (
    dates,
    labelling,
    leftovers,
    links,
    missing,
    names,
    numbers,
    outcomes,
    parents,
    vague,
)
from provision.plan_check.shape import CheckedPlan

RULES: tuple[Rule, ...] = (
    *names.RULES,
    *leftovers.RULES,
    *missing.RULES,
    *dates.RULES,
    *outcomes.RULES,
    *links.RULES,
    *numbers.RULES,
    *vague.RULES,
    *labelling.RULES,
    *parents.RULES,
)


def check(
    plan: CheckedPlan,
    *,
    switched_off: Collection[str] = frozenset(),
    settings: Settings = Settings(),  # noqa: B008 (frozen)
    rules: tuple[Rule, ...] = RULES,
) -> tuple[Finding, ...]:
    """Everything the rules find in a plan: rules in their order here, findings of one rule in the order of the plan.

    `switched_off` holds codes of rules the school does not want; unknown codes are ignored. A rule that breaks down says so
    in one finding on the plan, and the others go on.
    """
    reading = Reading(plan)
    asked = (rule for rule in rules if rule.code not in switched_off)
    return tuple(finding for rule in asked for finding in found_by(rule, reading, settings))


def found_by(rule: Rule, reading: Reading, settings: Settings) -> tuple[Finding, ...]:
    try:
        return rule.find_in(reading, settings)
    except Exception:  # whatever it is: a hint that cannot be given must not keep a teacher from a plan
        logging.getLogger(__name__).exception("a rule of the plan check broke down")
        message = _("The check “%(rule)s” could not be done.") % {"rule": rule.name}
        return (
            Finding(
                rule.code, PLAN, "", message, _("Nothing else is affected. Please tell your administrator.")
            ),
        )
