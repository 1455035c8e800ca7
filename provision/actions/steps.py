"""Steps taken with a plan: rows that never change, one at a time, each freezing what its readers are to have."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.choices import STATE_AFTER, Audience, StepKind
from provision.models import Plan, PlanStep, PlanVersion
from provision.queries.papers import paper_of
from provision.workflow import OPEN_STATES, SIGN, plan_process
from senco.access.context import take_turns
from senco.accounts.roles import MAY, Role
from senco.core.workflow import StepNotOpen, StepNotPermitted

KIND_OF = {  # name of a step of the process → kind of row it leaves
    "hand in": StepKind.HANDED_IN,
    "take up": StepKind.TAKEN_UP,
    "give back": StepKind.GIVEN_BACK,
    "share": StepKind.SHARED,
    "share again": StepKind.SHARED,
    "call back": StepKind.CALLED_BACK,
    "agree": StepKind.AGREED,
    "put in force": StepKind.IN_FORCE,
    "update": StepKind.UPDATED,
    "review": StepKind.REVIEWED,
    "archive": StepKind.ARCHIVED,
}
FREEZES = frozenset(
    {StepKind.SHARED, StepKind.AGREED, StepKind.IN_FORCE, StepKind.UPDATED, StepKind.REVIEWED}
)
MUST_SAY_WHY = frozenset({StepKind.GIVEN_BACK, StepKind.CALLED_BACK, StepKind.ARCHIVED})


def state_of(plan: Plan) -> str:
    """The state as the steps say it now."""
    last = plan.steps.filter(kind__in=STATE_AFTER, withdrawn_at__isnull=True).order_by("-at", "-id")
    return STATE_AFTER[StepKind(last.values_list("kind", flat=True).first() or StepKind.BEGUN)]


def wait_for_turn(plan: Plan) -> None:
    """One plan takes one step at a time."""
    take_turns(f"plan {plan.pk}")


@transaction.atomic
def take_step(*, plan: Plan, name: str, by, note: str = "") -> PlanStep:
    """Take the step of that name (provision/workflow.py) and freeze the plan where its readers are to have it.

    Raises StepNotOpen where a colleague was quicker, StepNotPermitted for a role that may not, ValidationError where a reason is
    missing; nothing is written then.
    """
    kind = KIND_OF[name]
    if kind in MUST_SAY_WHY and not note.strip():
        raise ValidationError({"note": _("Say why, so that everybody knows what to do next.")})
    wait_for_turn(plan)
    plan_process.take(name, state_of(plan), MAY[Role(by.role)])
    step = record(plan=plan, kind=kind, by=by, note=note)
    if kind in FREEZES:
        freeze(plan, step, by)
    if kind == StepKind.CALLED_BACK:
        standing(plan).filter(audience=Audience.FAMILY).update(withdrawn_at=step.at)
    return step


def record(*, plan: Plan, kind: str, by, note: str = "") -> PlanStep:
    """Write that a step was taken."""
    step = PlanStep(
        school_id=plan.school_id, pupil_id=plan.pupil_id, plan=plan, kind=kind, by=by, note=note.strip()
    )
    step.full_clean(exclude=["school", "pupil", "plan", "by"])
    step.save(force_insert=True)
    return step


def freeze(plan: Plan, step: PlanStep, by) -> None:
    """One version for staff and one for the family, under the next number of each."""
    for audience in Audience:
        paper = paper_of(plan, for_family=audience == Audience.FAMILY)
        last = plan.versions.filter(audience=audience).aggregate(last=Max("number"))["last"] or 0
        PlanVersion.objects.create(
            school_id=plan.school_id, pupil_id=plan.pupil_id, plan=plan, step=step, audience=audience, number=last + 1,
            kind=step.kind, title=plan.title, content=paper.as_json(), by=by,
        )  # fmt: skip


def standing(plan: Plan):
    """The versions that were not taken back."""
    return PlanVersion.objects.filter(plan=plan).standing()


@transaction.atomic
def take_back(*, step: PlanStep, by) -> None:
    """Undo the last step of a plan: it stays on record as taken back, what it froze is out of sight, what it called back is in sight.

    Raises StepNotPermitted for anybody but the SENCO, StepNotOpen where another step was taken since, or where the plan would be
    left without a beginning.
    """
    if not by.may(SIGN):
        raise StepNotPermitted(_("Only the SENCO takes back a step of a plan."))
    plan = step.plan
    wait_for_turn(plan)
    last = plan.steps.filter(withdrawn_at__isnull=True).order_by("-at", "-id").first()
    if last != step or step.kind == StepKind.BEGUN:
        raise StepNotOpen(_("Another step was taken since, so this one was not undone."))
    step.withdrawn_at = timezone.now()
    step.save(update_fields=["withdrawn_at"])
    PlanVersion.objects.filter(step=step).update(withdrawn_at=step.withdrawn_at)
    if step.kind == StepKind.CALLED_BACK:
        plan.versions.filter(withdrawn_at=step.at).update(withdrawn_at=None)


def insist_open(state: str) -> None:
    """Raises StepNotOpen where the state is that of a plan which is history."""
    if state not in OPEN_STATES:
        raise StepNotOpen(_("This plan is closed. Begin the next cycle to go on from it."))
