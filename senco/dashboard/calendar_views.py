"""The calendar of each person: one month, drawn as a month or as a list."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR

from senco.accounts.queries import calendar_of
from senco.audit.actions import record_listed
from senco.core.permissions import READ, requires
from senco.dashboard.filters import MINE, MONTH, CalendarFilter
from senco.dashboard.queries.dated import days_of, entries_between, notes_between


@requires("dashboard.view_calendar", methods=READ)
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
