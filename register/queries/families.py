"""Who can be told something in this system, and who has to be told another way."""

from dataclasses import dataclass

from django.db.models import Q

from register.choices import PortalLevel
from register.models import Concern, Contact, PupilAccess, PupilFile, RightsPassed
from register.queries.portal import level_of
from senco.accounts.models import Membership
from senco.accounts.roles import Role


@dataclass(frozen=True)
class Home:
    """The adults around one pupil: who reads a message here, and whose contact has to be told another way.

    `ordered` are those of `reached` whose contact carries a court order: a named share opened the record to them all the same.
    """

    reached: list[Membership]
    not_reached: list[Contact]
    ordered: list[Membership]


def parents_reached(pupil):
    """Parents and carers who can sign in and find this pupil on their page now. For the office: others see no colleagues' grants."""
    grants = PupilAccess.objects.live().filter(content_object=pupil, membership__role=Role.PARENT)
    return Membership.objects.filter(pk__in=grants.values("membership"), user__isnull=False)


def parents_for(file: PupilFile, membership):
    """From whom the office chooses who reads a file: parents who can open the pupil's page, and whoever is named already."""
    reached = parents_reached(file.pupil_id).values("pk")
    found = Membership.objects.visible_to(membership).filter(Q(pk__in=reached) | Q(pk__in=file.named_parents))
    return found.order_by("last_name", "first_name", "pk")


def raiser_reached(concern: Concern) -> bool:
    """Whether whoever raised a concern can open it now: staff while they work here, parents while they may see the child."""
    raiser = concern.raised_by
    works_here = raiser.user_id is not None and raiser.is_live
    return works_here and Concern.objects.visible_to(raiser).filter(pk=concern.pk).exists()


def home_of(pupil) -> Home:
    """Everybody who has to be told once: as somebody who reads it here, or as somebody who does not.

    Those are the adults with parental responsibility; once the young person decides, they and whom they agreed to.
    """
    reached = list(parents_reached(pupil).order_by("last_name", "first_name", "pk"))
    linked = {person.pk for person in reached}
    adults = list(Contact.objects.filter(pupil=pupil, ended_on__isnull=True).order_by("priority", "pk"))
    here = {contact.pk: reader_of(contact, reached, linked) for contact in adults}
    decides = RightsPassed.objects.standing().filter(pupil=pupil).exists()
    ordered = {here[contact.pk] for contact in adults if contact.court_order} - {None}
    return Home(
        reached=reached,
        not_reached=[each for each in adults if here[each.pk] is None and is_told(each, decides=decides)],
        ordered=[person for person in reached if person in ordered],
    )


def is_told(contact: Contact, *, decides: bool) -> bool:
    """Whether the school tells this person about the pupil, here or another way."""
    if decides:
        return level_of(contact.portal, contact.relationship, decides=True) != PortalLevel.NONE
    return contact.parental_responsibility


def reader_of(contact: Contact, reached: list[Membership], linked: set) -> Membership | None:
    """The reader whose contact row this is. A named share in spite of an order leaves the row unlinked: name and address tell."""
    if contact.membership_id in linked:
        return next(person for person in reached if person.pk == contact.membership_id)
    mine = identity(contact.email, contact.forename, contact.surname)
    return next(
        (p for p in reached if contact.email and identity(p.email, p.first_name, p.last_name) == mine), None
    )


def identity(*parts: str) -> tuple[str, ...]:
    return tuple(part.strip().casefold() for part in parts)
