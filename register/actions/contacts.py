"""What the school says about a contact itself: who they are, a court order and what it limits, their end, whose account they are not.

Every change ends in access as it then is. An order that is lifted and an end that is taken back open nothing: the link to an
account is gone by then, and inviting again is a decision of its own.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from register.actions.access import derive_access, wait_for_turn
from register.actions.invitations import readdress, take_back
from register.models import Contact
from register.queries.contacts import last_change_of
from senco.accounts.models import Membership

FACTS = (
    "title", "forename", "surname", "relationship", "parental_responsibility", "lives_with_pupil", "email", "phone", "channel",
    "court_order", "restriction", "portal", "ended_on",
)  # fmt: skip

# Whom an order is about and what it says. Whoever could empty these would have lifted it: the same person, written anew,
# would be somebody without an order.
HELD_BY_ORDER = ("court_order", "forename", "surname", "email", "restriction")


@transaction.atomic
def change_contact(*, contact: Contact, seen: int, by: Membership, unlink: bool = False, **facts) -> Contact:
    """Write `FACTS` over a contact as it stood at the history's mark `seen`; `unlink` parts it from the account it is linked to.

    Raises PermissionDenied where an order is lifted, or whom it is about is changed, by somebody who may not give access in
    spite of one; ValidationError where a value is wrong or somebody changed the contact since.
    """
    wait_for_turn(by.school)
    held = Contact.objects.visible_to(by).select_for_update(of=("self",)).get(pk=contact.pk)
    if last_change_of(held) != seen:
        raise ValidationError(
            _("Somebody else changed this contact meanwhile. Look at it again, then change it."),
            code="changed_since",
        )
    lifted = held.court_order and not facts["court_order"]
    if held.court_order and changes_order(held, facts) and not by.may("register.share_pupil"):
        raise PermissionDenied("register.share_pupil")
    account, ended = held.membership, facts["ended_on"] is not None
    write(held, facts | {"membership": None if lifted or ended or unlink else account})
    if account:
        follow(account, held)
    derive_access(school=by.school, by=by)
    return held


def changes_order(held: Contact, facts: dict) -> bool:
    """Whether something that stands there about the order goes; what was empty may be filled in."""
    return any(getattr(held, name) and facts[name] != getattr(held, name) for name in HELD_BY_ORDER)


def write(contact: Contact, values: dict) -> None:
    for name, value in values.items():
        setattr(contact, name, value)
    contact.full_clean(exclude=["school", "pupil", "membership"])
    contact.save(update_fields=list(values))


def follow(account: Membership, contact: Contact) -> None:
    """An invitation that is still open goes where the contact's address goes, and stops with the last child it was for."""
    if contact.membership_id:
        readdress(membership=account, email=contact.email)
    if (
        account.user_id is None
        and not account.contacts.filter(court_order=False, ended_on__isnull=True).exists()
    ):
        take_back(account)
