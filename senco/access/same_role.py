"""What a page sends is done in the role it was drawn for, or not at all.

Somebody who is SENCO of two schools has a tab open at each. The session acts in one role at a time; so every form and every
request of a fragment carries the key of the role its page was drawn for (senco/core/templatetags/role_key.py), and what does
not fit is asked back about. The same with a role that ends while its pages are open: nobody slides into another one unasked.

Runs as `process_view`, after Django's check of the form's token: a page that offers to send something again must never be
drawn from what a stranger's site sent.
"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from senco.accounts.late_forms import fields_sent, late_form, texts_in
from senco.accounts.queries import SESSION_KEY
from senco.core.htmx import wants_part
from senco.core.navigation import ROLE_FIELD, ROLE_HEADER
from senco.core.sign_in import path_of_page

LOOKING = ("GET", "HEAD", "OPTIONS")


class SameRole:
    """Stands inside `ActingAs`, which settles the role of the request and undoes what an answer of 400 or more wrote."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not request.acting:
            return None
        return looking(request) if request.method in LOOKING else sending(request)


def looking(request) -> HttpResponse | None:
    """A page, or a part of one: parts are never mixed with what another role sees."""
    if wants_part(request):
        fits = request.ended_role is None and keys_sent(request) <= {str(request.membership.pk)}
        return None if fits else HttpResponse(status=204, headers={"HX-Redirect": path_of_page(request)})
    if request.ended_role is not None:
        return tell_of_end(request)
    if request.method == "GET" and (late := late_form(request)):
        return render(request, "accounts/go_on_late.html", {"fields": late["fields"], "path": late["path"]})
    return None


def tell_of_end(request) -> HttpResponse | None:
    """Which role has ended, and a choice among those that are left; where one is left, that one from here on."""
    ended, now = request.ended_role, request.membership
    if len(request.memberships) > 1:
        return render(request, "accounts/role_ended.html", {"ended": ended}, status=409)
    request.session[SESSION_KEY] = str(now.pk)
    words = _("Your role as %(role)s at %(school)s has ended. You are now acting as %(other)s at %(there)s.")
    names = {"role": ended.get_role_display(), "school": ended.school.name}
    names |= {"other": now.get_role_display(), "there": now.school.name}
    messages.warning(request, words % names)
    return None


def sending(request) -> HttpResponse | None:
    """A submission. Without a key it is taken only from somebody who has one role, where nothing can be mixed up."""
    keys, now = keys_sent(request), str(request.membership.pk)
    alone = len(request.memberships) == 1
    if request.ended_role is None and (keys == {now} or (alone and not keys)):
        return None
    drawn = next((m for m in request.memberships if {str(m.pk)} == keys), None)
    context = {
        "drawn": drawn,
        "ended": request.ended_role,
        "path": request.get_full_path(),
        "fields": fields_sent(request),
        "files": bool(request.FILES),
        "texts": [] if drawn else texts_in(request),
    }
    response = render(request, "accounts/other_role.html", context, status=409)
    if request.htmx:  # the whole page, wherever the fragment was to go
        response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "body", "innerHTML"
    return response


def keys_sent(request) -> set[str]:
    """The roles for which the page says it was drawn: at most one, unless it was put together from two."""
    return {request.POST.get(ROLE_FIELD, ""), request.headers.get(ROLE_HEADER, "")} - {""}
