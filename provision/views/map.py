"""The provision map: who has what, how much of it, and how much of it happened."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from provision.forms.map import ROWS, MapForm
from provision.queries import map_grid, map_places
from provision.queries.allocated import allocated_in
from provision.queries.costs.papers import in_pounds
from register.views.finding import pupil_or_404
from senco.accounts.recent import recently_authenticated
from senco.accounts.roles import Role
from senco.audit.actions import record_exported, record_listed, record_opened
from senco.core.permissions import READ, requires
from senco.documents.downloads import download_sheet
from senco.documents.spreadsheets import Column, Sheet


@requires("provision.view_map", methods=READ)
def provision_map(request):
    """Of the pupils one may open; every choice is in the address."""
    context = read_map(request)
    record_listed(request.membership, what="provision map", pupil_ids=pupils_in(context["places"]))
    return render(request, "provision/map/map.html", context)


@requires("provision.export_map", methods=READ)
@recently_authenticated
def export_map(request, kind):
    """The same rows and columns as a file. Who took which pupils out of the system is kept."""
    context = read_map(request)
    if not context["form"].is_valid():
        return redirect("provision:map")
    answer = download_sheet(sheet_of(context, request.membership), kind)
    record_exported(request.membership, what=f"provision map {kind}", pupil_ids=pupils_in(context["places"]))
    return answer


@requires("provision.view_map", methods=READ)
def pupil_provision(request, pk):
    """What one pupil has now and had this school year."""
    pupil, today = pupil_or_404(request, pk), timezone.localdate()
    record_opened(request.membership, what="provision", pupil_id=pupil.pk)
    period, _calendar = map_places.period_of(map_places.THIS_YEAR, request.membership, today)
    places = map_places.places_for(request.membership, period, pupil=pupil)
    now = [place for place in places if place.first <= today <= place.last]
    context = {"pupil": pupil, "now": now, "minutes": sum(place.minutes for place in now)}
    context["others"] = [place for place in places if place not in now]
    return render(request, "provision/map/pupil.html", context)


def read_map(request) -> dict:
    """The filters, the places that pass them, and the grid."""
    membership, today = request.membership, timezone.localdate()
    when = request.GET.get("when", map_places.THIS_TERM)
    period, calendar = map_places.period_of(when, membership, today)
    allocated = allocated_in(membership, period.first, period.last)
    seen = sorted(map_places.places_in(allocated, membership, period), key=by_name)
    may_see_costs = membership.may("provision.view_costs")
    form = MapForm(request.GET, choices=map_grid.choices_in(seen), may_see_costs=may_see_costs)
    places = map_grid.narrowed(seen, form.chosen) if form.is_valid() else []
    show, rows = form.chosen.get("show") or "minutes", form.chosen.get("rows") or rows_for(membership)
    return {
        "form": form, "places": places, "period": period, "show": show, "query": request.GET.urlencode(),
        "grid": drawn(show, rows, places, period, calendar, membership, allocated), "pupils": len(pupils_in(places)),
        "may_export": membership.may("provision.export_map"), "rows_are": dict(ROWS)[rows],
    }  # fmt: skip


def rows_for(membership) -> str:
    """Unless told otherwise: leaders look at totals first, everybody else at pupils."""
    return "type" if membership.role == Role.HEAD else "pupil"


def drawn(show, rows, places, period, calendar, membership, allocated) -> map_grid.Grid:
    if show == "weeks":
        return map_grid.timeline_of(places, map_places.weeks_of(period, calendar), rows=rows)
    if show == "delivered":
        yesterday = min(period.last, timezone.localdate() - map_places.DAY)
        due = map_places.due_minutes(places, yesterday, calendar)
        return map_grid.shares_of(places, due, map_places.had_minutes(membership, period), rows=rows)
    if show == "whole":
        return map_grid.amounts_of(places, map_places.due_minutes(places, period.last, calendar), rows=rows)
    if show == "cost":
        pence = map_places.planned_pence(membership, period, allocated, calendar)
        return map_grid.amounts_of(places, pence, rows=rows)
    return map_grid.grid_of(places, rows=rows)


def by_name(place) -> tuple:
    return place.pupil.shown_surname, place.pupil.shown_forename, str(place.pupil.pk), place.first


def pupils_in(places) -> list:
    return sorted({place.pupil.pk for place in places})


def sheet_of(context: dict, membership) -> Sheet:
    """The last row holds the totals; what the figures rest on stands below it."""
    grid = context["grid"]
    heads = [Column(_("Row"), 30), *(Column(head.label, 12) for head in grid.columns), Column(_("Total"), 10)]
    unit = in_pounds if context["show"] == "cost" else same
    rows = [[line.head.label, *map(unit, line.cells), unit(line.total)] for line in grid.lines]
    rows += [
        [_("Total"), *map(unit, grid.totals), unit(grid.total)], [], *([words] for words in assumptions(context))
    ]  # fmt: skip
    title = _("Provision map on %(day)s") % {"day": date_format(timezone.localdate())}
    return Sheet(
        title=title, columns=heads, rows=rows, made_by=membership.name, made_at=timezone.now(), wide=True
    )


def same(value):
    return value


def assumptions(context: dict) -> list[str]:
    period = context["period"]
    days = {"first": date_format(period.first), "last": date_format(period.last)}
    said = [
        _("From %(first)s to %(last)s.") % days,
        _("Minutes of a group count fully for each of its pupils. Preparation and travel do not count."),
        _("What takes place every other week counts half. A change of times counts as it stood last."),
        _("Minutes a week of an intervention that went on in another group are those of the last group."),
    ]
    if context["show"] == "cost":
        said.append(
            _(
                "Pounds planned for these days, at the school's rates. Provision for everybody costs nothing here."
            )
        )
    return said + ([context["form"].words] if context["form"].words else [])
