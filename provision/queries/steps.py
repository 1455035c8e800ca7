"""The steps that somebody may take with a plan now, and what can still be undone."""

import hashlib
import json
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from provision.choices import PlanState, StepKind
from provision.deadlines import seen_from
from provision.letters.plan import PlanPaper
from provision.models import Plan, PlanStep
from provision.workflow import FREEZES, SIGN, plan_process
from senco.accounts.roles import MAY, Role
from senco.core.workflow import Step

MAIN = {  # state → names of the step that comes next as a rule, for the first who may take it
    PlanState.DRAFT: ("share", "hand in"),
    PlanState.READY: ("share",),
    PlanState.SHARED: ("agree",),
    PlanState.AGREED: ("put in force",),
    PlanState.IN_FORCE: ("review",),
}
LAST = "archive"


@dataclass(frozen=True)
class OpenStep:
    """A button: what it says, where it leads, and whether it is the usual next step ("main") or the last resort ("last")."""

    name: str
    label: str
    url: str
    weight: str = ""


@dataclass(frozen=True)
class LastWord:
    """The step taken last. `undo_url` is empty once nobody here can undo it."""

    step: PlanStep
    undo_url: str = ""

    @property
    def goes_out_at(self):
        """When the family will see it; None where nothing goes out."""
        return seen_from(self.step.at) if self.step.kind in FREEZES else None


def open_steps(plan: Plan, membership) -> list[OpenStep]:
    """The buttons for this person, the usual next step first. `plan` carries its state (`with_state`)."""
    found = plan_process.open_steps(plan.state, MAY[Role(membership.role)])
    names = [step.name for step in found]
    main = next((name for name in MAIN.get(plan.state, ()) if name in names), "")
    weights = {main: "main", LAST: "last"}
    buttons = [
        OpenStep(step.name, str(step), url_of(plan, step), weights.get(step.name, "")) for step in found
    ]
    return sorted(buttons, key=lambda button: ("main", "", "last").index(button.weight))


def url_of(plan: Plan, step: Step) -> str:
    """Reviewing asks for the result of every outcome and has a page of its own."""
    if step.name == "review":
        return reverse("provision:review_plan", args=[plan.pk])
    return reverse("provision:take_step", args=[plan.pk, slugify(step.name)])


def step_called(slug: str) -> Step | None:
    """The step of the process with this slug."""
    return next((step for step in plan_process.steps if slugify(step.name) == slug), None)


def last_word(plan: Plan, membership) -> LastWord | None:
    """The step taken last, if it says something to this person: it was given back, or it can still be undone."""
    last = plan.steps.filter(withdrawn_at__isnull=True).select_related("by").order_by("-at", "-id").first()
    if last is None:
        return None
    may_undo = last.kind in FREEZES and seen_from(last.at) > timezone.now() and membership.may(SIGN)
    if not may_undo and last.kind != StepKind.GIVEN_BACK:
        return None
    return LastWord(last, reverse("provision:take_back_step", args=[last.pk]) if may_undo else "")


def fingerprint(paper: PlanPaper) -> str:
    """Tells whether two papers say the same."""
    return hashlib.sha256(json.dumps(paper.as_json(), sort_keys=True).encode()).hexdigest()
