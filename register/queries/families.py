"""Who at home can be told something in this system, and who has to be told another way."""

from register.models import Contact, PupilAccess
from senco.accounts.models import Membership
from senco.accounts.roles import Role


def parents_reached(pupil):
    """Parents and carers who can sign in and open this pupil now. For the office: others see no colleagues' grants."""
    grants = PupilAccess.objects.live().filter(content_object=pupil, membership__role=Role.PARENT)
    return Membership.objects.filter(pk__in=grants.values("membership"), user__isnull=False)


def parents_not_reached(pupil):
    """Contacts with parental responsibility who will not see a message here: to be told by telephone or letter."""
    adults = Contact.objects.filter(pupil=pupil, parental_responsibility=True, ended_on__isnull=True)
    return adults.exclude(membership__in=parents_reached(pupil))
