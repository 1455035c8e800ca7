"""The outbox: every e-mail is a row in the transaction that caused it, sent after commit by a relay."""

import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone

from senco.accounts.models import School
from senco.core.models import UuidModel

IN_DOUBT_AFTER = datetime.timedelta(minutes=5)  # a claim this old belongs to a relay that is no more


class OutboxMessageQuerySet(models.QuerySet):
    def waiting(self):
        """Due, and neither sent nor given up nor in some relay's hands."""
        return self.filter(
            sent_at__isnull=True,
            given_up_at__isnull=True,
            claimed_at__isnull=True,
            not_before__lte=timezone.now(),
        )

    def for_a_decision(self):
        """What the relay will not touch again: given up, or claimed by a relay that died before it could say "sent"."""
        abandoned = Q(given_up_at__isnull=True, claimed_at__lt=timezone.now() - IN_DOUBT_AFTER)
        given_up = Q(given_up_at__isnull=False) & ~Q(text="")
        return self.filter(abandoned | given_up, sent_at__isnull=True)

    def visible_to(self, membership):
        if not membership.sees_whole_school:
            return self.none()
        return self.filter(school_id=membership.school_id)


class OutboxMessage(UuidModel):
    """An e-mail on its way. The text never names a pupil: it says that something waits behind the sign-in.

    Without a school it is sign-in mail, which no role reads. The text is removed as soon as the message is sent.
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, null=True, related_name="+")
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    calendar = models.TextField(
        blank=True
    )  # an invitation (RFC 5545) that goes with it; removed with the text
    created_at = models.DateTimeField(default=timezone.now)
    not_before = models.DateTimeField(
        default=timezone.now
    )  # a short delay is the time in which a step can be undone
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(
        null=True, blank=True
    )  # set before sending: a crash in between asks for a human, not a second copy
    sent_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=100, blank=True)

    objects = OutboxMessageQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [
            models.Index(
                fields=["not_before"],
                condition=Q(sent_at__isnull=True, given_up_at__isnull=True),
                name="outbox_waiting",
            )
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def is_in_doubt(self) -> bool:
        """It may have arrived: the relay stopped between claiming and sending."""
        return self.given_up_at is None and self.claimed_at is not None
