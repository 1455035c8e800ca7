"""Pages about one's own account. They run as the bare login role: the account tables, no pupil."""

from allauth.account.decorators import reauthentication_required
from allauth.account.views import password_set
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from senco.accounts.late_forms import LATE, TYPED
from senco.accounts.queries import SESSION_KEY
from senco.accounts.recent import WAITING
from senco.accounts.roles import STAFF
from senco.core.permissions import SUBMIT, open_to_all, requires


@open_to_all
@require_safe
@login_required
def show(request):
    """Everybody who can sign in has this page, even somebody whose roles have all ended."""
    return render(request, "accounts/you.html", {"may_have_password": is_staff(request)})


@requires("accounts.switch_role", SUBMIT)
def switch_role(request):
    """From here on the session acts in another of one's own live memberships."""
    wanted = request.POST.get("membership", "")
    chosen = next((m for m in request.memberships if str(m.pk) == wanted), None)
    if chosen is None:
        raise Http404
    request.session[SESSION_KEY] = str(chosen.pk)
    request.session.pop(WAITING, None)  # it was written in the role that is left
    request.session.pop(LATE, None)
    if "path" in request.POST:
        return send_again(request, chosen)
    messages.success(
        request,
        _("You are now acting as %(role)s at %(school)s.")
        % {"role": chosen.get_role_display(), "school": chosen.school.name},
    )
    return redirect("/")


def send_again(request, membership):
    """Back in the role a form was written in: the form, to be sent after all (senco.access.same_role)."""
    path = request.POST["path"]
    if not path.startswith("/") or not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        raise Http404
    request.membership = membership  # the page is drawn for this role
    fields = [
        (name.removeprefix(TYPED), value)
        for name, values in request.POST.lists()
        for value in values
        if name.startswith(TYPED)
    ]
    context = {"fields": fields, "path": path, "files": "files" in request.POST}
    return render(request, "accounts/go_on_role.html", context)


@open_to_all
@login_required
@reauthentication_required(app="allauth.account")
def set_password(request):
    """allauth's page for a first password, for staff alone: families and professionals sign in by code or passkey."""
    if not is_staff(request):
        messages.info(request, _("You need no password: you sign in with a code or a passkey."))
        return redirect("accounts:you")
    return password_set(request)


def is_staff(request) -> bool:
    return any(membership.role in STAFF for membership in request.memberships)
