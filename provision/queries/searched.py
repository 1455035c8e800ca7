"""What of plans and profiles can be searched for words."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

from provision.models import (
    Outcome,
    PlanItem,
    PlannedProvision,
    PlanResponse,
    PlanSection,
    Profile,
    PupilAlert,
    Score,
    Seen,
    Target,
)
from register.queries.searched import Found, SearchKind, kept, of_model

PLAN = "provision.view_plan"


def on_plan(found: Found, _membership) -> str:
    return reverse("provision:plan", args=[found.about])


def part_of_plan(code: str, label: str, model: type, *fields: str, found=None) -> SearchKind:
    """A row that stands on the page of its plan."""
    found = found or kept(model)
    return SearchKind(
        code, label, PLAN, model, found, fields, on="saved_at", by="saved_by", about="plan", url=on_plan
    )


KINDS = (
    part_of_plan("section", lazy("Plan"), PlanSection, "text", found=of_model(PlanSection)),
    part_of_plan("outcome", lazy("Outcome of a plan"), Outcome, "text", "plain", "baseline", "measure"),
    part_of_plan("target", lazy("Target of a plan"), Target, "text", "measure"),
    part_of_plan("item", lazy("Strategy of a plan"), PlanItem, "text", "plain"),
    part_of_plan("provided", lazy("Provision of a plan"), PlannedProvision, "what", "plain"),
    part_of_plan("score", lazy("Test result"), Score, "test", "result", "source"),
    SearchKind(
        "seen", lazy("Note of progress"), PLAN, Seen, kept(Seen), ("text",), on="at", by="by", about="outcome",
        url=lambda found, _me: reverse("provision:outcome_seen", args=[found.about]),
    ),
    SearchKind(
        "response", lazy("What a family said about a plan"), PLAN, PlanResponse, of_model(PlanResponse), ("words",), on="at",
        by="by", about="plan", url=on_plan,
    ),
    SearchKind(
        "profile", lazy("One-page profile"), PLAN, Profile, of_model(Profile), ("admire", "matters", "helps", "hinders"),
        on="saved_at", by="saved_by", url=lambda found, _me: reverse("provision:pupil_profile", args=[found.pupil_id]),
    ),
    SearchKind(
        "alert", lazy("Alert"), PLAN, PupilAlert, of_model(PupilAlert), ("text", "what_to_do"), on="saved_at", by="saved_by",
        url=lambda found, _me: reverse("provision:alerts", args=[found.pupil_id]),
    ),
)  # fmt: skip
