"""A parent's own details: the parent says what is wrong, the office writes it into the contact or says why not."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from register.views.finding import accepted, pupil_or_404
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_opened
from senco.core.permissions import requires
from senco.core.versions import to_edit
from senco.drafts.actions import discard
from senco.drafts.restoring import restore
from senco.liaison.actions.details import decline, take_over, wish_details
from senco.liaison.forms.details import DetailsForm, SettleForm
from senco.liaison.models import DetailsWish
from senco.liaison.queries.details import SETTLE, last_wish, own_contact


@requires("liaison.correct_details")
def details(request, pk):
    """What the school has of this parent, to be put right."""
    pupil, me = pupil_or_404(request, pk), request.membership
    record_opened(me, what="own details", pupil_id=pupil.pk)
    contact = own_contact(pupil, me)
    if contact is None:
        raise Http404
    wish = last_wish(contact, me)
    waiting = wish if wish and wish.settled_at is None else None
    form = DetailsForm(request.POST or None, instance=waiting, contact=contact)
    form.cancel_url = reverse("dashboard:child", args=[pupil.pk])
    restore(form, me)
    if accepted(form, lambda form: wish_details(contact=contact, by=me, **form.wished())):
        discard(by=me, form=form.draft_key)
        messages.success(request, _("Thank you. The school office looks at it and tells you here."))
        return redirect("liaison:details", pupil.pk)
    context = {"pupil": pupil, "contact": contact, "form": form, "wish": wish}
    return render(request, "liaison/details.html", context, status=422 if form.errors else 200)


@requires(SETTLE)
@recently_authenticated
def settle(request, pk):
    """What the school has beside what the parent says, and what shall happen."""
    by = request.membership
    seen = DetailsWish.objects.visible_to(by).select_related("pupil", "contact__address", "by", "settled_by")
    wish = get_object_or_404(to_edit(request, seen), pk=pk)
    record_opened(by, what="details a parent corrects", pupil_id=wish.pupil_id)
    form = SettleForm(request.POST or None)
    form.cancel_url = reverse("register:contact", args=[wish.contact_id])
    if accepted(form, lambda form: settled(wish, form, by)):
        messages.success(request, _("Settled. The parent reads on their page what became of it."))
        return redirect("register:contact", wish.contact_id)
    context = {
        "wish": wish,
        "pupil": wish.pupil,
        "form": form,
        "address": getattr(wish.contact, "address", None),
    }
    return render(request, "liaison/settle_details.html", context, status=422 if form.errors else 200)


def settled(wish: DetailsWish, form: SettleForm, by) -> None:
    if form.takes:
        take_over(wish=wish, by=by)
    else:
        decline(wish=wish, reason=form.cleaned_data["reason"], by=by)
