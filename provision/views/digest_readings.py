"""Who has not read what has changed, and a reminder: for the SENCO."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.actions.digest import remind
from provision.queries.readings import unread_in_school
from register.views.selecting import keys_in
from senco.audit.actions import record_listed
from senco.core.permissions import READ, SUBMIT, requires


@requires("provision.view_readings", methods=READ)
def not_read(request):
    """Colleagues with something unread, who has most of it first."""
    found = unread_in_school(request.membership)
    shown = {pupil.pk for each in found for pupil, _changes in each.pupils}
    record_listed(request.membership, what="not read", pupil_ids=sorted(shown))
    return render(request, "provision/digest/not_read.html", {"people": found})


@requires("provision.view_readings", methods=SUBMIT)
def send_reminders(request):
    """To those who are ticked and still have something to read; without a name of a pupil in it."""
    ticked = set(keys_in(request.POST.getlist("selected")))
    meant = [each.person for each in unread_in_school(request.membership) if each.person.pk in ticked]
    count = remind(people=meant, by=request.membership)
    if count:
        words = ngettext(
            "A reminder is on its way to %(n)d person.", "Reminders are on their way to %(n)d people.", count
        )
        messages.success(request, words % {"n": count})
    else:
        messages.warning(
            request,
            _("Nobody was reminded: tick people who have an e-mail address and were not reminded today."),
        )
    return redirect("provision:not_read")
