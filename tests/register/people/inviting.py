"""People whom a school knows, with and without an invitation."""

import re

from register.actions import invitations
from senco.access.context import acting_as
from senco.accounts.models import Membership
from senco.messages.models import OutboxMessage
from tests.factories import as_owner, person
from tests.factories.records import days


def known(role: str, *, at, **fields) -> Membership:
    """Somebody whom the school knows but who has no account."""
    details = {
        "title": "Ms",
        "first_name": "Amal",
        "last_name": "Ahmed",
        "email": "amal@example.org",
    } | fields
    with as_owner():
        return Membership.objects.create(school=at, role=role, starts=days(-1), **details)


def invited(role: str, *, at, by=None, **fields) -> tuple[Membership, str]:
    """Somebody who has just been invited, and the path of their link."""
    someone = known(role, at=at, **fields)
    with acting_as(by or person("senco", at=at)) as senco:
        invitations.invite(membership=someone, by=senco)
    return someone, link_from_mail()


def link_from_mail() -> str:
    with as_owner():
        text = OutboxMessage.objects.order_by("created_at").last().text
    return re.search(r"/accounts/invitation/\S+", text).group()
