"""Questions about accounts and memberships."""

from allauth.account.models import EmailAddress
from django.db.models import Value

from senco.accounts.models import Closure, Invitation, Membership, Term, User
from senco.accounts.roles import Role
from senco.core import calendar
from senco.core.calendar import SchoolCalendar

SESSION_KEY = "membership_id"
SENDER = "session_ran_out_of"  # session key: user and membership of the session that ran out before this one
WIDEST_SIGHT_FIRST = [role.value for role in Role]  # the order of the table in roles.py


def memberships_of(user):
    """The person's live memberships, the one with the widest sight first."""
    live = Membership.objects.live().filter(user=user).select_related("school").order_by("pk")
    return sorted(live, key=lambda membership: WIDEST_SIGHT_FIRST.index(membership.role))


def membership_of(request) -> Membership | None:
    """The membership this request acts in: the one chosen in the session; where none was chosen yet, the first live one.

    Leaves all of them in `request.memberships` for the switcher: inside a request no role can read those at other schools.
    Where the chosen one has ended, that one is left in `request.ended_role`; the answer is then only a stand-in, with which
    nothing is done before the person has been told (senco.access.same_role).
    """
    request.ended_role = None
    if not request.user.is_authenticated:
        request.memberships = []
        return None
    if not hasattr(request, "memberships"):
        request.memberships = memberships_of(request.user)
    mine, chosen = request.memberships, chosen_role(request)
    found = next((m for m in mine if str(m.pk) == chosen), None)
    if chosen and found is None:
        request.ended_role = ended_role(request.user, chosen)
    return found or (mine[0] if mine else None)


def chosen_role(request) -> str:
    """The key of the role chosen in this session, or of the one in which the session before it ran out."""
    chosen = request.session.get(SESSION_KEY)
    sender = request.session.get(SENDER, {})
    if chosen or sender.get("user") != str(request.user.pk):
        return chosen or ""
    return sender["membership"] or ""


def ended_role(user, key: str) -> Membership | None:
    """A membership of this person that is over, to name it."""
    return Membership.objects.filter(user=user, pk=key).select_related("school").first()


def invitation_with(token: str) -> Invitation | None:
    """The invitation this link belongs to, open or not."""
    found = Invitation.objects.filter(token_hash=Invitation.hash_of(token))
    return found.select_related("membership", "school", "invited_by").first()


def who_owns(email: str) -> User | None:
    """The account that has proved this address to be its own, or was opened under it."""
    proved = EmailAddress.objects.filter(email__iexact=email, verified=True).select_related("user").first()
    return proved.user if proved else User.objects.filter(email__iexact=email).first()


def calendar_of(school) -> SchoolCalendar:
    """The terms and closures that the school has entered. One query."""
    terms, closures = (
        model.objects.filter(school=school)
        .order_by()
        .annotate(is_term=Value(model is Term))
        .values_list("is_term", "name", "starts", "ends")
        for model in (Term, Closure)
    )
    rows = list(terms.union(closures, all=True).order_by("starts"))
    return SchoolCalendar(
        school.nation,
        terms=tuple(calendar.Term(*row) for is_term, *row in rows if is_term),
        closures=tuple(calendar.Closure(*row) for is_term, *row in rows if not is_term),
    )
