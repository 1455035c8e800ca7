"""Parents choose the time of a meeting; the office takes an offer back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.views.finding import sent
from register.views.stepping import tried
from register.views.writing import only_reads
from reviews.actions.offering import choose_time, take_offers_back
from reviews.forms.offers import ChooseTimeForm
from reviews.models import TimeOffer
from reviews.queries.offers import open_offers, times_for
from reviews.queries.rounds import reviews_of
from reviews.views.rounds import round_or_404
from reviews.workflow import CHOOSE, INVITE
from senco.audit.actions import record_opened
from senco.core.permissions import SUBMIT, requires
from senco.core.versions import to_edit


@requires(CHOOSE)
def choose(request, pk):
    """The times that are free now."""
    me = request.membership
    seen = TimeOffer.objects.visible_to(me).open().select_related("pupil")
    found = get_object_or_404(to_edit(request, seen), pk=pk)
    record_opened(me, what="times of a meeting", pupil_id=found.pupil_id)
    if page := only_reads(request, found.pupil):
        return page
    times = list(times_for(found, me))
    form = ChooseTimeForm(sent(request), times=times)
    if tried(form, lambda: choose_time(offer=found, key=form.cleaned_data["time"], by=me)):
        messages.success(request, _("Thank you. This time is yours. We send you an e-mail about it."))
        return redirect("reviews:family_records", found.pupil_id)
    context = {"offer": found, "pupil": found.pupil, "form": form, "times": times}
    return render(request, "reviews/families/times.html", context, status=422 if form.errors else 200)


@requires(INVITE, methods=SUBMIT)
def take_back(request, pk):
    """Parents who have not chosen yet can choose no more."""
    found, me = round_or_404(request, pk), request.membership
    away = take_offers_back(offers=open_offers(reviews_of(found, me), me))
    words = ngettext("%(n)d parent can choose no more.", "%(n)d parents can choose no more.", away)
    messages.success(request, words % {"n": away})
    return redirect(found)
