"""How allauth behaves here: nobody signs up, families need no password, second-factor secrets are encrypted at rest."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import InvalidToken
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from senco.accounts import floods, known_browsers
from senco.accounts.recent import factors_given, proved_recently
from senco.accounts.sealed import secret_box
from senco.accounts.unknown import NOBODY

CODE_SENT = "account/messages/login_code_sent.txt"
TO_UNKNOWN = "account/email/unknown_account"  # allauth's letter to an address without an account
BY_WORD_ALONE = "reauthenticate"  # what allauth calls proving oneself by password, without a factor


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request) -> bool:
        """Accounts come from invitations alone."""
        return False

    def get_reauthentication_methods(self, user) -> list[dict]:
        """allauth knows none for somebody without password and second factor: they prove themselves by an emailed code.

        Who has given a second factor in this session gives one again; the password alone is not offered.
        """
        known = super().get_reauthentication_methods(user)
        if factors_given(self.request):
            known = [method for method in known if method["id"] != BY_WORD_ALONE]
        if known or not user.is_authenticated:
            return known
        url = reverse("accounts:reauthenticate_by_code")
        return [{"id": "code", "description": _("Have a code sent to your email address"), "url": url}]

    def is_reauthentication_required(self, *, app: str, **kwargs) -> bool:
        """Asks also those whom allauth would wave through, and nobody who has only just signed in."""
        if proved_recently(self.request):
            return False
        if not super().get_reauthentication_methods(self.request.user):
            raise ReauthenticationRequired
        return super().is_reauthentication_required(app=app, **kwargs)

    def pre_authenticate(self, request, **credentials) -> None:
        """Before a password is hashed. A form without one never comes here, and is not counted."""
        floods.insist_on_none(request, credentials.get("email", ""))
        super().pre_authenticate(request, **credentials)

    def _get_login_attempts_cache_key(self, request, **credentials) -> str:
        """What wrong passwords are counted under: the address, and for a browser its owner has used before, that browser."""
        shared = super()._get_login_attempts_cache_key(request, **credentials)
        browser = known_browsers.browser_of(request, credentials.get("email", ""))
        return f"{shared}:{browser}" if browser else shared

    def post_login(self, request, user, **kwargs):
        response = super().post_login(request, user, **kwargs)
        known_browsers.remember(request, response, user)
        return response

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Nobody can have us write to an address of their choice, nor learn from the time taken that it has no account here: a
        letter to nobody is written in its place, and given up at once (senco.messages.backends)."""
        if template_prefix == TO_UNKNOWN:
            template_prefix, email = "account/email/login_code", NOBODY
            context = context | {"code": self.generate_login_code()}
        super().send_mail(template_prefix, email, context)
        if self.request is not None:
            self.request.wrote_letter = True

    def add_message(self, request, level, message_template=None, *args, **kwargs) -> None:
        """ "A code was sent" is never said unless a letter was written: of sending it again to an unknown address allauth writes none."""
        if message_template == CODE_SENT and not getattr(self.request, "wrote_letter", False):
            self.send_mail(TO_UNKNOWN, NOBODY, {})
        super().add_message(request, level, message_template, *args, **kwargs)

    def send_password_reset_mail(self, user, email: str, context: dict) -> None:
        """Who signs in by code is told so; a reset must not give them a password through the back door."""
        if user.has_usable_password():
            return super().send_password_reset_mail(user, email, context)
        return self.send_mail("account/email/no_password_needed", email, {"user": user})


class MfaAdapter(DefaultMFAAdapter):
    """allauth stores second-factor secrets as this adapter returns them; its own `encrypt` changes nothing."""

    def encrypt(self, text: str) -> str:
        return secret_box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return secret_box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken as unknown_key:
            raise UnreadableSecret from unknown_key


class UnreadableSecret(Exception):
    """A second-factor secret was encrypted under a key that is neither SECRET_KEY nor one of SECRET_KEY_FALLBACKS."""
