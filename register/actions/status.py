"""SEN status: one timeline without gaps or overlaps, whose last period is open.

Every action raises ValidationError (keyed by field where one field is at fault) before anything is written, or undoes
what it wrote. The database holds the same rules once more: an exclusion constraint and a deferred trigger.
"""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.actions.duties import enter_stage
from register.actions.taking_back import restore_rows
from register.actions.timeline import (
    insert,
    move_start,
    moves_start,
    open_history,
    overwrite,
    timeline_checked,
)
from register.choices import TAKEN_OVER, SenProvision, StatusReason
from register.frameworks import framework_of, is_base, stage_called
from register.frameworks.shape import Stage
from register.models import Pupil, SenStatus
from register.queries.history import mark_of

ANY_TIME = frozenset(map(StatusReason, TAKEN_OVER))
WITHOUT_WORDS = (
    StatusReason.FROM_MIS,
    StatusReason.FRAMEWORK,
)  # reasons that come without anybody's evidence
REASONS_FOR = {
    SenProvision.NONE: ANY_TIME | {StatusReason.PROGRESS_MADE, StatusReason.PLAN_CEASED},
    SenProvision.SUPPORT: ANY_TIME
    | {
        StatusReason.LESS_PROGRESS,
        StatusReason.WIDER_NEED,
        StatusReason.SPECIALIST_ADVICE,
        StatusReason.MORE_HELP,
        StatusReason.LESS_HELP,
        StatusReason.ASSESSMENT,
        StatusReason.PLAN_CEASED,
    },
    SenProvision.EHC_PLAN: ANY_TIME | {StatusReason.PLAN_ISSUED},
    SenProvision.STATEMENT: ANY_TIME | {StatusReason.PLAN_ISSUED},
}


@transaction.atomic
def change_status(
    *,
    pupil,
    starts,
    reason,
    provision="",
    stage="",
    criteria="",
    by,
    concern=None,
    parent_told_on=None,
    parent_told_how="",
    start_known=True,
    origin_run=None,
) -> SenStatus:
    """From `starts` on the pupil is at this stage. Returns the open period. `origin_run` is the import that brings it.

    Who knows the general level alone gives `provision`: the pupil stays at the present stage where it stands for that level.
    On the day the open period began, the change corrects that period. The first change of a pupil without a history writes
    "No SEN" from joining until `starts`. The same status from another day, as a correction, moves its start. Other earlier days
    are `status_history.insert_period`'s business. "No SEN" ends the open types of need.
    What the stage asks for is written down with it (actions.duties).
    """
    pupil = locked(pupil)
    current = pupil.statuses.current().first()
    rung = meant(pupil, provision, stage, current=current)
    period = SenStatus(
        school_id=pupil.school_id, pupil=pupil, provision=rung.provision, stage=rung.code, starts=starts, reason=reason,
        criteria=criteria, decided_by=by, concern=concern, parent_told_on=parent_told_on, parent_told_how=parent_told_how,
        start_known=start_known, origin_run=origin_run,
    )  # fmt: skip
    check_period(period)
    write = move_start if moves_start(current, period) else follow
    with timeline_checked():
        written = write(current, period)
    if period.provision == SenProvision.NONE:
        end_needs(period)
    enter_stage(status=written, by=by)
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


def meant(
    pupil, provision: str, stage: str, *, current: SenStatus | None = None, past: bool = False
) -> Stage:
    """The stage that is meant: the one of this code or, where only the general level is known, the framework's default for it.

    In the history (`past`) stages of any framework may stand; today only those that the school's own has for today.
    """
    framework = framework_of(pupil.school)
    if not stage:
        kept = framework.stage(current.stage) if current and current.provision == provision else None
        return kept or framework.default_stage(provision)
    found = stage_called(stage) if past else framework.stage(stage)
    if found is None or found.watched:
        raise ValidationError(
            {"stage": _("The school's framework has no such stage to move a pupil to.")}, code="no_such_stage"
        )
    return found


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
    if period.rung and period.rung.only_past:
        text = _(
            "“%(status)s” is a stage of earlier times. It can stand in the history, between two dates, but not be the present one."
        )
        raise ValidationError({"stage": text % {"status": period}}, code="only_past")
    if current is None:
        return
    told = {"status": current, "day": date_format(current.starts), "reason": StatusReason.CORRECTION.label}
    if same_stage(current, period) and period.starts != current.starts:
        text = _(
            "The pupil has been on “%(status)s” since %(day)s already. Choose another stage, or the reason “%(reason)s” if it "
            "began on the day you give."
        )
        raise ValidationError({"stage": text % told}, code="same_status")
    if period.starts < current.starts:
        text = _(
            "“%(status)s” began on %(day)s. Give that day or a later one, or add the earlier time to the history."
        )
        raise ValidationError({"starts": text % told}, code="before_current")
    check_moving_back(current, period)


def same_stage(one: SenStatus, other: SenStatus) -> bool:
    """Having no special needs is the same in every framework."""
    return one.stage == other.stage or (is_base(one.stage) and is_base(other.stage))


def check_moving_back(current: SenStatus, period: SenStatus) -> None:
    """Nobody moves down the ladder, or off it, without a word why; records taken from the MIS bring none."""
    if period.criteria.strip() or period.reason in WITHOUT_WORDS or not is_lower(period, current):
        return
    if period.provision == SenProvision.NONE:
        text = _("Write what shows that the additional provision is no longer needed.")
    else:
        text = _("Write why the pupil moves back: what shows that less help is needed.")
    raise ValidationError({"criteria": text}, code="back_unexplained")


def is_lower(period: SenStatus, current: SenStatus) -> bool:
    """Stages of two frameworks have no order between them, but for having none at all."""
    ladder = framework_of(period.pupil.school)
    there, here = ladder.stage(period.stage), ladder.stage(current.stage)
    if there is None or here is None:
        return is_base(period.stage) and not is_base(current.stage)
    return there.order < here.order


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
