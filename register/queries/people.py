"""The people of a school as its office sees them: who has an account, who was invited, who could be."""

from dataclasses import dataclass, field

from django.db.models import Case, DateTimeField, Exists, OuterRef, Prefetch, Subquery, Value, When
from django.db.models.functions import Lower, Now
from django.utils.translation import gettext as _

from register.choices import ON_REGISTER, PortalLevel, Relationship, Standing
from register.models import Contact, Pupil, RightsPassed, SenStatus
from register.models.base import of_pupils_on_roll
from register.queries.family_links import Mailboxes, comparable
from senco.accounts.models import Invitation, Membership
from senco.accounts.roles import STAFF, Role

NEVER_PARENTS = (Relationship.SOCIAL_WORKER,)  # they come in as professionals, by name


def people(membership):
    """Every membership of the school with its `standing` and `invited_until`, in the order of names."""
    pending = Invitation.objects.filter(
        membership=OuterRef("pk"), accepted_at__isnull=True, revoked_at__isnull=True
    ).order_by("-expires_at")
    until = Subquery(pending.values("expires_at")[:1], output_field=DateTimeField())
    return Membership.objects.visible_to(membership).annotate(invited_until=until, standing=standing())


def standing() -> Case:
    """Where somebody stands, by the database's clock; expects `invited_until`."""
    return Case(
        When(ends__lte=Now(), then=Value(Standing.ENDED)),
        When(user__isnull=False, then=Value(Standing.ACTIVE)),
        When(invited_until__gt=Now(), then=Value(Standing.INVITED)),
        When(invited_until__isnull=False, then=Value(Standing.EXPIRED)),
        default=Value(Standing.NOT_INVITED),
    )


def contacts(membership):
    """People at home whom the MIS names, of pupils on roll, that nobody has invited: with the pupil, by surname."""
    invited = Membership.objects.live().filter(pk=OuterRef("membership_id"))
    return (
        Contact.objects.visible_to(membership)
        .filter(~Exists(invited), ended_on__isnull=True)
        .filter(of_pupils_on_roll())
        .select_related("pupil")
        .order_by("surname", "forename", "pk")
    )


def contacts_to_decide(membership):
    """Contacts of pupils on roll, linked or not: an order may come after the invitation, and a decision is still needed then."""
    return (
        Contact.objects.visible_to(membership)
        .filter(of_pupils_on_roll(), ended_on__isnull=True)
        .select_related("pupil", "membership")
    )


def deciding(membership):
    """Pupils who decide for themselves: of an adult who came later they have agreed to nothing."""
    return RightsPassed.objects.visible_to(membership).standing().values("pupil")


def on_the_register():
    """Whether a contact's pupil is on the SEN register today."""
    return Exists(SenStatus.objects.current().filter(pupil=OuterRef("pupil_id"), provision__in=ON_REGISTER))


@dataclass
class Candidate:
    """Somebody who can be invited with others. `key` stays the same until then; `problem` says what is in the way."""

    key: str
    name: str
    email: str
    about: str
    contacts: list = field(default_factory=list)
    membership: Membership | None = None
    problem: str = ""


def staff_to_invite(membership) -> list[Candidate]:
    """Staff whom the MIS names and who have no account and no open invitation."""
    waiting = people(membership).filter(role__in=STAFF, standing__in=(Standing.NOT_INVITED, Standing.EXPIRED))
    return marked([as_candidate(person) for person in waiting if membership.appoints(person.role)])


def as_candidate(person: Membership) -> Candidate:
    problem = "" if person.email else _("No email address is recorded.")
    return Candidate(
        f"m{person.pk}", person.name, person.email.lower(), person.get_role_display(), membership=person, problem=problem
    )  # fmt: skip


def parents_to_invite(membership, *, on_register_only: bool) -> list[Candidate]:
    """One candidate an email address, with every contact row of theirs. A court order is never invited among others."""
    found = contacts(membership).filter(parental_responsibility=True).exclude(relationship__in=NEVER_PARENTS)
    found = found.exclude(portal=PortalLevel.NONE).exclude(portal="", pupil__in=deciding(membership))
    if on_register_only:
        found = found.filter(on_the_register())
    households: dict[str, list[Contact]] = {}
    for contact in found:
        households.setdefault(comparable(contact.email) or f"none {contact.pk}", []).append(contact)
    pupils = {contact.pupil_id for rows in households.values() for contact in rows}
    mailboxes = Mailboxes(membership, pupils)
    return marked([as_parent(rows, mailboxes) for rows in households.values()])


def as_parent(rows: list[Contact], mailboxes: Mailboxes) -> Candidate:
    """Contact rows with one email address as one person, where that is what they are."""
    first = rows[0]
    children = sorted({row.pupil.name for row in rows})
    return Candidate(
        f"c{first.pk}",
        first.name,
        comparable(first.email),
        ", ".join(children),
        contacts=rows,
        problem=problem_of(rows, mailboxes),
    )


def problem_of(rows: list[Contact], mailboxes: Mailboxes) -> str:
    """Why these contact rows cannot be invited together with others; empty where they can."""
    if not rows[0].email:
        return _("No email address is recorded.")
    if any(row.court_order for row in rows):
        return _("A court order is recorded. Decide on this person's own page.")
    return mailboxes.problem_of(rows)


def marked(candidates: list[Candidate]) -> list[Candidate]:
    """Two people with one address cannot both use it."""
    addresses = [candidate.email for candidate in candidates if candidate.email]
    for candidate in candidates:
        if not candidate.problem and addresses.count(candidate.email) > 1:
            candidate.problem = _("Somebody else in this list has the same email address.")
    return candidates


def parent_with_address(membership, email: str) -> Membership | None:
    """The live membership of a parent of this school under this address, account or not."""
    mine = Membership.objects.visible_to(membership).live().filter(role=Role.PARENT)
    return (
        mine.annotate(address=Lower("email")).filter(address=email.lower()).order_by("starts", "pk").first()
    )


def pupils_of(person: Membership, by: Membership):
    """The pupils whose contact this person is."""
    return Pupil.objects.visible_to(by).filter(contacts__membership=person).distinct()


def with_children(parents, by: Membership):
    """The same parents, each with their contact rows and the pupils these belong to."""
    rows = Contact.objects.visible_to(by).filter(ended_on__isnull=True).select_related("pupil")
    return parents.prefetch_related(Prefetch("contacts", rows))
