"""Who belongs to the school: a new person, a parent whom the MIS names, a decision in spite of a court order, an end."""

import datetime
from contextlib import suppress

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.access import derive_access, end_access, share, wait_for_turn
from register.actions.invitations import insist_on_right, invite, revoke
from register.choices import PortalLevel
from register.models import Contact, PupilAccess
from register.queries.family_links import Mailboxes, comparable
from register.queries.people import Candidate, parent_with_address
from senco.accounts.models import Invitation, Membership
from senco.accounts.roles import Role

DESCRIBED = ("title", "first_name", "last_name", "email", "job", "organisation")


@transaction.atomic
def add_person(*, role: str, by: Membership, **described: str) -> Membership:
    """A new membership without an account; `described` is any of title, names, email, job, organisation."""
    person = Membership(school=by.school, role=role, **described)
    insist_on_right(person, by)
    person.full_clean(exclude=["user", "school"])
    person.save(force_insert=True)
    return person


@transaction.atomic
def describe_person(*, person: Membership, by: Membership, **described: str) -> None:
    """Correct how the school knows somebody. Another email address takes open invitations to the old one back."""
    insist_on_right(person, by)
    moved = person.email.lower() != described.get("email", person.email).lower()
    for name, value in described.items():
        setattr(person, name, value)
    person.full_clean(exclude=["user", "school"])
    person.save(update_fields=list(described))
    if moved:
        revoke(membership=person, by=by)
        derive_access(school=by.school, by=by)  # an order may keep the new address from a pupil


@transaction.atomic
def invite_contacts(*, contacts: list[Contact], by: Membership) -> Invitation | None:
    """One parent or carer for all these contact rows, which share an email address. Brothers and sisters make one membership.

    Returns None where the address already belongs to a parent with an account: the rows are linked, nothing need be sent.
    Raises PermissionDenied for a contact with an order, ValidationError where the address is not this person's alone.
    """
    wait_for_turn(by.school)
    rows = list(
        Contact.objects.visible_to(by).filter(pk__in=[contact.pk for contact in contacts]).order_by("pk")
    )
    if not rows:
        raise ValidationError(_("This contact is not here any more."))
    if any(row.court_order for row in rows):
        raise PermissionDenied("a court order needs a decision of its own")
    mailboxes = Mailboxes(by, [row.pupil_id for row in rows])
    if problem := mailboxes.problem_of(rows):
        raise ValidationError(problem)
    parent = mailboxes.parents.get(comparable(rows[0].email)) or parent_from(rows[0], by=by)
    Contact.objects.visible_to(by).filter(pk__in=[row.pk for row in rows]).update(membership=parent)
    if parent.user_id:
        derive_access(school=by.school, by=by)
        return None
    return invite(membership=parent, by=by)


def parent_from(contact: Contact, *, by: Membership) -> Membership:
    return add_person(
        role=Role.PARENT, by=by, title=contact.title, first_name=contact.forename, last_name=contact.surname, email=contact.email
    )  # fmt: skip


@transaction.atomic
def invite_several(*, candidates: list[Candidate], by: Membership) -> int:
    """Invite everybody in the list that nothing stands in the way of; returns how many invitations went out.

    Whoever something came in the way of since the list was made is left out, and stands in the next list with the reason.
    """
    sent = 0
    for candidate in candidates:
        if not candidate.problem:
            with suppress(ValidationError), transaction.atomic():
                sent += invite_candidate(candidate, by) is not None
    return sent


def invite_candidate(candidate: Candidate, by: Membership) -> Invitation | None:
    if candidate.contacts:
        return invite_contacts(contacts=candidate.contacts, by=by)
    return invite(membership=candidate.membership, by=by)


@transaction.atomic
def invite_despite_order(
    *, contact: Contact, reason: str, starts: datetime.datetime, ends: datetime.datetime, by: Membership,
    level: str = PortalLevel.COMMENT,
) -> PupilAccess:  # fmt: skip
    """The SENCO's or head's own decision, with its reason and its end: a named share, which no import and no rule repeats.

    The contact row is not linked: should the order be lifted in the MIS, nothing opens by itself.
    """
    if not by.may("register.share_pupil"):
        raise PermissionDenied("register.share_pupil")
    if not contact.email:
        raise ValidationError(_("No email address is recorded for %(name)s.") % {"name": contact.name})
    person = parent_with_address(by, contact.email) or parent_from(contact, by=by)
    grant = share(
        pupil=contact.pupil, membership=person, reason=reason, starts=starts, ends=ends, level=level, by=by
    )
    if not person.user_id:
        invite(membership=person, by=by)
    return grant


@transaction.atomic
def end_membership(*, person: Membership, by: Membership) -> None:
    """From this second on the person opens nothing here. Their account, what they wrote and other schools are untouched."""
    insist_on_right(person, by)
    if person.pk == by.pk:
        raise ValidationError(_("You cannot end your own role. Ask a colleague who may."))
    revoke(membership=person, by=by)
    for grant in PupilAccess.objects.visible_to(by).filter(membership=person, ends__gt=timezone.now()):
        end_access(grant=grant, by=by)
    person.ends = max(timezone.now(), person.starts)
    person.save(update_fields=["ends"])
    derive_access(school=by.school, by=by)
