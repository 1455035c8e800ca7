"""The calendar of each person: one month, drawn as a month or as a list; and the private address for their own calendar app."""

from allauth.core.ratelimit import respond_429
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from register.views.finding import accepted
from senco.accounts.floods import opened_too_often
from senco.accounts.queries import calendar_of
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_listed
from senco.core.permissions import READ, SUBMIT, open_to_all, requires
from senco.dashboard.actions import CALENDAR, end_feed, make_feed, read_feed
from senco.dashboard.filters import MINE, MONTH, CalendarFilter
from senco.dashboard.forms import FeedForm
from senco.dashboard.models import CalendarFeed
from senco.dashboard.queries.dated import days_of, entries_between, notes_between

MADE = (
    "calendar_feed"  # under which the session holds the token of a new address until its page has been shown
)


@requires(CALENDAR, methods=READ)
def calendar(request):
    """Everything of one month that has a day and that this person may read."""
    me, form = request.membership, CalendarFilter(request.GET, membership=request.membership)
    month = form.chosen_month
    entries = entries_between(me, month.first, month.last, kind=form.answer("kind", ""))
    if form.answer("whose", "") == MINE:
        entries = [entry for entry in entries if entry.mine]
    record_listed(me, what="calendar", pupil_ids=sorted({each.pupil_id for each in entries} - {None}))
    days = days_of(entries, notes_between(calendar_of(me.school), month.first, month.last))
    context = {
        "form": form,
        "month": month,
        "weeks": [[day and (day, days.get(day)) for day in week] for week in month.weeks()],
        "days": days.values(),
        "count": len(entries),
        "weekdays": [{"name": WEEKDAYS[n], "short": WEEKDAYS_ABBR[n]} for n in range(7)],
        "as_month": form.answer("shape", MONTH) == MONTH,
        "today": timezone.localdate(),
    }
    return render(request, "dashboard/calendar/page.html", context, status=422 if form.errors else 200)


@requires(CALENDAR)
@recently_authenticated
def feed_settings(request):
    """The address there is, and a new one; that stands on the next page, once. Loaded again, that page makes none."""
    me = request.membership
    form = FeedForm(request.POST or None, membership=me)
    if accepted(form, lambda form: make_feed(by=me, **form.cleaned_data)):
        request.session[MADE] = form.outcome
        return redirect("dashboard:feed_settings")
    context = {
        "form": form,
        "made": just_made(request),
        "feed": CalendarFeed.objects.visible_to(me).open().first(),
    }
    return render(request, "dashboard/calendar/feed.html", context, status=422 if form.errors else 200)


def just_made(request) -> str:
    """The address that was made a moment ago, this once; else empty."""
    token = request.session.pop(MADE, "")
    return settings.SITE_URL + reverse("dashboard:feed", args=[token]) if token else ""


@requires(CALENDAR, methods=SUBMIT)
def stop_feed(request):
    """The address stops working at once."""
    if end_feed(by=request.membership):
        messages.success(request, _("The address is ended. It does not work any more."))
    return redirect("dashboard:feed_settings")


@open_to_all
@require_safe
def feed(request, token):
    """The calendar file for whoever holds the address. Under /accounts/: nobody acts here until it is known whose it is."""
    if opened_too_often(request, CalendarFeed.hash_of(token)):
        return respond_429(request)
    text = read_feed(token=token)
    if text is None:
        raise Http404
    headers = {"Content-Disposition": 'attachment; filename="calendar.ics"'}
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)
