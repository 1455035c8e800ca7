"""Dates that are missing, over, or too late to be judged at the review."""

import datetime
from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.plan_check.passages import Reading
from provision.plan_check.rule import PLAN, Remark, Rule, Settings
from provision.plan_check.rules.missing import SMART, written
from provision.plan_check.shape import CheckedOutcome, CheckedPlan, CheckedTarget

REVIEW = gettext_lazy("SEND Code of Practice 2015, 6.48: a clear date for review")


def in_words(date: datetime.date) -> str:
    return date_format(date, "j F Y")


def dated(plan: CheckedPlan) -> Iterator[CheckedOutcome | CheckedTarget]:
    """Everything that has a date of its own: outcomes, each followed by its targets."""
    for outcome in written(plan):
        yield outcome
        yield from outcome.targets


def no_date(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    if reading.plan.review_on is None:
        yield Remark(
            PLAN, "review_on", _("The plan has no review date."), _("Agree a date with the parents.")
        )
    for goal in dated(reading.plan):
        if goal.by_when is None:
            yield Remark(
                goal.key, "by_when", _("By when is not said."), _("Write a date, at the latest the review.")
            )


def past_date(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    if reading.plan.review_on and reading.plan.review_on < reading.plan.today:
        message = _("The review date, %(date)s, is over.") % {"date": in_words(reading.plan.review_on)}
        yield Remark(PLAN, "review_on", message, _("Agree a new date."))
    elif (
        reading.plan.review_on and reading.plan.starts_on and reading.plan.review_on <= reading.plan.starts_on
    ):
        message = _("The review, %(date)s, is not after the start of the plan.") % {
            "date": in_words(reading.plan.review_on)
        }
        yield Remark(PLAN, "review_on", message, _("Check both dates."))
    for goal in dated(reading.plan):
        if goal.by_when and goal.by_when < reading.plan.today:
            message = _("%(date)s is over.") % {"date": in_words(goal.by_when)}
            yield Remark(goal.key, "by_when", message, _("Set a new date, or note that it was met."))


def after_review(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    """A date after the review; an outcome may lie beyond it where a target below it can be judged by then."""
    if reading.plan.review_on is None:
        return
    for outcome in written(reading.plan):
        soon = any(target.by_when and target.by_when <= reading.plan.review_on for target in outcome.targets)
        if not soon:
            yield from late(outcome, reading.plan.review_on)
        for target in outcome.targets:
            yield from late(target, reading.plan.review_on)


def late(goal: CheckedOutcome | CheckedTarget, review_on: datetime.date) -> Iterator[Remark]:
    if goal.by_when and goal.by_when > review_on:
        message = _("This is due after the review on %(date)s.") % {"date": in_words(review_on)}
        yield Remark(
            goal.key,
            "by_when",
            message,
            _("Set a date up to the review, or add a target that is due by then."),
        )


RULES = (
    Rule(
        "no_date",
        gettext_lazy("No date"),
        gettext_lazy("Without a date nothing is ever late, and nothing is ever finished."),
        no_date,
        SMART,
    ),
    Rule(
        "past_date",
        gettext_lazy("A date that is over"),
        gettext_lazy("A date in the past was mostly left over from an earlier plan."),
        past_date,
        REVIEW,
    ),
    Rule(
        "after_review",
        gettext_lazy("Due after the review"),
        gettext_lazy("At the review there should be something to judge: a target that is due by then."),
        after_review,
        REVIEW,
    ),
)
