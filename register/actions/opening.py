"""The way into an installation that holds no school yet: a school, and the invitation of its first SENCO."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from register.actions.invitations import offer
from register.frameworks import default_for, frameworks
from senco.accounts import actions as accounts
from senco.accounts.models import Invitation, Membership, School
from senco.accounts.models.school import Nation
from senco.accounts.roles import APPOINTS, Role

TITLES = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Rev", "Sir", "Dame")


@dataclass(frozen=True)
class Opened:
    """`link` can be read here and in the letter only: the database keeps its hash."""

    school: School
    invitation: Invitation
    link: str


@transaction.atomic
def open_school(*, urn: str, laestab: str, email: str, senco_name: str = "", **described: str) -> Opened:
    """Open the school and invite its SENCO. Runs as the owner of the tables (see acting_as_owner).

    Run again for a school that nobody can open, it invites anew and the earlier address stops working: a link that expired or went
    astray, or a school whose last SENCO and head have left. Raises ValidationError, also where somebody there can invite.
    """
    school = unattended(urn=urn, laestab=laestab)
    if school is None:
        check_framework(described.get("nation", Nation.ENGLAND), described.get("framework", ""))
        school = accounts.open_school(urn=urn, laestab=laestab, senco_name=senco_name, **described)
    senco = first_senco(school, email=email, name=senco_name)
    invitation, link = offer(membership=senco, by=None)
    return Opened(school, invitation, link)


def check_framework(nation: str, code: str) -> None:
    """A school opens under a framework that is shipped: its nation's own unless another is named."""
    shipped = ", ".join(frameworks())
    if code and code not in frameworks():
        raise ValidationError(
            _("There is no framework “%(code)s”. There are: %(shipped)s.")
            % {"code": code, "shipped": shipped}
        )
    if not code and default_for(nation) is None:
        told = {"nation": Nation(nation).label, "shipped": shipped}
        raise ValidationError(
            _(
                "No framework for %(nation)s is shipped with this system. Name the one to work under: %(shipped)s."
            )
            % told
        )


def unattended(*, urn: str, laestab: str) -> School | None:
    """The school of these numbers, which must have nobody who could invite; None where the numbers are free."""
    school = School.objects.filter(urn=urn).first() or School.objects.filter(laestab=laestab).first()
    if school is None:
        return None
    if (school.urn, school.laestab) != (urn, laestab):
        raise ValidationError(
            _("One of these numbers belongs to %(name)s already: URN %(urn)s, LAESTAB %(laestab)s.")
            % {"name": school.name, "urn": school.urn, "laestab": school.laestab}
        )
    can_invite = school.memberships.live().filter(user__is_active=True, role__in=appointing(Role.SENCO))
    if can_invite.exists():
        raise ValidationError(
            _("%(name)s is open already. Its SENCO or head invites colleagues under People.")
            % {"name": school.name}
        )
    return school


def appointing(role: Role) -> list[Role]:
    return [appointer for appointer, appointed in APPOINTS.items() if role in appointed]


def first_senco(school: School, *, email: str, name: str) -> Membership:
    """The membership that is offered: one that waits under this address already, or a new one."""
    waiting = school.memberships.live().filter(user__isnull=True, role=Role.SENCO, email__iexact=email)
    if found := waiting.first():
        return found
    title, first_name, last_name = split_name(name)
    senco = Membership(
        school=school, role=Role.SENCO, email=email, title=title, first_name=first_name, last_name=last_name, job="SENCO"
    )  # fmt: skip
    senco.full_clean(exclude=["user", "school"])
    senco.save(force_insert=True)
    return senco


def split_name(name: str) -> tuple[str, str, str]:
    """ "Mrs Nadia Kirkbride" as title, first name and last name; each can be corrected on the person's page."""
    words = name.split()
    title = words.pop(0) if words and words[0].rstrip(".") in TITLES else ""
    last_name = words.pop() if words else ""
    return title, " ".join(words), last_name
