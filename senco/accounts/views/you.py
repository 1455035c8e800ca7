"""Pages about one's own account. They run as the bare login role: the account tables, no pupil."""

from allauth.account.decorators import reauthentication_required
from allauth.account.views import password_set
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from senco.accounts.queries import SESSION_KEY
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
    messages.success(
        request,
        _("You are now acting as %(role)s at %(school)s.")
        % {"role": chosen.get_role_display(), "school": chosen.school.name},
    )
    return redirect("/")


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
