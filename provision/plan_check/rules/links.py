"""The golden thread: need, outcome, provision. What hangs on nothing."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.plan_check.passages import Reading
from provision.plan_check.rule import Remark, Rule, Settings
from provision.plan_check.shape import CheckedPlan
from register.choices import NeedType


def met(plan: CheckedPlan) -> tuple[set[str], set[str]]:
    """Codes and broad areas of need that something is done about: provision, an outcome that provision serves, or a strategy.

    Where a plan has no place for provision, its outcomes stand for themselves.
    """
    outcomes = {outcome.key: outcome for outcome in plan.outcomes}
    served = {
        key: outcomes[key] for provision in plan.provisions for key in provision.outcomes if key in outcomes
    }
    parts = (*(served if plan.has_provision else outcomes).values(), *plan.items)
    codes = {code for part in (*parts, *plan.provisions) for code in part.needs}
    return codes, {area for part in parts for area in part.areas}


def need_without_provision(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    codes, areas = met(reading.plan)
    for need in reading.plan.needs:
        if need.code not in codes and need.area not in areas and need.code != NeedType.NSA:
            yield Remark(
                need.key,
                "provision",
                _("Nothing in the plan answers this need: %(need)s.") % {"need": need.label},
                _("Link the provision, outcome or strategy that does, or write one."),
            )


def provision_without_purpose(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    keys = {outcome.key for outcome in reading.plan.outcomes}
    codes = {need.code for need in reading.plan.needs}
    for provision in reading.plan.provisions:
        if provision.outcomes.isdisjoint(keys) and provision.needs.isdisjoint(codes):
            yield Remark(
                provision.key,
                "outcomes",
                _("This is linked to no outcome or need of the plan."),
                _("Link the outcome it is meant to bring about, or remove it."),
            )


RULES = (
    Rule(
        "need_without_provision",
        gettext_lazy("Need without provision"),
        gettext_lazy("A need that is written down and not met is the first thing a parent sees."),
        need_without_provision,
        gettext_lazy(
            "SEND Regulations 2014, reg 12: an EHC plan answers the needs of section B in section F"
        ),
    ),
    Rule(
        "provision_without_purpose",
        gettext_lazy("Provision without need or outcome"),
        gettext_lazy(
            "Time and money that serve no outcome cannot be shown to have worked, or be accounted for in a costed plan."
        ),
        provision_without_purpose,
    ),
)
