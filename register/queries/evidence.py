"""The records of this floor that fulfil duties (see register.evidence): each a queryset that can stand inside another query."""

from django.db.models import F, QuerySet
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from register import evidence
from register.evidence import Kind
from register.models import AdviceMessage, Monitoring, SenNeed, SenStatus, ViewRequest


def on_register(*, pupil, since, status, stage) -> QuerySet:
    """The period itself places the pupil on the register."""
    return SenStatus.objects.filter(pk=status).annotate(met_on=F("starts"))


def parent_told(*, pupil, since, status, stage) -> QuerySet:
    """That the parent was told of this very period, whenever that was (Children and Families Act 2014, s. 68)."""
    return SenStatus.objects.filter(pk=status, parent_told_on__isnull=False).annotate(
        met_on=F("parent_told_on")
    )


def need_recorded(*, pupil, since, status, stage) -> QuerySet:
    """A type of need that holds now, since whenever."""
    return SenNeed.objects.current().filter(pupil=pupil).annotate(met_on=F("starts"))


def advice_answered(*, pupil, since, status, stage) -> QuerySet:
    """An answer in a thread about the pupil: a message by somebody else than who asked."""
    answers = AdviceMessage.objects.filter(thread__pupil=pupil, at__date__gte=since)
    return answers.exclude(by=F("thread__asked_by")).annotate(met_on=TruncDate("at"))


def views_given(*, pupil, since, status, stage) -> QuerySet:
    """A view that a teacher was asked for and gave."""
    given = ViewRequest.objects.filter(pupil=pupil, answered_at__date__gte=since)
    return given.annotate(met_on=TruncDate("answered_at"))


def watched(*, pupil, since, status, stage) -> QuerySet:
    """A date on which to look again: the pupil is being watched, or has been since."""
    return Monitoring.objects.filter(pupil=pupil, review_on__gte=since).annotate(met_on=F("starts"))


def offer_evidence() -> None:
    """Called once the apps are ready."""
    for kind in (
        Kind("registered", _("the pupil's place on the register"), on_register, whenever=True),
        Kind("parent_told", _("the record that the parent was told"), parent_told, whenever=True),
        Kind("need_recorded", _("a type of need on record"), need_recorded, whenever=True),
        Kind("advice_answered", _("an answered question for advice about the pupil"), advice_answered),
        Kind("views_given", _("a view given by one of the pupil's teachers"), views_given),
        Kind("monitoring", _("a date on which to look again"), watched),
    ):
        evidence.offer(kind)
