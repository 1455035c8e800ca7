"""Which framework a school works under."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.actions.status import change_status
from register.choices import StatusReason
from register.frameworks import frameworks, is_base
from register.queries.ladders import lacking, open_periods
from senco.accounts.models import School
from senco.core.versions import save_newer


@transaction.atomic
def choose_framework(*, school: School, code: str, moves: Mapping[str, str], by) -> int:
    """The school works under this framework from today. Returns how many pupils were moved.

    `moves` says for each stage that the new ladder lacks, and at which pupils stand, to which of its stages they go; each of them gets
    a new period from today, and the history keeps the old words. Raises ValidationError where one is missing or the new
    framework has no such stage, and Outdated where somebody saved the school in between.
    """
    framework = frameworks().get(code)
    if framework is None:
        raise ValidationError(_("There is no such framework."), code="unknown")
    places = {stage.code for stage in framework.ladder if stage.on_register}
    unplaced = [each.name for each in lacking(school, framework) if moves.get(each.stage) not in places]
    if unplaced:
        text = _("Say where the pupils go who stand at: %(stages)s.")
        raise ValidationError(text % {"stages": ", ".join(unplaced)}, code="unplaced")
    school.framework = code
    save_newer(school, fields=["framework"])
    leaving = open_periods(school).filter(stage__in=moves).exclude(stage__in=places).select_related("pupil")
    moved = [period for period in leaving.order_by("pk") if not is_base(period.stage)]
    for period in moved:
        change_status(
            pupil=period.pupil,
            stage=moves[period.stage],
            starts=localdate(),
            reason=StatusReason.FRAMEWORK,
            by=by,
        )
    return len(moved)
