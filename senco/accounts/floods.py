"""Floods of sign-in are stopped per address; a browser its owner has signed in with before is counted for itself.

A school is one address: whoever floods it from a classroom must not shut out the people who sign in there every day. Only
what costs something is counted, a password to hash or a letter to write: a form that is not filled in is neither.
"""

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal import ratelimit
from allauth.core.internal.ratelimit import get_ip
from allauth.core.ratelimit import consume, respond_429

from senco.accounts import known_browsers

ACTION = "flood"  # in ACCOUNT_RATE_LIMITS


def insist_on_none(request, address: str) -> None:
    """Counts one attempt of this browser, or of everybody who comes from where it comes from, and answers 429 to one too many."""
    browser = known_browsers.browser_of(request, address)
    if not consume(
        request, action=ACTION, key=f"browser {browser}" if browser else f"from {get_ip(request)}"
    ):
        raise ImmediateHttpResponse(respond_429(request))


def opened_too_often(request, key: str) -> bool:
    """Counts one opening of a link that needs no sign-in, by its `key`, and one of whoever opens links; reading counts as well."""
    whole = {"app": "allauth.account", "limit_get": True}
    one_link = ratelimit.consume(request, action="open_link", key=key, **whole)
    return not one_link or not ratelimit.consume(request, action="link_door", **whole)
