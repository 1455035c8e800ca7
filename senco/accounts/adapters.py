"""How allauth behaves here: nobody signs up, second-factor secrets are encrypted at rest, sign-in mail goes out at once."""

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request) -> bool:
        """Accounts come from invitations alone."""
        return False


class MfaAdapter(DefaultMFAAdapter):
    """allauth stores second-factor secrets as this adapter returns them; its own `encrypt` changes nothing."""

    def encrypt(self, text: str) -> str:
        return secret_box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return secret_box().decrypt(encrypted_text.encode()).decode()


def secret_box() -> Fernet:
    """Encryption under a key derived from SECRET_KEY; changing SECRET_KEY asks everybody to enrol again."""
    digest = hashlib.sha256(b"second-factor:" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
