"""The shape of every record about a pupil: whose it is, and the one statement of who may see it."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from senco.accounts.models import Membership, School
from senco.accounts.roles import STAFF, Role
from senco.core.models import UuidModel


def everything(_membership) -> Q:
    return Q()


def nothing(_membership) -> Q:
    return Q(pk__in=[])


def of_pupils_on_roll() -> Q:
    """For records of a pupil: who has not left, or leaves later."""
    return Q(pupil__left_on__isnull=True) | Q(pupil__left_on__gt=timezone.localdate())


class PupilBoundQuerySet(models.QuerySet):
    """Each model states what staff, families and agencies see of the pupils they have a live grant for.

    The whole-school roles see their school; governors see no pupil. The policies in the migrations say the same a second time.
    """

    pupil_path = "pupil_id"
    staff_see = staticmethod(everything)
    family_sees = staticmethod(nothing)
    agency_sees = staticmethod(nothing)

    def visible_to(self, membership):
        """The one statement of whose record this person may open, in this role."""
        if membership.sees_whole_school:
            live = Membership.objects.live().filter(pk=membership.pk)
            return self.filter(Exists(live), school_id=membership.school_id)
        return self.filter(self._sight(membership)(membership)).of_live_grants(membership)

    def of_live_grants(self, membership):
        from .access import PupilAccess  # the grant model points at Pupil, which uses this queryset

        grants = PupilAccess.objects.live().filter(
            membership_id=membership.pk, content_object_id=OuterRef(self.pupil_path)
        )
        return self.filter(Exists(grants))

    def _sight(self, membership):
        if membership.role in STAFF:
            return self.staff_see
        return {Role.PARENT: self.family_sees, Role.PROFESSIONAL: self.agency_sees}.get(
            membership.role, nothing
        )


class PupilBound(UuidModel):
    """A record about one pupil. `school` repeats the pupil's so that a policy needs no join."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    pupil = models.ForeignKey("register.Pupil", on_delete=models.CASCADE)

    objects = PupilBoundQuerySet.as_manager()

    class Meta:
        abstract = True
