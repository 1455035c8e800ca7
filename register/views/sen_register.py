"""The SEN register: the list, its print and its files."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from register.choices import Characteristic, NeedType
from register.filters import RegisterFilter
from register.models import SavedView
from register.queries.sen_register import COLUMNS, counts_of, rows_of
from register.views.selecting import carried_on, chosen_pupils, refused
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_exported, record_listed
from senco.core.htmx import render_page, wants_part
from senco.core.permissions import READ, requires
from senco.documents.downloads import download_sheet
from senco.documents.spreadsheets import Column, Sheet

PAGE = 50


@requires("register.view_register", methods=READ)
def register(request):
    """The register, or any other list of pupils that its filters make; every choice is in the address."""
    found = RegisterFilter(request.GET, membership=request.membership)
    pupils = found.qs
    counts = counts_of(pupils)
    paginator = Paginator(pupils, PAGE)
    paginator.count = counts["total"]  # counted already
    page = paginator.get_page(request.GET.get("page"))
    rows = rows_of(page.object_list, found.day)
    record_listed(request.membership, what="register", pupil_ids=[row.pupil.pk for row in rows])
    context = {"found": found, "page": page, "rows": rows, "counts": counts, **surroundings(request, found)}
    return render_page(request, "register/sen_register/list.html", context, part="list")


def surroundings(request, found) -> dict:
    """What stands around the rows: columns, views, the address carried on, and what can be done with ticked pupils."""
    carried = carried_on(request.GET)
    return {
        "columns": COLUMNS,
        "codes": [*NeedType.choices, *Characteristic.choices],
        "past": found.day if found.is_past else None,
        "views": list(SavedView.objects.visible_to(request.membership)),
        "query": carried.urlencode(),
        "carried": list(carried.lists()),
        "buttons": bulk_buttons(request.membership, reading_only=found.is_past),
        "may_import": request.membership.may("register.import_pupils"),
        "fragment": wants_part(request),
    }


def bulk_buttons(membership, *, reading_only: bool) -> list[dict]:
    """What may be done with ticked pupils, as buttons that lead to one page each. A past day is for reading."""
    changes = [
        (_("Set key adult"), "register.edit_pupil", reverse("register:set_key_adults")),
        (_("Watch"), "register.triage_concern", reverse("register:watch_pupils")),
        (_("Stop watching"), "register.triage_concern", reverse("register:stop_watching")),
    ]
    offers = [
        *([] if reading_only else changes),
        (_("Print"), "register.view_register", reverse("register:print_register")),
        (_("Export"), "register.export_register", reverse("register:export_register", args=["xlsx"])),
    ]
    return [{"label": label, "url": url} for label, permission, url in offers if membership.may(permission)]


@requires("register.view_register", methods=READ)
def print_register(request):
    """The same rows without pages, for paper, with who printed them and when."""
    found = RegisterFilter(request.GET, membership=request.membership)
    try:
        rows = rows_of(chosen_pupils(request, found, explicit=False), found.day)
    except ValidationError as problem:
        return refused(request, problem)
    record_listed(request.membership, what="register print", pupil_ids=[row.pupil.pk for row in rows])
    context = {"rows": rows, "columns": COLUMNS, "day": found.day, "now": timezone.now()}
    context["unrecorded"] = sum(not row.pupil.was_recorded for row in rows) if found.is_past else 0
    context["is_past"] = found.is_past
    return render(request, "register/sen_register/print.html", context)


@requires("register.export_register", methods=READ)
@recently_authenticated
def export(request, kind):
    """The same rows and columns as a file. Who took which pupils out of the system is kept."""
    found = RegisterFilter(request.GET, membership=request.membership)
    try:
        rows = rows_of(chosen_pupils(request, found, explicit=False), found.day)
    except ValidationError as problem:
        return refused(request, problem)
    answer = download_sheet(sheet_of(rows, found.day, request.membership), kind)
    record_exported(request.membership, what=f"register {kind}", pupil_ids=[row.pupil.pk for row in rows])
    return answer


def sheet_of(rows, day, membership) -> Sheet:
    title = _("SEN register on %(day)s") % {"day": date_format(day)}
    return Sheet(
        title=title,
        columns=[Column(str(column.heading), column.width) for column in COLUMNS],
        rows=([column.value(row) for column in COLUMNS] for row in rows),
        made_by=membership.name,
        made_at=timezone.now(),
    )
