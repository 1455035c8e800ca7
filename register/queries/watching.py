"""Pupils who are being watched below SEN Support, as the office lists them."""

import datetime

from django.utils import timezone

from register.models import Monitoring, Pupil

LOOK_AHEAD = datetime.timedelta(days=7)


def watched(membership, *, due: bool = False):
    """Pupils on roll who are being watched, those to look at again first; `due`: within a week, or already."""
    today = timezone.localdate()
    on_roll = Pupil.objects.visible_to(membership).registered(today)
    rows = Monitoring.objects.visible_to(membership).current().filter(pupil__in=on_roll)
    rows = rows.filter(review_on__lte=today + LOOK_AHEAD) if due else rows
    return rows.select_related("pupil").order_by("review_on", "pk")
