"""Steps taken on a concern: rows that never change, written one at a time."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from register.choices import ConcernState
from register.models import Concern, ConcernStep
from register.models.concern import STATE_AFTER
from register.workflow import concern_process
from senco.access.context import take_turns
from senco.accounts.roles import MAY, Role
from senco.core.workflow import Step


class Outdated(ValidationError):
    """Somebody else moved the concern on after its reader had opened it. Nothing was written."""


def wait_for_turn(key) -> None:
    """One concern moves one step at a time: taking it back and deciding on it follow each other.

    Teachers and parents may not lock its row, for they may not change it; so the turn is taken by its key.
    """
    take_turns(f"concern {key}")


def state_of(concern: Concern) -> str:
    """The state as the steps say it now."""
    moving = concern.steps.filter(kind__in=STATE_AFTER).order_by("-at", "-id")
    last = moving.values_list("kind", flat=True).first()
    return STATE_AFTER.get(last, ConcernState.NEW)


def take(name: str, concern: Concern, by) -> Step:
    """The step of that name, if this person may take it now; raises StepNotOpen or StepNotPermitted otherwise."""
    return concern_process.take(name, state_of(concern), MAY[Role(by.role)])


def record(*, concern: Concern, kind: str, by, **facts) -> ConcernStep:
    """Write that a step was taken. `facts`: decision, monitor_until and `to` where the kind has them."""
    step = ConcernStep(
        school_id=concern.school_id, pupil_id=concern.pupil_id, concern=concern, kind=kind, by=by, **facts
    )
    step.full_clean(exclude=["school", "pupil", "concern", "by", "to"])
    step.save(force_insert=True)
    return step


def claim(concern: Concern, version: int) -> None:
    """Go from the version the reader saw to the next; raises Outdated where somebody was quicker."""
    if not Concern.objects.filter(pk=concern.pk, version=version).update(version=version + 1):
        raise Outdated(
            _(
                "Somebody else has changed this concern since you opened it. Read what happened, then send again."
            ),
            code="outdated",
        )
    concern.version = version + 1
