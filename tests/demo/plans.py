"""Questions about the plans of a demo school, answered in memory."""

from collections import defaultdict

from provision.actions.steps import KIND_OF
from provision.choices import STATE_AFTER, StepKind
from provision.models import Plan, PlanStep
from provision.workflow import plan_process
from senco.accounts.roles import MAY, Role

ORIGINS = {step.name: step.frm for step in plan_process.steps}


def steps_of(world) -> dict:
    """Plan's key → its steps in the order taken."""
    found = defaultdict(list)
    for step in world.made(PlanStep):
        found[step.plan_id].append(step)
    return {key: sorted(steps, key=lambda step: (step.at, step.pk)) for key, steps in found.items()}


def state_after(steps) -> str:
    """The state that these steps lead to; each must be one that the process allows the SENCO there (StepNotOpen else)."""
    assert steps[0].kind == StepKind.BEGUN
    state = STATE_AFTER[StepKind.BEGUN]
    for step in steps[1:]:
        if step.kind == StepKind.UPDATED:
            assert state == STATE_AFTER[StepKind.IN_FORCE]
            continue
        name = next(name for name, kind in KIND_OF.items() if kind == step.kind and state in ORIGINS[name])
        state = plan_process.take(name, state, MAY[Role.SENCO]).to
        assert state == STATE_AFTER[StepKind(step.kind)]
    return state


def states_of(world) -> dict:
    """Plan's key → state."""
    return {key: state_after(steps) for key, steps in steps_of(world).items()}


def series_of(world) -> dict:
    """Pupil's key → their plans, the oldest first."""
    found = defaultdict(list)
    for plan in world.made(Plan):
        found[plan.pupil_id].append(plan)
    return {key: sorted(plans, key=lambda plan: plan.number) for key, plans in found.items()}


def rows_of(world, model) -> dict:
    """Plan's key → its rows of this model."""
    found = defaultdict(list)
    for row in world.made(model):
        found[row.plan_id].append(row)
    return found
