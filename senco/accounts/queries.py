"""Questions about accounts and memberships."""

from senco.accounts.models import Membership
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
