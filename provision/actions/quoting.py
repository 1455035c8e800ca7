"""Earlier concerns quoted in a plan, with their origin."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.actions.steps import wait_for_turn
from provision.actions.writing import insist_may_write
from provision.choices import SectionKind
from provision.models import Plan, PulledConcern
from provision.queries.concerns import origin_of
from provision.workflow import SIGN
from register.models import Concern


@transaction.atomic
def pull_concerns(*, plan: Plan, concerns: Iterable[Concern], by) -> list[PulledConcern]:
    """Quote each concern as it was raised. One that stands in the plan already is left as it is.

    Raises PermissionDenied for a concern of another pupil; which concerns a person may quote is what they may read.
    """
    wait_for_turn(plan)
    insist_may_write(plan, by, kind=SectionKind.CONCERNS)
    known = set(plan.concerns.kept().values_list("concern_id", flat=True))
    return [quote(plan, concern, by) for concern in concerns if concern.pk not in known]


def quote(plan: Plan, concern: Concern, by) -> PulledConcern:
    if concern.pupil_id != plan.pupil_id:
        raise PermissionDenied("a concern of another pupil")
    return PulledConcern.objects.create(
        school_id=plan.school_id, pupil_id=plan.pupil_id, plan=plan, concern=concern, text=concern.what_happened,
        raised_on=timezone.localdate(concern.raised_at), raised_by_name=origin_of(concern), by=by,
    )  # fmt: skip


@transaction.atomic
def take_out(*, quoted: PulledConcern, by) -> None:
    """The quotation leaves the plan; the concern stays where it is. Undone by `put_back`."""
    set_removed(quoted, timezone.now(), by)


@transaction.atomic
def put_back(*, quoted: PulledConcern, by) -> None:
    """Undo of `take_out`; nothing where the concern was quoted anew since."""
    if not quoted.plan.concerns.kept().filter(concern=quoted.concern_id).exists():
        set_removed(quoted, None, by)


def set_removed(quoted: PulledConcern, moment, by) -> None:
    wait_for_turn(quoted.plan)
    insist_may_write(quoted.plan, by, kind=SectionKind.CONCERNS)
    if not may_take_out(quoted, by):
        raise PermissionDenied(_("Whoever quoted this concern takes it out again, or the SENCO."))
    quoted.removed_at = moment
    quoted.save(update_fields=["removed_at"])


def may_take_out(quoted: PulledConcern, by) -> bool:
    return quoted.by_id == by.pk or by.may(SIGN)
