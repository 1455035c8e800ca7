"""Whose address is whose: what keeps a contact of a pupil and the account of a parent apart.

A shared mailbox is no person. Where a court order stands beside it, nobody is linked through it and nobody keeps a link.
Nor is a contact invited who may be the one under the order, written anew.
"""

from collections import defaultdict
from difflib import SequenceMatcher

from django.db.models import Q
from django.utils.translation import gettext as _

from register.imports.texts import compact
from register.models import Contact
from register.queries.history import events_of
from register.queries.import_plans.alike import digits
from senco.accounts.models import Membership
from senco.accounts.roles import Role

NEARLY = 0.75  # of the letters of two names, in their order: Hebden and Hebdon, Gabriel and Gabriell


def comparable(known):
    """A key, or an e-mail address as it is compared: two ways of writing it reach one mailbox."""
    return known.strip().lower() if isinstance(known, str) else known


class Orders:
    """Which memberships and addresses a court order keeps from which pupil. The order of an ended contact counts too."""

    def __init__(self, school):
        self.kept_out = defaultdict(set)
        rows = Contact.objects.filter(school=school, court_order=True).order_by()
        for pupil, *known in rows.values_list("pupil_id", "membership_id", "email", "membership__email"):
            self.add(pupil, *known)

    def add(self, pupil_id, *known) -> None:
        self.kept_out[pupil_id] |= {comparable(each) for each in known} - {None, ""}

    def keep_out(self, pupil_id, *known) -> bool:
        """Whether one of these keys and addresses is kept from the pupil."""
        return not self.kept_out.get(pupil_id, frozenset()).isdisjoint(map(comparable, known))


class OrdersInFull(Orders):
    """The same with everything the office may read: whom each order is about, and every address they had while it stood.

    Taking the address off a contact does not let it in. What was mistyped is let in by lifting the order and recording it again.
    """

    def __init__(self, school):
        self.kept_out, self.about = defaultdict(set), defaultdict(list)
        rows = Contact.objects.filter(school=school, court_order=True).select_related("membership")
        for row in rows.order_by("pk"):
            self.about[row.pupil_id].append(row)
            linked = row.membership.email if row.membership else ""
            self.add(row.pupil_id, row.membership_id, row.email, linked)
        for pupil, address in self.addresses_since(school):
            self.add(pupil, address)

    def addresses_since(self, school) -> list[tuple]:
        """(pupil key, address) of every address a contact had since the order that stands was recorded."""
        contacts = [row.pk for rows in self.about.values() for row in rows]
        if not contacts:
            return []
        events = events_of(Contact).objects.filter(school=school, pgh_obj_id__in=contacts).order_by("pgh_id")
        since: dict = {}
        for key, pupil, order, address in events.values_list(
            "pgh_obj_id", "pupil_id", "court_order", "email"
        ):
            since[key] = {*since.get(key, ()), (pupil, address)} if order else set()
        return [pair for pairs in since.values() for pair in pairs]


class Mailboxes:
    """The contacts of some pupils with their addresses, and the parents of the school by theirs."""

    def __init__(self, membership, pupil_ids):
        self.orders = OrdersInFull(membership.school)
        self.rows: dict[str, list[Contact]] = defaultdict(list)
        rows = Contact.objects.visible_to(membership).filter(pupil_id__in=pupil_ids, ended_on__isnull=True)
        for row in rows.exclude(email=""):
            self.rows[comparable(row.email)].append(row)
        parents = Membership.objects.visible_to(membership).live().filter(~Q(email=""), role=Role.PARENT)
        self.parents = {comparable(each.email): each for each in parents.order_by("-starts", "-pk")}

    def problem_of(self, contacts: list[Contact]) -> str:
        """Why these contacts, who share an address, cannot be invited as one person; empty where they can."""
        address = comparable(contacts[0].email)
        parent = self.parents.get(address)
        known = (address, parent.pk) if parent else (address,)
        if any(self.orders.keep_out(contact.pupil_id, *known) for contact in contacts):
            return _("A court order is recorded for this email address. Decide on this person's own page.")
        if kept_away := self.looks_like(contacts):
            told = _("Looks like %(name)s, who has a court order. Decide on this person's own page.")
            return told % {"name": kept_away.name}
        pupils = {contact.pupil_id for contact in contacts}
        sharing = [*contacts, *(row for row in self.rows[address] if row.pupil_id in pupils)]
        if not all(same_person(name_of(contacts[0]), name_of(row)) for row in sharing):
            return _(
                "Two people share this email address. Ask whose it is and correct it, or decide on this person's own page."
            )
        if parent and not same_person(name_of(contacts[0]), (parent.first_name, parent.last_name)):
            told = _(
                "This email address belongs to %(name)s. Ask whose it is and correct it, or decide on this person's own page."
            )
            return told % {"name": parent.name}
        return ""

    def looks_like(self, contacts: list[Contact]) -> Contact | None:
        """Somebody with a court order about one of these pupils, whom one of these contacts may be under another spelling."""
        pairs = ((contact, each) for contact in contacts for each in self.orders.about[contact.pupil_id])
        return next(
            (each for contact, each in pairs if each.pk != contact.pk and may_be(contact, each)), None
        )

    def holder_of(self, contact: Contact) -> Membership | None:
        """The parent who has a contact's address here already, account or not."""
        return self.parents.get(comparable(contact.email)) if contact.email else None


def name_of(contact: Contact) -> tuple[str, str]:
    return contact.forename, contact.surname


def same_person(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two (forename, surname) may be one person: one surname, and first names or initials that do not contradict."""
    surnames = {compact(one[1]), compact(other[1])} - {""}
    short, long = sorted((first_word(one[0]), first_word(other[0])), key=len)
    return len(surnames) < 2 and (long.startswith(short) if len(short) < 2 else long == short)


def may_be(one: Contact, other: Contact) -> bool:
    """Whether one contact of a pupil may be another of them, misspelt: nearly one name, or one surname and one place in the family."""
    related = one.relationship == other.relationship != ""
    reached = digits(one.phone) == digits(other.phone) != ""
    return reached or (
        nearly(one.surname, other.surname)
        and (related or nearly(first_word(one.forename), first_word(other.forename)))
    )


def nearly(one: str, other: str) -> bool:
    """Whether two names may be one, misspelt, cut short or left out."""
    short, long = sorted((compact(one), compact(other)), key=len)
    return long.startswith(short) or SequenceMatcher(None, short, long).ratio() >= NEARLY


def first_word(forename: str) -> str:
    return compact(forename.strip().partition(" ")[0])
