"""When somebody proves a new e-mail address, the schools they belong to write to that one."""

from allauth.account.signals import email_changed

from senco.access.context import acting_as_system
from senco.accounts.models import Membership


def follow(sender, *, user, to_email_address, **_details) -> None:
    """allauth tells of the change in a request that acts in no role; only the system may write memberships of every school."""
    with acting_as_system(purpose="address_changed"):
        Membership.objects.filter(user=user).update(email=to_email_address.email)


def listen() -> None:
    email_changed.connect(follow, dispatch_uid="memberships_follow_the_address")
