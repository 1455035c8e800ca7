"""Opening an invitation. Runs as the bare login role: whoever opens it acts in no membership yet."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from register.actions import invitations
from register.forms.accepting import AcceptForm, PasswordForm
from senco.access.context import acting_as_system
from senco.accounts.models import User
from senco.accounts.queries import SESSION_KEY, invitation_with, who_owns
from senco.accounts.roles import STAFF
from senco.core.permissions import READ_AND_SUBMIT, open_to_all


@open_to_all
@require_http_methods(READ_AND_SUBMIT)
def accept(request, token):
    """Shows what is offered; a submission takes it up. Links that do not work (any more) say why and what to do."""
    invitation = invitation_with(token)
    if invitation is None or not invitation.is_open:
        return render(request, "register/people/not_open.html", {"invitation": invitation}, status=410)
    owner = who_owns(invitation.email)
    if owner is None and not request.user.is_authenticated:
        return first_time(request, invitation, token)
    if owner is None or owner.pk != request.user.pk:
        return somebody_else(request, invitation, owner)
    if request.method == "POST":
        return taken_up(request, invitation, token, user=request.user)
    return page(request, invitation, AcceptForm())


def first_time(request, invitation, token):
    """No account under this address yet: staff choose a password, everybody else just accepts."""
    invited = invitation.membership
    if invited.role not in STAFF:
        return (
            taken_up(request, invitation, token)
            if request.method == "POST"
            else page(request, invitation, AcceptForm())
        )
    account = User(email=invitation.email, first_name=invited.first_name, last_name=invited.last_name)
    form = PasswordForm(request.POST or None, account=account)
    if form.is_valid():
        return taken_up(request, invitation, token, password=form.cleaned_data["password1"])
    return page(request, invitation, form, status=422 if form.errors else 200)


def somebody_else(request, invitation, owner):
    """The address has an account that is not signed in here, or another account is."""
    back = f"{reverse('account_login')}?next={request.path}"
    context = {"invitation": invitation, "has_account": owner is not None, "sign_in": back}
    return render(request, "register/people/other_account.html", context)


def taken_up(request, invitation, token, **how):
    try:
        with acting_as_system(purpose="accept_invitation"):
            user = invitations.accept(token=token, **how)
    except ValidationError:
        return render(request, "register/people/not_open.html", {"invitation": invitation}, status=410)
    if not request.user.is_authenticated:
        get_adapter().login(request, user)
        record_authentication(request, user, method="invitation")
    request.session[SESSION_KEY] = str(invitation.membership_id)
    school = invitation.school.name
    messages.success(request, _("Welcome. You belong to %(school)s now.") % {"school": school})
    return redirect("/")


def page(request, invitation, form, status: int = 200):
    context = {"invitation": invitation, "form": form}
    return render(request, "register/people/accept.html", context, status=status)
