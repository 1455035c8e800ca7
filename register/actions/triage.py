"""What the SENCO does with a concern short of deciding on it: assign, note an observation, close untold, reopen."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from register.actions.asked_views import unsettle
from register.actions.concern_steps import claim, record, take, wait_for_turn
from register.models import Concern, ConcernNote, ConcernStep


@transaction.atomic
def assign(*, concern: Concern, version: int, to, by) -> None:
    """Name the colleague who looks into it, or nobody (None). Raises Outdated where the concern has moved on."""
    wait_for_turn(concern.pk)
    claim(concern, version)
    concern.assigned_to = to
    concern.save(update_fields=["assigned_to"])
    record(concern=concern, kind=ConcernStep.Kind.ASSIGNED, by=by, to=to)


@transaction.atomic
def observe(*, concern: Concern, text: str, by) -> ConcernNote:
    """Keep what was observed or found out. Read by the office only."""
    step = record(concern=concern, kind=ConcernStep.Kind.OBSERVED, by=by)
    return write_note(step=step, text=text, by=by)


def write_note(*, step: ConcernStep, text: str, by) -> ConcernNote:
    """The office's own words beside a step."""
    note = ConcernNote(
        school_id=step.school_id, pupil_id=step.pupil_id, concern=step.concern, step=step, text=text, by=by
    )
    note.full_clean(exclude=["school", "pupil", "concern", "step", "by"])
    note.save(force_insert=True)
    return note


@transaction.atomic
def close_untold(*, concern: Concern, version: int, reason: str, by) -> None:
    """It is done with, though whoever raised it was not told from here. The office keeps why."""
    if not reason.strip():
        raise ValidationError({"reason": _("Say why nobody is told. The office keeps it.")})
    wait_for_turn(concern.pk)
    take("close without telling", concern, by)
    claim(concern, version)
    step = record(concern=concern, kind=ConcernStep.Kind.CLOSED, by=by)
    write_note(step=step, text=reason, by=by)


@transaction.atomic
def reopen(*, concern: Concern, version: int, reason: str, by) -> None:
    """Take up a decided concern again. What was decided and told stays on record."""
    wait_for_turn(concern.pk)
    take("reopen", concern, by)
    claim(concern, version)
    unsettle(concern)
    step = record(concern=concern, kind=ConcernStep.Kind.REOPENED, by=by)
    if reason:
        write_note(step=step, text=reason, by=by)
