"""Questions about accounts and memberships."""

from senco.accounts.models import Membership

SESSION_KEY = "membership_id"


def memberships_of(user):
    """The person's live memberships, the one with the widest sight first."""
    order = {"senco": 0, "admin": 1, "head": 2, "teacher": 3, "ta": 4, "parent": 5, "professional": 6, "governor": 7}
    live = Membership.objects.live().filter(user=user).select_related("school").order_by("pk")
    return sorted(live, key=lambda membership: order[membership.role])


def membership_of(request) -> Membership | None:
    """The membership this request acts in: the one chosen in the session while it lives, else the first live one."""
    if not request.user.is_authenticated:
        return None
    request.memberships = memberships_of(request.user)
    chosen = request.session.get(SESSION_KEY)
    return next((m for m in request.memberships if str(m.pk) == chosen), next(iter(request.memberships), None))
