"""The page for a form whose token is no longer ours."""

from django.http import HttpResponseForbidden
from django.template.loader import render_to_string

from senco.accounts.late_forms import texts_in
from senco.core.reading.settings import reading_in_cookie


def stale_form(request, reason: str = "") -> HttpResponseForbidden:
    """What was written is shown to be copied, and not offered to be sent: a stranger's site may have written it."""
    context = {"texts": texts_in(request), "reading": reading_in_cookie(request)}
    return HttpResponseForbidden(render_to_string("403_csrf.html", context))
