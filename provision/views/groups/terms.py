"""Last term's groups into a new one; support timetables and the deployment of assistants."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import ngettext

from provision.actions.groups import copy_groups
from provision.queries.groups.terms import offers, terms_ahead
from provision.queries.groups.timetables import adults_week, by_hour, deployment, pupils_week
from register.views.finding import pupil_or_404
from senco.accounts.models import Membership
from senco.accounts.recent import recently_authenticated
from senco.accounts.roles import STAFF
from senco.audit.actions import record_listed, record_opened
from senco.core.permissions import READ, requires

VIEW, EDIT = "provision.view_groups", "provision.edit_groups"
MANY = 3  # names of a cell; of more their number is said


@requires(EDIT)
@recently_authenticated
def copy(request):
    """The groups of the term before, ticked, go on with their times, adults and pupils; leavers are left out and named."""
    me, today = request.membership, timezone.localdate()
    terms = terms_ahead(me.school, today)
    asked = request.POST.get("term") or request.GET.get("term")
    term = next((each for each in terms if str(each.starts) == asked), terms[0] if terms else None)
    found = offers(me, term, today) if term else []
    record_listed(
        me, what="groups to copy", pupil_ids=sorted({pupil.pk for one in found for pupil in one.copy.pupils})
    )
    if request.method == "POST":
        ticked = set(request.POST.getlist("selected"))
        made = copy_groups(groups=[one.copy for one in found if str(one.group.pk) in ticked], by=me)
        words = ngettext("%(n)d group is copied.", "%(n)d groups are copied.", len(made)) % {"n": len(made)}
        messages.success(request, words)
        return redirect("provision:groups")
    return render(request, "provision/groups/copy.html", {"offers": found, "terms": terms, "term": term})


def asked_day(request):
    """The day of which the week is shown: today, unless the address names another."""
    try:
        return parse_date(request.GET.get("on", "")) or timezone.localdate()
    except ValueError:
        return timezone.localdate()


@requires(VIEW, methods=READ)
def adults_timetable(request, pk):
    """The office sees everybody's; an adult their own."""
    colleagues = Membership.objects.visible_to(request.membership).filter(role__in=STAFF)
    adult = get_object_or_404(colleagues, pk=pk)
    if not request.membership.sees_whole_school and adult.pk != request.membership.pk:
        raise Http404
    on = asked_day(request)
    days = adults_week(request.membership, adult, on)
    context = {"name": adult.name, "days": days, "on": on}
    return render(request, "provision/groups/adult_week.html", context)


@requires(VIEW, methods=READ)
def pupils_timetable(request, pk):
    pupil, on = pupil_or_404(request, pk), asked_day(request)
    record_opened(request.membership, what="support timetable", pupil_id=pupil.pk)
    days = pupils_week(request.membership, pupil, on)
    context = {"pupil": pupil, "name": pupil.name, "days": days, "on": on}
    return render(request, "provision/groups/pupil_week.html", context)


@requires(EDIT, methods=READ)
def deployed(request):
    """How many minutes each assistant gives on each day, and to which areas of need."""
    on = asked_day(request)
    rows = deployment(request.membership, on)
    context = {"rows": rows, "hours": by_hour(rows), "on": on, "many": MANY}
    return render(request, "provision/groups/deployment.html", context)
