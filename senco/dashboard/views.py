"""The first page after signing in, in the shape for each role, and a parent's page about one child."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from senco.accounts.roles import Role
from senco.audit.actions import record_listed, record_opened
from senco.core.permissions import READ, requires
from senco.dashboard import charts
from senco.dashboard.greetings import greeting
from senco.dashboard.queries.agency import shares_with
from senco.dashboard.queries.classroom import pupils_with_needs, recent_advice, recent_answers
from senco.dashboard.queries.due import due_for
from senco.dashboard.queries.family import news_of_children
from senco.dashboard.queries.office import next_steps, today_for
from senco.dashboard.tiles import tiles_of
from senco.governance.queries import latest_release

MOST_STEPS = 12  # on one screen; the page behind them holds them all
STEPS_A_PAGE = 50


@requires("dashboard.view_home", methods=READ)
def home(request):
    """Each role begins where its work is."""
    return HOMES[request.membership.role](request)


def office_home(request):
    """Today: numbers that lead to lists, what to do next, and three charts."""
    today = today_for(request.membership)
    steps = next_steps(today)
    shown = steps[:MOST_STEPS]
    record_listed(
        request.membership, what="today", pupil_ids=[step.pupil_id for step in shown if step.pupil_id]
    )
    context = {
        "tiles": tiles_of(today, steps),
        "steps": shown,
        "more": len(steps) - len(shown),
        "register_charts": [charts.by_need(today.on_register), charts.by_year(today.on_register)],
        "concerns_chart": charts.concerns_by_month(today.concerns, today.day),
        **welcome(request),
    }
    return render(request, "dashboard/office.html", context)


@requires("register.view_concerns", methods=READ)
def to_do(request):
    """Everything that waits for the office, late things first; `?late=on` keeps to those."""
    steps = next_steps(today_for(request.membership))
    late = request.GET.get("late") == "on"
    steps = [step for step in steps if step.late] if late else steps
    page = Paginator(steps, STEPS_A_PAGE).get_page(request.GET.get("page"))
    record_listed(
        request.membership, what="to do", pupil_ids=sorted({s.pupil_id for s in page if s.pupil_id})
    )
    context = {"page": page, "steps": page.object_list, "late": late, "now": timezone.localtime()}
    return render(request, "dashboard/to_do.html", context)


def class_home(request):
    """To do: log a concern, what one was asked, what one was answered, and one's pupils with SEN."""
    due, answers = due_for(request.membership), list(recent_answers(request.membership))
    threads, rows = list(recent_advice(request.membership)), pupils_with_needs(request.membership)
    shown = {step.pupil_id for step in due} | {row.pupil.pk for row in rows}
    shown |= {answer.pupil_id for answer in answers} | {thread.pupil_id for thread in threads}
    record_listed(request.membership, what="to do", pupil_ids=sorted(shown - {None}))
    context = {"steps": due, "answers": answers, "threads": threads, "rows": rows, **welcome(request)}
    return render(request, "dashboard/classroom.html", context)


def family_home(request):
    """A parent's children; an only child's page stands here in full."""
    news = news_of_children(request.membership)
    record_listed(request.membership, what="my children", pupil_ids=[each.pupil.pk for each in news])
    return render(request, "dashboard/family.html", {"children": news, **welcome(request)})


@requires("register.view_child", methods=READ)
def child(request, pk):
    """Everything a parent may read about one child."""
    news = next(iter(news_of_children(request.membership, pk)), None)
    if news is None:
        raise Http404
    record_opened(request.membership, what="my child", pupil_id=news.pupil.pk)
    return render(request, "dashboard/child.html", {"news": news})


def agency_home(request):
    """The pupils shared with an external professional."""
    grants = list(shares_with(request.membership))
    record_listed(
        request.membership, what="shared with me", pupil_ids=[grant.content_object_id for grant in grants]
    )
    return render(request, "dashboard/agency.html", {"grants": grants, **welcome(request)})


def governor_home(request):
    """The latest figures, in a few words, and the way to them."""
    return render(
        request,
        "dashboard/governor.html",
        {"release": latest_release(request.membership), **welcome(request)},
    )


def welcome(request) -> dict:
    now = timezone.localtime()
    return {"greeting": greeting(request.membership, now), "now": now}


HOMES = {
    Role.SENCO: office_home,
    Role.ADMIN: office_home,
    Role.HEAD: office_home,
    Role.TEACHER: class_home,
    Role.TA: class_home,
    Role.PARENT: family_home,
    Role.PROFESSIONAL: agency_home,
    Role.GOVERNOR: governor_home,
}
