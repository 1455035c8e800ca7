"""The SENCO's queue of concerns, and everything that is known already about the pupil of one of them."""

from dataclasses import dataclass

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce

from register.choices import ConcernState
from register.models import (
    Attainment,
    Concern,
    ConcernNote,
    ConcernNotice,
    ConcernStep,
    GroupTeacher,
    Monitoring,
    PupilCharacteristic,
    SenNeed,
    SenStatus,
    ViewRequest,
)
from register.queries.families import parents_reached
from register.queries.stretches import Stretch, stretches
from register.workflow import OPEN_STATES
from senco.accounts.models import Membership
from senco.accounts.roles import WHOLE_SCHOOL

UNFINISHED = (*OPEN_STATES, ConcernState.DECIDED)  # to decide, or decided and not told yet


def queue(membership):
    """Every concern of the school with its state, views asked and given, and the people shown beside it."""
    return (
        Concern.objects.visible_to(membership)
        .with_state()
        .annotate(views_asked=number_of(Q()), views_given=number_of(Q(answered_at__isnull=False)))
        .select_related("pupil", "raised_by", "assigned_to")
    )


def open_concerns(membership):
    """Those somebody still has to decide on."""
    return Concern.objects.visible_to(membership).in_state(*OPEN_STATES)


def number_of(condition: Q) -> Coalesce:
    """How many views that were not cancelled meet the condition, of each concern."""
    asked = ViewRequest.objects.filter(condition, concern=OuterRef("pk"), cancelled_at__isnull=True)
    counted = asked.order_by().values("concern").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


def queue_counts(membership) -> dict:
    """How many concerns are in each state, how many open ones are urgent or nobody's, and in which years: one query."""
    is_open = Q(state__in=OPEN_STATES)
    return (
        Concern.objects.visible_to(membership)
        .with_state()
        .order_by()
        .aggregate(
            open=Count("pk", filter=is_open),
            urgent=Count("pk", filter=is_open & Q(urgent=True)),
            unassigned=Count("pk", filter=is_open & Q(assigned_to__isnull=True)),
            years=ArrayAgg("pupil__year_group", distinct=True, default=[]),
            **{state: Count("pk", filter=Q(state=state)) for state in ConcernState.values},
        )
    )


@dataclass(frozen=True)
class Picture:
    """What the triage page shows beside the concern itself."""

    steps: list[ConcernStep]  # each with `written` (notes) and `messages`, newest first
    views: list[ViewRequest]
    earlier: list[Concern]  # each with `state` and `outcome`
    characteristics: list[PupilCharacteristic]
    statuses: list[Stretch]  # the latest first
    needs: list[SenNeed]
    attainment: list[Attainment]
    watched: Monitoring | None
    teachers: dict[
        Membership, list[str]
    ]  # colleague → names of the groups they teach or support the pupil in
    parents_read: bool  # whether a parent can read a message here now

    @property
    def status(self) -> Stretch | None:
        """The present SEN status; None where none was ever recorded."""
        return next((period for period in self.statuses if period.ends is None), None)

    @property
    def decision(self) -> str:
        """The last decision, reopened or not; empty where none was made."""
        return next((step.decision for step in self.steps if step.decision), "")

    @property
    def untold(self) -> list[str]:
        """Whom no message since the last decision has been written to, as codes of the audience; empty before a decision."""
        standing: set[str] = set()
        for step in self.steps:  # newest first
            standing |= {each.audience for each in step.messages if each.withdrawn_at is None}
            if step.kind == ConcernStep.Kind.DECIDED:
                return [code for code in ConcernNotice.Audience.values if code not in standing]
        return []

    @property
    def kept_for_parents(self) -> bool:
        """Whether a message to the parents stands that nobody can read yet."""
        to_parents = ConcernNotice.Audience.PARENTS
        messages = [each for step in self.steps for each in step.messages if each.withdrawn_at is None]
        return not self.parents_read and any(each.audience == to_parents for each in messages)

    @property
    def views_wanted(self) -> list[ViewRequest]:
        return [view for view in self.views if view.cancelled_at is None]

    @property
    def views_given(self) -> int:
        return sum(view.answered_at is not None for view in self.views_wanted)

    @property
    def views_waiting(self) -> int:
        return len(self.views_wanted) - self.views_given


def picture_of(concern: Concern, membership) -> Picture:
    """Everything known about the pupil of a concern that the office needs to decide on it."""
    pupil = concern.pupil
    return Picture(
        steps=list(steps_of(concern, membership)),
        views=list(
            ViewRequest.objects.visible_to(membership).filter(concern=concern).select_related("asked")
        ),
        earlier=list(earlier_concerns(concern, membership)),
        characteristics=list(
            PupilCharacteristic.objects.visible_to(membership).current().filter(pupil=pupil)
        ),
        statuses=stretches(SenStatus.objects.visible_to(membership).filter(pupil=pupil).order_by("starts"))[
            ::-1
        ],
        needs=list(SenNeed.objects.visible_to(membership).current().filter(pupil=pupil)),
        attainment=list(Attainment.objects.visible_to(membership).filter(pupil=pupil).newest_first()),
        watched=Monitoring.objects.visible_to(membership).current().filter(pupil=pupil).first(),
        teachers=teachers_of(pupil, membership),
        parents_read=parents_reached(pupil).exists(),
    )


def steps_of(concern: Concern, membership):
    """What was done, newest first, each step with its notes and messages."""
    notes = ConcernNote.objects.visible_to(membership).order_by("at")
    notices = ConcernNotice.objects.visible_to(membership).order_by("audience")
    steps = ConcernStep.objects.visible_to(membership).filter(concern=concern).select_related("by", "to")
    return steps.order_by("-at", "-id").prefetch_related(
        Prefetch("notes", queryset=notes, to_attr="written"),
        Prefetch("notices", queryset=notices, to_attr="messages"),
    )


def earlier_concerns(concern: Concern, membership):
    """Other concerns about the same pupil, newest first, with the last decision on each (`outcome`)."""
    decided = ConcernStep.objects.filter(concern=OuterRef("pk"), kind=ConcernStep.Kind.DECIDED).order_by(
        "-at", "-id"
    )
    others = Concern.objects.visible_to(membership).filter(pupil_id=concern.pupil_id).exclude(pk=concern.pk)
    return (
        others.with_state()
        .annotate(outcome=Subquery(decided.values("decision")[:1]))
        .select_related("raised_by")
    )


def teachers_of(pupil, membership) -> dict[Membership, list[str]]:
    """Staff who work here and teach or support the pupil now, each with the groups they do it in, by name.

    Who left stands in a group until the next import; who has no account cannot answer (`user_id` is None).
    """
    here_now = Membership.objects.visible_to(membership).live()
    teaching = GroupTeacher.objects.visible_to(membership).current().filter(membership__in=here_now)
    here = teaching.filter(group__pupils__pupil=pupil, group__pupils__ends__isnull=True)
    found: dict[Membership, list[str]] = {}
    for row in here.select_related("membership", "group").order_by("membership__last_name", "group__name"):
        found.setdefault(row.membership, []).append(row.group.subject or row.group.name)
    return found


def deciders(membership):
    """Colleagues a concern can be assigned to: the office."""
    return (
        Membership.objects.visible_to(membership).live().filter(role__in=WHOLE_SCHOOL).order_by("last_name")
    )
