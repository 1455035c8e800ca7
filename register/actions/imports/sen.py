"""SEN facts that a file brings: whole histories for pupils who have none here, a decided change for those who have."""

import datetime

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.actions.needs import set_needs
from register.actions.status import change_status
from register.choices import NeedSource, SenProvision, StatusReason
from register.models import ImportLine, ImportRun, Pupil, SenNeed, SenStatus

from .values import day


def new_statuses(run: ImportRun, by, pairs) -> None:
    """The status history of pupils without one, gap-free: what is unknown before the first dated period is not invented."""
    SenStatus.objects.bulk_create(
        period for pupil, after in pairs if "sen" in after for period in periods(run, pupil, after["sen"], by)
    )


def periods(run: ImportRun, pupil: Pupil, sen: dict, by) -> list[SenStatus]:
    """Worked out from the present status backwards, each ending where the next begins; one that would not last a day is left out."""
    history = sen.get("history") or [[sen["status"], sen.get("since"), None]]
    made, following = [], None
    for place, (status, since, _until) in reversed(list(enumerate(history))):
        start = start_of(pupil, since, first=place == 0)
        if following is None or start < following:
            made.append(period(run, pupil, status, start, following, by))
            following = start
    return made


def start_of(pupil: Pupil, since: str | None, *, first: bool) -> datetime.date:
    """A period without a date begins when the pupil joined, else today."""
    known = pupil.joined_on if first and pupil.joined_on and pupil.joined_on <= localdate() else localdate()
    return day(since, otherwise=known)


def period(run: ImportRun, pupil: Pupil, status: str, starts, ends, by) -> SenStatus:
    """One unsaved period of status as this run brings it."""
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
        need_of(run, pupil, after["sen"], facts, by)
        for pupil, after in pairs
        if "sen" in after
        for facts in after["sen"]["needs"]
        if facts[3] or after["sen"]["status"] != SenProvision.NONE
    )


def need_of(run: ImportRun, pupil: Pupil, sen: dict, facts: list, by) -> SenNeed:
    """One need; where the file gives it no date it begins with the present status, at the latest on the day it ends."""
    code, rank, since, until = facts
    starts = day(since, otherwise=day(sen.get("since"), otherwise=localdate()))
    ends = day(until, otherwise=starts) if until else None
    return SenNeed(
        school_id=run.school_id,
        pupil=pupil,
        need_type=code,
        rank=rank,
        starts=min(starts, ends or starts),
        ends=ends,
        source=NeedSource.MIS,
        decided_by=by,
        origin_run=run.pk,
    )


def take_sen(line: ImportLine, by) -> None:
    """The file's word is taken for one pupil, from today; what stood here stays in the history."""
    sen, today = line.after["sen"], localdate()
    try:
        take_facts(line, sen, today, by)
    except ValidationError as problem:
        told = {"name": line.label, "why": " ".join(problem.messages)}
        raise ValidationError(
            _("%(name)s: the file's SEN facts cannot be taken. %(why)s Keep ours for this pupil.") % told
        ) from problem


def take_facts(line: ImportLine, sen: dict, today: datetime.date, by) -> None:
    """Status and open needs of the file, each from today on."""
    if line.field == "sen_status":
        change_status(
            pupil=line.pupil,
            provision=sen["status"],
            starts=today,
            reason=StatusReason.FROM_MIS,
            criteria="",
            by=by,
        )
    open_needs = [code for code, _rank, _since, until in sen["needs"] if not until]
    needs = [(code, rank, NeedSource.MIS, "") for rank, code in enumerate(open_needs, 1)]
    if needs:
        set_needs(pupil=line.pupil, needs=needs, on=today, by=by)
