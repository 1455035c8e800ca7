"""The SENCO's decision on a concern with everything that follows from it, in one transaction; and its undoing."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from register.actions import monitoring, notices
from register.actions.asked_views import settle
from register.actions.concern_steps import claim, record, take, wait_for_turn
from register.actions.needs import set_needs
from register.actions.status import change_status
from register.actions.triage import write_note
from register.choices import Decision, NeedSource, SenProvision
from register.letters import Words
from register.models import Concern, ConcernStep, Monitoring

MUST_SAY_WHY = frozenset({Decision.NOT_SEN})


@dataclass(frozen=True)
class Support:
    """What has to be recorded when SEN Support starts (SEND Code of Practice 6.44 to 6.48)."""

    starts: datetime.date
    reason: str  # StatusReason
    criteria: str
    need: str  # NeedType, the primary need
    parent_told_on: datetime.date | None = None
    parent_told_how: str = ""


@dataclass(frozen=True)
class Watching:
    """Until when a pupil is watched, and the school's own word for it."""

    until: datetime.date
    label: str = ""


@transaction.atomic
def decide(
    *,
    concern: Concern,
    version: int,
    decision: str,
    by,
    reason: str = "",
    consequence: Support | Watching | None = None,
    words: Words | None = None,
) -> ConcernStep:
    """Decide on an open concern. `reason` is the office's own; `words` go to the person who raised it and to parents.

    Raises Outdated or StepNotOpen where a colleague was quicker, and ValidationError where something is missing;
    nothing is written then. Returns the step of the decision.
    """  # fmt: skip
    check(decision, reason, consequence)
    notices.check_words(decision, concern, words)
    wait_for_turn(concern.pk)
    claim(concern, version)
    take("decide", concern, by)
    until = consequence.until if isinstance(consequence, Watching) else None
    step = record(
        concern=concern, kind=ConcernStep.Kind.DECIDED, by=by, decision=decision, monitor_until=until
    )
    if reason:
        write_note(step=step, text=reason, by=by)
    settle(concern, step.at)
    follow(concern, consequence, by)
    if words:
        notices.send(concern=concern, words=words, by=by)
    return step


def check(decision: str, reason: str, consequence) -> None:
    """Rules of single decisions that hold whatever form the decision came from."""
    if decision in MUST_SAY_WHY and not reason.strip():
        raise ValidationError(
            {"reason": _("Say why this is not SEN. The office keeps it with the decision.")}
        )
    wanted = {Decision.MONITOR: Watching, Decision.START_SUPPORT: Support}.get(decision, type(None))
    if not isinstance(consequence, wanted):
        raise TypeError(f"“{decision}” comes with {wanted.__name__}, not with {consequence!r}.")


def follow(concern: Concern, consequence: Support | Watching | None, by) -> None:
    """What the decision changes besides the concern."""
    if isinstance(consequence, Watching):
        monitoring.watch(
            pupil=concern.pupil, review_on=consequence.until, label=consequence.label, concern=concern, by=by
        )
    elif isinstance(consequence, Support):
        start_support(concern, consequence, by)


def start_support(concern: Concern, support: Support, by) -> None:
    """The pupil joins the register with a primary need, and is not watched any longer."""
    change_status(
        pupil=concern.pupil, provision=SenProvision.SUPPORT, starts=support.starts, reason=support.reason,
        criteria=support.criteria, by=by, concern=concern, parent_told_on=support.parent_told_on,
        parent_told_how=support.parent_told_how,
    )  # fmt: skip
    set_needs(pupil=concern.pupil, needs=needs_with(concern.pupil, support.need), on=support.starts, by=by)
    for watched in Monitoring.objects.current().filter(pupil=concern.pupil):
        monitoring.end(monitoring=watched, by=by)


def needs_with(pupil, primary: str) -> list[tuple[str, int, str, str]]:
    """The needs the pupil has, with `primary` ranked first."""
    held = {need.need_type: need for need in pupil.needs.current()}
    first = held.pop(primary, None)
    known = (first.source, first.note) if first else (NeedSource.SCHOOL, "")
    others = [(n.need_type, rank, n.source, n.note) for rank, n in enumerate(held.values(), start=2)]
    return [(primary, 1, *known), *others]
