"""Background work of plans. Tasks load by id and call one action."""

from celery import shared_task
from django.utils.translation import gettext as _

from provision.actions.cycles import begin_one, give_up_waiting
from provision.models import CycleItem, CycleRun
from provision.workflow import SIGN
from senco.access.context import acting_as, acting_as_system
from senco.accounts.models import Membership, School
from senco.accounts.roles import WHOLE_SCHOOL


@shared_task
def take_up_cycles(run_id: str | None = None) -> None:
    """Begin what waits in one run, or in every run of every school in case nobody was woken. One transaction a pupil."""
    with acting_as_system(purpose="take_up_cycles"):
        schools = list(School.objects.order_by("pk").values_list("pk", flat=True))
        offices = [someone_of(school) for school in schools]
    for office in filter(None, offices):
        with acting_as(office, purpose="take_up_cycles"):
            waiting = CycleItem.objects.visible_to(office).filter(state=CycleItem.State.WAITING)
            waiting = waiting.filter(run=run_id) if run_id else waiting
            runs = list(CycleRun.objects.filter(pk__in=waiting.values("run")).order_by("at", "pk"))
        for run in runs:
            take_up(run, office)


def someone_of(school_id) -> Membership | None:
    """Anybody who sees the whole school, to look for work in its name."""
    live = Membership.objects.live().filter(school_id=school_id, role__in=WHOLE_SCHOOL)
    return live.select_related("school").order_by("pk").first()


def take_up(run: CycleRun, office: Membership) -> None:
    """In the name of whoever asked, as long as they still may."""
    with acting_as_system(purpose="take_up_cycles"):
        asker = Membership.objects.live().select_related("school").filter(pk=run.by_id).first()
    if asker is None or not asker.may(SIGN):
        with acting_as(office, purpose="take_up_cycles"):
            give_up_waiting(run=run, why=_("Whoever asked for this may no longer do it."))
        return
    item = True
    while item:
        with acting_as(asker, purpose="take_up_cycles"):
            item = begin_one(run=run, by=asker)
