"""Whose address is whose: what keeps a contact of a pupil and the account of a parent apart.

A shared mailbox is no person. Where a court order stands beside it, nobody is linked through it and nobody keeps a link.
"""

from collections import defaultdict

from django.db.models import Q
from django.utils.translation import gettext as _

from register.imports.texts import compact
from register.models import Contact
from senco.accounts.models import Membership
from senco.accounts.roles import Role


def comparable(known):
    """A key, or an e-mail address as it is compared: two ways of writing it reach one mailbox."""
    return known.strip().lower() if isinstance(known, str) else known


class Orders:
    """Which memberships and addresses a court order keeps from which pupil. The order of an ended contact counts too."""

    def __init__(self, school):
        self.kept_out = defaultdict(set)
        rows = Contact.objects.filter(school=school, court_order=True).order_by()
        for pupil, *known in rows.values_list("pupil_id", "membership_id", "email", "membership__email"):
            self.kept_out[pupil] |= {comparable(each) for each in known} - {None, ""}

    def keep_out(self, pupil_id, *known) -> bool:
        """Whether one of these keys and addresses is kept from the pupil."""
        return not self.kept_out.get(pupil_id, frozenset()).isdisjoint(map(comparable, known))


class Mailboxes:
    """The contacts of some pupils with their addresses, and the parents of the school by theirs."""

    def __init__(self, membership, pupil_ids):
        self.orders = Orders(membership.school)
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


def first_word(forename: str) -> str:
    return compact(forename.strip().partition(" ")[0])
