"""Pupils who have not progressed over two cycles: the point at which the SEND Code of Practice 2015 (6.59) looks for advice from outside.

A cycle is a plan that was reviewed, or a place in a group that was measured at its start and its end.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils import formats
from django.utils.translation import gettext as _

from provision.choices import PlanState, Result
from provision.effect import CYCLES
from provision.models import Outcome, Plan
from provision.queries.progress.changes import Finished, finished
from register.models import Pupil, PupilAccess
from senco.accounts.roles import Role

BACK = datetime.timedelta(days=3 * 366)  # plans that were reviewed longer ago say nothing of today
PROGRESS = frozenset({Result.MET.value, Result.PARTLY.value})


@dataclass(frozen=True)
class WithoutProgress:
    """`reasons` are sentences; `shared`: a professional from outside reads the record today."""

    pupil: Pupil
    reasons: list[str]
    shared: bool


def without_progress(membership, today: datetime.date) -> list[WithoutProgress]:
    """In the order of the register. The number of queries does not grow with pupils."""
    reasons: dict[object, list[str]] = defaultdict(list)
    for key, plans in last_reviewed(membership, today).items():
        if reason := reason_of_plans(plans):
            reasons[key].append(reason)
    for key, found in last_measured(membership).items():
        if reason := reason_of_measures(found):
            reasons[key].append(reason)
    pupils = Pupil.objects.visible_to(membership).registered(today).filter(pk__in=list(reasons))
    advised = advised_from_outside(membership, list(reasons))
    ordered = pupils.with_shown_name().order_by("shown_surname", "shown_forename", "pk")
    return [WithoutProgress(pupil, reasons[pupil.pk], pupil.pk in advised) for pupil in ordered]


def last_reviewed(membership, today: datetime.date) -> dict[object, list[Plan]]:
    """Pupil → their last two reviewed plans of one kind, the newest first; who has fewer is left out."""
    outcomes = Outcome.objects.visible_to(membership).kept()
    plans = (
        Plan.objects.visible_to(membership)
        .in_state(PlanState.REVIEWED, PlanState.ARCHIVED)
        .filter(starts__gte=today - BACK)
        .prefetch_related(Prefetch("outcomes", outcomes, "kept_outcomes"))
        .order_by("-starts", "-number")
    )
    found: dict[tuple, list[Plan]] = defaultdict(list)
    for plan in plans:
        if any(outcome.result for outcome in plan.kept_outcomes):
            found[plan.pupil_id, plan.plan_type].append(plan)
    return {pupil: plans[:CYCLES] for (pupil, _kind), plans in found.items() if len(plans) >= CYCLES}


def reason_of_plans(plans: list[Plan]) -> str:
    """Empty where an outcome of either was met, if only partly."""
    rated = [outcome for plan in plans for outcome in plan.kept_outcomes if outcome.result]
    if any(outcome.result in PROGRESS for outcome in rated):
        return ""
    return _("No outcome was met in two plans: %(last)s and %(before)s.") % {
        "last": plan_words(plans[0]),
        "before": plan_words(plans[1]),
    }


def plan_words(plan: Plan) -> str:
    return _("%(title)s, reviewed by %(day)s") % {
        "title": plan.title,
        "day": formats.date_format(plan.review_on),
    }


def last_measured(membership) -> dict[object, list[Finished]]:
    """Pupil → their last two measured places, the newest first; who has fewer is left out."""
    found: dict[object, list[Finished]] = defaultdict(list)
    for each in reversed(finished(membership)):
        found[each.pupil.pk].append(each)
    return {pupil: places[:CYCLES] for pupil, places in found.items() if len(places) >= CYCLES}


def reason_of_measures(found: list[Finished]) -> str:
    if any(each.change.gained for each in found):
        return ""
    return _("Nothing was gained in two interventions: %(last)s and %(before)s.") % {
        "last": measured_words(found[0]),
        "before": measured_words(found[1]),
    }


def measured_words(each: Finished) -> str:
    return _("%(intervention)s, measured on “%(scale)s” until %(day)s") % {
        "intervention": each.intervention.name,
        "scale": each.scale.name,
        "day": formats.date_format(each.day),
    }


def advised_from_outside(membership, pupils: list) -> set:
    """Those whom a professional may open today."""
    grants = PupilAccess.objects.visible_to(membership).live()
    found = grants.filter(membership__role=Role.PROFESSIONAL, content_object__in=pupils)
    return set(found.values_list("content_object_id", flat=True))
