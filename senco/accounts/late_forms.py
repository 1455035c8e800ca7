"""A form sent after its session ran out is not lost: it waits, for its writer alone, behind the next sign-in.

The session that ran out is deleted. In the new one, still nobody's, stand the account it belonged to and, sealed, the form:
whoever else signs in on this computer never sees it, nor does anybody who reads the database, and after an hour nobody can.
"""

import re

from senco.accounts.queries import SENDER, SESSION_KEY
from senco.accounts.sealed import seal, unseal
from senco.core.navigation import ROLE_FIELD
from senco.core.sign_in import answers_get, page_to_return_to

LATE = "form_sent_too_late"  # session key
TYPED = "typed:"  # stands before the name of a field that waits inside another form
KEPT_FOR = 60 * 60  # seconds
KEPT_AT_MOST = 100_000  # characters of a form that may wait in a session
NEVER_KEPT = ("password", "credential", "csrfmiddlewaretoken", ROLE_FIELD)  # parts of field names
NOT_TYPED = ("opened", "draft_key")  # ends of names of fields that a form fills by itself
A_KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LONG_TEXT = 20  # characters; shorter values are choices, dates and keys
# What is sent there is not worth keeping, or must not be kept.
NOT_WRITING = ("/accounts/", "/you/", "/drafts/")


def fields_sent(request) -> list:
    """(name, value) pairs of a submission in the order they were sent, secrets left out."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if not any(part in name for part in NEVER_KEPT)
    ]


def fields_to_keep(request) -> list | None:
    """The same, for a session to keep; None where they are too many."""
    fields = fields_sent(request)
    too_many = sum(len(name) + len(value) for name, value in fields) > KEPT_AT_MOST
    return None if too_many else fields


def sender_of(request) -> dict:
    """Whose session this is, and in which role: what a late form is bound to."""
    return {"user": str(request.user.pk), "membership": request.session.get(SESSION_KEY)}


def keep_late(request) -> str:
    """Keep what was just sent for the person whose session ran out before it arrived; returns the page it waits on."""
    page = request.get_full_path() if answers_get(request) else page_to_return_to(request)
    fields = fields_to_keep(request)
    if fields and not request.path.startswith(NOT_WRITING):
        sent = {"sender": request.session[SENDER], "path": request.get_full_path(), "fields": fields}
        request.session[LATE] = seal(sent | {"page": page})
    return page


def late_form(request) -> dict | None:
    """The form that waits for this person on this page, once. Somebody else's, or an old one, is forgotten."""
    if LATE not in request.session:
        return None
    late = unseal(request.session[LATE], max_age=KEPT_FOR)
    if late is None:
        del request.session[LATE]
        return None
    mine = late["sender"]["user"] == str(request.user.pk)
    membership = late["sender"]["membership"]
    here = late["page"] == request.get_full_path() and membership == request.session.get(SESSION_KEY)
    if mine and not here:
        return None
    del request.session[LATE]
    return late if mine else None


def texts_in(request) -> list[str]:
    """What somebody wrote in a submission that cannot be sent again: long texts alone, to be copied by hand."""
    return [
        value
        for name, value in fields_sent(request)
        if len(value) >= LONG_TEXT and not name.endswith(NOT_TYPED) and not A_KEY.fullmatch(value)
    ]


def words_would_be_lost(request, view) -> bool:
    """Whether a page that asks for sign-in was sent something written. A part of a page, or a draft saved in passing, has its page."""
    in_passing = bool(request.htmx) or (
        request.path.startswith(NOT_WRITING) and "keep_as_draft" not in request.POST
    )
    return bool(getattr(view, "permission", None)) and not in_passing and bool(texts_in(request))
