"""Specified against delivered: the school's shortfalls, a pupil's weeks, and what a family reads."""

import datetime

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.delivery import Delivered
from provision.queries.delivery.ledger import REASONS, ledger, shortfalls
from register.views.finding import pupil_or_404
from senco.accounts.queries import calendar_of
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_exported, record_listed, record_opened
from senco.core.calendar import term_on
from senco.core.permissions import READ, requires
from senco.documents.downloads import download_sheet
from senco.documents.spreadsheets import Column, Sheet

VIEW = "provision.view_delivery"
WEEKS = 12


def period_of(request) -> tuple[datetime.date, datetime.date]:
    """This term until today; in the holidays, or where no term is entered, the last twelve weeks."""
    today = timezone.localdate()
    term = term_on(today, calendar_of(request.membership.school))
    return (term.starts if term else today - datetime.timedelta(weeks=WEEKS)), today


def lines_of(request):
    """(the lines asked for, all lines, first day, today)."""
    first, today = period_of(request)
    everything = shortfalls(ledger(request.membership, first, today, today))
    return [line for line in everything if is_asked_for(line, request.GET)], everything, first, today


def is_asked_for(line, query) -> bool:
    year, kind = query.get("year", ""), query.get("intervention", "")
    return (
        (not year.lstrip("-").isdecimal() or line.pupil.year_group == int(year))
        and (not kind or str(line.provision.intervention_id) == kind)
        and (query.get("show") != "required" or line.required)
    )


def total_of(lines) -> Delivered:
    total = Delivered()
    for line in lines:
        total.add(line.total)
    return total


@requires(VIEW, methods=READ)
def delivery(request):
    """Every pupil and provision of the term: what the law requires first, then the largest shortfall."""
    lines, everything, first, today = lines_of(request)
    record_listed(request.membership, what="delivery", pupil_ids=sorted({line.pupil.pk for line in lines}))
    kinds = {str(line.provision.intervention_id): line.provision.intervention.name for line in everything}
    years = sorted({line.pupil.year_group for line in everything if line.pupil.year_group is not None})
    context = {
        "lines": lines,
        "total": total_of(lines),
        "first": first,
        "last": today,
        "years": [str(year) for year in years],
        "year": request.GET.get("year", ""),
        "kinds": sorted(kinds.items(), key=lambda pair: pair[1]),
        "kind": request.GET.get("intervention", ""),
        "show": request.GET.get("show", ""),
        "query": request.GET.urlencode(),
    }
    return render(request, "provision/delivery/school.html", context)


@requires(VIEW, methods=READ)
@recently_authenticated
def export(request, kind):
    lines, _everything, first, today = lines_of(request)
    headings = [
        Column(_("Pupil"), 24), Column(_("Year"), 10), Column(_("Provision"), 30), Column(_("Required by law"), 14),
        Column(_("Minutes specified")), Column(_("Delivered")), Column(_("Extra")), Column(_("Not accounted for")), Column(_("Shortfall")),
        *(Column(str(label)) for label in REASONS.values()),
    ]  # fmt: skip
    sheet = Sheet(
        title=_("Delivery of provision from %(first)s to %(last)s") % {"first": first, "last": today},
        columns=headings,
        rows=[cells_of(line) for line in lines],
        made_by=request.membership.name,
        made_at=timezone.now(),
    )
    answer = download_sheet(sheet, kind)
    record_exported(
        request.membership, what=f"delivery {kind}", pupil_ids=sorted({line.pupil.pk for line in lines})
    )
    return answer


def cells_of(line) -> tuple:
    total = line.total
    return (
        line.pupil.name, line.pupil.year, line.provision.intervention.name, _("Yes") if line.required else "", total.specified,
        total.delivered, total.extra, total.unaccounted, total.shortfall, *(total.missed.get(reason, 0) for reason in REASONS),
    )  # fmt: skip


@requires("provision.view_pupil_delivery", methods=READ)
def pupils_delivery(request, pk):
    """Of one pupil: by provision and week, why what was missed was missed, and what is still owed."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="delivery", pupil_id=pupil.pk)
    first, today = period_of(request)
    lines = ledger(request.membership, first, today, today, pupil=pupil)
    context = {"pupil": pupil, "lines": lines, "first": first, "last": today, "weeks": weeks_of(lines)}
    return render(request, "provision/delivery/pupil.html", context)


def weeks_of(lines) -> list[tuple]:
    """(Monday, what became of everything due in that week)."""
    found: dict[datetime.date, Delivered] = {}
    for line in lines:
        for monday, part in line.weeks.items():
            found.setdefault(monday, Delivered()).add(part)
    return sorted(found.items())


@requires("provision.view_support", methods=READ)
def family_support(request, pk):
    """What my child gets, in plain words, and what really took place this term."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="support", pupil_id=pupil.pk)
    first, today = period_of(request)
    context = {
        "pupil": pupil,
        "lines": ledger(request.membership, first, today, today, pupil=pupil),
        "first": first,
        "last": today,
    }
    return render(request, "provision/delivery/family.html", context)
