"""The page of one contact: a court order and what it limits, the contact's end, the link to an account, and corrections."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from register.actions.contacts import FACTS, change_contact
from register.forms.contacts import ContactForm
from register.models import Contact
from register.queries.contacts import access_through, changes_of, last_change_of
from register.views.finding import accepted
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_opened
from senco.core.permissions import requires


@requires("register.invite_people")
@recently_authenticated
def contact(request, pk):
    """See and change one contact of a pupil. What is changed here is in the history below, with who did it."""
    by = request.membership
    shown = get_object_or_404(Contact.objects.visible_to(by).select_related("pupil", "membership"), pk=pk)
    record_opened(by, what="contact", pupil_id=shown.pupil_id)
    form = ContactForm(
        request.POST or None,
        instance=shown,
        seen=last_change_of(shown),
        may_lift=by.may("register.share_pupil"),
    )
    form.cancel_url = shown.pupil.get_absolute_url()
    if accepted(form, lambda form: save(form, by)):
        messages.success(request, _("%(name)s is saved.") % {"name": form.outcome.name})
        return redirect("register:contact", pk)
    shown.refresh_from_db()  # a form that was refused has put what was typed on the row
    context = {
        "contact": shown,
        "form": form,
        "grants": access_through(shown, by),
        "changes": changes_of(shown, by),
        "may_lift": by.may("register.share_pupil"),
    }
    return render(request, "register/people/contact.html", context, status=422 if form.errors else 200)


def save(form: ContactForm, by):
    answers = {name: form.cleaned_data[name] for name in FACTS}
    return change_contact(
        contact=form.instance, seen=form.cleaned_data["seen"], by=by, unlink=form.cleaned_data.get("unlink", False), **answers
    )  # fmt: skip
