"""Finding pupils."""

from django.shortcuts import render

from register.forms.search import LONGEST, words_in
from register.queries.search import MOST, SHORTEST, find_pupils, my_groups
from senco.audit.actions import record_listed
from senco.core.htmx import render_page
from senco.core.permissions import READ, requires


@requires("register.search_pupils", methods=READ)
def pupil_search(request):
    """By name, UPN or admission number; a page without JavaScript, lines of the palette with it."""
    words = words_in(request.GET.get("q"))
    pupils = find_pupils(words, request.membership)
    record_listed(request.membership, what="search", pupil_ids=[pupil.pk for pupil in pupils])
    context = {"words": words, "pupils": pupils, "too_short": len(words) < SHORTEST, "most": MOST}
    context["longest"] = LONGEST
    return render_page(request, "register/pupils/search.html", context, part="found")


@requires("register.view_pupil", methods=READ)
def my_pupils(request):
    """The pupils of one's own teaching groups, those with SEN first, with a way to log a concern about each."""
    groups = my_groups(request.membership)
    rows = {row.pupil.pk: row for group in groups for row in group.rows}
    record_listed(request.membership, what="my pupils", pupil_ids=sorted(rows))
    known = sorted((row for row in rows.values() if row.known), key=lambda row: row.name)
    return render(request, "register/pupils/mine.html", {"groups": groups, "known": known})
