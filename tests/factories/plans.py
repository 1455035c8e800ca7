"""Support plans with a row of every kind."""

import datetime

from provision import models
from provision.choices import StepKind

from .identity import as_owner

STARTS = datetime.date(2026, 9, 7)
REVIEW = datetime.date(2026, 12, 11)


def plan(about, *, by, steps=(StepKind.BEGUN,), **fields) -> models.Plan:
    """A plan that has taken these steps, without sections or rows."""
    defaults = {
        "plan_type": "support_plan",
        "title": "SEN Support plan",
        "starts": STARTS,
        "review_on": REVIEW,
    }
    with as_owner():
        made = models.Plan.objects.create(
            school_id=about.school_id, pupil=about, begun_by=by, saved_by=by, **defaults | fields
        )
        for kind in steps:
            models.PlanStep.objects.create(**part_of(made), kind=kind, by=by)
        return made


def part_of(made: models.Plan) -> dict:
    """What every row of a plan names."""
    return {"school_id": made.school_id, "pupil_id": made.pupil_id, "plan": made}


def section(of: models.Plan, code: str = "strengths", **fields) -> models.PlanSection:
    defaults = {"kind": "text", "title": code.title(), "position": 0, "editors": ["teacher", "ta"]}
    with as_owner():
        return models.PlanSection.objects.create(
            **part_of(of), code=code, saved_by=of.begun_by, **defaults | fields
        )


def outcome(of: models.Plan, text: str = "Reads a page alone", **fields) -> models.Outcome:
    with as_owner():
        return models.Outcome.objects.create(**part_of(of), text=text, saved_by=of.begun_by, **fields)


def version(of: models.Plan, audience: str = "family", **fields) -> models.PlanVersion:
    """Frozen by the plan's last step."""
    with as_owner():
        defaults = {"number": 1, "kind": "shared", "title": of.title, "content": {}}
        step = of.steps.order_by("-at", "-id").first()
        return models.PlanVersion.objects.create(
            **part_of(of), step=step, audience=audience, by=of.begun_by, **defaults | fields
        )
