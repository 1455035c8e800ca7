"""Verbs that write second factors from the command line: after a lost telephone, and after a change of SECRET_KEY."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from cryptography.fernet import InvalidToken
from django.contrib.auth import SESSION_KEY as USER_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from senco.accounts.adapters import secret_box
from senco.accounts.models import User

SECRETS = ("secret", "seed")  # of the app, of the recovery codes: what allauth keeps encrypted


@transaction.atomic
def remove_second_factor(*, user: User) -> tuple[int, int]:
    """App, passkeys and recovery codes are gone and every session of the person ends; returns how many of each.

    With a password alone nothing but the pages that set up a new second step opens (SecondFactorGate).
    """
    factors = Authenticator.objects.filter(user=user).delete()[0]
    return factors, end_sessions(user=user)


def end_sessions(*, user: User) -> int:
    """Sign the person out wherever they are signed in; returns in how many places."""
    mine = [s.pk for s in Session.objects.order_by("pk") if s.get_decoded().get(USER_KEY) == str(user.pk)]
    UserSession.objects.filter(user=user).delete()
    return Session.objects.filter(pk__in=mine).delete()[0]


@transaction.atomic
def reencrypt_second_factors() -> tuple[int, int]:
    """Bring every secret under the present SECRET_KEY; returns how many were, and how many no known key opens."""
    done = unreadable = 0
    for factor in Authenticator.objects.select_for_update().order_by("pk"):
        kept = [name for name in SECRETS if name in factor.data]
        try:
            factor.data |= {name: secret_box().rotate(factor.data[name].encode()).decode() for name in kept}
        except InvalidToken:
            unreadable += 1
            continue
        factor.save(update_fields=["data"])
        done += bool(kept)
    return done, unreadable
