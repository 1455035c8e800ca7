"""Step-up: before an export or a change of access a person proves once more who they are.

allauth keeps the record of every proof in the session; one that is at most five minutes old is enough
(ACCOUNT_REAUTHENTICATION_TIMEOUT). Nothing typed is lost on the way: a form sent too late waits in the session and is
offered again, filled in, after the proof; sealed, and for an hour.
"""

import time
from functools import wraps

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.shortcuts import render, resolve_url
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from senco.accounts.late_forms import KEPT_FOR, fields_to_keep
from senco.accounts.sealed import seal, unseal
from senco.core.htmx import redirect_after, wants_part
from senco.core.sign_in import answers_get, page_to_return_to

WAITING = "form_waiting_for_proof"  # session key
FACTOR = "mfa"  # what allauth calls a proof by second factor


def proved_recently(request) -> bool:
    """Whether the person signed in or proved who they are within the last five minutes.

    In a session that has seen a second factor only a second factor proves anything: whoever sits at it with the password
    alone would otherwise pass.
    """
    records = factors_given(request) or get_authentication_records(request, request.user)
    latest = max((record["at"] for record in records), default=0)
    return time.time() - latest < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def factors_given(request) -> list[dict]:
    """The proofs in this very session that were a second factor: an app's code, a recovery code or a passkey.

    That the account has one says nothing about who sits here: it may have been set up elsewhere since.
    """
    records = get_authentication_records(request, request.user)
    return [record for record in records if record["method"] == FACTOR]


def recently_authenticated(view):
    """The view runs only for somebody who proved recently who they are; stands below `@requires`.

    Decorate the page with the form as well as the submission: then the question comes before the writing.
    """

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not proved_recently(request):
            return ask_for_proof(request)
        if request.method == "GET" and not wants_part(request) and (fields := fields_waiting(request)):
            return render(request, "accounts/go_on.html", {"fields": fields})
        return view(request, *args, **kwargs)

    guarded.steps_up = True
    return guarded


def ask_for_proof(request):
    """Off to the proof, and back to this page after it: with its query, and with the form that waits where one was sent."""
    back = page_to_return_to(request)
    if request.method == "POST" and answers_get(request):
        keep_waiting(request)
        back = request.get_full_path()
    query = urlencode({"next": back})
    return redirect_after(request, f"{resolve_url('account_reauthenticate')}?{query}")


def keep_waiting(request) -> None:
    fields = fields_to_keep(request)
    if fields is None or request.FILES:
        messages.warning(request, _("This form was too large to keep. Please fill it in again."))
        return
    request.session[WAITING] = seal(here(request) | {"fields": fields})


def fields_waiting(request) -> list:
    """What was sent to this address before the proof, once: (name, value) pairs in the order they were sent."""
    waiting = unseal(request.session.get(WAITING), max_age=KEPT_FOR)
    if not waiting or not here(request).items() <= waiting.items():
        return []
    del request.session[WAITING]
    return waiting["fields"]


def here(request) -> dict:
    """The address and the role a form waits for: what was written as one is never offered to another."""
    return {"path": request.get_full_path(), "membership": str(request.membership.pk)}
