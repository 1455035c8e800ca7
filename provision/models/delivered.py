"""What was delivered: a session, what each pupil had of it, and the adults who are away.

Sessions that are due are computed (provision/expected.py); a row exists once somebody has said something about one.
"""

import datetime

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from provision.map_choices import Mark, NotRun, SessionState
from register.models import Pupil, PupilBound, PupilBoundQuerySet
from register.models.base import everything
from senco.accounts.models import Membership
from senco.accounts.roles import STAFF
from senco.core.history import tracked

from .provided import KeptQuerySet, ProvidedRow, Provision


class SessionQuerySet(models.QuerySet):
    def visible_to(self, membership):
        """Sessions of the provision that a person may see. Families never read its note (nor does their database role)."""
        return self.filter(provision__in=Provision.objects.visible_to(membership).values("pk"))

    def kept(self):
        return self.filter(removed_at__isnull=True)

    def within(self, first: datetime.date, last: datetime.date):
        """On the days of a period, both included."""
        return self.filter(day__gte=first, day__lte=last)


@tracked
class Session(ProvidedRow):
    """One session on one day. `planned_minutes` is what the timetable said then; `minutes` what it lasted, where it ran.

    `extra`: it stands in no timetable and makes up for what was missed. `adult` is whoever covers, or covered, it instead of the
    provision's own.
    """

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="sessions")
    day = models.DateField(_("day"))
    at = models.TimeField(_("time"))
    planned_minutes = models.PositiveSmallIntegerField(
        _("minutes planned"), validators=[MinValueValidator(1), MaxValueValidator(600)]
    )
    state = models.CharField(max_length=8, choices=SessionState.choices, default=SessionState.EXPECTED)
    reason = models.CharField(_("why it did not run"), max_length=8, choices=NotRun.choices, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("minutes it lasted"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(600)],
    )
    note = models.CharField(_("note for colleagues"), max_length=1000, blank=True)
    extra = models.BooleanField(_("makes up for missed sessions"), default=False)
    adult = models.ForeignKey(
        Membership,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("covered by"),
    )

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["day", "at", "id"]
        indexes = [models.Index(fields=["school", "day"])]
        constraints = [
            models.UniqueConstraint(
                fields=["provision", "day", "at"],
                condition=Q(removed_at__isnull=True),
                name="session_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state=SessionState.NOT_RUN) ^ Q(reason=""), name="session_says_why_it_did_not_run"
            ),
            models.CheckConstraint(
                condition=Q(state=SessionState.RAN) ^ Q(minutes__isnull=True),
                name="session_that_ran_has_minutes",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.at:%H:%M}"


class SessionMarkQuerySet(PupilBoundQuerySet):
    family_sees = staticmethod(everything)

    def kept(self):
        return self.filter(removed_at__isnull=True)


@tracked
class SessionMark(PupilBound, ProvidedRow):
    """What one pupil had of a session. `progress` names the targets that were ticked. Families read all but the note."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="marks")
    mark = models.CharField(_("mark"), max_length=8, choices=Mark.choices)
    minutes = models.PositiveSmallIntegerField(
        _("minutes the pupil had"), validators=[MaxValueValidator(600)], default=0
    )
    note = models.CharField(_("note"), max_length=500, blank=True)
    progress = ArrayField(models.UUIDField(), default=list, blank=True)

    objects = SessionMarkQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "pupil"],
                condition=Q(removed_at__isnull=True),
                name="marked_once_a_session",
            )
        ]

    def __str__(self) -> str:
        return self.get_mark_display()


class AdultAbsenceQuerySet(KeptQuerySet):
    def visible_to(self, membership):
        """The school's, for its office; to each adult their own. Why somebody is away is not recorded."""
        if membership.role not in STAFF:
            return self.none()
        live = Membership.objects.live().filter(pk=membership.pk)
        here = self.filter(models.Exists(live), school_id=membership.school_id)
        return here if membership.sees_whole_school else here.filter(membership_id=membership.pk)


@tracked
class AdultAbsence(ProvidedRow):
    """From the first day to the last; `from_time` and `until_time` where only a part of each day is missed."""

    membership = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="absences", verbose_name=_("adult")
    )
    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"))
    from_time = models.TimeField(_("from"), null=True, blank=True)
    until_time = models.TimeField(_("until"), null=True, blank=True)

    objects = AdultAbsenceQuerySet.as_manager()

    class Meta:
        ordering = ["starts", "id"]
        indexes = [models.Index(fields=["school", "starts", "ends"])]
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="absence_ends_after_start"),
            models.CheckConstraint(
                condition=Q(from_time__isnull=True)
                | Q(until_time__isnull=True)
                | Q(until_time__gt=F("from_time")),
                name="absence_until_after_from",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership_id} {self.starts}"
