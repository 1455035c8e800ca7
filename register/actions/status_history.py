"""Earlier status that was learnt of late: laid over the timeline between two dates."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.actions.duties import enter_stage
from register.actions.status import check_period, locked, meant
from register.actions.timeline import FACTS, begin_on, insert, overwrite, timeline_checked
from register.models import SenStatus


@transaction.atomic
def insert_period(
    *,
    pupil,
    starts: datetime.date,
    ends: datetime.date,
    reason,
    provision="",
    stage="",
    criteria="",
    by,
    origin_run=None,
) -> SenStatus:
    """From `starts` up to, not including, `ends` the pupil was at this stage. Neighbours give way; none disappears.

    Who knows the general level alone gives `provision`. Where the same stage follows, it simply began earlier: its start moves back, and no second period is written.
    Statements (S) may stand here. Raises ValidationError where a period would be covered whole by a longer one, or where
    days between the new period and the recorded history would belong to no status.
    """
    pupil = locked(pupil)
    rung = meant(pupil, provision, stage, past=True)
    period = SenStatus(
        school_id=pupil.school_id, pupil=pupil, provision=rung.provision, stage=rung.code, starts=starts, ends=ends,
        reason=reason, criteria=criteria, decided_by=by, origin_run=origin_run,
    )  # fmt: skip
    check_dates(period)
    check_period(period)
    periods = list(pupil.statuses.all())
    check_reaches_history(period, periods)
    with timeline_checked():
        written = lay_over(period, periods)
    enter_anew(pupil, periods, by)
    return written


def enter_anew(pupil, before: list[SenStatus], by) -> None:
    """Where the new period broke the present one in two, the pupil entered the present stage after it."""
    current = pupil.statuses.current().get()
    if current.pk not in {period.pk for period in before}:
        enter_stage(status=current, by=by)


def check_dates(period: SenStatus) -> None:
    if period.ends <= period.starts:
        raise ValidationError({"ends": _("The last date must be after the first.")})
    if period.ends > localdate():
        text = _(
            "The date lies in the future. A status that still holds is a change of status, not of the history."
        )
        raise ValidationError({"ends": text})


def check_reaches_history(period: SenStatus, periods: list[SenStatus]) -> None:
    """Earlier than everything recorded is fine as long as no day in between belongs to no status."""
    if not periods:
        raise ValidationError(
            _("No status is recorded yet. Record the present status first, then the history.")
        )
    if period.ends < periods[0].starts:
        first = {"day": date_format(periods[0].starts)}
        text = _("The history begins on %(day)s. The earlier status must last until that day.") % first
        raise ValidationError({"ends": text}, code="gap")


def overlap(one: SenStatus, other: SenStatus) -> bool:
    return one.starts < other.ends and (one.ends is None or one.ends > other.starts)


def lay_over(period: SenStatus, periods: list[SenStatus]) -> SenStatus:
    """Cut the touched periods back and put the new one between them; one with the same dates is corrected on the spot."""
    touched = [each for each in periods if overlap(each, period)]
    same = [each for each in touched if (each.starts, each.ends) == (period.starts, period.ends)]
    following = [each for each in periods if each.starts == period.ends and each.stage == period.stage]
    if same:
        for each in following:  # whenever that status began, it was not on the day that stood in for it
            each.start_known = True
            each.save(update_fields=["start_known"])
        return overwrite(same[0], period)
    for each in touched:
        cut(each, period)
    return begin_on(following[0], period) if following else insert(period)


def cut(period: SenStatus, new: SenStatus) -> None:
    """Leave `period` what lies before `new`; what lies after becomes a period of its own, or its new beginning."""
    before = period.starts < new.starts
    after = period.ends is None or period.ends > new.ends
    if not before and not after:
        told = {"status": period, "day": date_format(period.starts)}
        text = (
            _(
                "“%(status)s” from %(day)s would be covered whole. Correct that period with its own dates first."
            )
            % told
        )
        raise ValidationError({"starts": text}, code="covers")
    if before and after:
        remainder = SenStatus(
            school_id=period.school_id, pupil=period.pupil, starts=new.ends, ends=period.ends
        )
        for name in FACTS:
            setattr(remainder, name, getattr(period, name))
        remainder.start_known = True
        insert(remainder)
    if before:
        period.ends = new.starts
    else:
        period.starts, period.start_known = new.ends, True
    period.save(update_fields=["starts", "ends", "start_known"])
