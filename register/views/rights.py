"""The page on which the school confirms that a young person decides, and the one on which that is taken back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.rights import CONFIRM, pass_rights, take_rights_back
from register.deadlines import rights_pass_from
from register.forms.rights import PassRightsForm, TakeBackForm
from register.queries.portal import adults_at_home, rights_of
from register.views.finding import accepted, pupil_or_404
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_opened
from senco.core.permissions import requires
from senco.drafts.actions import discard
from senco.drafts.restoring import restore


@requires(CONFIRM)
@recently_authenticated
def confirm(request, pk):
    """Says what will happen, asks what each parent may do, then does it."""
    pupil, by = pupil_or_404(request, pk), request.membership
    record_opened(by, what="rights of the young person", pupil_id=pupil.pk)
    if rights_of(pupil, by):
        return redirect("register:take_rights_back", pk)
    first = rights_pass_from(pupil.date_of_birth, pupil.school.nation)
    form = PassRightsForm(
        request.POST or None,
        pupil=pupil,
        adults=adults_at_home(pupil, by),
        initial={"passed_on": first or timezone.localdate()},
    )
    form.cancel_url = pupil.get_absolute_url()
    restore(form, by)
    if accepted(form, lambda form: pass_rights(pupil=pupil, by=by, **form.facts())):
        discard(by=by, form=form.draft_key)
        messages.success(request, _("Confirmed. %(name)s decides from now on.") % {"name": pupil.forename})
        return redirect("register:contact", form.outcome.pk)
    context = {"pupil": pupil, "form": form, "first": first, "early": first and first > timezone.localdate()}
    return render(request, "register/people/rights.html", context, status=422 if form.errors else 200)


@requires(CONFIRM)
@recently_authenticated
def take_back(request, pk):
    pupil, by = pupil_or_404(request, pk), request.membership
    record_opened(by, what="rights of the young person", pupil_id=pupil.pk)
    passed = rights_of(pupil, by)
    if passed is None:
        raise Http404
    adults = adults_at_home(pupil, by)
    form = TakeBackForm(request.POST or None, adults=adults)
    form.cancel_url = pupil.get_absolute_url()
    if accepted(form, lambda form: take_rights_back(pupil=pupil, levels=form.levels, by=by)):
        messages.success(request, _("Taken back. The parents decide."))
        return redirect(pupil)
    context = {"pupil": pupil, "form": form, "passed": passed, "adults": adults}
    return render(request, "register/people/rights_back.html", context, status=422 if form.errors else 200)
