"""What to put right before the next census, as a page and as a file."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from register.queries.census import census_problems
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_exported, record_listed
from senco.core.permissions import READ, requires
from senco.documents.downloads import download_sheet
from senco.documents.spreadsheets import Column, Sheet

PAGE = 50


@requires("register.check_census", methods=READ)
def census(request):
    """Each line is one thing to put right, with what to do about it."""
    problems = census_problems(request.membership, today=timezone.localdate())
    page = Paginator(problems, PAGE).get_page(request.GET.get("page"))
    record_listed(request.membership, what="census check", pupil_ids={problem.pupil.pk for problem in page})
    return render(request, "register/imports/census.html", {"page": page, "total": len(problems)})


@requires("register.check_census", methods=READ)
@recently_authenticated
def census_file(request, kind):
    """The same lines as a file."""
    problems = census_problems(request.membership, today=timezone.localdate())
    record_exported(
        request.membership, what="census check", pupil_ids={problem.pupil.pk for problem in problems}
    )
    headings = (_("Pupil"), _("Year"), _("Form"), _("Problem"), _("What to do"))
    sheet = Sheet(
        title=_("Census check"),
        columns=[Column(heading, 24) for heading in headings],
        rows=([p.pupil.list_name, p.pupil.year, p.pupil.form, p.problem, p.what_to_do] for p in problems),
        made_by=request.membership.name,
        made_at=timezone.now(),
    )
    return download_sheet(sheet, kind)
