"""SEN facts that a file brings: whole histories for pupils who have none here, a decided change for those who have."""

import datetime

from django.utils.timezone import localdate

from register.actions.needs import set_needs
from register.actions.status import change_status
from register.choices import NeedSource, SenProvision, StatusReason
from register.models import ImportLine, ImportRun, Pupil, SenNeed, SenStatus

from .values import day


def new_statuses(run: ImportRun, by, pairs) -> None:
    """The status history of pupils without one, gap-free: what is unknown before the first dated period is not invented."""
    SenStatus.objects.bulk_create(
        period
        for pupil, line in pairs
        if "sen" in line.after
        for period in periods(run, pupil, line.after["sen"], by)
    )


def periods(run: ImportRun, pupil: Pupil, sen: dict, by) -> list[SenStatus]:
    history = sen.get("history") or [[sen["status"], sen.get("since"), None]]
    starts = [
        start_of(pupil, since, first=index == 0) for index, (_status, since, _until) in enumerate(history)
    ]
    made = []
    for (status, _since, _until), start, following in zip(history, starts, [*starts[1:], None], strict=True):
        if following is None or following > start:
            made.append(period(run, pupil, status, start, following, by))
    return made


def start_of(pupil: Pupil, since: str | None, *, first: bool) -> datetime.date:
    """A period without a date begins when the pupil joined, else today."""
    known = pupil.joined_on if first and pupil.joined_on and pupil.joined_on <= localdate() else localdate()
    return day(since, otherwise=known)


def period(run: ImportRun, pupil: Pupil, status: str, starts, ends, by) -> SenStatus:
    return SenStatus(
        school_id=run.school_id,
        pupil=pupil,
        provision=status,
        starts=starts,
        ends=ends,
        reason=StatusReason.FROM_MIS,
        decided_by=by,
        origin_run=run.pk,
    )


def new_needs(run: ImportRun, by, pairs) -> None:
    """Needs of pupils who have none open here. A need of a pupil without SEN status is not taken."""
    SenNeed.objects.bulk_create(
        SenNeed(
            school_id=run.school_id,
            pupil=pupil,
            need_type=code,
            rank=rank,
            starts=day(since, otherwise=day(line.after["sen"].get("since"), otherwise=localdate())),
            source=NeedSource.MIS,
            decided_by=by,
            origin_run=run.pk,
        )
        for pupil, line in pairs
        if line.after.get("sen", {}).get("status") not in (None, "", SenProvision.NONE)
        for code, rank, since in line.after["sen"]["needs"]
    )


def take_sen(line: ImportLine, by) -> None:
    """The file's word is taken for one pupil, from today; what stood here stays in the history."""
    sen, today = line.after["sen"], localdate()
    if line.field == "sen_status":
        change_status(
            pupil=line.pupil,
            provision=sen["status"],
            starts=today,
            reason=StatusReason.FROM_MIS,
            criteria="",
            by=by,
        )
    needs = [(code, rank, NeedSource.MIS, "") for code, rank, _since in sen["needs"]]
    if needs:
        set_needs(pupil=line.pupil, needs=needs, on=today, by=by)
