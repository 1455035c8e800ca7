"""Steps taken with a plan: rows that never change, one at a time, each freezing what its readers are to have."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.actions.telling import announce, keep_back
from provision.choices import STATE_AFTER, Audience, StepKind
from provision.copied import sections_left_over
from provision.deadlines import seen_from
from provision.letters.plan import PlanPaper
from provision.models import Plan, PlanStep, PlanVersion
from provision.queries.papers import paper_of
from provision.queries.steps import fingerprint
from provision.workflow import FREEZES, KIND_OF, MUST_SAY_WHY, OPEN_STATES, SIGN, plan_process
from senco.access.context import take_turns
from senco.accounts.roles import MAY, Role
from senco.core.workflow import StepNotOpen, StepNotPermitted

CLOSING = frozenset({StepKind.REVIEWED, StepKind.ARCHIVED})


def state_of(plan: Plan) -> str:
    """The state as the steps say it now."""
    last = plan.steps.filter(kind__in=STATE_AFTER, withdrawn_at__isnull=True).order_by("-at", "-id")
    return STATE_AFTER[StepKind(last.values_list("kind", flat=True).first() or StepKind.BEGUN)]


def wait_for_turn(plan: Plan) -> None:
    """One plan takes one step at a time."""
    take_turns(f"plan {plan.pk}")


@transaction.atomic
def take_step(
    *, plan: Plan, name: str, by, note: str = "", seen: str = "", quietly: bool = False
) -> PlanStep:
    """Take the step of that name (provision/workflow.py) and freeze the plan where its readers are to have it.

    What goes out is seen by the family, and announced to the parents, once it can no longer be undone. `seen` is the fingerprint of the
    family's paper that whoever decides has looked at. `quietly`: whoever asks tells the parents. Raises StepNotOpen where a colleague was quicker, StepNotPermitted for a role
    that may not, ValidationError where a reason is missing or the plan is not what was looked at; nothing is written then.
    """
    kind = KIND_OF[name]
    if kind in MUST_SAY_WHY and not note.strip():
        raise ValidationError({"note": _("Say why, so that everybody knows what to do next.")})
    wait_for_turn(plan)
    plan_process.take(name, state_of(plan), MAY[Role(by.role)])
    papers = papers_to_freeze(plan, kind, seen)
    step = record(plan=plan, kind=kind, by=by, note=note)
    freeze(plan, step, papers)
    if not quietly:
        announce(step)
    if kind == StepKind.CALLED_BACK:
        standing(plan).filter(audience=Audience.FAMILY).update(withdrawn_at=step.at)
    return step


def papers_to_freeze(plan: Plan, kind: str, seen: str) -> dict[str, PlanPaper]:
    """Audience → its paper; nothing for a step that stays in the office."""
    if kind not in FREEZES:
        return {}
    papers = {audience: paper_of(plan, for_family=audience == Audience.FAMILY) for audience in Audience}
    for_family = papers[Audience.FAMILY]
    if seen and seen != fingerprint(for_family):
        words = _(
            "The plan was changed while you were reading it. Look through what the family will read once more."
        )
        raise ValidationError(words, code="changed")
    if titles := sections_left_over(papers.values()):
        words = _("Still copied from another pupil's plan: %(titles)s. Write it anew for this pupil first.")
        raise ValidationError(words % {"titles": ", ".join(titles)}, code="copied")
    return papers


def record(*, plan: Plan, kind: str, by, note: str = "") -> PlanStep:
    """Write that a step was taken."""
    step = PlanStep(
        school_id=plan.school_id, pupil_id=plan.pupil_id, plan=plan, kind=kind, by=by, note=note.strip()
    )
    step.full_clean(exclude=["school", "pupil", "plan", "by"])
    step.save(force_insert=True)
    return step


def freeze(plan: Plan, step: PlanStep, papers: dict[str, PlanPaper]) -> None:
    """A version of each paper under the next number of its audience; the family's is seen once the step cannot be undone."""
    for audience, paper in papers.items():
        last = plan.versions.filter(audience=audience).aggregate(last=Max("number"))["last"] or 0
        PlanVersion.objects.create(
            school_id=plan.school_id, pupil_id=plan.pupil_id, plan=plan, step=step, audience=audience, number=last + 1,
            kind=step.kind, title=plan.title, content=paper.as_json(), by=step.by, at=step.at,
            visible_from=seen_from(step.at) if audience == Audience.FAMILY else step.at,
        )  # fmt: skip


def standing(plan: Plan):
    """The versions that were not taken back."""
    return PlanVersion.objects.filter(plan=plan).standing()


@transaction.atomic
def take_back(*, step: PlanStep, by) -> None:
    """Undo the last step of a plan: it stays on record as taken back, what it froze is out of sight, what it called back is in sight.

    What went out can be undone until its readers see it. Raises StepNotOpen where that time is over, another step was taken since,
    the next cycle has begun, or the plan would be left without a beginning; StepNotPermitted for a role that signs nothing off.
    """
    if not by.may(SIGN):
        raise StepNotPermitted(_("Only the SENCO undoes a step of a plan."))
    plan = step.plan
    wait_for_turn(plan)
    insist_last(plan, step)
    if step.kind in FREEZES and seen_from(step.at) <= timezone.now():
        raise StepNotOpen(_("It has gone out, so it cannot be undone any more."))
    if step.kind in CLOSING:
        insist_none_follows(plan)
    step.withdrawn_at = timezone.now()
    step.save(update_fields=["withdrawn_at"])
    PlanVersion.objects.filter(step=step).update(withdrawn_at=step.withdrawn_at)
    if step.kind == StepKind.CALLED_BACK:  # what it took out of sight is read again
        plan.versions.filter(withdrawn_at=step.at).update(withdrawn_at=None)
    keep_back(step, by)


def insist_last(plan: Plan, step: PlanStep) -> None:
    """Raises StepNotOpen unless this is the plan's last step and not its beginning."""
    last = plan.steps.filter(withdrawn_at__isnull=True).order_by("-at", "-id").first()
    if last != step or step.kind == StepKind.BEGUN:
        raise StepNotOpen(_("Another step was taken since, so this one was not undone."))


def insist_none_follows(plan: Plan) -> None:
    """Raises StepNotOpen where the next cycle is on its way: of one kind of plan, one is open at a time."""
    take_turns(f"plans of {plan.pupil_id}")
    later = Plan.objects.later_than(pupil=plan.pupil_id, plan_type=plan.plan_type, number=plan.number)
    if later.exists():
        raise StepNotOpen(_("The next cycle has begun, so this plan stays closed."))


def insist_open(state: str) -> None:
    """Raises StepNotOpen where the state is that of a plan which is history."""
    if state not in OPEN_STATES:
        raise StepNotOpen(_("This plan is closed. Begin the next cycle to go on from it."))
