"""Pupils who are being watched: listed, not on the register."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.monitoring import end, extend
from register.forms.monitoring import ExtendForm
from register.models import Monitoring
from register.queries.watching import watched
from register.views.stepping import done_or_told, tried
from senco.audit.actions import record_listed
from senco.core.permissions import READ, SUBMIT, requires

PAGE = 50


@requires("register.view_concerns", methods=READ)
def monitoring(request):
    """Who is watched, why and until when; those to look at again first. `?due=soon` keeps to this week's and late ones."""
    return show(request)


def show(request, wrong: ExtendForm | None = None):
    due = request.GET.get("due") == "soon"
    rows = watched(request.membership, due=due).select_related("pupil", "concern")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    for row in page:
        row.form = wrong if wrong and wrong.prefix == str(row.pk) else ExtendForm(prefix=str(row.pk))
    record_listed(request.membership, what="watched pupils", pupil_ids=[row.pupil_id for row in page])
    context = {
        "page": page,
        "due": due,
        "today": timezone.localdate(),
        "form": wrong or ExtendForm(),
        "can_triage": request.membership.may("register.triage_concern"),
    }
    return render(request, "register/concerns/monitoring.html", context, status=422 if wrong else 200)


def watched_or_404(request, pk) -> Monitoring:
    current = Monitoring.objects.visible_to(request.membership).current()
    return get_object_or_404(current.select_related("pupil"), pk=pk)


@requires("register.triage_concern", methods=SUBMIT)
def extend_monitoring(request, pk):
    """Watch on until a later day."""
    row = watched_or_404(request, pk)
    form = ExtendForm(request.POST, prefix=str(row.pk))
    if tried(form, lambda: extend(monitoring=row, by=request.membership, **form.cleaned_data)):
        messages.success(request, _("%(name)s is watched on.") % {"name": row.pupil.name})
        return redirect("register:monitoring")
    return show(request, form)


@requires("register.triage_concern", methods=SUBMIT)
def end_monitoring(request, pk):
    """Stop watching."""
    row = watched_or_404(request, pk)
    words = _("%(name)s is not watched any more.") % {"name": row.pupil.name}
    done_or_told(request, lambda: end(monitoring=row, by=request.membership), words)
    return redirect("register:monitoring")
