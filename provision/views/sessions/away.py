"""An adult is away: whose support will not happen, who could cover, and what was arranged."""

import datetime
from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.actions.away import (
    cover_session,
    mark_away,
    none_will_run,
    put_absence_back,
    take_absence_back,
    undo_arrangement,
    will_not_run,
)
from provision.actions.away import undo_none_run as take_back_none_run
from provision.forms.sessions import AbsenceForm, CoverForm
from provision.map_choices import SessionState
from provision.models import AdultAbsence, Session
from provision.queries.delivery.away import MONTH, absences_from, uncovered, window_of
from provision.views.finding import sent
from provision.views.sessions.finding import day_and_time
from register.views.finding import accepted
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_listed
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.core.versions import to_edit
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

ARRANGE = "provision.arrange_cover"
DAY = datetime.timedelta(days=1)


@requires(ARRANGE)
def adults_away(request):
    """Who is away today and in the coming days; one more is marked here."""
    me, today = request.membership, timezone.localdate()
    new = AdultAbsence(school=me.school, starts=today, ends=today)
    form = AbsenceForm(sent(request), instance=new, membership=me)
    restore(form, me)
    if accepted(form, lambda form: mark_away(absence=form.instance, by=me)):
        discard(by=me, form=form.draft_key)
        return redirect("provision:absence", form.outcome.pk)
    context = {"form": form, "absences": absences_from(me, today)}
    return render(request, "provision/sessions/adults_away.html", context, status=422 if form.errors else 200)


def absence_or_404(request, pk) -> AdultAbsence:
    found = AdultAbsence.objects.visible_to(request.membership).select_related("membership")
    return get_object_or_404(to_edit(request, found), pk=pk)


@requires(ARRANGE, methods=READ)
def absence(request, pk):
    """The sessions it hits, what the law requires first, with colleagues who are free."""
    found = absence_or_404(request, pk)
    first, last = window_of(found, day_asked(request), timezone.localdate())
    rows = uncovered(request.membership, found, first, last) if found.removed_at is None else []
    pupils = {place.pupil_id for row in rows for place in row.sitting.places}
    record_listed(request.membership, what="adult away", pupil_ids=sorted(pupils))
    open_rows = [row for row in rows if row.sitting.saved is None]
    context = {"absence": found, "rows": rows, "open": len(open_rows), "first": first, "last": last}
    context["later"] = last + DAY if last < found.ends else None
    context["earlier"] = max(found.starts, first - MONTH - DAY) if first > found.starts else None
    return render(request, "provision/sessions/absence.html", context)


def day_asked(request) -> datetime.date | None:
    """From the address; nonsense is nothing."""
    try:
        return datetime.date.fromisoformat(request.GET.get("from", ""))
    except ValueError:
        return None


@requires(ARRANGE, methods=SUBMIT)
def take_absence(request, pk):
    """They are here after all."""
    found = absence_or_404(request, pk)
    if found.removed_at is None:
        take_absence_back(absence=found, by=request.membership)
        offer_undo(request, _("They are here after all."), reverse("provision:put_absence_back", args=[pk]))
    return redirect("provision:adults_away")


@requires(ARRANGE, methods=SUBMIT)
def put_absence(request, pk):
    found = absence_or_404(request, pk)
    if found.removed_at is not None:
        put_absence_back(absence=found, by=request.membership)
        messages.success(request, _("Marked as away again."))
    return redirect("provision:absence", pk)


@requires(ARRANGE, methods=SUBMIT)
@recently_authenticated
def cover(request, pk, group, day, at):
    """One colleague takes one session, or it is recorded that it does not run."""
    found = absence_or_404(request, pk)
    row = row_or_404(request, found, group, day, at)
    sitting, form = row.sitting, CoverForm(request.POST, free=row.free)
    fact = {
        "provision": sitting.provision, "day": sitting.day, "at": sitting.at, "planned_minutes": sitting.minutes, "by": request.membership,
    }  # fmt: skip
    try:
        if "not" in request.POST:
            made, words = will_not_run(**fact), _("Recorded: it does not run.")
        elif form.is_valid():
            adult = form.cleaned_data["adult"]
            made, words = cover_session(**fact, adult=adult), _("%(name)s covers it.") % {"name": adult.name}
        else:
            messages.warning(request, _("Choose a colleague who is free then."))
            return redirect("provision:absence", found.pk)
        offer_undo(request, words, reverse("provision:undo_cover", args=[found.pk, made.pk]))
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return redirect("provision:absence", found.pk)


def row_or_404(request, found: AdultAbsence, group, day: str, at: str):
    """The session of the absence that an address names."""
    key = (group, *day_and_time(day, at))
    rows = uncovered(request.membership, found, key[1], key[1])
    row = next(
        (one for one in rows if (one.sitting.provision.pk, one.sitting.day, one.sitting.at) == key), None
    )
    if row is None:
        raise Http404
    return row


@requires(ARRANGE, methods=SUBMIT)
@recently_authenticated
def none_run(request, pk):
    """Every session that the page shows and that nobody covers does not run; one press takes all of it back."""
    found = absence_or_404(request, pk)
    days = window_of(found, day_asked(request), timezone.localdate())
    rows = uncovered(request.membership, found, *days)
    left = [
        (each.provision, each.day, each.at, each.minutes)
        for each in (row.sitting for row in rows)
        if each.saved is None
    ]
    written = none_will_run(sessions=left, by=request.membership)
    if written:
        words = ngettext("%(n)d session does not run.", "%(n)d sessions do not run.", len(written))
        moment = written[0].saved_at.isoformat()
        back = f"{reverse('provision:undo_none_run', args=[found.pk])}?moment={quote(moment)}"
        offer_undo(request, words % {"n": len(written)}, back)
    return redirect("provision:absence", found.pk)


@requires(ARRANGE, methods=SUBMIT)
@recently_authenticated
def undo_none_run(request, pk):
    """Of everything that one press had written."""
    found = absence_or_404(request, pk)
    try:
        moment = datetime.datetime.fromisoformat(request.GET.get("moment", ""))
    except ValueError:
        raise Http404 from None
    if timezone.is_naive(moment):
        raise Http404
    if take_back_none_run(moment=moment, by=request.membership):
        messages.success(request, _("Taken back."))
    return redirect("provision:absence", found.pk)


@requires(ARRANGE, methods=SUBMIT)
@recently_authenticated
def undo_cover(request, pk, session):
    """As if nobody had arranged anything."""
    found = absence_or_404(request, pk)
    arranged = Session.objects.visible_to(request.membership).kept().exclude(state=SessionState.RAN)
    row = get_object_or_404(to_edit(request, arranged), pk=session)
    undo_arrangement(session=row, by=request.membership)
    messages.success(request, _("Taken back."))
    return redirect("provision:absence", found.pk)
