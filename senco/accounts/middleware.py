"""Limits of a session, the gate that asks staff for a second factor, and the clean slate after signing out."""

import time

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from senco.accounts.adapters import UnreadableSecret
from senco.accounts.forms.second_step import NOT_READABLE
from senco.accounts.late_forms import keep_late, sender_of, words_would_be_lost
from senco.accounts.queries import SENDER, memberships_of
from senco.accounts.recent import factors_given
from senco.accounts.roles import SECOND_FACTOR
from senco.accounts.second_factor import factors_of, settle_sessions
from senco.accounts.views.refused import not_signed_in
from senco.core.htmx import redirect_after
from senco.core.sign_in import to_sign_in

STARTED, SEEN = "started_at", "seen_at"  # session keys, seconds since the epoch
SIGN_IN = ("/accounts/", "/you/reading/")  # open to guests
GRAIN = 60  # seconds: a session notes at most once a minute that it was used


class ClearAfterSignOut:
    """When a session ends here, the browser is told to forget what it kept of our pages (a shared classroom computer)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        signed_in = request.user.is_authenticated
        response = self.get_response(request)
        if signed_in and not request.user.is_authenticated:
            response.headers["Clear-Site-Data"] = '"cache", "storage"'  # not cookies: reading settings stay
        return response


def asked_in_passing(request) -> bool:
    """Whether a page that stands open asks by itself (senco.core.permissions.in_passing): nobody need sit before it."""
    try:
        return getattr(resolve(request.path_info).func, "in_passing", False)
    except Resolver404:
        return False


class SessionLimits:
    """Ends a session that has been idle too long or has lasted a working day.

    Drafts wait behind the next sign-in, and so does a form that was sent too late (senco.accounts.late_forms).
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            if self.is_over(request.session):
                self.end(request)
                if request.method != "POST":
                    return to_sign_in(request)
            elif not asked_in_passing(request):
                self.note_use(request)
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """A submission with nobody signed in: dealt with only here, after the token in it was found to be ours.

        Of a session that ran out it waits behind the sign-in. Else (signed out in another tab) nobody knows whose it is:
        the words are given back at once.
        """
        late = not request.user.is_authenticated and request.method == "POST"
        if not late or request.path.startswith(SIGN_IN):
            return None
        if SENDER in request.session:
            return to_sign_in(request, back=keep_late(request))
        return not_signed_in(request) if words_would_be_lost(request, view) else None

    def end(self, request) -> None:
        sender = sender_of(request)
        logout(request)
        request.session[SENDER] = sender

    def is_over(self, session) -> bool:
        now = time.time()
        idle, age = now - session.get(SEEN, now), now - session.get(STARTED, now)
        return idle > settings.SESSION_IDLE_LIMIT or age > settings.SESSION_ABSOLUTE_LIMIT

    def note_use(self, request) -> None:
        now = int(time.time())
        if now - request.session.get(SEEN, 0) >= GRAIN:
            request.session.setdefault(STARTED, now)
            request.session[SEEN] = now
            UserSession.objects.create_from_request(request)  # the list of one's sessions, with "last seen"


class SecondFactorGate:
    """Without a second factor, staff, professionals and governors reach only the pages that set one up.

    What counts is whether this session has given one. Where the account has one and the session has not, it is over: it began
    with the password alone, before the owner set the factor up somewhere else.
    """

    FACTORS = "/accounts/2fa/"
    ALWAYS = ("/accounts/logout/", "/you/reading/", "/static/", "/healthz")
    OPEN = (FACTORS, "/accounts/reauthenticate/", "/accounts/confirm-email/", "/accounts/invitation/")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path.startswith(self.ALWAYS) and self.must_have_one(request):
            held = factors_of(request.user)
            if held and not factors_given(request):
                return self.begin_again(request)
            if not held and not request.path.startswith(self.OPEN):
                return redirect_after(request, "mfa_index")
        if (
            request.method == "POST"
            and request.path.startswith(self.FACTORS)
            and request.user.is_authenticated
        ):
            return self.watch(request)
        return self.get_response(request)

    def must_have_one(self, request) -> bool:
        if not settings.SECOND_FACTOR_REQUIRED or not request.user.is_authenticated:
            return False
        request.memberships = memberships_of(request.user)
        return any(membership.role in SECOND_FACTOR for membership in request.memberships)

    def begin_again(self, request):
        logout(request)
        messages.warning(
            request,
            _("A second step was set up for this account. Sign in again, and give it after your password."),
        )
        return to_sign_in(request)

    def watch(self, request):
        """A page that may set a factor up or take one away: what that means for the sessions of the account."""
        before = factors_of(request.user)
        response = self.get_response(request)
        settle_sessions(request=request, before=before)
        return response

    def process_exception(self, request, exception):
        """Pages that would show a secret nobody can read any more; the forms that ask for a code answer by themselves."""
        if not isinstance(exception, UnreadableSecret):
            return None
        messages.error(request, NOT_READABLE)
        return redirect_after(request, "mfa_index")
