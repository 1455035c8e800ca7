"""The pages for a form that cannot be taken any more: its token is no longer ours, or nobody is signed in."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseForbidden
from django.template.loader import render_to_string

from senco.accounts.late_forms import texts_in
from senco.core.reading.settings import reading_in_cookie
from senco.core.sign_in import page_to_return_to


def stale_form(request, reason: str = "") -> HttpResponseForbidden:
    """What was written is shown to be copied, and not offered to be sent: a stranger's site may have written it."""
    context = {"texts": texts_in(request), "reading": reading_in_cookie(request)}
    return HttpResponseForbidden(render_to_string("403_csrf.html", context))


def not_signed_in(request) -> HttpResponseForbidden:
    """The words, to be copied, and the way to sign-in. Nobody knows whose they are, so that they are kept nowhere."""
    context = {
        "texts": texts_in(request),
        "sign_in": redirect_to_login(page_to_return_to(request)).url,
        "reading": reading_in_cookie(request),
    }
    return HttpResponseForbidden(render_to_string("accounts/not_signed_in.html", context))
