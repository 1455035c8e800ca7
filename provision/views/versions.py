"""The versions of a plan: the list, one of them, and two side by side."""

import uuid

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from provision.choices import Audience
from provision.letters.plan import PlanPaper
from provision.models import PlanVersion
from provision.queries.comparing import compare
from provision.views.finding import plan_or_404
from senco.audit.actions import record_opened
from senco.core.permissions import READ, requires

VIEW = "provision.view_plan"


@requires(VIEW, methods=READ)
def versions(request, pk):
    """Every version of the plan for either reader, and the steps behind them."""
    plan = plan_or_404(request, pk)
    record_opened(request.membership, what="versions of a plan", pupil_id=plan.pupil_id)
    seen = versions_of(request, plan).defer("content").select_related("by")
    found = list(seen.order_by("-at", "-number", "pk"))
    context = {
        "plan": plan,
        "pupil": plan.pupil,
        "shelves": [
            {"title": title, "audience": audience, "versions": [v for v in found if v.audience == audience]}
            for audience, title in ((Audience.STAFF, _("For staff")), (Audience.FAMILY, _("For the family")))
        ],
        "steps": plan.steps.select_related("by").order_by("-at", "-id"),
    }
    return render(request, "provision/versions/list.html", context)


def versions_of(request, plan):
    return PlanVersion.objects.visible_to(request.membership).filter(plan=plan)


@requires(VIEW, methods=READ)
def version(request, pk):
    """One version, word for word."""
    seen = PlanVersion.objects.visible_to(request.membership).select_related("plan__pupil__school", "by")
    shown = get_object_or_404(seen, pk=pk)
    record_opened(request.membership, what="version of a plan", pupil_id=shown.pupil_id)
    plan = shown.plan
    context = {
        "version": shown,
        "plan": plan,
        "pupil": plan.pupil,
        "paper": PlanPaper.from_json(shown.content),
    }
    return render(request, "provision/versions/version.html", context)


@requires(VIEW, methods=READ)
def compare_versions(request, pk):
    """Two versions for the same reader side by side: `old` and `new` of the address, or the two newest."""
    plan = plan_or_404(request, pk)
    audience = Audience.FAMILY if request.GET.get("audience") == Audience.FAMILY else Audience.STAFF
    found = list(versions_of(request, plan).filter(audience=audience).standing().order_by("number"))
    old, new = two_of(found, request.GET)
    record_opened(request.membership, what="versions side by side", pupil_id=plan.pupil_id)
    context = {
        "plan": plan,
        "pupil": plan.pupil,
        "versions": found,
        "old": old,
        "new": new,
        "audience": audience,
    }
    if old and new:
        sections = compare(PlanPaper.from_json(old.content), PlanPaper.from_json(new.content))
        context |= {"sections": sections, "unchanged": [one.title for one in sections if one.is_same]}
    return render(request, "provision/versions/compare.html", context)


def two_of(found: list[PlanVersion], asked) -> tuple[PlanVersion | None, PlanVersion | None]:
    """The older and the newer of those that are asked for; without a choice the last two."""
    if len(found) < 2:
        return None, None
    by_key = {version.pk: version for version in found}
    chosen = [by_key.get(key_of(asked.get(name))) for name in ("old", "new")]
    old, new = chosen[0] or found[-2], chosen[1] or found[-1]
    return (old, new) if old.number <= new.number else (new, old)


def key_of(text: str | None) -> uuid.UUID | None:
    try:
        return uuid.UUID(text or "")
    except ValueError:
        return None
