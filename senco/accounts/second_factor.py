"""Verbs that write second factors and the sessions they open.

From the command line after a lost telephone and after a change of SECRET_KEY; from the pages whenever a factor comes or goes.
"""

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY as PROOFS
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from cryptography.fernet import InvalidToken
from django.contrib.auth import SESSION_KEY as USER_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from senco.accounts.models import User
from senco.accounts.recent import FACTOR
from senco.accounts.sealed import secret_box

SECRETS = ("secret", "seed")  # of the app, of the recovery codes: what allauth keeps encrypted


@transaction.atomic
def remove_second_factor(*, user: User) -> tuple[int, int]:
    """App, passkeys and recovery codes are gone and every session of the person ends; returns how many of each.

    With a password alone nothing but the pages that set up a new second step opens (SecondFactorGate).
    """
    factors = Authenticator.objects.filter(user=user).delete()[0]
    return factors, end_sessions(user=user)


def end_sessions(*, user: User, but: str | None = None) -> int:
    """Sign the person out wherever they are signed in, `but` in one session; returns in how many places."""
    others = Session.objects.exclude(pk=but).order_by("pk")
    mine = [session.pk for session in others if session.get_decoded().get(USER_KEY) == str(user.pk)]
    UserSession.objects.filter(user=user).exclude(session_key=but).delete()
    return Session.objects.filter(pk__in=mine).delete()[0]


def factors_of(user: User) -> dict[int, str]:
    """The app and the passkeys of an account, by key; recovery codes alone are no second step."""
    mine = Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return dict(mine.order_by("pk").values_list("pk", "type"))


@transaction.atomic
def settle_sessions(*, request, before: dict[int, str]) -> None:
    """After a page that may have changed somebody's factors (`before`: what they were).

    The session in which the first one was set up has given it. Every other session of the account ends then, and ends again
    when a factor is taken away: one of them may be whoever else knows the password, or holds what was taken away.
    """
    after = factors_of(request.user)
    if after and not before:
        key, kind = next(iter(after.items()))
        record_authentication(request, request.user, FACTOR, id=key, type=kind)
    if before and not after:
        given = request.session.get(PROOFS, [])
        request.session[PROOFS] = [proof for proof in given if proof["method"] != FACTOR]
    if before.keys() - after.keys() or (after and not before):
        end_sessions(user=request.user, but=request.session.session_key)


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
