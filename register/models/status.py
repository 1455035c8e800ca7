"""SEN status as dated periods without gaps or overlaps, and ranked needs with their source."""

import datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Deferrable, Exists, F, Func, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.choices import AREA_OF_NEED, NeedSource, NeedType, SenProvision, StatusReason, ToldHow
from register.frameworks import framework_of, stage_called
from register.frameworks.shape import Stage
from senco.accounts.models import Membership
from senco.core.history import tracked

from .base import PupilBound, PupilBoundQuerySet, everything
from .pupil import Pupil


class Lasting:
    """Something that holds from `starts` up to, not including, `ends`."""

    @property
    def last_day(self) -> datetime.date | None:
        """The last day on which it held, for people; None while it holds."""
        return self.ends - datetime.timedelta(days=1) if self.ends else None


class SenStatusQuerySet(PupilBoundQuerySet):
    family_sees = staticmethod(everything)
    agency_sees = staticmethod(everything)

    def on(self, day: datetime.date):
        """The status of each pupil on one day, past or present."""
        return self.filter(Q(ends__isnull=True) | Q(ends__gt=day), starts__lte=day)

    def current(self):
        return self.filter(ends__isnull=True)

    def unbroken_until(self, day: datetime.date):
        """The periods up to a day after which no other stage came, the earliest first: the status has held since then."""
        other = SenStatus.objects.filter(
            pupil=OuterRef("pupil"), starts__gt=OuterRef("starts"), starts__lte=day
        ).exclude(stage=OuterRef("stage"))
        return self.filter(~Exists(other), starts__lte=day).order_by("starts", "id")


@tracked
class SenStatus(Lasting, PupilBound):
    """One period at one stage: from `starts` up to, not including, `ends`. The last period of a pupil is open.

    `stage` is a code of register.frameworks; `provision` repeats the general level that it stands for, by which is counted.
    Overlaps are refused by an exclusion constraint, gaps by a deferred trigger (migration 0002).
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="statuses")
    provision = models.CharField(_("SEN status"), max_length=1, choices=SenProvision.choices)
    stage = models.CharField(_("stage"), max_length=20, blank=True)
    starts = models.DateField(_("from"))
    ends = models.DateField(_("to"), null=True, blank=True)
    start_known = models.BooleanField(
        default=True
    )  # False: another day stands in, because the file gave no start
    reason = models.CharField(_("reason"), max_length=20, choices=StatusReason.choices)
    criteria = models.TextField(_("evidence and criteria"), blank=True)
    parent_told_on = models.DateField(_("parent told on"), null=True, blank=True)
    parent_told_how = models.CharField(
        _("how the parent was told"), max_length=10, choices=ToldHow.choices, blank=True
    )
    decided_by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    concern = models.ForeignKey(
        "register.Concern", on_delete=models.SET_NULL, null=True, blank=True, related_name="statuses"
    )
    created_at = models.DateTimeField(default=timezone.now)
    origin_run = models.UUIDField(null=True, blank=True, editable=False)

    objects = SenStatusQuerySet.as_manager()

    class Meta:
        ordering = ["starts", "id"]
        indexes = [
            models.Index(
                fields=["school", "provision"], condition=Q(ends__isnull=True), name="sen_status_current"
            )
        ]
        constraints = [
            ExclusionConstraint(
                name="sen_status_never_overlaps",
                expressions=[
                    ("pupil", RangeOperators.EQUAL),
                    (
                        Func(F("starts"), F("ends"), function="daterange", output_field=DateRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                deferrable=Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gt=F("starts")), name="sen_status_not_empty"
            ),
            models.CheckConstraint(
                condition=Q(parent_told_on__isnull=True, parent_told_how="")
                | (Q(parent_told_on__isnull=False) & ~Q(parent_told_how="")),
                name="sen_status_told_when_and_how",
            ),
            models.CheckConstraint(condition=~Q(stage=""), name="sen_status_has_a_stage"),
        ]

    def __str__(self) -> str:
        return stage_words(self.stage, self.provision)

    def save(self, *args, **kwargs):
        """Whoever names the general level alone means the lowest stage of the school's framework that stands for it."""
        self.stage = self.stage or framework_of(self.school).default_stage(self.provision).code
        super().save(*args, **kwargs)

    @property
    def rung(self) -> Stage | None:
        """The stage with all that its framework says of it; None where a framework was taken out of the code base."""
        return stage_called(self.stage)


def stage_words(stage: str, provision: str | None) -> str:
    """The stage's name; for one that no framework has (any more), and for a pupil without a period, the general level."""
    known = stage_called(stage)
    return str(known.name if known else SenProvision(provision or SenProvision.NONE).label)


class SenNeedQuerySet(PupilBoundQuerySet):
    family_sees = staticmethod(everything)
    agency_sees = staticmethod(everything)

    def current(self):
        return self.filter(ends__isnull=True)

    def on(self, day: datetime.date):
        return self.filter(Q(ends__isnull=True) | Q(ends__gt=day), starts__lte=day)


@tracked
class SenNeed(PupilBound):
    """A type of need, ranked (1 is primary). Need histories of one pupil may overlap; open ranks are unique."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="needs")
    need_type = models.CharField(_("type of need"), max_length=4, choices=NeedType.choices)
    rank = models.PositiveSmallIntegerField(_("rank"), default=1)
    starts = models.DateField(_("from"))
    ends = models.DateField(_("to"), null=True, blank=True)
    start_known = models.BooleanField(
        default=True
    )  # False: another day stands in, because the file gave no start
    source = models.CharField(
        _("source"), max_length=10, choices=NeedSource.choices, default=NeedSource.SCHOOL
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    decided_by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    origin_run = models.UUIDField(null=True, blank=True, editable=False)

    objects = SenNeedQuerySet.as_manager()

    class Meta:
        ordering = ["rank", "starts", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pupil", "need_type"], condition=Q(ends__isnull=True), name="need_type_open_once"
            ),
            models.CheckConstraint(condition=Q(rank__gte=1), name="need_rank_from_one"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="need_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.get_need_type_display()

    @property
    def area(self) -> str | None:
        """The broad area's code, or None where the type belongs to none (OTH, NSA)."""
        return AREA_OF_NEED.get(self.need_type)
