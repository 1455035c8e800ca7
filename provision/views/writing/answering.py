"""How every page on which a plan is written answers: the form, or the part of the plan that it has changed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils.translation import gettext as _

from provision.actions.presence import leave
from provision.choices import PlanState
from provision.queries.desk import desk_of
from provision.queries.hints import shown_hints
from provision.queries.outcomes import CARRIED_OUT
from provision.views.finding import plan_or_404
from provision.views.writing.checking import hints_on, is_checked
from provision.views.writing.finding import insist_editor, place_of, turned_away
from provision.workflow import OPEN_STATES, SIGN, WRITE
from register.views.stepping import tried
from senco.audit.actions import record_opened
from senco.core.htmx import redirect_after, render_page, wants_part
from senco.core.workflow import StepNotOpen
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

FORM = "provision/writing/form.html"
PLAN = "provision/plans/plan.html"
CHECK = "check"  # in the address: the form is read and not saved


def accepted(form, act) -> bool:
    """As `tried`. Whoever may no longer write here is told in the form, whose words stay."""
    return tried(form, act, refusals=(StepNotOpen, PermissionDenied))


def writing(request, plan, section, *, make, act, title: str):
    """A form for whoever may write the section now: `make(part)` builds it, `act(form)` writes what it says.

    A submission that comes too late is not turned away here: the action refuses it, and the form keeps every word. While somebody
    types, the page asks for what the plan check says to their words.
    """
    insist_editor(request, section)
    if request.method != "POST" and (away := turned_away(request, plan, section)):
        return away
    form = make(f"part-{section.code}" if section else "")
    if request.method == "POST" and CHECK in request.GET:
        rules = hints_on(form, plan, section, request.membership)
        return render(request, "provision/check/rules.html", {"rules": rules})
    return edit(request, plan, section, form, title=title, act=lambda: act(form))


def edit(request, plan, section, form, *, title: str, act):
    """Show the form, or save what it says and answer with the section as it stands now."""
    form.action, form.cancel_url = request.path, place_of(plan, section)
    restore(form, request.membership)
    if accepted(form, act):
        discard(by=request.membership, form=form.draft_key)
        if section:
            leave(plan_id=plan.pk, code=section.code, by=request.membership)
        messages.success(request, _("Saved."))
        return answer(request, plan, section)
    return show(request, plan, section, form, title)


def show(request, plan, section, form, title: str):
    """The form: a page of its own, or a card in the place of the section. A draft is said outside it, where it can be thrown away."""
    record_opened(request.membership, what="plan form", pupil_id=plan.pupil_id)
    draft, form.draft = form.draft, None
    if wants_part(request) and not form.errors:
        form.visible_fields()[0].field.widget.attrs["autofocus"] = (
            True  # the card took the place of what had the focus
        )
    context = {
        "plan": plan,
        "pupil": plan.pupil,
        "section": section,
        "part_id": f"part-{section.code}" if section else "part",
        "form": form,
        "title": title,
        "draft": draft,
        "check_url": f"{form.action}?{CHECK}" if is_checked(form) else "",
        "rules": hints_on(form, plan, section, request.membership),
    }
    return render_page(request, FORM, context, part="card", status=422 if form.errors else 200)


def answer(request, plan, section):
    """After a change: the section as it stands, put in its place by htmx; else the plan's page, at that section."""
    if section is None or not wants_part(request):
        return redirect_after(request, place_of(plan, section))
    fresh = plan_or_404(request, plan.pk)
    record_opened(request.membership, what="plan", pupil_id=fresh.pupil_id)
    context = page_of(request, fresh)
    context |= {"part": context["desk"].part(section.code), "changed": True}
    return render_page(request, PLAN, context, part="one")


def page_of(request, plan) -> dict:
    """What the plan's page shows and offers this person."""
    may = request.membership.may
    desk = desk_of(plan, request.membership)
    return {
        "plan": plan,
        "pupil": plan.pupil,
        "desk": desk,
        "check": shown_hints(plan, desk, request.membership),
        "changed": False,
        "may_write": may(WRITE),
        "may_begin": may("provision.begin_plan"),
        "may_describe": may("provision.begin_plan") and plan.state == PlanState.DRAFT,
        "may_note": may("provision.note_seen") and plan.state == PlanState.IN_FORCE,
        "may_share": may(SIGN) and plan.state in OPEN_STATES,
        "shows_seen": plan.state in CARRIED_OUT,
    }
