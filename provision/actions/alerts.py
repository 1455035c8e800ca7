"""Alerts: written by the office, changed, ended; nothing of them is deleted."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.models import PupilAlert
from senco.core.versions import save_newer, stamp

FACTS = ("kind", "text", "what_to_do", "source", "starts", "ends", "for_cover")
MEANT = ["school", "pupil", "saved_by"]  # set by the action, not by a form


@transaction.atomic
def add_alert(*, alert: PupilAlert, pupil, by) -> PupilAlert:
    """A new alert; `alert` carries what the form said. Raises ValidationError for dates in the wrong order."""
    alert.pupil, alert.school_id = pupil, pupil.school_id
    sign(alert, by)
    alert.save(force_insert=True)
    return alert


@transaction.atomic
def change_alert(*, alert: PupilAlert, by) -> PupilAlert:
    """Raises Outdated where somebody saved it after its reader had opened it, ValidationError for dates in the wrong order."""
    sign(alert, by)
    save_newer(alert, fields=[*FACTS, "saved_by", "saved_at"])
    return alert


@transaction.atomic
def end_alert(*, alert: PupilAlert, by) -> PupilAlert:
    """From today on it does not hold any more. One that was to begin later never will."""
    alert.ends = max(alert.starts, timezone.localdate())
    return change_alert(alert=alert, by=by)


def sign(alert: PupilAlert, by) -> None:
    """Who saves it, once its dates are in order. Raises ValidationError."""
    if alert.ends and alert.ends < alert.starts:
        raise ValidationError({"ends": _("It cannot end before it begins. Check both dates.")})
    stamp(alert, by)
    alert.full_clean(exclude=MEANT, validate_constraints=False)
