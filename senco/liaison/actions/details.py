"""A parent says which of their details are wrong; the office writes them into the contact, or says why not."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register import letters
from register.actions.contacts import FACTS, change_contact
from register.actions.mail import mail_to_sencos
from register.models import Contact, ContactAddress
from register.queries.contacts import last_change_of
from senco.access.context import take_turns
from senco.liaison.models import DetailsWish

WISHED = ("phone", "email", "address", "channel", "words")


@transaction.atomic
def wish_details(*, contact: Contact, by, **wished: str) -> DetailsWish:
    """What the contact should say, in `WISHED`; what is left empty stays. Said again before it is settled, the last word holds.

    Raises ValidationError where nothing is said.
    """
    take_turns(f"details {contact.pk}")
    wished = {name: wished.get(name, "").strip() for name in WISHED}
    if not any(wished.values()):
        raise ValidationError(_("Change something first. What is there is what we have."), code="empty")
    wish = DetailsWish.objects.visible_to(by).open().filter(contact=contact, by=by).first() or DetailsWish(
        school_id=contact.school_id, pupil_id=contact.pupil_id, contact=contact, by=by
    )
    for name, value in wished.items():
        setattr(wish, name, value)
    wish.full_clean(exclude=["school", "pupil", "contact", "by"], validate_constraints=False)
    if not wish._state.adding:
        wish.save(update_fields=WISHED)
        return wish
    wish.save(force_insert=True)
    mail_to_sencos(contact.school_id, letters.details_wished, reverse("dashboard:home"))
    return wish


@transaction.atomic
def take_over(*, wish: DetailsWish, by) -> None:
    """Write what was wished into the contact, as on its own page. Raises what `change_contact` raises, and where it is settled."""
    insist_open(wish)
    seen = last_change_of(
        wish.contact
    )  # before the facts are read: what a colleague writes after that is not written over
    contact = Contact.objects.visible_to(by).get(pk=wish.contact_id)
    facts = {name: getattr(contact, name) for name in FACTS}
    facts |= {name: value for name in ("phone", "email", "channel") if (value := getattr(wish, name))}
    change_contact(contact=contact, seen=seen, by=by, **facts)
    if wish.address:
        write_address(contact, wish.address, by)
    settle(wish, by, taken=True)


@transaction.atomic
def decline(*, wish: DetailsWish, reason: str, by) -> None:
    """Leave the contact as it is, and tell the parent why on their page."""
    insist_open(wish)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why, for the parent reads it.")})
    wish.reason = reason.strip()
    settle(wish, by, taken=False)


def insist_open(wish: DetailsWish) -> None:
    if wish.settled_at is not None:
        raise ValidationError(_("A colleague has settled this already."), code="settled")


def settle(wish: DetailsWish, by, *, taken: bool) -> None:
    wish.settled_at, wish.settled_by, wish.taken = timezone.now(), by, taken
    wish.save(update_fields=["settled_at", "settled_by", "taken", "reason"])


def write_address(contact: Contact, lines: str, by) -> None:
    """The address of a contact; whether it is confidential stays as it was."""
    address = ContactAddress.objects.visible_to(by).filter(contact=contact).first()
    if address is None:
        address = ContactAddress(school_id=contact.school_id, pupil_id=contact.pupil_id, contact=contact)
    address.lines = lines
    address.save()
