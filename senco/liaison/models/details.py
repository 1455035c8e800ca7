"""A parent's own details that the school has wrong, and how they would like to be contacted."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.choices import Channel
from register.models import Contact, Pupil, PupilBound, PupilBoundQuerySet
from register.models.base import nothing
from senco.accounts.models import Membership
from senco.core.history import tracked


def asked_by(membership) -> Q:
    return Q(by_id=membership.pk)


class DetailsWishQuerySet(PupilBoundQuerySet):
    """The office's to settle. A parent reads their own: an address is nobody else's to know."""

    staff_see = staticmethod(nothing)
    family_sees = staticmethod(asked_by)

    def open(self):
        """Neither taken over nor declined."""
        return self.filter(settled_at__isnull=True)


@tracked
class DetailsWish(PupilBound):
    """What the contact should say. An empty answer leaves what the school has; `taken`: whether the office wrote it into the contact."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    address = models.TextField(_("address"), max_length=400, blank=True)
    channel = models.CharField(
        _("how you would like us to reach you"), max_length=6, choices=Channel.choices, blank=True
    )
    words = models.CharField(_("anything else"), max_length=300, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken = models.BooleanField(null=True, blank=True)
    reason = models.CharField(_("why not"), max_length=300, blank=True)

    objects = DetailsWishQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "by"], condition=Q(settled_at__isnull=True), name="one_wish_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(phone="", email="", address="", channel="", words=""), name="wish_says_something"
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_by__isnull=True, taken__isnull=True)
                | Q(settled_at__isnull=False, settled_by__isnull=False, taken__isnull=False),
                name="wish_settled_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contact_id}, {self.asked_at:%d %b %Y}"
