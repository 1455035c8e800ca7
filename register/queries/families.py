"""Who can be told something in this system, and who has to be told another way."""

from dataclasses import dataclass

from register.models import Concern, Contact, PupilAccess
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


def raiser_reached(concern: Concern) -> bool:
    """Whether whoever raised a concern can open it now: staff while they work here, parents while they may see the child."""
    raiser = concern.raised_by
    works_here = raiser.user_id is not None and raiser.is_live
    return works_here and Concern.objects.visible_to(raiser).filter(pk=concern.pk).exists()


def home_of(pupil) -> Home:
    """Everybody with parental responsibility once: as somebody who reads it here, or as somebody who does not."""
    reached = list(parents_reached(pupil).order_by("last_name", "first_name", "pk"))
    linked = {person.pk for person in reached}
    adults = list(Contact.objects.filter(pupil=pupil, ended_on__isnull=True).order_by("priority", "pk"))
    here = {contact.pk: reader_of(contact, reached, linked) for contact in adults}
    ordered = {here[contact.pk] for contact in adults if contact.court_order} - {None}
    return Home(
        reached=reached,
        not_reached=[each for each in adults if each.parental_responsibility and here[each.pk] is None],
        ordered=[person for person in reached if person in ordered],
    )


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
