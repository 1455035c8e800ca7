"""The SENCO's queue, and the page on which one concern is looked into."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from register.choices import BroadArea, ConcernState, Decision
from register.concern_filters import ConcernFilter
from register.forms.triage import AskViewsForm, AssignForm, CloseForm, ObserveForm, ReopenForm
from register.models import Concern, ViewRequest
from register.queries.due import answer_due
from register.queries.notices import offered, raised_from_home
from register.queries.triage import Picture, picture_of, queue_counts
from register.views.stepping import concern_or_404
from register.workflow import concern_process
from senco.accounts.roles import MAY, Role
from senco.audit.actions import record_listed, record_opened
from senco.core.permissions import READ, requires
from senco.drafts.restoring import restore

PAGE = 25


@requires("register.view_concerns", methods=READ)
def queue(request):
    """Every concern of the school, the urgent and the old ones first; filters are in the address."""
    counts = queue_counts(request.membership)
    found = ConcernFilter(request.GET, membership=request.membership, years=counts["years"])
    page = Paginator(found.qs, PAGE).get_page(request.GET.get("page"))
    nation, today = request.membership.school.nation, timezone.localdate()
    for concern in page:
        concern.due = answer_due(concern, nation)
        concern.is_late = concern.due < today and concern.state in (ConcernState.NEW, ConcernState.GATHERING)
    record_listed(request.membership, what="concerns", pupil_ids=[concern.pupil_id for concern in page])
    context = {"page": page, "filter": found, "counts": counts}
    return render(request, "register/concerns/queue.html", context)


@requires("register.view_own_concerns", methods=READ)
def concern(request, pk):
    """One concern with everything that is known already, and what may be done with it now: for the office.

    Whoever raised it, or was asked about it, is led to the page of theirs, so that one address fits all.
    """
    if request.membership.may("register.view_concerns"):
        return look_into(request, concern_or_404(request, pk))
    if Concern.objects.visible_to(request.membership).filter(pk=pk).exists():
        return redirect("register:my_concern", pk)
    if not request.membership.may("register.give_view"):
        raise Http404
    asked = ViewRequest.objects.visible_to(request.membership).filter(asked=request.membership)
    return redirect("register:give_view", get_object_or_404(asked, concern=pk).pk)


def look_into(request, concern, **wrong):
    """The triage page; `wrong` holds a form that was sent back, in place of its fresh one."""
    record_opened(request.membership, what="concern", pupil_id=concern.pupil_id)
    picture = picture_of(concern, request.membership)
    context = {
        "concern": concern,
        "picture": picture,
        "due": answer_due(concern, request.membership.school.nation),
        "areas": [BroadArea(area).label for area in concern.areas],
    }
    if request.membership.may("register.triage_concern"):
        context |= what_may_be_done(request, concern, picture) | forms_for(request, concern, picture) | wrong
    return render(request, "register/concerns/concern.html", context, status=422 if wrong else 200)


def what_may_be_done(request, concern, picture: Picture) -> dict:
    """The steps that are open now, by name, and the decisions that make sense for this pupil."""
    steps = {
        step.name for step in concern_process.open_steps(concern.state, MAY[Role(request.membership.role)])
    }
    decisions = offered(picture.status.provision if picture.status else "")
    return {
        "can_triage": True,
        "can_ask": "ask for views" in steps,
        "can_tell": "tell" in steps and may_be_told(concern, picture),
        "can_reopen": "reopen" in steps,
        "can_close": "close without telling" in steps,
        "decisions": decisions if "decide" in steps else [],
    }


def may_be_told(concern, picture: Picture) -> bool:
    """Of a safeguarding matter that the family itself raised nobody is told from here."""
    return picture.decision != Decision.SAFEGUARDING or not raised_from_home(concern)


def forms_for(request, concern, picture: Picture) -> dict:
    """A fresh form for each thing that is done on the page itself."""
    membership = request.membership
    version = {"version": concern.version}
    return {
        "assign_form": AssignForm(membership=membership, initial=version | {"to": concern.assigned_to_id}),
        "observe_form": restore(ObserveForm(concern=concern), membership),
        "ask_form": ask_form(concern, picture, membership),
        "reopen_form": ReopenForm(initial=version),
        "close_form": CloseForm(initial=version),
    }


def ask_form(concern, picture: Picture, membership, data=None) -> AskViewsForm:
    """Offers the pupil's teachers, except whoever raised it and those who are being asked already."""
    asked = {view.asked_id for view in picture.views_wanted} | {concern.raised_by_id}
    return AskViewsForm(data, teachers=picture.teachers, asked=asked, nation=membership.school.nation)
