"""Everything that happened around one pupil, newest first, as far as the person asking may see it.

Apps on floors above add what they know with `add_source`: a function from (pupil, membership) to happenings.
"""

import datetime
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.db import models
from django.db.models import F
from django.utils.formats import date_format
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from register.choices import AccessSource
from register.models import (
    AdviceThread,
    Concern,
    ConcernNote,
    ConcernNotice,
    ConcernStep,
    Monitoring,
    PupilAccess,
    PupilCharacteristic,
    PupilFile,
    SenNeed,
    SenStatus,
    StageDuty,
    ViewRequest,
)
from register.queries.families import parents_reached
from register.queries.pupils import concern_url, names_of


class Kind(models.TextChoices):
    """What a chronology can be narrowed to."""

    STATUS = "status", gettext_lazy("Status and needs")
    CONCERN = "concern", gettext_lazy("Concerns")
    FAMILY = "family", gettext_lazy("Talks with the family")
    SCHOOL = "school", gettext_lazy("School life")
    ACCESS = "access", gettext_lazy("Who may see the record")


@dataclass(frozen=True)
class Happening:
    """One dated event; `at` orders what happened on one day, where the hour is known.

    `by` is the key of the membership that did it; `who` its name, filled in by `chronology`. `url` leads to the record.
    """

    on: datetime.date
    kind: Kind
    title: str
    text: str = ""
    by: uuid.UUID | None = None
    url: str = ""
    at: datetime.datetime | None = None
    who: str = ""


Source = Callable[[object, object], Iterable[Happening]]
FIRST = datetime.datetime.min.replace(tzinfo=datetime.UTC)  # of a day, for what has no hour
_sources: list[Source] = []


def add_source(source: Source) -> Source:
    """Let a function add its happenings to every chronology; usable as a decorator."""
    if source not in _sources:
        _sources.append(source)
    return source


def chronology(pupil, membership, *, kinds=(), since=None, until=None) -> list[Happening]:
    """All happenings, newest first; of the given kinds and between two days (both included) where given."""
    found = (happening for source in _sources for happening in source(pupil, membership))
    chosen = [
        happening
        for happening in found
        if (not kinds or happening.kind in kinds)
        and (since is None or happening.on >= since)
        and (until is None or happening.on <= until)
    ]
    names = names_of({happening.by for happening in chosen}, membership)
    named = [
        replace(happening, who=names[happening.by]) if happening.by else happening for happening in chosen
    ]
    return sorted(named, key=lambda happening: (happening.on, happening.at or FIRST), reverse=True)


def about(model, pupil, membership):
    """The rows about a pupil that this person may see, in the order in which they were made."""
    return model.objects.visible_to(membership).filter(pupil=pupil).order_by("pk")


def at_hour(moment: datetime.datetime, kind: Kind, title: str, **more) -> Happening:
    """A happening whose hour is known."""
    return Happening(localtime(moment).date(), kind, title, at=moment, **more)


@add_source
def school_life(pupil, membership):
    """Joining, leaving, and characteristics."""
    if pupil.joined_on:
        yield Happening(pupil.joined_on, Kind.SCHOOL, _("Joined the school"))
    if pupil.left_on:
        yield Happening(pupil.left_on, Kind.SCHOOL, _("Left the school"))
    for fact in about(PupilCharacteristic, pupil, membership):
        name = {"fact": fact.get_kind_display()}
        yield Happening(fact.starts, Kind.SCHOOL, _("%(fact)s: recorded") % name)
        if fact.ends and fact.ends > fact.starts:
            yield Happening(fact.ends, Kind.SCHOOL, _("%(fact)s: ended") % name)


@add_source
def statuses(pupil, membership):
    """Each period of SEN status, with its reason and evidence, and that the parent was told."""
    for period in about(SenStatus, pupil, membership):
        status = str(period)
        text = ". ".join(filter(None, (period.get_reason_display(), unknown_start(period), period.criteria)))
        yield Happening(period.starts, Kind.STATUS, status, text, by=period.decided_by_id)
        if period.parent_told_on:
            title = _("Parent told: %(status)s") % {"status": status}
            yield Happening(period.parent_told_on, Kind.FAMILY, title, period.get_parent_told_how_display())


@add_source
def duties(pupil, membership):
    """What was recorded as done of the duties of stages, and what was waived, with the reason."""
    for duty in about(StageDuty, pupil, membership).exclude(done_on=None, waived_on=None):
        words = {"duty": duty.title}
        if duty.done_on:
            yield Happening(
                duty.done_on, Kind.STATUS, _("Done: %(duty)s") % words, duty.done_note, by=duty.done_by_id
            )
        else:
            title = _("Waived: %(duty)s") % words
            yield Happening(duty.waived_on, Kind.STATUS, title, duty.waived_reason, by=duty.waived_by_id)


def unknown_start(row: SenStatus | SenNeed) -> str:
    return "" if row.start_known else _("Start not known, on record since this day")


@add_source
def needs(pupil, membership):
    """Types of need as they were recorded and ended; not those taken back on the day they were recorded."""
    for need in about(SenNeed, pupil, membership).exclude(ends=F("starts")):
        words = {"need": need.get_need_type_display(), "rank": need.rank}
        text = ". ".join(filter(None, (need.get_source_display(), unknown_start(need), need.note)))
        yield Happening(
            need.starts, Kind.STATUS, _("Need %(rank)s: %(need)s") % words, text, by=need.decided_by_id
        )
        if need.ends:
            yield Happening(need.ends, Kind.STATUS, _("No longer need %(rank)s: %(need)s") % words)


@add_source
def concerns(pupil, membership):
    """What people saw, in their own words."""
    for concern in about(Concern, pupil, membership):
        title = _("Concern %(reference)s") % {"reference": concern.reference}
        url = concern_url(concern, membership)
        yield at_hour(
            concern.raised_at,
            Kind.CONCERN,
            title,
            text=concern.what_happened,
            by=concern.raised_by_id,
            url=url,
        )


@add_source
def steps(pupil, membership):
    """What was done about concerns, for the office. Raising is told by the concern itself; others read the messages to them."""
    if not membership.sees_whole_school:
        return
    taken = about(ConcernStep, pupil, membership).exclude(kind=ConcernStep.Kind.RAISED)
    for step in taken.select_related("concern", "to"):
        words = {"reference": step.concern.reference, "step": str(step)}
        title = _("Concern %(reference)s: %(step)s") % words
        day = look_again(step.monitor_until) if step.monitor_until else ""
        text = ". ".join(filter(None, (step.to.name if step.to else "", day)))
        yield at_hour(
            step.at, Kind.CONCERN, title, text=text, by=step.by_id, url=concern_url(step.concern, membership)
        )


@add_source
def notes(pupil, membership):
    """The office's own words; the queryset gives them to the office alone."""
    if not membership.sees_whole_school:
        return
    for note in about(ConcernNote, pupil, membership).select_related("concern"):
        title = _("Note on concern %(reference)s") % {"reference": note.concern.reference}
        url = concern_url(note.concern, membership)
        yield at_hour(note.at, Kind.CONCERN, title, text=note.text, by=note.by_id, url=url)


@add_source
def views_given(pupil, membership):
    """What teachers answered when they were asked for their view."""
    asked = about(ViewRequest, pupil, membership).filter(answered_at__isnull=False)
    asked = asked.select_related("concern") if membership.sees_whole_school else asked
    for view in asked:
        title = view_title(view, membership)
        text = ". ".join(filter(None, (view.get_same_concern_display(), view.answer)))
        yield at_hour(view.answered_at, Kind.CONCERN, title, text=text, by=view.asked_id)


def view_title(view: ViewRequest, membership) -> str:
    """Colleagues do not learn which concern they were asked about."""
    if not membership.sees_whole_school:
        return _("View asked and given")
    return _("View on concern %(reference)s") % {"reference": view.concern.reference}


@add_source
def notices(pupil, membership):
    """What the family and the person who raised a concern were told; for the office also what never left."""
    # Only the office sees who else may open a record; whoever else reads a message to parents is told nothing of others.
    kept = membership.sees_whole_school and not parents_reached(pupil).exists()
    for notice in about(ConcernNotice, pupil, membership):
        to_parents = notice.audience == ConcernNotice.Audience.PARENTS
        kind = Kind.FAMILY if to_parents else Kind.CONCERN
        title = notice_title(notice, kept=kept and to_parents)
        yield at_hour(notice.sent_at, kind, title, text=notice.text, by=notice.sent_by_id)


def notice_title(notice: ConcernNotice, *, kept: bool) -> str:
    """Whether somebody was told, is about to be, or never was; `kept`: nobody can read it yet."""
    words = {"audience": notice.get_audience_display()}
    if notice.withdrawn_at:
        return _("Kept back, not sent: %(audience)s") % words
    if kept:
        return _("Kept for the parents; nobody can read it yet")
    return (
        _("Told: %(audience)s") if notice.sent_at <= now() else _("About to be told: %(audience)s")
    ) % words


@add_source
def watching(pupil, membership):
    """Watching below SEN Support."""
    for watch in about(Monitoring, pupil, membership):
        label = watch.label or _("Watched")
        yield Happening(
            watch.starts, Kind.CONCERN, label, look_again(watch.review_on), by=watch.started_by_id
        )
        if watch.ended_at:
            yield at_hour(watch.ended_at, Kind.CONCERN, _("%(label)s: ended") % {"label": label})


def look_again(day: datetime.date) -> str:
    return _("Look again on %(day)s") % {"day": date_format(day)}


@add_source
def advice(pupil, membership):
    """Questions to the SENCO about this pupil."""
    for thread in about(AdviceThread, pupil, membership):
        title = _("Advice asked: %(subject)s") % {"subject": thread.subject}
        yield at_hour(thread.asked_at, Kind.CONCERN, title, by=thread.asked_by_id)


@add_source
def files(pupil, membership):
    """Files that were added and are kept."""
    for file in PupilFile.objects.visible_to(membership).kept().filter(pupil=pupil).order_by("pk"):
        title = _("File added: %(name)s") % {"name": file.title}
        address = file.get_absolute_url() if file.is_readable else ""
        yield at_hour(file.uploaded_at, Kind.SCHOOL, title, by=file.uploaded_by_id, url=address)


@add_source
def shares(pupil, membership):
    """Whom the record was opened to by name, for the office."""
    if not membership.sees_whole_school:
        return
    named = PupilAccess.objects.visible_to(membership).filter(content_object=pupil, source=AccessSource.SHARE)
    for grant in named.select_related("membership").order_by("pk"):
        name = {"name": grant.membership.name}
        title = _("Shared with %(name)s") % name
        yield at_hour(grant.starts, Kind.ACCESS, title, text=grant.reason, by=grant.granted_by_id)
        if grant.ends and grant.ends <= now():
            yield at_hour(grant.ends, Kind.ACCESS, _("No longer shared with %(name)s") % name)
