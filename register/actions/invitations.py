"""Invitations: offer a membership by email, take the offer back, accept it. Links work once and for a week."""

import datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.access import derive_access
from register.invitation_letters import InvitationMail
from senco.accounts.actions import open_account
from senco.accounts.languages import in_language_of
from senco.accounts.models import Invitation, Membership, User
from senco.accounts.roles import STAFF
from senco.messages.actions import post

OPEN_FOR = datetime.timedelta(days=7)


@transaction.atomic
def invite(*, membership: Membership, by: Membership) -> Invitation:
    """Offer the membership to its email address; an earlier offer stops working.

    Raises PermissionDenied where `by` may not appoint to that role, ValidationError where there is nothing to offer.
    """
    insist_on_right(membership, by)
    return offer(membership=membership, by=by)[0]


@transaction.atomic
def offer(*, membership: Membership, by: Membership | None) -> tuple[Invitation, str]:
    """The invitation, and the address in it. `by` is None where the installation invites a school's first SENCO (see opening)."""
    insist_on_offer(membership)
    take_back(membership)
    token = Invitation.new_token()
    invitation = Invitation(
        school=membership.school,
        membership=membership,
        email=membership.email.strip().lower(),
        token_hash=Invitation.hash_of(token),
        invited_by=by,
        expires_at=timezone.now() + OPEN_FOR,
    )
    invitation.save(force_insert=True)
    link = settings.SITE_URL + reverse("register:accept_invitation", args=[token])
    post_invitation(invitation, link)
    return invitation, link


def insist_on_right(membership: Membership, by: Membership) -> None:
    if membership.school_id != by.school_id or not by.appoints(membership.role):
        raise PermissionDenied("appoint")


def insist_on_offer(membership: Membership) -> None:
    if not membership.is_live:
        raise ValidationError(_("This role has ended. Invite the person again with a new one."))
    if membership.user_id:
        raise ValidationError(_("%(name)s already has an account.") % {"name": membership.name})
    if not membership.email:
        raise ValidationError(_("No email address is recorded for %(name)s.") % {"name": membership.name})


def post_invitation(invitation: Invitation, link: str) -> None:
    """The link exists in this letter alone, and the outbox forgets letters once they are sent."""
    membership, by = invitation.membership, invitation.invited_by
    with in_language_of(membership):
        letter = InvitationMail(
            school=membership.school.name,
            role=str(membership.get_role_display()),
            invited_by=by.name if by else "",
            link=link,
            until=invitation.expires_at,
            with_password=membership.role in STAFF,
        )
        subject, text = letter.subject, letter.text
    post(to=invitation.email, subject=subject, text=text, school=membership.school)


@transaction.atomic
def revoke(*, membership: Membership, by: Membership) -> int:
    """Take every open offer of this membership back; returns how many."""
    insist_on_right(membership, by)
    return take_back(membership)


def take_back(membership: Membership) -> int:
    """Every open offer of the membership stops working, whoever may hand its role out: for a changed address and a lost link."""
    return Invitation.objects.open().filter(membership=membership).update(revoked_at=timezone.now())


def readdress(*, membership: Membership, email: str) -> None:
    """The school knows another address of somebody without an account: what was sent to the old one works no longer.

    Who signs in here keeps the address of their account.
    """
    if membership.user_id or membership.email.strip().lower() == email.strip().lower():
        return
    membership.email = email
    membership.save(update_fields=["email"])
    take_back(membership)


@transaction.atomic
def accept(*, token: str, user: User | None = None, password: str | None = None) -> User:
    """Somebody takes the offer up: `user` if they are signed in, else a new account under the invited address.

    Runs as the system: no role of a school may write accounts. Raises ValidationError where the offer is not open (any more).
    """
    found = (
        Invitation.objects.open().select_for_update(of=("self",)).filter(token_hash=Invitation.hash_of(token))
    )
    invitation = found.select_related("membership__school").first()
    if invitation is None or invitation.membership.user_id:
        raise ValidationError(_("This invitation is not open any more."))
    membership = invitation.membership
    membership.user = user or account_for(invitation, password)
    membership.save(update_fields=["user"])
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    derive_access(school=membership.school)
    return membership.user


def account_for(invitation: Invitation, password: str | None) -> User:
    """Who opened a link that only this address received has proved the address. Families and professionals get no password."""
    membership = invitation.membership
    return open_account(
        email=invitation.email,
        password=password if membership.role in STAFF else None,
        first_name=membership.first_name,
        last_name=membership.last_name,
    )
