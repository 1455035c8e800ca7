"""The records of plans that fulfil duties of stages (see register.evidence): each a queryset that can stand inside another query.

A plan counts for a stage where it is of a kind that the stage's framework names for it. A stage that names none, such as the first of
Northern Ireland's five, takes any plan about learning. Meeting the parents is no kind of this floor: an answer that somebody gave to a
plan is not a meeting.
"""

from django.db.models import CharField, ExpressionWrapper, F, Q, QuerySet, Value
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from provision.choices import StepKind
from provision.models import NeedsReport, PlanStep, Seen
from register import evidence
from register.evidence import Kind
from register.frameworks import all_stages
from register.frameworks.shape import EVERYWHERE


def plan_in_force(*, pupil, since, status, stage) -> QuerySet:
    """A plan of the stage's kind was put in force, with its review date, for a plan cannot be without one."""
    return steps_taken(StepKind.IN_FORCE, pupil, since, stage)


def review_held(*, pupil, since, status, stage) -> QuerySet:
    """A plan of the stage's kind was reviewed."""
    return steps_taken(StepKind.REVIEWED, pupil, since, stage)


def progress_noted(*, pupil, since, status, stage) -> QuerySet:
    """Somebody noted what they saw of an outcome of such a plan."""
    notes = Seen.objects.filter(pupil=pupil, removed_at__isnull=True, on__gte=since)
    return of_the_stage(notes, stage).annotate(met_on=F("on"))


def report_kept(*, pupil, since, status, stage) -> QuerySet:
    """A report of needs and provision was kept, and not taken back."""
    kept = NeedsReport.objects.standing().filter(pupil=pupil, at__date__gte=since)
    return kept.annotate(met_on=TruncDate("at"))


def steps_taken(kind: StepKind, pupil, since, stage) -> QuerySet:
    """Steps of that kind that were not taken back, with plans of the stage's kinds."""
    taken = PlanStep.objects.filter(pupil=pupil, kind=kind, withdrawn_at__isnull=True, at__date__gte=since)
    return of_the_stage(taken, stage).annotate(met_on=TruncDate("at"))


def of_the_stage(rows: QuerySet, stage) -> QuerySet:
    """Of rows that belong to plans those whose kind of plan that stage asks for; `stage` is its code, or a reference to it."""
    stages = all_stages().values()
    by_kind = {
        kind: [one.code for one in stages if kind in one.plan_types]
        for one in stages
        for kind in one.plan_types
    }
    of_no_kind = [one.code for one in stages if not one.plan_types]
    fits = Q(asked_by__in=of_no_kind) & ~Q(plan__plan_type__in=[each.code for each in EVERYWHERE])
    for kind, codes in by_kind.items():
        fits |= Q(plan__plan_type=kind, asked_by__in=codes)
    asking = Value(stage) if isinstance(stage, str) else stage
    return rows.alias(asked_by=ExpressionWrapper(asking, output_field=CharField())).filter(fits)


def offer_evidence() -> None:
    """Called once the apps are ready."""
    for kind in (
        Kind("plan_in_force", _("a plan of this kind, put in force since the stage began"), plan_in_force),
        Kind("review_held", _("a plan of this kind, reviewed"), review_held),
        Kind("progress_noted", _("a note of what was seen of an outcome"), progress_noted),
        Kind("needs_report", _("a report of needs and provision that was kept"), report_kept),
    ):
        evidence.offer(kind)
