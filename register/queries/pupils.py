"""Who is around a pupil, and their status in one line, as far as the person asking may see it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.choices import ON_REGISTER, ConcernState, Relationship
from register.models import (
    Concern,
    Contact,
    ContactAddress,
    GroupPupil,
    GroupTeacher,
    PupilAccess,
    RightsPassed,
    SenStatus,
)
from register.queries.concerns import own_state, raised_by
from register.queries.portal import old_enough_on, rights_of
from senco.accounts.models import Membership
from senco.accounts.roles import STAFF, DatabaseRole


@dataclass(frozen=True)
class ContactCard:
    """A contact as one reader may see them: what they may not see is empty, never merely hidden by the page."""

    name: str
    relationship: str
    parental_responsibility: bool
    lives_with_pupil: bool
    phone: str = ""
    email: str = ""
    address: str = ""
    address_is_confidential: bool = False
    warning: str = ""
    url: str = ""  # the office's page of the contact


@dataclass(frozen=True)
class TeachingLine:
    """A group the pupil is in and who teaches or supports it."""

    group: str
    subject: str
    teachers: list[str]


@dataclass(frozen=True)
class Surroundings:
    """`former` (contacts who ended) and `access` (who may open the record, why, until when) are filled for the office only."""

    contacts: list[ContactCard]
    former: list[ContactCard]
    teaching: list[TeachingLine]
    key_adult: str
    access: list[PupilAccess]
    passed: RightsPassed | None  # since when the pupil decides for themselves
    old_enough: bool  # by age they could


def around(pupil, membership) -> Surroundings:
    """The people around a pupil. Addresses, e-mail and court orders are for the office; telephones for staff."""
    present, former = contact_cards(pupil, membership)
    return Surroundings(
        contacts=present,
        former=former if membership.sees_whole_school else [],
        teaching=teaching_of(pupil, membership),
        key_adult=pupil.key_adult.name if pupil.key_adult else "",
        access=access_to(pupil, membership),
        passed=rights_of(pupil, membership) if membership.role in STAFF else None,
        old_enough=old_enough_on(pupil, localdate()),
    )


def contact_cards(pupil, membership) -> tuple[list[ContactCard], list[ContactCard]]:
    """The pupil's present and former contacts by priority; a parent gets their own row alone (the queryset's answer)."""
    contacts = Contact.objects.visible_to(membership).filter(pupil=pupil)
    if membership.database_role == DatabaseRole.STAFF.value:
        contacts = contacts.defer("email", "restriction")  # the database gives it neither
    addresses = {
        address.contact_id: address
        for address in ContactAddress.objects.visible_to(membership).filter(pupil=pupil).order_by("pk")
    } if membership.sees_whole_school else {}  # fmt: skip
    present, former = [], []
    for contact in contacts:
        card = card_for(contact, addresses.get(contact.pk), membership)
        (former if contact.ended_on else present).append(card)
    return present, former


def card_for(contact: Contact, address: ContactAddress | None, membership) -> ContactCard:
    """A contact as far as this reader may know them: staff no number under a court order, e-mail for the office alone."""
    office, staff = membership.sees_whole_school, membership.role in STAFF
    own = contact.membership_id == membership.pk
    may_ring = office or own or (staff and not contact.court_order)
    return ContactCard(
        name=contact.name,
        relationship=relationship_words(contact.relationship),
        parental_responsibility=contact.parental_responsibility,
        lives_with_pupil=contact.lives_with_pupil,
        phone=contact.phone if may_ring else "",
        email=contact.email if office or own else "",
        address=address.lines if address else "",
        address_is_confidential=bool(address and address.confidential),
        warning=warning_for(contact, office, staff),
        url=reverse("register:contact", args=[contact.pk])
        if membership.may("register.invite_people")
        else "",
    )


def warning_for(contact: Contact, office: bool, staff: bool) -> str:
    """The order's limits for the office; staff learn only to ask before they make contact."""
    if not contact.court_order:
        return ""
    if office:
        return contact.restriction or _("A court order is recorded. What it limits is not written down yet.")
    return _("Ask the SEN office before you make contact.") if staff else ""


def relationship_words(code: str) -> str:
    return str(Relationship(code).label) if code in Relationship.values else code


def teaching_of(pupil, membership) -> list[TeachingLine]:
    """The pupil's present groups by name, with their present teachers."""
    sitting = GroupPupil.objects.visible_to(membership).current().filter(pupil=pupil).select_related("group")
    groups = [row.group for row in sitting.order_by("group__name")]
    teaching = (
        GroupTeacher.objects.visible_to(membership).current().filter(group__in=[group.pk for group in groups])
    )
    names: dict = {}
    for row in teaching.select_related("membership").order_by("membership__last_name", "pk"):
        names.setdefault(row.group_id, []).append(row.membership.name)
    return [TeachingLine(group.name, group.subject, names.get(group.pk, [])) for group in groups]


def access_to(pupil, membership) -> list[PupilAccess]:
    """Live grants with the people who hold them, for the office."""
    if not membership.sees_whole_school:
        return []
    live = PupilAccess.objects.visible_to(membership).live().filter(content_object=pupil)
    return list(live.select_related("membership").order_by("source", "membership__last_name", "pk"))


@dataclass(frozen=True)
class ConcernLine:
    """A concern, its present state in words, who raised it, and the page this reader has for it."""

    concern: Concern
    state: str
    raised_by: str
    url: str


def concerns_about(pupil, membership) -> list[ConcernLine]:
    """The concerns about a pupil that this person may read, newest first."""
    whole = membership.sees_whole_school
    seen = Concern.objects.visible_to(membership).with_state() if whole else raised_by(membership)
    found = seen.filter(pupil=pupil).order_by("-raised_at", "-pk")
    names = names_of({concern.raised_by_id for concern in found}, membership)
    return [
        ConcernLine(
            concern,
            str(ConcernState(concern.state).label) if whole else own_state(concern, membership),
            names[concern.raised_by_id],
            concern_url(concern, membership),
        )
        for concern in found
    ]


def names_of(keys, membership) -> dict:
    """Names of the people with these membership keys. Staff are not told the names of families: "A parent or carer"."""
    people = Membership.objects.visible_to(membership).filter(pk__in=[key for key in keys if key])
    return dict.fromkeys(keys, _("A parent or carer")) | {person.pk: person.name for person in people}


def concern_url(concern: Concern, membership) -> str:
    """The office's page of a concern, the raiser's own one, or nothing for somebody who was only asked for a view."""
    if membership.may("register.view_concerns"):
        return concern.get_absolute_url()
    return reverse("register:my_concern", args=[concern.pk]) if concern.raised_by_id == membership.pk else ""


def status_line(pupil) -> str:
    """Today's status in one line: "SEN Support since 3 Nov 2025". Reads within the rights of whoever is acting."""
    period = SenStatus.objects.unbroken_until(localdate()).filter(pupil=pupil).first()
    if period is None or period.provision not in ON_REGISTER:
        return _("Not on the SEN register")
    words = {"status": period, "day": date_format(period.starts)}
    if not period.start_known:
        return _("%(status)s, start not known, on record since %(day)s") % words
    return _("%(status)s since %(day)s") % words
