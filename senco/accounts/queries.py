"""Questions about accounts and memberships."""

from allauth.account.models import EmailAddress

from senco.accounts.models import Invitation, Membership, User
from senco.accounts.roles import Role

SESSION_KEY = "membership_id"
WIDEST_SIGHT_FIRST = [role.value for role in Role]  # the order of the table in roles.py


def memberships_of(user):
    """The person's live memberships, the one with the widest sight first."""
    live = Membership.objects.live().filter(user=user).select_related("school").order_by("pk")
    return sorted(live, key=lambda membership: WIDEST_SIGHT_FIRST.index(membership.role))


def membership_of(request) -> Membership | None:
    """The membership this request acts in: the one chosen in the session while it lives, else the first live one.

    Leaves all of them in `request.memberships` for the switcher: inside a request no role can read those at other schools.
    """
    if not request.user.is_authenticated:
        request.memberships = []
        return None
    if not hasattr(request, "memberships"):
        request.memberships = memberships_of(request.user)
    chosen = request.session.get(SESSION_KEY)
    mine = request.memberships
    return next((m for m in mine if str(m.pk) == chosen), mine[0] if mine else None)


def invitation_with(token: str) -> Invitation | None:
    """The invitation this link belongs to, open or not."""
    found = Invitation.objects.filter(token_hash=Invitation.hash_of(token))
    return found.select_related("membership", "school", "invited_by").first()


def who_owns(email: str) -> User | None:
    """The account that has proved this address to be its own, or was opened under it."""
    proved = EmailAddress.objects.filter(email__iexact=email, verified=True).select_related("user").first()
    return proved.user if proved else User.objects.filter(email__iexact=email).first()
