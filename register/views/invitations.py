"""Inviting: one person, one contact, many at once, or somebody under a court order by a decision of its own."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from register.actions import invitations
from register.actions import people as actions
from register.forms.shares import DespiteOrderForm
from register.queries.family_links import Mailboxes
from register.queries.people import contacts, contacts_to_decide, parents_to_invite, staff_to_invite
from register.views.people import appointed
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_listed, record_opened
from senco.core.permissions import SUBMIT, requires

AT_ONCE = 500  # invitations of one submission
GROUPS = {
    "staff": gettext_lazy("Staff without an account"),
    "register": gettext_lazy("Parents and carers of pupils on the SEN register"),
    "contacts": gettext_lazy("All contacts with parental responsibility"),
}


@requires("register.invite_people", SUBMIT)
@recently_authenticated
def invite(request, pk):
    """Send an invitation, or send it again."""
    someone = appointed(request, pk)
    try:
        invitations.invite(membership=someone, by=request.membership)
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, _("%(name)s is invited.") % {"name": someone.name})
    return redirect("register:person", pk)


@requires("register.invite_people", SUBMIT)
@recently_authenticated
def revoke(request, pk):
    invitations.revoke(membership=appointed(request, pk), by=request.membership)
    messages.success(request, _("The invitation does not work any more."))
    return redirect("register:person", pk)


@requires("register.invite_people")
@recently_authenticated
def invite_contact(request, pk):
    """One contact from the MIS, after a look at who it is. A court order leads to a page of its own."""
    contact = get_object_or_404(contacts(request.membership), pk=pk)
    if contact.court_order:
        return redirect("register:decide_contact", pk)
    problem = Mailboxes(request.membership, [contact.pupil_id]).problem_of([contact])
    if request.method == "POST" and contact.email and not problem:
        try:
            sent = actions.invite_contacts(contacts=[contact], by=request.membership)
        except ValidationError as changed:  # somebody wrote in between
            problem = " ".join(changed.messages)
        else:
            messages.success(request, told_of(sent) % {"name": contact.name})
            return redirect("register:people_contacts")
    record_opened(request.membership, what="invite contact", pupil_id=contact.pupil_id)
    context = {
        "contact": contact,
        "problem": problem,
        "may_decide": request.membership.may("register.share_pupil"),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "register/people/invite_contact.html", context, status=status)


def told_of(invitation) -> str:
    if invitation:
        return _("%(name)s is invited.")
    return _("%(name)s has an account and sees the pupil from now on.")


@requires("register.share_pupil")
@recently_authenticated
def decide_contact(request, pk):
    """A contact whom a court order, or an address of two people, keeps from being invited: the SENCO or head decides, in words,
    and for a time."""
    contact = get_object_or_404(contacts_to_decide(request.membership), pk=pk)
    mailboxes = Mailboxes(request.membership, [contact.pupil_id])
    problem = mailboxes.problem_of([contact]) if contact.email else ""
    if not (contact.court_order or problem):
        raise Http404
    form = DespiteOrderForm(request.POST or None)
    if contact.email and form.is_valid():
        details = {name: form.cleaned_data[name] for name in ("reason", "level", "starts", "ends")}
        actions.invite_despite_order(contact=contact, by=request.membership, **details)
        messages.success(request, _("Access is given as you decided. It ends by itself."))
        return redirect("register:shares")
    record_opened(request.membership, what="court order", pupil_id=contact.pupil_id)
    context = {"contact": contact, "form": form, "problem": problem, "holder": mailboxes.holder_of(contact)}
    return render(request, "register/people/decide.html", context, status=422 if form.errors else 200)


@requires("register.invite_people")
@recently_authenticated
def invite_several(request, group):
    """Everybody of a group, ticked, and those who cannot be invited with the reason."""
    if group not in GROUPS:
        raise Http404
    candidates = candidates_of(group, request.membership)
    if request.method == "POST":
        return invited(request, candidates)
    shown = {contact.pupil_id for candidate in candidates for contact in candidate.contacts}
    record_listed(request.membership, what="invite several", pupil_ids=sorted(shown))
    ready = [candidate for candidate in candidates if not candidate.problem]
    context = {
        "group": group,
        "groups": list(GROUPS.items()),
        "title": GROUPS[group],
        "ready": ready[:AT_ONCE],
        "left_over": len(ready[AT_ONCE:]),
        "parked": [candidate for candidate in candidates if candidate.problem],
    }
    return render(request, "register/people/several.html", context)


def invited(request, candidates):
    ticked = set(request.POST.getlist("selected"))
    chosen = [candidate for candidate in candidates if candidate.key in ticked][:AT_ONCE]
    if not chosen:
        messages.warning(request, _("Nobody was ticked, so nobody was invited."))
        return redirect(request.path)
    sent = actions.invite_several(candidates=chosen, by=request.membership)
    messages.success(request, _("%(sent)s invitations are on their way.") % {"sent": sent})
    return redirect("register:people")


def candidates_of(group: str, membership) -> list:
    if group == "staff":
        return staff_to_invite(membership)
    return parents_to_invite(membership, on_register_only=group == "register")
