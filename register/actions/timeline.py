"""The rows of a pupil's timeline: how periods are written so that they neither overlap nor leave a gap.

The rules about what may be written are those of status.py and status_history.py; both end here. The database holds the same
once more: an exclusion constraint and a deferred trigger.
"""

from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.utils import IntegrityError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from register.choices import ON_REGISTER, SenProvision, StatusReason
from register.frameworks import framework_of
from register.models import SenStatus

TIMELINE_CONSTRAINTS = "sen_status_never_overlaps, sen_status_without_gaps"


def open_history(period: SenStatus) -> None:
    """A pupil nobody recorded a status for had none since joining."""
    joined = period.pupil.joined_on
    if joined is None or joined >= period.starts or period.provision == SenProvision.NONE:
        return
    insert(
        SenStatus(
            school_id=period.school_id,
            pupil=period.pupil,
            provision=SenProvision.NONE,
            stage=framework_of(period.pupil.school).base.code,
            starts=joined,
            ends=period.starts,
            reason=StatusReason.JOINED,
            decided_by=period.decided_by,
            origin_run=period.origin_run,
        )  # fmt: skip
    )


def insert(period: SenStatus) -> SenStatus:
    period.full_clean(exclude=["school", "pupil", "decided_by", "concern"], validate_constraints=False)
    period.save(force_insert=True)
    return period


def moves_start(current: SenStatus | None, period: SenStatus) -> bool:
    """Whether the present status is right and only its first day was wrong."""
    return (
        current is not None
        and period.reason == StatusReason.CORRECTION
        and period.stage == current.stage
        and period.starts not in (current.starts, unbroken(current)[0].starts)
    )


def unbroken(current: SenStatus) -> list[SenStatus]:
    """The periods since which the status of the open one has held; mostly that one alone."""
    return list(current.pupil.statuses.unbroken_until(current.starts))


def move_start(current: SenStatus, period: SenStatus) -> SenStatus:
    """Let the present status begin on the day of `period`; the one before gives way or lasts longer. Its facts stay."""
    first, *more = unbroken(current)
    starts, timeline = period.starts, current.pupil.statuses
    lost = first if more and starts > first.starts else None
    lost = lost or timeline.filter(starts__gte=starts, starts__lt=first.starts).first()
    if lost:
        told = {"status": lost, "day": date_format(lost.starts)}
        text = _(
            "“%(status)s” from %(day)s would be covered whole. Correct that period in the history first."
        )
        raise ValidationError({"starts": text % told}, code="covers")
    before = timeline.filter(ends=first.starts).first()
    if before:
        before.ends = starts
        before.save(update_fields=["ends"])
    elif starts > first.starts:
        open_history(period)
    return begin_on(first, period)


def begin_on(held: SenStatus, period: SenStatus) -> SenStatus:
    """Let a period begin when `period` does, and say why; that it began then is known now."""
    held.starts, held.start_known = period.starts, True
    held.criteria = "\n\n".join(filter(None, dict.fromkeys([held.criteria.strip(), period.criteria.strip()])))
    held.save(update_fields=["starts", "start_known", "criteria"])
    return held


FACTS = [
    "provision", "stage", "reason", "criteria", "parent_told_on", "parent_told_how", "decided_by", "concern", "start_known",
]  # fmt: skip


def overwrite(current: SenStatus, period: SenStatus) -> SenStatus:
    """Correct a period on the spot: the facts of `period`, the dates it has. The history keeps what stood there.

    That the parent was told, and which concern led here, stay unless something else is given.
    """
    keep_what_was_told(current, period)
    for name in FACTS:
        setattr(current, name, getattr(period, name))
    current.full_clean(exclude=["school", "pupil", "decided_by", "concern"], validate_constraints=False)
    current.save(update_fields=FACTS)
    return current


def keep_what_was_told(current: SenStatus, period: SenStatus) -> None:
    """The parent's having been told of SEN provision holds for support as for a plan, not for its end."""
    period.concern = period.concern or current.concern
    still = period.provision == current.provision or {period.provision, current.provision} <= set(ON_REGISTER)
    if still and period.parent_told_on is None:
        period.parent_told_on, period.parent_told_how = current.parent_told_on, current.parent_told_how


@contextmanager
def timeline_checked():
    """Inside this block the timeline may be torn; at its end the database checks it, so that a form can still say so."""
    yield
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"set constraints {TIMELINE_CONSTRAINTS} immediate")
            cursor.execute(f"set constraints {TIMELINE_CONSTRAINTS} deferred")
    except IntegrityError as broken:
        raise ValidationError(explain(broken), code="timeline") from broken


def explain(broken: IntegrityError) -> str:
    """In words, which rule of the timeline the database refused."""
    if broken.__cause__.diag.constraint_name == "sen_status_never_overlaps":
        return _("These dates overlap another status of this pupil. Check the dates in the status history.")
    return _(
        "These dates would leave a gap in the status history. Each status must begin on the day the last one ends."
    )
