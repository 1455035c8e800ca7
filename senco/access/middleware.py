"""Every request of a signed-in person runs as one membership, in one transaction."""

from django.db import transaction
from django.utils.cache import add_never_cache_headers

from senco.access.context import acting_as
from senco.accounts.queries import SENDER, SESSION_KEY, membership_of

INVALID_FORM = 422  # a form shown again with its errors is a page like any other

# Sign-in and account pages run as the bare login role: they need the account tables and must not reach a pupil.
ACCOUNT_PATHS = ("/accounts/", "/you/", "/healthz", "/static/", "/mail/")


class ActingAs:
    """Innermost middleware: sets request.membership and opens `acting_as` around the view and its template."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.membership = membership_of(request)
        request.acting = False
        self.remember(request)
        if request.membership is None or request.path.startswith(ACCOUNT_PATHS):
            return self.get_response(request)
        return self.answer(request)

    def remember(self, request) -> None:
        """The role of a session is settled at its first request: if that role ends, nobody slides into another unawares."""
        if request.membership is None or request.ended_role is not None:
            return
        if request.session.get(SESSION_KEY) != str(request.membership.pk):
            request.session[SESSION_KEY] = str(request.membership.pk)
            request.session.pop(SENDER, None)

    def answer(self, request):
        """The response, with everything undone where it is an error: a failed page leaves no rows behind."""
        str(request.user.pk)  # load the account while the connection still has the login role's rights
        with acting_as(request.membership, purpose="request"):
            request.acting = True
            response = self.get_response(request)
            if response.streaming:
                raise RuntimeError(
                    "Streaming would run after the transaction has ended; build the answer first."
                )
            if response.status_code >= 400 and response.status_code != INVALID_FORM:
                transaction.set_rollback(True)
        return response


class PrivatePages:
    """Nothing about a pupil is kept by a browser or a proxy; pages that answer whole or in part say so."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not request.path.startswith("/static/"):
            add_never_cache_headers(response)
            response.headers["Cache-Control"] = "no-store, private"
            response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
            response.headers["Vary"] = ", ".join(
                filter(None, (response.headers.get("Vary", ""), "HX-Request"))
            )
        return response
