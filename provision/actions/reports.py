"""Keeping a report of a pupil's needs, which closes the duty that asks for one; and taking one back."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.models import NeedsReport
from provision.queries.needs_report import report_of
from register.models import Pupil

MEANT = ("school", "pupil", "by")  # set by the action, not by a form


@transaction.atomic
def keep_report(*, pupil: Pupil, words: str, leave_out: Collection[str], by) -> NeedsReport:
    """Assemble the report as the records say it now and keep it so. `leave_out` are codes of parts (provision.queries.needs_report)."""
    document = report_of(pupil, by, words=words, leave_out=leave_out)
    current = pupil.statuses.current().values_list("stage", flat=True).first()
    report = NeedsReport(
        school_id=pupil.school_id, pupil=pupil, title=document.title[:150], stage=current or "",
        content=document.as_json(), by=by,
    )  # fmt: skip
    report.full_clean(exclude=MEANT)
    report.save(force_insert=True)
    return report


@transaction.atomic
def take_back_report(*, report: NeedsReport, why: str, by) -> None:
    """It was kept by mistake: it stays on record, and no longer closes a duty. Raises ValidationError where that was done before."""
    if report.withdrawn_at:
        raise ValidationError(_("This report was taken back already."), code="taken_back")
    report.withdrawn_at, report.withdrawn_why = timezone.now(), why.strip()
    report.full_clean(exclude=MEANT)
    report.save(update_fields=["withdrawn_at", "withdrawn_why"])
