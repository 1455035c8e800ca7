"""What the database keeps sealed: second-factor secrets, and writing that waits in a session, where no policy guards it."""

import base64
import hashlib
import json

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


def secret_box() -> MultiFernet:
    """Encrypts under a key derived from SECRET_KEY, and still reads what former keys (SECRET_KEY_FALLBACKS) encrypted.

    `bin/manage reencrypt_second_factors` brings all of them under the present key.
    """
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (hashlib.sha256(b"second-factor:" + key.encode()).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])


def seal(content: dict) -> str:
    return secret_box().encrypt(json.dumps(content).encode()).decode()


def unseal(sealed: str | None, *, max_age: int) -> dict | None:
    """What was sealed at most `max_age` seconds ago; None where it is older, or under a key nobody has any more."""
    try:
        return json.loads(secret_box().decrypt((sealed or "").encode(), ttl=max_age))
    except InvalidToken:
        return None
