"""Limits of a session, and the gate that asks staff for a second factor."""

import time

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect

from senco.accounts.queries import memberships_of
from senco.accounts.roles import SECOND_FACTOR

STARTED, SEEN = "started_at", "seen_at"  # session keys, seconds since the epoch


class SessionLimits:
    """Ends a session that has been idle too long or has lasted a working day; drafts wait behind the next sign-in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated and self.is_over(request.session):
            logout(request)
            return redirect_to_login(request.get_full_path())
        return self.get_response(request)

    def is_over(self, session) -> bool:
        now = int(time.time())
        started = session.setdefault(STARTED, now)
        idle = now - session.get(SEEN, now)
        session[SEEN] = now
        return idle > settings.SESSION_IDLE_LIMIT or now - started > settings.SESSION_ABSOLUTE_LIMIT


class SecondFactorGate:
    """Without a second factor, staff, professionals and governors reach only the pages that set one up."""

    OPEN = ("/accounts/", "/static/", "/healthz")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path.startswith(self.OPEN) and self.must_enrol(request.user):
            return redirect("mfa_index")
        return self.get_response(request)

    def must_enrol(self, user) -> bool:
        if not settings.SECOND_FACTOR_REQUIRED or not user.is_authenticated or is_mfa_enabled(user):
            return False
        return any(membership.role in SECOND_FACTOR for membership in memberships_of(user))
