"""The next cycle for many pupils in one go. What is begun for one pupil is begun whole or not at all."""

import datetime
from collections.abc import Iterable
from functools import reduce
from operator import or_

from celery import current_app
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.actions.beginning import begin_next_cycle, check_dates
from provision.actions.steps import take_step, wait_for_turn
from provision.choices import OWN_WORDS, StepKind
from provision.models import CycleItem, CycleRun, Plan
from senco.core.workflow import StepRefused

TAKE_UP = "provision.tasks.take_up_cycles"
AT_ONCE = 8  # as many as a page may wait for; more go on behind it
State = CycleItem.State


@transaction.atomic
def ask_for_cycles(
    *, plans: Iterable[Plan], starts: datetime.date, review_on: datetime.date, asked_for: str, by
) -> CycleRun:
    """Write down whose next cycle is to begin. A few are begun at once, more by a worker once this is committed.

    Raises ValidationError (keyed by field) for a wrong date, or where no plan is named.
    """
    check_dates(starts, review_on)
    plans = list(plans)
    if not plans:
        raise ValidationError(_("Nobody is chosen."), code="nobody")
    run = CycleRun.objects.create(
        school_id=by.school_id, starts=starts, review_on=review_on, asked_for=asked_for[:300], by=by
    )
    CycleItem.objects.bulk_create(
        CycleItem(school_id=plan.school_id, pupil_id=plan.pupil_id, run=run, plan=plan) for plan in plans
    )
    if len(plans) <= AT_ONCE:
        while item := begin_one(run=run, by=by):
            if item.failure:
                raise item.failure
    else:
        transaction.on_commit(lambda: wake_worker(run), robust=True)
    return run


def wake_worker(run: CycleRun) -> None:
    """If the broker is away, the regular round comes by."""
    current_app.send_task(TAKE_UP, args=[str(run.pk)], expires=60, retry=False)


@transaction.atomic
def begin_one(*, run: CycleRun, by) -> CycleItem | None:
    """Begin the next cycle of one pupil of the run, or note why not; None where nobody is left, or somebody else is at it.

    What nobody expected is noted as well, so that it holds up no other pupil, and stands in `failure` for whoever asked.
    """
    waiting = run.items.filter(state=State.WAITING).select_for_update(skip_locked=True, of=("self",))
    item = waiting.order_by("pk").first()
    if item is None:
        return None
    try:
        with transaction.atomic():
            item.made = begin_for(item.plan, run, by)
        item.state = State.DONE
    except (ValidationError, StepRefused) as problem:
        item.state, item.why = State.REFUSED, words_of(problem)
    except Exception as problem:
        item.state, item.why = State.REFUSED, _("Something went wrong here. Begin this one by hand.")
        item.failure = problem
    item.save(update_fields=["state", "made", "why"])
    return item


def begin_for(plan: Plan, run: CycleRun, by) -> Plan:
    """Everything goes on but the views of the pupil and the parents, who are asked anew."""
    views = plan.sections.filter(kind__in=OWN_WORDS).values_list("pk", flat=True)
    return begin_next_cycle(
        plan=plan, starts=run.starts, review_on=run.review_on, by=by, leave_out=list(views)
    )


def words_of(problem: Exception) -> str:
    return " ".join(getattr(problem, "messages", [str(problem)]))[:300]


@transaction.atomic
def give_up_waiting(*, run: CycleRun, why: str) -> None:
    """Nobody is left who may go on with the run: what waits is not begun, and says why."""
    run.items.filter(state=State.WAITING).update(state=State.REFUSED, why=why)


@transaction.atomic
def undo_cycles(*, run: CycleRun, by) -> tuple[int, int]:
    """Archive the drafts that the run began, as long as nobody has touched one. Returns how many were taken back, and how many kept."""
    for item in run.items.select_for_update(of=("self",)).order_by("pk"):
        if item.state == State.WAITING:
            item.state = State.UNDONE
        elif item.state == State.DONE:
            item.state = taken_back(item, by)
        item.save(update_fields=["state"])
    run.undone_at = timezone.now()
    run.save(update_fields=["undone_at"])
    states = list(run.items.values_list("state", flat=True))
    return states.count(State.UNDONE), states.count(State.KEPT)


def taken_back(item: CycleItem, by) -> str:
    """Archive the draft, unless somebody has begun to work on it. Whoever is saving now is waited for."""
    wait_for_turn(item.made)
    if is_touched(item.made):
        return State.KEPT
    take_step(plan=item.made, name="archive", by=by, note=_("Begun for many at once, and taken back."))
    return State.UNDONE


def is_touched(plan: Plan) -> bool:
    """Whether anything was written or done since the plan was begun: what was begun with it was saved in its own moment."""
    added = (
        plan.steps.exclude(kind=StepKind.BEGUN),
        plan.responses.all(),
        plan.seen.all(),
        plan.concerns.all(),
    )
    lists = (plan.sections, plan.outcomes, plan.targets, plan.items, plan.provision, plan.scores)
    written = [rows.filter(saved_at__gt=plan.begun_at) for rows in lists]
    signs = [Q(version__gt=1), *(Q(Exists(rows)) for rows in (*added, *written))]
    return Plan.objects.filter(reduce(or_, signs), pk=plan.pk).exists()
