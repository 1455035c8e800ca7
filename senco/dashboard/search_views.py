"""Search: everything written about pupils that a person may read, for some words."""

from django.core.paginator import Paginator
from django.shortcuts import render

from register.queries.search import find_pupils
from senco.audit.actions import record_listed
from senco.core.permissions import READ, requires
from senco.dashboard.filters import SearchFilter
from senco.dashboard.queries.found import MOST, asked_by, hits_of, records_found

PAGE = 20


@requires("dashboard.search", methods=READ)
def search(request):
    """Newest first, a page at a time; what each page shows is recorded as read."""
    me, form = request.membership, SearchFilter(request.GET, membership=request.membership)
    context = {"form": form, "most": MOST, "pupil": form.narrowed.pupil}
    if form.words:
        asked = asked_by(me, form.words)
        rows = records_found(me, asked, form.narrowed)
        page = Paginator(rows[:MOST], PAGE).get_page(request.GET.get("page"))
        hits = hits_of(me, asked, list(page))
        pupils = [] if form.narrowed.pupil else find_pupils(form.words, me)
        record_listed(
            me,
            what="search",
            pupil_ids=sorted({*(hit.pupil_id for hit in hits), *(each.pk for each in pupils)} - {None}),
        )
        context |= {"page": page, "hits": hits, "pupils": pupils, "more": len(rows) > MOST}
    return render(request, "dashboard/search/page.html", context, status=422 if form.errors else 200)
