"""What a report of needs rests on: every record about the pupil that its reader may read, fetched once."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from provision.choices import Audience
from provision.models import PlanResponse, PlanVersion, Score, Seen
from register.choices import Decision
from register.models import (
    Attainment,
    Concern,
    ConcernStep,
    Monitoring,
    Pupil,
    PupilFile,
    SenNeed,
    SenStatus,
    StageDuty,
    ViewRequest,
)
from register.queries.pupils import names_of


@dataclass(frozen=True)
class Records:
    """Lists of rows, the earliest first. `names` says who is behind a key of a membership, as far as the reader may know."""

    pupil: Pupil
    statuses: list[SenStatus]
    watched: list[Monitoring]
    needs: list[SenNeed]
    concerns: list[Concern]
    decisions: list[ConcernStep]
    views: list[ViewRequest]
    attainment: list[Attainment]
    scores: list[Score]
    for_staff: list[PlanVersion]
    for_family: list[PlanVersion]
    seen: list[Seen]
    responses: list[PlanResponse]
    duties: list[StageDuty]
    files: list[PupilFile]
    names: dict

    def name(self, key) -> str:
        return self.names.get(key, "") if key else ""

    @cached_property
    def shared_codes(self) -> dict:
        """Plan → codes of the sections that its family was given."""
        return {
            one.plan_id: {section["code"] for section in one.content.get("sections", ())}
            for one in self.for_family
        }


def records_of(pupil: Pupil, membership) -> Records:
    """Everything, in a fixed number of queries."""

    def about(model, *order: str):
        return model.objects.visible_to(membership).filter(pupil=pupil).order_by(*order, "pk")

    office = membership.sees_whole_school
    concerns = about(Concern, "raised_at")
    found = {
        "statuses": list(about(SenStatus, "starts")),
        "watched": list(about(Monitoring, "starts")),
        "needs": list(about(SenNeed, "starts", "rank")),
        "concerns": list(without_safeguarding(concerns) if office else concerns),
        "decisions": list(about(ConcernStep, "at").filter(kind__in=DECIDING)) if office else [],
        "views": list(about(ViewRequest, "answered_at").filter(answered_at__isnull=False)),
        "attainment": list(about(Attainment, "year", "stage", "subject")),
        "scores": list(about(Score, "taken_on").filter(removed_at__isnull=True)),
        "for_staff": list(about(PlanVersion).newest_of_each(Audience.STAFF)),
        "for_family": list(about(PlanVersion).newest_of_each(Audience.FAMILY)),
        "seen": list(about(Seen, "on").filter(removed_at__isnull=True)),
        "responses": list(about(PlanResponse, "at").select_related("version").defer("version__content")),
        "duties": list(about(StageDuty).with_state().order_by("due_on", "code", "pk")),
        "files": list(
            PupilFile.objects.visible_to(membership)
            .readable()
            .filter(pupil=pupil)
            .order_by("uploaded_at", "pk")
        ),
    }
    return Records(pupil, **found, names=names_of(people_in(found), membership))


DECIDING = (
    ConcernStep.Kind.DECIDED,
    ConcernStep.Kind.UNDONE,
    ConcernStep.Kind.RESUMED,
    ConcernStep.Kind.WITHDRAWN,
)
BY = (
    "decided_by_id",
    "started_by_id",
    "raised_by_id",
    "by_id",
    "asked_id",
    "done_by_id",
    "waived_by_id",
    "uploaded_by_id",
)


def without_safeguarding(concerns):
    """Only the office may know which these are: nobody else reads what was decided."""
    passed_on = ConcernStep.objects.filter(decision=Decision.SAFEGUARDING).values("concern")
    return concerns.exclude(pk__in=passed_on)


def people_in(found: dict[str, Iterable]) -> set:
    """The keys of everybody whom these rows name."""
    return {
        getattr(row, column)
        for rows in found.values()
        for row in rows
        for column in BY
        if getattr(row, column, None)
    }
