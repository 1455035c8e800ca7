"""Profiles, alerts and plans in force: what a class digest is made of."""

import datetime

from provision import models
from provision.choices import StepKind

from .identity import as_owner
from .plans import part_of, plan

IN_FORCE = (StepKind.BEGUN, StepKind.SHARED, StepKind.IN_FORCE)


def profile(of, *, by, **words) -> models.Profile:
    """Saved once and not published."""
    defaults = {"admire": "Kind to others", "helps": "Give me time to think"}
    with as_owner():
        return models.Profile.objects.create(
            school_id=of.school_id, pupil=of, saved_by=by, **defaults | words
        )


def published(of, *, by, number: int = 1, **words) -> models.ProfileVersion:
    """A profile (made if there is none) and the version of it that stands."""
    with as_owner():
        found = models.Profile.objects.filter(pupil=of).first()
    found = found or profile(of, by=by, **words)
    facts = {name: getattr(found, name) for name in ("admire", "matters", "helps", "hinders", "written_with")}
    with as_owner():
        return models.ProfileVersion.objects.create(
            school_id=of.school_id, pupil=of, profile=found, number=number, saved_version=found.version,
            title="One-page profile", by=by, **facts,
        )  # fmt: skip


def alert(of, *, by, text: str = "Nut allergy", **fields) -> models.PupilAlert:
    defaults = {
        "kind": "medical",
        "what_to_do": "Pen in the red bag",
        "source": "Healthcare plan",
        "starts": datetime.date(2026, 1, 5),
    }
    with as_owner():
        return models.PupilAlert.objects.create(
            school_id=of.school_id, pupil=of, text=text, saved_by=by, **defaults | fields
        )


def in_force(of, *, by, strategies=(), steps=IN_FORCE, **fields) -> models.Plan:
    """A plan with these strategies, which were written before it was put in force."""
    made = plan(of, by=by, steps=steps, **fields)
    for text in strategies:
        item(made, text)
    return made


def item(of: models.Plan, text: str, *, kind: str = "strategy", **fields) -> models.PlanItem:
    defaults = {"saved_at": datetime.datetime(2026, 1, 5, tzinfo=datetime.UTC)}
    with as_owner():
        return models.PlanItem.objects.create(
            **part_of(of), kind=kind, text=text, saved_by=of.begun_by, **defaults | fields
        )
