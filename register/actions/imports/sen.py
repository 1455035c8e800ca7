"""SEN facts that a file brings: whole histories for pupils who have none here, a decided change for those who have."""

import datetime
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.actions.needs import set_needs
from register.actions.status import change_status
from register.actions.status_history import insert_period
from register.choices import NeedSource, SenProvision, StatusReason
from register.frameworks import framework_of
from register.models import ImportLine, ImportRun, Pupil, SenNeed, SenStatus
from register.queries.history import mark_of

from .values import day

ONE_DAY = datetime.timedelta(days=1)


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
            made.append(period(run, pupil, status, start, following, by, start_known=bool(since)))
            following = start
    return made


def start_of(pupil: Pupil, since: str | None, *, first: bool) -> datetime.date:
    """A period without a date begins when the pupil joined, else today; `start_known` says that this only stands in."""
    known = pupil.joined_on if first and pupil.joined_on and pupil.joined_on <= localdate() else localdate()
    return day(since, otherwise=known)


def period(run: ImportRun, pupil: Pupil, status: str, starts, ends, by, *, start_known: bool) -> SenStatus:
    """One unsaved period of status as this run brings it. A file knows the general level; the framework says what that means."""
    stage = framework_of(run.school).default_stage(status)
    return SenStatus(
        school_id=run.school_id,
        pupil=pupil,
        provision=stage.provision,
        stage=stage.code,
        starts=starts,
        ends=ends,
        start_known=start_known,
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
    """One need; where the file gives it no date the status of its time stands in. It lasts a day at least: a need that
    ends on the day it began is one that was taken back."""
    code, rank, since, until = facts
    starts = day(since, otherwise=day(sen.get("since"), otherwise=localdate()))
    ends = day(until, otherwise=starts) if until else None
    return SenNeed(
        school_id=run.school_id,
        pupil=pupil,
        need_type=code,
        rank=rank,
        starts=min(starts, ends - ONE_DAY) if ends else starts,
        ends=ends,
        start_known=bool(since),
        source=NeedSource.MIS,
        decided_by=by,
        origin_run=run.pk,
    )


def take_sen(run: ImportRun, line: ImportLine, by) -> None:
    """The file's word is taken for one pupil; what stood here stays in the history. The line remembers what to take back."""
    try:
        with marked(line):
            TAKE[line.field](line.pupil, line.after["sen"], by, run)
    except ValidationError as problem:
        told = {"name": line.label, "why": " ".join(problem.messages)}
        raise ValidationError(
            _("%(name)s: the file's SEN facts cannot be taken. %(why)s Keep ours for this pupil.") % told
        ) from problem


@contextmanager
def marked(line: ImportLine):
    """Keeps with the line between which marks of the history its change lies, so that undoing the import finds it."""
    before = {name: mark_of(model, line.pupil) for name, model in MARKED.items()}
    yield
    after = {name: mark_of(model, line.pupil) for name, model in MARKED.items()}
    line.after["marks"] = {
        name: [before[name], after[name]] for name in MARKED if before[name] != after[name]
    }
    line.save(update_fields=["after"])


MARKED = {"status": SenStatus, "needs": SenNeed}


def take_status(pupil: Pupil, sen: dict, by, run: ImportRun) -> None:
    """From the day the file gives, if that lies after ours, else from today; its earlier history and its needs come with it."""
    current, today = pupil.statuses.current().get(), localdate()
    told = sen["history"][-1][1] if sen.get("history") else sen.get("since")
    since = day(told, otherwise=today)
    fits = current.starts < since <= today
    change_status(
        pupil=pupil,
        provision=sen["status"],
        starts=since if fits else today,
        start_known=bool(told) and fits,
        reason=StatusReason.FROM_MIS,
        criteria="",
        by=by,
        origin_run=run.pk,
    )
    take_history(pupil, sen, by, run)
    take_needs(pupil, sen, by, run)


def take_since(pupil: Pupil, sen: dict, by, run: ImportRun) -> None:
    """The present status is right, its first day is the file's; where that day stood in for the unknown one, it is known now."""
    current = pupil.statuses.current().get()
    starts = day(sen["history"][-1][1], otherwise=localdate())
    moves = starts != current.starts
    change_status(
        pupil=pupil,
        provision=sen["status"],
        starts=starts,
        reason=StatusReason.CORRECTION if moves else current.reason,
        criteria="" if moves else current.criteria,
        by=by,
        origin_run=run.pk,
    )


def take_history(pupil: Pupil, sen: dict, by, run: ImportRun) -> None:
    """What the file knows of the time before our own record begins. Ours is not touched by it."""
    first = pupil.statuses.order_by("starts").first()
    earlier = [
        each
        for each in sen.get("history", ())
        if each[1] and day(each[1], otherwise=first.starts) < first.starts
    ]
    ends = first.starts
    for status, since, _until in reversed(earlier):
        insert_period(
            pupil=pupil, provision=status, starts=day(since, otherwise=ends), ends=ends, reason=StatusReason.FROM_MIS, by=by,
            origin_run=run.pk,
        )  # fmt: skip
        ends = day(since, otherwise=ends)


def take_needs(pupil: Pupil, sen: dict, by, _run: ImportRun) -> None:
    """The file's open needs in its order. Those that are new here are on record from today; since when they were, nobody said."""
    open_needs = [code for code, _rank, _since, until in sen["needs"] if not until]
    needs = [(code, rank, NeedSource.MIS, "") for rank, code in enumerate(open_needs, 1)]
    if needs:
        set_needs(pupil=pupil, needs=needs, on=localdate(), by=by, start_known=False)


TAKE = {
    "sen_status": take_status,
    "sen_since": take_since,
    "sen_history": take_history,
    "sen_needs": take_needs,
}
