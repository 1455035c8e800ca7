"""Contact rows and addresses, and which parents can sign in."""

from register.choices import Relationship
from register.models import Contact, ContactAddress
from senco.accounts.models import Invitation, Membership
from senco.accounts.roles import Role
from senco.demo import accounts, rates
from senco.demo.children import Child
from senco.demo.homes import Adult
from senco.demo.world import DAY, World

FAMILY_DOMAIN = "families.example"
WITHOUT_MAIL = 0.1
MAY_BE_INVITED = {
    Relationship.MOTHER,
    Relationship.FATHER,
    Relationship.FOSTER_MOTHER,
    Relationship.FOSTER_FATHER,
}
OPEN_INVITATIONS = (
    (1, 13),
    (2, 12),
    (2, 12),
    (6, 8),
    (11, 3),
    (-3, 17),
)  # days until it expires, days since it was sent


def record_contacts(world: World, children: list[Child]) -> None:
    settle_mail(world, children)
    invite_parents(world, children)
    for child in children:
        for priority, adult in enumerate(child.home.adults, start=1):
            record_contact(world, child, adult, priority)
    leave_invitations_open(world)


def settle_mail(world: World, children: list[Child]) -> None:
    """An address of its own for each adult: contacts are matched by it."""
    number = 0
    for home in {id(child.home): child.home for child in children}.values():
        for adult in home.adults:
            number += 1
            if not adult.email and not world.chance(WITHOUT_MAIL):
                host = f"s{world.number}.{FAMILY_DOMAIN}" if world.number else FAMILY_DOMAIN
                adult.email = f"{adult.forename}.{adult.surname}.{number}@{host}".lower()


def invite_parents(world: World, children: list[Child]) -> None:
    """A share of parents has taken up an invitation; those of pupils with SEN were asked first."""
    for child in children:
        for adult in child.home.adults:
            if may_be_invited(adult) and world.chance(rates.INVITED_PARENTS[child.status]):
                adult.membership = make_parent(world, adult)


def may_be_invited(adult: Adult) -> bool:
    """Parents and foster carers at an e-mail address, never where a court order limits somebody."""
    return (
        adult.relationship in MAY_BE_INVITED
        and adult.lives_with
        and bool(adult.email)
        and not adult.court_order
        and adult.membership is None
    )


def make_parent(world: World, adult: Adult, *, has_account: bool = True) -> Membership:
    user = accounts.make_account(world, adult.email, adult.forename, adult.surname) if has_account else None
    return accounts.make_membership(
        world,
        user,
        role=Role.PARENT,
        title=adult.title,
        first_name=adult.forename,
        last_name=adult.surname,
        email=adult.email,
    )


def record_contact(world: World, child: Child, adult: Adult, priority: int) -> None:
    contact = world.add(
        Contact,
        school=world.school,
        pupil=child.pupil,
        membership=adult.membership,
        priority=priority,
        title=adult.title,
        forename=adult.forename,
        surname=adult.surname,
        relationship=adult.relationship,
        parental_responsibility=adult.responsibility,
        lives_with_pupil=adult.lives_with,
        email=adult.email,
        phone=adult.phone,
        language=child.home.language,
        court_order=adult.court_order,
        restriction=adult.restriction,
    )
    world.add(
        ContactAddress,
        school=world.school,
        pupil=child.pupil,
        contact=contact,
        lines=adult.address,
        confidential=adult.confidential,
    )


def leave_invitations_open(world: World) -> None:
    """Some parents have been invited and have not answered; one invitation has run out."""
    waiting = [contact for contact in world.made(Contact) if is_waiting(contact)]
    for contact, (left, since) in zip(waiting, OPEN_INVITATIONS, strict=False):
        sent = world.at(world.ago(since))
        member = accounts.make_membership(
            world, None, role=Role.PARENT, title=contact.title, first_name=contact.forename, last_name=contact.surname,
            email=contact.email, starts=sent,
        )  # fmt: skip
        for row in world.made(Contact):
            row.membership = member if row.email == contact.email else row.membership
        world.add(
            Invitation, school=world.school, membership=member, email=contact.email, invited_by=senco_of(world), created_at=sent,
            token_hash=Invitation.hash_of(str(world.keys())), expires_at=world.at(world.today + left * DAY),
        )  # fmt: skip


def is_waiting(contact: Contact) -> bool:
    """A mother at home with an address who has not been invited; of siblings' rows the first in the family stands for all."""
    return bool(
        contact.email
        and contact.membership is None
        and contact.relationship == Relationship.MOTHER
        and contact.lives_with_pupil
        and contact.priority == 1
    )


def senco_of(world: World) -> Membership:
    return next(member for member in world.made(Membership) if member.role == Role.SENCO)
