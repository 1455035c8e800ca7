"""Proving who one is by an emailed code, for people without password and second factor."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import BaseReauthenticateView
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from senco.accounts import one_time_codes
from senco.accounts.forms import CodeForm
from senco.core.permissions import open_to_all


class ByCode(BaseReauthenticateView):
    """A page with two steps: have the code sent, type it."""

    template_name = "accounts/reauthenticate_by_code.html"
    form_class = CodeForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"session": self.request.session}

    def get_context_data(self, **kwargs):
        waiting = one_time_codes.is_waiting(self.request.session)
        return super().get_context_data(**kwargs) | {"waiting": waiting}

    def post(self, request, *args, **kwargs):
        if "send" in request.POST:
            return self.send_code(request)
        return super().post(request, *args, **kwargs)

    def send_code(self, request):
        email = request.user.email
        # Counted for the person who is signed in: requests at the sign-in page, by anybody, do not use it up.
        if ratelimit.consume(request, action="request_login_code", key=f"signed in: {request.user.pk}"):
            code = one_time_codes.issue(request.session)
            get_adapter().send_mail("account/email/login_code", email, {"code": code})
        else:
            messages.error(request, _("Too many codes were asked for. Wait five minutes and try again."))
        return HttpResponseRedirect(request.get_full_path())

    def form_valid(self, form):
        record_authentication(self.request, self.request.user, method="code", reauthenticated=True)
        return super().form_valid(form)


by_code = open_to_all(login_required(ByCode.as_view()))
