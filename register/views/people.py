"""Who can sign in here, who was invited, and who could be."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from register.actions import people as actions
from register.forms.people import DescribeForm, InviteForm
from register.models import PupilAccess
from register.people_filters import KINDS, ContactFilter, PeopleFilter
from register.queries.people import people, pupils_of, with_children
from senco.accounts.models import Invitation
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_listed
from senco.core.permissions import READ, requires
from senco.messages.models import OutboxMessage

PAGE = 50


@requires("register.view_people", READ)
def list_people(request, kind="staff"):
    """People of one kind with where they stand."""
    if kind not in KINDS:
        raise Http404
    found = PeopleFilter(request.GET, kind=kind, membership=request.membership)
    listed = with_children(found.qs, request.membership) if kind == "parents" else found.qs
    page = Paginator(listed, PAGE).get_page(request.GET.get("page"))
    if kind == "parents":
        shown = {contact.pupil_id for parent in page for contact in parent.contacts.all()}
        record_listed(request.membership, what="parents", pupil_ids=sorted(shown))
    context = {"found": found, "page": page, "kind": kind, "kinds": kinds(), **mail_trouble(request)}
    return render(request, "register/people/list.html", context)


@requires("register.view_people", READ)
def list_contacts(request):
    """Contacts from the MIS who are not invited yet."""
    found = ContactFilter(request.GET, membership=request.membership)
    page = Paginator(found.qs, PAGE).get_page(request.GET.get("page"))
    record_listed(request.membership, what="contacts to invite", pupil_ids=[row.pupil_id for row in page])
    context = {"found": found, "page": page, "kind": "contacts", "kinds": kinds(), **mail_trouble(request)}
    return render(request, "register/people/contacts.html", context)


def kinds() -> list[tuple]:
    return [(name, label) for name, (label, _roles) in KINDS.items()]


def mail_trouble(request) -> dict:
    return {"undelivered": OutboxMessage.objects.visible_to(request.membership).for_a_decision().count()}


@requires("register.view_people", READ)
def person(request, pk):
    """One person: where they stand, what they were sent, which pupils they are here for."""
    someone = get_object_or_404(people(request.membership), pk=pk)
    children = list(pupils_of(someone, request.membership))
    shares = PupilAccess.objects.visible_to(request.membership).filter(membership=someone, source="share")
    shares = list(shares.select_related("content_object", "granted_by").order_by("-starts", "pk"))
    shown = {child.pk for child in children} | {share.content_object_id for share in shares}
    record_listed(request.membership, what="person", pupil_ids=sorted(shown))
    invitations = Invitation.objects.visible_to(request.membership).filter(membership=someone)
    context = {
        "someone": someone,
        "children": children,
        "shares": shares,
        "invitations": invitations.select_related("invited_by"),
        "may_appoint": request.membership.appoints(someone.role),
    }
    return render(request, "register/people/person.html", context)


@requires("register.invite_people")
@recently_authenticated
def invite_person(request):
    """Somebody whom the school does not know here yet."""
    form = InviteForm(
        request.POST or None, by=request.membership, initial={"role": request.GET.get("role", "")}
    )
    if form.is_valid():
        made = actions.add_person(by=request.membership, **form.cleaned_data)
        actions.invite(membership=made, by=request.membership)
        messages.success(request, _("%(name)s is invited.") % {"name": made.name})
        return redirect("register:person", made.pk)
    status = 422 if form.errors else 200
    return render(
        request, "register/people/form.html", {"form": form, "title": _("Invite somebody")}, status=status
    )


@requires("register.invite_people")
@recently_authenticated
def edit_person(request, pk):
    someone = appointed(request, pk)
    form = DescribeForm(request.POST or None, instance=someone)
    if form.is_valid():
        someone.refresh_from_db()
        actions.describe_person(person=someone, by=request.membership, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("register:person", pk)
    status = 422 if form.errors else 200
    context = {"form": form, "title": someone.name}
    return render(request, "register/people/form.html", context, status=status)


@requires("register.invite_people")
@recently_authenticated
def end(request, pk):
    """Says what will happen, then does it."""
    someone = appointed(request, pk)
    if request.method == "POST":
        actions.end_membership(person=someone, by=request.membership)
        messages.success(request, _("%(name)s opens nothing here any more.") % {"name": someone.name})
        return redirect("register:person", pk)
    pupils = PupilAccess.objects.visible_to(request.membership).live().filter(membership=someone)
    context = {"someone": someone, "pupils": pupils.values("content_object_id").distinct().count()}
    return render(request, "register/people/end.html", context)


def appointed(request, pk):
    """Somebody of this school in force, other than this person, whose role this person may hand out."""
    someone = get_object_or_404(people(request.membership).exclude(pk=request.membership.pk), pk=pk)
    if not someone.is_live:
        raise Http404
    if not request.membership.appoints(someone.role):
        raise PermissionDenied("appoint")
    return someone
