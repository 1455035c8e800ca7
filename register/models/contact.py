"""The people around a pupil at home, as the school's MIS names them: one row per pupil and contact."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from register.choices import Channel, PortalLevel, Relationship
from senco.accounts.models import Membership
from senco.core.history import tracked

from .base import PupilBound, PupilBoundQuerySet
from .pupil import Pupil


class ContactQuerySet(PupilBoundQuerySet):
    @staticmethod
    def family_sees(membership):
        """One's own row only: a parent never sees the other parent's details."""
        return Q(membership_id=membership.pk)


@tracked
class Contact(PupilBound):
    """`restriction` says in words what a court order limits; while it is set no access is ever given by an import."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="contacts")
    membership = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="contacts"
    )  # the parent's role here, once invited
    priority = models.PositiveSmallIntegerField(_("priority"), default=1)
    title = models.CharField(_("title"), max_length=20, blank=True)
    forename = models.CharField(_("forename"), max_length=100, blank=True)
    surname = models.CharField(_("surname"), max_length=100)
    relationship = models.CharField(_("relationship"), max_length=3, blank=True)
    parental_responsibility = models.BooleanField(_("parental responsibility"), default=False)
    lives_with_pupil = models.BooleanField(_("lives with the pupil"), default=False)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    channel = models.CharField(_("how to reach them"), max_length=6, choices=Channel.choices, blank=True)
    language = models.CharField(_("language"), max_length=3, blank=True)
    court_order = models.BooleanField(_("court order"), default=False)
    restriction = models.TextField(_("what the order limits"), blank=True)
    portal = models.CharField(
        _("what they may do here about the pupil"), max_length=8, choices=PortalLevel.choices, blank=True
    )
    ended_on = models.DateField(_("no longer a contact since"), null=True, blank=True)
    origin_run = models.UUIDField(null=True, blank=True, editable=False)

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["priority", "surname", "id"]
        indexes = [models.Index(fields=["school", "email"])]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.title, self.forename, self.surname)))

    @property
    def is_young_person(self) -> bool:
        """Whether this is the pupil's own row, once they decide for themselves."""
        return self.relationship == Relationship.YOUNG_PERSON

    @property
    def relationship_words(self) -> str:
        """What the code means; a code we do not know is shown as it came."""
        return str(dict(Relationship.choices).get(self.relationship, self.relationship))


@tracked
class ContactAddress(PupilBound):
    """Kept apart from the contact so that only the SEN office ever reads an address."""

    contact = models.OneToOneField(Contact, on_delete=models.CASCADE, related_name="address")
    lines = models.TextField(_("address"))
    confidential = models.BooleanField(_("confidential"), default=False)
    origin_run = models.UUIDField(null=True, blank=True, editable=False)

    class OfficeOnly(PupilBoundQuerySet):
        staff_see = staticmethod(lambda _membership: Q(pk__in=[]))

    objects = OfficeOnly.as_manager()

    def __str__(self) -> str:
        return self.lines.splitlines()[0] if self.lines else ""
