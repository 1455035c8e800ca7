"""My day, and the register of one session: on a phone, one screen a session."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.actions.sessions import put_session_back, take_session, take_session_back
from provision.forms.sessions import ExtraForm, SessionForm
from provision.models import Session, Target
from provision.offline import Offline, offline_for
from provision.queries.delivery.days import marks_of, my_day
from provision.queries.settings import settings_of
from provision.views.finding import sent
from provision.views.groups.finding import group_or_404
from provision.views.sessions.finding import sitting_or_404
from register.views.finding import accepted
from senco.audit.actions import record_listed
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.core.versions import Outdated, to_edit
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

RECORD = "provision.record_session"
MOST = 600  # minutes


@requires(RECORD, methods=READ)
def day(request):
    """The sessions of today in the order of time, and those of the last week that nobody has recorded."""
    found = my_day(request.membership, timezone.localdate())
    pupils = {place.pupil_id for each in (*found.today, *found.earlier) for place in each.places}
    record_listed(request.membership, what="my day", pupil_ids=sorted(pupils))
    return render(
        request,
        "provision/sessions/day.html",
        {"day": found, "today": timezone.localdate(), "offline": offline_of(request.membership)},
    )


def offline_of(membership) -> Offline | None:
    """What the page needs to keep a register without a network; None where the school has switched that off."""
    return offline_for(membership) if settings_of(membership.school).registers_offline else None


@requires(RECORD)
def register(request, pk, day, at):
    """Who was there, and how it went; or why it did not run. Sent twice it is still one session."""
    me = request.membership
    sitting = sitting_or_404(request, pk, day, at, minutes=asked_minutes(request))
    record_listed(me, what="session", pupil_ids=sorted(place.pupil_id for place in sitting.places))
    form = SessionForm(
        sent(request), sitting=sitting, marks=marks_of(sitting.saved, me), targets=targets_of(sitting, me)
    )
    form.cancel_url = reverse("provision:my_day")
    restore(form, me)
    if taken(form, sitting, me):
        discard(by=me, form=form.draft_key)
        offer_undo(request, _("Recorded."), reverse("provision:take_session_back", args=[form.outcome.pk]))
        return redirect("provision:my_day")
    context = {"form": form, "sitting": sitting, "to_come": sitting.day > timezone.localdate()}
    context["offline"] = offline_of(me)
    context["recorded"] = list(marks_of(sitting.saved, me).values())
    return render(request, "provision/sessions/register.html", context, status=422 if form.errors else 200)


def taken(form: SessionForm, sitting, me) -> bool:
    """Whether it was written; where somebody else recorded it meanwhile, theirs is shown and the form kept."""

    def act(form):
        return take_session(
            provision=sitting.provision, day=sitting.day, at=sitting.at, planned_minutes=sitting.minutes, account=form.account(),
            version=form.cleaned_data["version"], extra=sitting.beside, by=me,
        )  # fmt: skip

    try:
        return accepted(form, act)
    except Outdated:
        form.show_newest(sitting.saved.version if sitting.saved else 0)
        return False


def asked_minutes(request) -> int | None:
    """Of a session beside the timetable: how long, from the address."""
    asked = request.GET.get("minutes", "")
    return int(asked) if asked.isdecimal() and len(asked) < 4 and 0 < int(asked) <= MOST else None


def targets_of(sitting, membership) -> dict[object, list[Target]]:
    """Outcome → its targets, to be ticked."""
    outcomes = {place.outcome_id for place in sitting.places if place.outcome_id}
    found: dict[object, list[Target]] = {}
    for target in Target.objects.visible_to(membership).kept().filter(outcome__in=outcomes):
        found.setdefault(target.outcome_id, []).append(target)
    return found


@requires(RECORD)
def extra(request, pk):
    """One more session than the timetable has: day, time and length, then its register."""
    group = group_or_404(request, pk)
    form = ExtraForm(
        sent(request), initial={"day": timezone.localdate(), "minutes": group.intervention.minutes}
    )
    form.cancel_url = group.get_absolute_url()
    if form.is_valid():
        said = form.cleaned_data
        key = (group.pk, said["day"].isoformat(), said["at"].strftime("%H%M"))
        return redirect(f"{reverse('provision:session', args=key)}?minutes={said['minutes']}")
    context = {"form": form, "group": group, "heading": _("An extra session")}
    return render(request, "provision/groups/form.html", context, status=422 if form.errors else 200)


def session_to_change_or_404(request, pk) -> Session:
    """For whoever may record it: those who run or cover it, and the SENCO."""
    me = request.membership
    session = get_object_or_404(
        to_edit(request, Session.objects.visible_to(me).select_related("provision")), pk=pk
    )
    if session.adult_id != me.pk:
        key = (session.provision_id, session.day.isoformat(), session.at.strftime("%H%M"))
        sitting_or_404(request, *key, minutes=session.planned_minutes)
    return session


@requires(RECORD, methods=SUBMIT)
def take_back(request, pk):
    """It was recorded by mistake."""
    session = session_to_change_or_404(request, pk)
    if session.removed_at is None:
        take_session_back(session=session, by=request.membership)
        offer_undo(request, _("Taken back."), reverse("provision:put_session_back", args=[pk]))
    return redirect("provision:my_day")


@requires(RECORD, methods=SUBMIT)
def put_back(request, pk):
    session = session_to_change_or_404(request, pk)
    try:
        if session.removed_at is not None:
            put_session_back(session=session, by=request.membership)
            messages.success(request, _("It is back."))
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return redirect("provision:my_day")
