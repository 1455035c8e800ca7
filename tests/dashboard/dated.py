"""One of everything that has a day, all on the same one."""

import datetime

from provision.letters.plan import PlanPaper
from register.models import Monitoring, StageDuty, ViewRequest
from reviews.models import Contribution, MeetingInvitation
from senco.liaison.models import LoggedContact
from tests.factories import as_owner, concern, on_status, person
from tests.factories.plans import plan, version
from tests.factories.provided import provision
from tests.factories.reviews import agreed, part_of, review
from tests.factories.translations import translation

ON = datetime.date(2027, 3, 10)  # a day of a month in which nothing else is


def fill(child, *, by, lead, name: str):
    """One of everything that has a day, about one pupil; `lead` does what a colleague does."""
    status = on_status(child)
    part = {"school_id": child.school_id, "pupil": child}
    made = plan(child, by=by, steps=("begun", "in_force"), title=f"{name} plan", review_on=ON, lead=lead)
    paper = PlanPaper(f"{name} shared", "Plan", child.name, "School", 1, starts=made.starts, review_on=ON)
    shared = version(made, title=f"{name} shared", kind="in_force", content=paper.as_json())
    translation(shared, translator=lead, approver=person("head", at=by.school), by=by, by_when=ON)
    provision(
        by=by, pupils=[child], adults=[lead], name=f"{name} group", starts=datetime.date(2027, 1, 4), ends=ON
    )
    met = review(
        child, by=by, steps=("begun", "arranged"), day=ON, at=datetime.time(15, 30), title=f"{name} meeting", lead=lead
    )  # fmt: skip
    agreed(met, f"{name} action", who=lead, by_when=ON)
    asked_about = concern(child, by=by)
    with as_owner():
        StageDuty.objects.create(
            **part,
            status=status,
            stage=status.stage,
            code="shared",
            evidence="nothing",
            opens_on=ON,
            due_on=ON,
            owner=lead,
        )
        Monitoring.objects.create(**part, starts=datetime.date(2026, 9, 1), review_on=ON, started_by=by)
        ViewRequest.objects.create(**part, concern=asked_about, asked=lead, asked_by=by, due_on=ON)
        LoggedContact.objects.create(
            **part, kind="call", direction="out", party="parent", summary="Rang", follow_up=f"{name} promise",
            follow_up_by=ON, follow_up_who=lead, logged_by=by, saved_by=by,
        )  # fmt: skip
    return met


def ask_along(met, somebody, kind: str) -> None:
    """To the meeting, and for views before it."""
    by = met.begun_by
    with as_owner():
        MeetingInvitation.objects.create(
            **part_of(met),
            membership=somebody,
            day=ON,
            at=datetime.time(15, 30),
            minutes=20,
            manner="person",
            by=by,
        )
        Contribution.objects.create(
            **part_of(met),
            name=str(somebody),
            kind=kind,
            membership=somebody,
            due_on=ON,
            asked_by=by,
            saved_by=by,
            about_plan=[],
        )
