"""A browser that a person has signed in with before is counted apart, so that nobody can use up their attempts from elsewhere.

Five wrong passwords, or three requests for a code, make an address wait, whoever typed them: that stops guessers, and would let
a pupil keep the SENCO out for as long as the pupil goes on typing. The SENCO's own browser carries a signed cookie and is
counted for itself. Whoever steals the cookie has gained five guesses in five minutes, and no more than that.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.utils.crypto import salted_hmac

COOKIE = "known_browser"
KEPT_FOR = 90 * 24 * 60 * 60  # seconds
MOST = 8  # people of one browser: a shared computer forgets the one who signed in longest ago


def remember(request, response, user) -> None:
    """After a sign-in. The cookie names nobody: it holds a number of its own and hashes of addresses."""
    known, mine = read(request), mark_of(user.email)
    people = [mine, *(each for each in known["people"] if each != mine)][:MOST]
    response.set_cookie(
        COOKIE, signing.dumps({"id": known["id"], "people": people}, salt=COOKIE), max_age=KEPT_FOR, path="/accounts/",
        httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip


def browser_of(request, address: str) -> str:
    """The number of this browser, if the person with this address has signed in with it; else nothing."""
    known = read(request)
    return known["id"] if mark_of(address) in known["people"] else ""


def read(request) -> dict:
    try:
        return signing.loads(request.COOKIES.get(COOKIE, ""), salt=COOKIE, max_age=KEPT_FOR)
    except signing.BadSignature:
        return {"id": secrets.token_urlsafe(12), "people": []}


def mark_of(address: str) -> str:
    return salted_hmac(COOKIE, address.strip().lower(), algorithm="sha256").hexdigest()[:24]
