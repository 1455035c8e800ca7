"""Who asks for a code or a new password learns nothing of whether the address has an account: not from the answer, not from its time.

The same is looked up, written, kept and handed to the relay for every address; for one without an account it goes to nobody.
"""

from allauth.account.forms import default_token_generator
from allauth.account.internal.userkit import filter_users_by_email
from allauth.account.models import EmailAddress

from senco.accounts.models import User

NOBODY = "nobody@unknown.invalid"  # no mail can ever arrive there (RFC 2606)


def accounts_with(email: str) -> list[User]:
    """The accounts that sign in with this address: one or none, with the same queries."""
    found = filter_users_by_email(email, is_active=True, prefer_verified=True, for_login=True)
    if found:
        list(
            User.objects.filter(email=email.lower())
        )  # where allauth looks next for an address it has not found
    return found


def look_as_if_for_a_link(email: str) -> None:
    """What making the link to a new password reads and computes; the link is nobody's."""
    somebody = User()
    EmailAddress.objects.filter(user_id=somebody.pk, email=email).exists()
    default_token_generator.make_token(somebody)
