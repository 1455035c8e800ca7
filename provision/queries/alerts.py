"""Alerts of pupils, as far as the reader may see them."""

import datetime

from provision.letters.profile import AlertLine
from provision.models import PupilAlert
from senco.accounts.roles import STAFF


def alerts_of(pupils, membership, on: datetime.date) -> dict:
    """Pupil's key → the alerts that hold on a day; nothing for families and professionals, who may not ask. One query."""
    found: dict = {}
    if membership.role not in STAFF:
        return found
    for alert in PupilAlert.objects.visible_to(membership).in_force(on).filter(pupil__in=pupils):
        found.setdefault(alert.pupil_id, []).append(line_of(alert))
    return found


def line_of(alert: PupilAlert) -> AlertLine:
    """An alert as pages and papers have it."""
    return AlertLine(
        alert.kind, str(alert.get_kind_display()), alert.text, alert.what_to_do, alert.source, alert.starts
    )
