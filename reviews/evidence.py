"""The records of meetings that fulfil duties of stages (see register.evidence)."""

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from register import evidence
from register.evidence import Kind
from reviews.choices import Guest, Presence, ReviewState
from reviews.models import Person, Review


def parents_met(*, pupil, since, status, stage) -> QuerySet:
    """A record was signed off of a meeting at which a parent was, whatever kind of meeting it was."""
    came = Person.objects.kept().filter(review=OuterRef("pk"), kind=Guest.PARENT, presence=Presence.CAME)
    signed = Review.objects.with_state().filter(state=ReviewState.SIGNED, pupil=pupil, held_on__gte=since)
    return signed.filter(Exists(came)).annotate(met_on=F("held_on"))


def offer_evidence() -> None:
    """Called once the apps are ready."""
    evidence.offer(Kind("parent_meeting", _("a meeting with a parent, its record signed off"), parents_met))
