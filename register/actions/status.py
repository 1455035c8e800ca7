"""SEN status: one timeline without gaps or overlaps, whose last period is open.

Every action raises ValidationError (keyed by field where one field is at fault) before anything is written, or undoes
what it wrote. The database holds the same rules once more: an exclusion constraint and a deferred trigger.
"""

import datetime
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.utils import IntegrityError
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.actions.taking_back import restore_rows
from register.choices import ON_REGISTER, SenProvision, StatusReason
from register.models import Pupil, SenStatus
from register.queries.history import mark_of

ANY_TIME = frozenset({StatusReason.JOINED, StatusReason.CORRECTION, StatusReason.FROM_MIS})
REASONS_FOR = {
    SenProvision.NONE: ANY_TIME | {StatusReason.PROGRESS_MADE, StatusReason.PLAN_CEASED},
    SenProvision.SUPPORT: ANY_TIME
    | {
        StatusReason.LESS_PROGRESS,
        StatusReason.WIDER_NEED,
        StatusReason.SPECIALIST_ADVICE,
        StatusReason.PLAN_CEASED,
    },
    SenProvision.EHC_PLAN: ANY_TIME | {StatusReason.PLAN_ISSUED},
    SenProvision.STATEMENT: ANY_TIME | {StatusReason.PLAN_ISSUED},
}
TIMELINE_CONSTRAINTS = "sen_status_never_overlaps, sen_status_without_gaps"


@transaction.atomic
def change_status(
    *,
    pupil,
    provision,
    starts,
    reason,
    criteria="",
    by,
    concern=None,
    parent_told_on=None,
    parent_told_how="",
    start_known=True,
    origin_run=None,
) -> SenStatus:
    """From `starts` on the pupil has this status. Returns the open period. `origin_run` is the import that brings it.

    On the day the open period began, the change corrects that period. The first change of a pupil without a history writes
    "No SEN" from joining until `starts`. The same status from another day, as a correction, moves its start. Other earlier days
    are `status_history.insert_period`'s business. "No SEN" ends the open types of need.
    """
    pupil = locked(pupil)
    current = pupil.statuses.current().first()
    period = SenStatus(
        school_id=pupil.school_id, pupil=pupil, provision=provision, starts=starts, reason=reason, criteria=criteria,
        decided_by=by, concern=concern, parent_told_on=parent_told_on, parent_told_how=parent_told_how,
        start_known=start_known, origin_run=origin_run,
    )  # fmt: skip
    check_period(period)
    write = move_start if moves_start(current, period) else follow
    with timeline_checked():
        written = write(current, period)
    if period.provision == SenProvision.NONE:
        end_needs(period)
    return written


@transaction.atomic
def record_parent_told(*, status: SenStatus, on: datetime.date, how: str, by) -> SenStatus:
    """The parent was told of this status (Children and Families Act 2014, s. 68); `by` is who records it."""
    locked(status.pupil)
    status.parent_told_on, status.parent_told_how = on, how
    check_told(status)
    status.full_clean(exclude=["school", "pupil", "decided_by", "concern"], validate_constraints=False)
    status.save(update_fields=["parent_told_on", "parent_told_how"])
    return status


@transaction.atomic
def correct_status(*, pupil, before: int, after: int, by) -> None:
    """The change of status that led from history mark `before` to `after` was a mistake: the periods are as they were.

    Refused once anything else was changed since, and after an hour (the database lets only younger periods be removed).
    What is taken back stays in the history. `by` is who takes it back.
    """
    pupil = locked(pupil)
    if mark_of(SenStatus, pupil) != after:
        raise ValidationError(
            _("The status was changed again since, so nothing was undone."), code="changed_since"
        )
    with timeline_checked():
        restore_rows(SenStatus, pupil, before, remove=SenStatus.delete)


def locked(pupil) -> Pupil:
    """The pupil's row, held until the end of the transaction, so that two changes follow each other."""
    return Pupil.objects.select_for_update(of=("self",)).get(pk=pupil.pk)


def check_period(period: SenStatus) -> None:
    """Rules that hold for a period whatever came before it."""
    pupil, today = period.pupil, localdate()
    if period.starts > today:
        raise ValidationError(
            {"starts": _("The date lies in the future. Give today's date or an earlier one.")}
        )
    if period.starts < pupil.date_of_birth:
        raise ValidationError({"starts": _("The date is before the pupil was born. Check the year.")})
    if pupil.left_on and period.starts >= pupil.left_on:
        left = {"day": date_format(pupil.left_on)}
        raise ValidationError({"starts": _("The pupil left on %(day)s. Give a date before that.") % left})
    if period.reason not in REASONS_FOR[SenProvision(period.provision)]:
        raise ValidationError({"reason": _("This reason does not fit the status. Choose another reason.")})
    check_told(period)


def check_told(period: SenStatus) -> None:
    if period.parent_told_on and period.parent_told_on > localdate():
        raise ValidationError(
            {"parent_told_on": _("The date lies in the future. Record it once the parent was told.")}
        )
    if period.parent_told_on and not period.parent_told_how:
        raise ValidationError({"parent_told_how": _("Say how the parent was told.")})
    if period.parent_told_how and not period.parent_told_on:
        raise ValidationError({"parent_told_on": _("Give the day on which the parent was told.")})


def check_succession(current: SenStatus | None, period: SenStatus) -> None:
    """Rules about what may follow what."""
    if period.provision == SenProvision.STATEMENT:
        text = _(
            "Statements ended. One can stand in the history, between two dates, but not be the present status."
        )
        raise ValidationError({"provision": text}, code="statement")
    if current is None:
        return
    told = {"status": current.get_provision_display(), "day": date_format(current.starts)}
    if period.provision == current.provision and period.starts != current.starts:
        text = _(
            "The pupil has been on “%(status)s” since %(day)s already. Choose another status, or the reason “%(reason)s” if it "
            "began on the day you give."
        )
        told["reason"] = StatusReason.CORRECTION.label
        raise ValidationError({"provision": text % told}, code="same_status")
    if period.starts < current.starts:
        text = _(
            "“%(status)s” began on %(day)s. Give that day or a later one, or add the earlier time to the history."
        )
        raise ValidationError({"starts": text % told}, code="before_current")
    check_ending(current, period)


def check_ending(current: SenStatus, period: SenStatus) -> None:
    """Support never ends without a word why; records taken from the MIS bring none."""
    ends_support = current.provision in ON_REGISTER and period.provision == SenProvision.NONE
    if ends_support and not period.criteria.strip() and period.reason != StatusReason.FROM_MIS:
        text = _("Write what shows that the additional provision is no longer needed.")
        raise ValidationError({"criteria": text}, code="ending_unexplained")


def follow(current: SenStatus | None, period: SenStatus) -> SenStatus:
    """Write `period` after `current`, over it where both begin on one day, or as the start of a history."""
    check_succession(current, period)
    if current is None:
        open_history(period)
    elif current.starts == period.starts:
        return overwrite(current, period)
    else:
        current.ends = period.starts
        current.save(update_fields=["ends"])
    return insert(period)


def end_needs(period: SenStatus) -> None:
    """Who has no SEN has no type of need. One that began later than that is left without a single day."""
    for need in period.pupil.needs.current():
        need.ends = max(need.starts, period.starts)
        need.save(update_fields=["ends"])


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
        and period.provision == current.provision
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
        told = {"status": lost.get_provision_display(), "day": date_format(lost.starts)}
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
    "provision", "reason", "criteria", "parent_told_on", "parent_told_how", "decided_by", "concern", "start_known",
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
