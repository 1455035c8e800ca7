"""Everything that happened around one pupil, newest first, as far as the person asking may see it.

Apps on floors above add what they know with `add_source`: a function from (pupil, membership) to happenings.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from register.choices import Decision
from register.models import (
    AdviceThread,
    Concern,
    ConcernNote,
    ConcernNotice,
    ConcernStep,
    Monitoring,
    PupilAccess,
    PupilCharacteristic,
    SenNeed,
    SenStatus,
    ViewRequest,
)
from register.queries.pupils import concern_url


class Kind(models.TextChoices):
    """What a chronology can be narrowed to."""

    STATUS = "status", gettext_lazy("Status and needs")
    CONCERN = "concern", gettext_lazy("Concerns")
    FAMILY = "family", gettext_lazy("Talks with the family")
    SCHOOL = "school", gettext_lazy("School life")
    ACCESS = "access", gettext_lazy("Who may see the record")


@dataclass(frozen=True)
class Happening:
    """One dated event. `url` leads to the record behind it; `who` is empty where nobody is named."""

    on: datetime.date
    kind: Kind
    title: str
    text: str = ""
    who: str = ""
    url: str = ""


Source = Callable[[object, object], Iterable[Happening]]
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
    return sorted(chosen, key=lambda happening: happening.on, reverse=True)


def day(moment: datetime.datetime) -> datetime.date:
    return localtime(moment).date()


@add_source
def school_life(pupil, membership):
    """Joining, leaving, and characteristics."""
    if pupil.joined_on:
        yield Happening(pupil.joined_on, Kind.SCHOOL, _("Joined the school"))
    if pupil.left_on:
        yield Happening(pupil.left_on, Kind.SCHOOL, _("Left the school"))
    for fact in PupilCharacteristic.objects.visible_to(membership).filter(pupil=pupil).order_by("starts"):
        name = {"fact": fact.get_kind_display()}
        yield Happening(fact.starts, Kind.SCHOOL, _("%(fact)s: recorded") % name)
        if fact.ends and fact.ends > fact.starts:
            yield Happening(fact.ends, Kind.SCHOOL, _("%(fact)s: ended") % name)


@add_source
def statuses(pupil, membership):
    """Each period of SEN status, with its reason and evidence, and that the parent was told."""
    periods = SenStatus.objects.visible_to(membership).filter(pupil=pupil).select_related("decided_by")
    for period in periods.order_by("starts"):
        text = ". ".join(filter(None, (period.get_reason_display(), period.criteria)))
        who = period.decided_by.name if period.decided_by else ""
        yield Happening(period.starts, Kind.STATUS, period.get_provision_display(), text, who)
        if period.parent_told_on:
            told = {"status": period.get_provision_display()}
            title = _("Parent told: %(status)s") % told
            yield Happening(period.parent_told_on, Kind.FAMILY, title, period.get_parent_told_how_display())


@add_source
def needs(pupil, membership):
    """Types of need as they were recorded and ended."""
    for need in (
        SenNeed.objects.visible_to(membership)
        .filter(pupil=pupil)
        .select_related("decided_by")
        .order_by("starts")
    ):
        if need.ends == need.starts:
            continue  # taken back on the day it was recorded
        words = {"need": need.get_need_type_display(), "rank": need.rank}
        who = need.decided_by.name if need.decided_by else ""
        text = ". ".join(filter(None, (need.get_source_display(), need.note)))
        yield Happening(need.starts, Kind.STATUS, _("Need %(rank)s: %(need)s") % words, text, who)
        if need.ends:
            yield Happening(need.ends, Kind.STATUS, _("No longer need %(rank)s: %(need)s") % words)


@add_source
def concerns(pupil, membership):
    """What people saw, in their own words."""
    seen = (
        Concern.objects.visible_to(membership)
        .filter(pupil=pupil)
        .select_related("raised_by")
        .order_by("raised_at")
    )
    for concern in seen:
        title = _("Concern %(reference)s") % {"reference": concern.reference}
        yield Happening(
            day(concern.raised_at),
            Kind.CONCERN,
            title,
            concern.what_happened,
            concern.raised_by.name,
            concern_url(concern, membership),
        )


@add_source
def steps(pupil, membership):
    """What was done about concerns. Raising is told by the concern itself."""
    taken = (
        ConcernStep.objects.visible_to(membership).filter(pupil=pupil).exclude(kind=ConcernStep.Kind.RAISED)
    )
    for step in taken.select_related("by", "concern").order_by("at"):
        words = {"reference": step.concern.reference, "step": str(step)}
        title = _("Concern %(reference)s: %(step)s") % words
        text = (
            _("Look again on %(day)s") % {"day": step.monitor_until}
            if step.decision == Decision.MONITOR
            else ""
        )
        yield Happening(
            day(step.at), Kind.CONCERN, title, text, step.by.name, concern_url(step.concern, membership)
        )


@add_source
def notes(pupil, membership):
    """The office's own words; the queryset gives them to the office alone."""
    for note in (
        ConcernNote.objects.visible_to(membership)
        .filter(pupil=pupil)
        .select_related("by", "concern")
        .order_by("at")
    ):
        title = _("Note on concern %(reference)s") % {"reference": note.concern.reference}
        yield Happening(
            day(note.at), Kind.CONCERN, title, note.text, note.by.name, concern_url(note.concern, membership)
        )


@add_source
def views_given(pupil, membership):
    """What teachers answered when they were asked for their view."""
    asked = ViewRequest.objects.visible_to(membership).filter(pupil=pupil, answered_at__isnull=False)
    for request in asked.select_related("asked", "concern").order_by("answered_at"):
        title = _("View on concern %(reference)s") % {"reference": request.concern.reference}
        text = ". ".join(filter(None, (request.get_same_concern_display(), request.answer)))
        yield Happening(day(request.answered_at), Kind.CONCERN, title, text, request.asked.name)


@add_source
def notices(pupil, membership):
    """What the family and the person who raised a concern were told."""
    sent = (
        ConcernNotice.objects.visible_to(membership).filter(pupil=pupil).select_related("sent_by", "concern")
    )
    for notice in sent.order_by("sent_at"):
        to_parents = notice.audience == ConcernNotice.Audience.PARENTS
        kind = Kind.FAMILY if to_parents else Kind.CONCERN
        title = _("Told: %(audience)s") % {"audience": notice.get_audience_display()}
        yield Happening(day(notice.sent_at), kind, title, notice.text, notice.sent_by.name)


@add_source
def watching(pupil, membership):
    """Watching below SEN Support."""
    for watch in (
        Monitoring.objects.visible_to(membership)
        .filter(pupil=pupil)
        .select_related("started_by")
        .order_by("starts")
    ):
        label = watch.label or _("Watched")
        text = _("Look again on %(day)s") % {"day": watch.review_on}
        yield Happening(watch.starts, Kind.CONCERN, label, text, watch.started_by.name)
        if watch.ended_at:
            yield Happening(day(watch.ended_at), Kind.CONCERN, _("%(label)s: ended") % {"label": label})


@add_source
def advice(pupil, membership):
    """Questions to the SENCO about this pupil."""
    for thread in (
        AdviceThread.objects.visible_to(membership)
        .filter(pupil=pupil)
        .select_related("asked_by")
        .order_by("asked_at")
    ):
        yield Happening(
            day(thread.asked_at),
            Kind.CONCERN,
            _("Advice asked: %(subject)s") % {"subject": thread.subject},
            "",
            thread.asked_by.name,
        )


@add_source
def shares(pupil, membership):
    """Whom the record was opened to by name, for the office."""
    if not membership.sees_whole_school:
        return
    named = PupilAccess.objects.visible_to(membership).filter(content_object=pupil, source="share")
    for grant in named.select_related("membership", "granted_by").order_by("starts"):
        words = {"name": grant.membership.name}
        who = grant.granted_by.name if grant.granted_by else ""
        yield Happening(day(grant.starts), Kind.ACCESS, _("Shared with %(name)s") % words, grant.reason, who)
        if grant.ends and day(grant.ends) <= localdate():
            yield Happening(day(grant.ends), Kind.ACCESS, _("No longer shared with %(name)s") % words)
