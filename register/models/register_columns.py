"""The columns of the SEN register, on any day: one statement for the page, the export, the print and the pupil's header."""

import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import (
    BooleanField,
    ExpressionWrapper,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, Lower, NullIf
from django.utils.timezone import localdate

from register.choices import ON_REGISTER, TAKEN_OVER

from .register_history import as_first_said, place_now, place_on


def in_force(on: datetime.date, prefix: str = "") -> Q:
    """Rows dated from `starts` up to, not including, `ends` that hold on the day."""
    open_ended = Q(**{f"{prefix}ends__isnull": True}) | Q(**{f"{prefix}ends__gt": on})
    return open_ended & Q(**{f"{prefix}starts__lte": on})


def called(part: str, of: str = "") -> Coalesce:
    """The surname or forename that a pupil goes by: preferred before legal. `of` is the way to the pupil."""
    return Coalesce(NullIf(f"{of}preferred_{part}", Value("")), f"{of}legal_{part}")


def shown_name(part: str, of: str = "") -> Lower:
    """The same for sorting, whatever the case."""
    return Lower(called(part, of))


def to_be_told(on: datetime.date, prefix: str = "") -> Q:
    """Periods that began here on the register without the parent's having been told by a day (Children and Families Act 2014, s. 68).

    Periods taken over from elsewhere and corrections need no telling.
    """
    untold = Q(**{f"{prefix}parent_told_on__isnull": True}) | Q(**{f"{prefix}parent_told_on__gt": on})
    return untold & Q(**{f"{prefix}provision__in": ON_REGISTER}) & ~Q(**{f"{prefix}reason__in": TAKEN_OVER})


class RegisterColumns(models.QuerySet):
    """Status, needs and what else the register shows, each as it stood at the end of one day."""

    def for_register(self, on: datetime.date):
        """Annotates provision, stage, status_since, start_known, parent_told_on, parent_to_tell, need_codes (by rank), facts, watched_until,
        watch_label, last_concern_on, shown_surname and shown_forename, and what `with_place` gives.

        Pupils without a recorded status have `provision` None: no SEN. `facts` are codes of Characteristic.
        """
        return self.with_status(on).with_needs(on).with_place(on).with_watch(on).with_shown_name()

    def with_status(self, on: datetime.date):
        """Two periods of one status that follow each other count as one: it holds since the first began."""
        from .status import SenStatus  # the model points at Pupil, whose queryset this is

        period = FilteredRelation("statuses", condition=in_force(on, "statuses__"))
        first = SenStatus.objects.unbroken_until(on).filter(pupil=OuterRef("pk"))
        return self.annotate(period=period).annotate(
            provision=F("period__provision"),
            stage=F("period__stage"),
            status_since=Subquery(first.values("starts")[:1]),
            start_known=Subquery(first.values("start_known")[:1]),
            parent_told_on=F("period__parent_told_on"),
            parent_to_tell=ExpressionWrapper(to_be_told(on, "period__"), BooleanField()),
        )

    def with_needs(self, on: datetime.date):
        from .pupil import PupilCharacteristic  # both models point at Pupil, whose queryset this is
        from .status import SenNeed

        needs = SenNeed.objects.filter(in_force(on), pupil=OuterRef("pk")).order_by("rank", "starts", "id")
        facts = PupilCharacteristic.objects.filter(in_force(on), pupil=OuterRef("pk")).order_by("kind")
        return self.annotate(
            need_codes=ArraySubquery(needs.values("need_type")),
            facts=ArraySubquery(facts.values("kind").distinct()),
        )

    def with_place(self, on: datetime.date):
        """Year, form and key adult of the day, as shown_year, shown_form, shown_adult_id and shown_adult; was_recorded."""
        return place_now(self) if on >= localdate() else place_on(self, on)

    def with_watch(self, on: datetime.date):
        """Until when the pupil is being watched below SEN Support, and when somebody last raised a concern."""
        from . import Concern, Monitoring

        still = Q(ended_at__isnull=True) | Q(ended_at__date__gt=on)
        watch = Monitoring.objects.filter(still, pupil=OuterRef("pk"), starts__lte=on).order_by(
            "-starts", "-id"
        )
        review_on, label = "review_on", "label"
        if on < localdate():
            watch, review_on, label = as_first_said(watch, on), "shown_review_on", "shown_label"
        concerns = Concern.objects.filter(pupil=OuterRef("pk"), raised_at__date__lte=on).order_by(
            "-raised_at"
        )
        return self.annotate(
            watched_until=Subquery(watch.values(review_on)[:1]),
            watch_label=Subquery(watch.values(label)[:1]),
            last_concern_on=Subquery(concerns.values("raised_at__date")[:1]),
        )

    def with_shown_name(self):
        """The name as lists show it, for sorting."""
        return self.annotate(shown_surname=shown_name("surname"), shown_forename=shown_name("forename"))

    def registered(self, on: datetime.date):
        """Pupils on the school's roll on a day, past days included."""
        joined = Q(joined_on__isnull=True) | Q(joined_on__lte=on)
        return self.filter(joined, Q(left_on__isnull=True) | Q(left_on__gt=on))
