"""What a school decides about its plans as a whole."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from provision.actions.settings import save_settings, wait_for_turn
from provision.forms.settings import SUGGESTED, SettingsForm
from provision.plan_check import RULES
from provision.queries.settings import settings_of
from register.views.finding import accepted
from senco.core.permissions import requires


@requires("provision.edit_settings")
def settings(request):
    """Rules of the plan check, and the school's words for the one-page profile and the tiers of provision."""
    me = request.membership
    if request.method == "POST":
        wait_for_turn(me)
    form = SettingsForm(request.POST or None, instance=settings_of(me.school), rules=RULES)
    if accepted(form, lambda form: save_settings(settings=form.settled(), by=me)):
        messages.success(request, _("Saved."))
        return redirect("provision:settings")
    context = {"form": form, "suggested": SUGGESTED}
    return render(request, "provision/settings/settings.html", context, status=422 if form.errors else 200)
