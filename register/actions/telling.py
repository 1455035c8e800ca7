"""That the parents were told of a status in this system (Children and Families Act 2014, s. 68): noted, and forgotten again."""

from django.utils import timezone

from register.actions.status import locked, record_parent_told
from register.choices import ToldHow
from register.models import Concern, ConcernNotice, ConcernStep, SenStatus
from register.queries.families import parents_reached


def note_telling(concern: Concern, step: ConcernStep, by) -> None:
    """The messages of `step` tell the parents of the status that this concern led to, where one of them can read it here."""
    current = SenStatus.objects.current().filter(concern=concern, pupil=concern.pupil_id)
    untold = current.filter(parent_told_on__isnull=True).first()
    if untold and parents_reached(concern.pupil).exists():
        record_parent_told(status=untold, on=timezone.localdate(step.at), how=ToldHow.PORTAL, by=by)


def forget_telling(concern: Concern, step: ConcernStep) -> None:
    """The messages of `step` were kept back: the parents have not been told here after all, unless another message stands."""
    if concern.notices.standing().filter(audience=ConcernNotice.Audience.PARENTS).exists():
        return
    locked(concern.pupil)
    told_here = {"parent_told_how": ToldHow.PORTAL, "parent_told_on": timezone.localdate(step.at)}
    for status in SenStatus.objects.current().filter(concern=concern, pupil=concern.pupil_id, **told_here):
        status.parent_told_on, status.parent_told_how = None, ""
        status.save(update_fields=["parent_told_on", "parent_told_how"])
