"""A code sent by email, once: ten minutes, three attempts. The session keeps a hash of it, never the code."""

import time

from allauth.core.internal.cryptokit import generate_user_code, normalize_user_code
from django.utils.crypto import constant_time_compare, salted_hmac

KEY = "one_time_code"  # session key
SECONDS = 600
ATTEMPTS = 3


def issue(session) -> str:
    """A new code for this session; an earlier one stops working."""
    code = generate_user_code()
    session[KEY] = {"hash": hash_of(code), "until": time.time() + SECONDS, "left": ATTEMPTS}
    return code


def is_waiting(session) -> bool:
    """Whether a code was sent that can still be typed."""
    kept = session.get(KEY)
    return bool(kept) and kept["until"] > time.time() and kept["left"] > 0


def accept(session, typed: str) -> bool:
    """Whether this is the code; it works once, and a wrong one costs an attempt. Dashes, spaces and case do not matter."""
    if not is_waiting(session):
        return False
    kept = session[KEY]
    if constant_time_compare(kept["hash"], hash_of(typed)):
        del session[KEY]
        return True
    session[KEY] = kept | {"left": kept["left"] - 1}
    return False


def hash_of(code: str) -> str:
    return salted_hmac(__name__, normalize_user_code(code), algorithm="sha256").hexdigest()
