"""A support plan of every pupil of the matrix, with a row of every kind, each holding its canary."""

import datetime

from django.utils import timezone

from provision import models
from provision.letters.plan import PaperSection, PlanPaper
from provision.plan_types.shape import SectionShape
from senco.accounts.models import Membership
from senco.documents.contents import Document, Part, text
from tests.access.matrix.reviews import REVIEW_KINDS, plant_review
from tests.access.matrix.tokens import World, canary
from tests.factories import as_owner, kept_file
from tests.factories.plans import outcome, part_of, plan, section, version

PLAN_KINDS = {  # what is reached through a plan
    "plan", "section", "outcome", "target", "item", "provision", "score", "seen", "plan_step", "pulled", "section_of_strategies",
    "section_of_concerns", "staff_version", *REVIEW_KINDS,
}  # fmt: skip


def plant_plan(world: World, key: str, subject, colleague: Membership) -> None:
    """`plan` is read by staff alone, `agreed` stands in what was frozen for the family."""
    words = {"text": canary(key, "plan")}
    made = plan(subject, by=colleague, title=canary(key, "plan"), steps=("begun", "shared"))
    goal = outcome(made, **words, measure=canary(key, "plan"))
    saved = part_of(made) | {"saved_by": colleague}
    world.put("plan", key, made)
    world.put("section", key, section(made, **words))
    for place, kind in enumerate(("outcomes", "strategies", "provision", "scores", "concerns"), start=1):
        shown = {"kind": kind, "title": canary(key, "plan"), "position": place}
        world.put(f"section_of_{kind}", key, section(made, kind, **shown))
    world.put("outcome", key, goal)
    with as_owner():
        made_rows = {
            "target": models.Target.objects.create(**saved, outcome=goal, **words),
            "item": models.PlanItem.objects.create(**saved, kind="strategy", **words),
            "provision": models.PlannedProvision.objects.create(**saved, what=canary(key, "plan"), outcome=goal),
            "score": models.Score.objects.create(
                **saved, test=canary(key, "plan"), result="85", taken_on=datetime.date.today(), source="School"
            ),
            "seen": models.Seen.objects.create(
                **part_of(made), outcome=goal, on=datetime.date.today(), by=colleague, **words
            ),
            "plan_step": made.steps.get(kind="shared"),
            "plan_response": models.PlanResponse.objects.create(
                **part_of(made), speaker="parent", answer="talk", words=canary(key, "plan"), by=colleague
            ),
            "pulled": models.PulledConcern.objects.create(
                **part_of(made), concern_id=world.things["concern"][key], raised_on=datetime.date.today(), by=colleague,
                raised_by_name="Somebody", **words,
            ),
        }  # fmt: skip
    for kind, row in made_rows.items():
        world.put(kind, key, row)
    plant_shown(subject, made_rows["seen"], canary(key, "file"), colleague)
    plant_versions(world, key, made)
    plant_run(world, key, made, made_rows["plan_response"])
    plant_report(world, key, subject, colleague)
    plant_review(world, key, subject, goal, colleague)


def plant_shown(subject, seen: models.Seen, text: str, colleague: Membership) -> None:
    """A file beside what was seen."""
    shown = kept_file(subject, by=colleague, caption=text, name=f"{text}.txt")
    with as_owner():
        models.SeenFile.objects.create(
            school_id=seen.school_id, pupil=subject, seen=seen, file=shown, by=colleague
        )


def plant_run(world: World, key: str, made: models.Plan, said: models.PlanResponse) -> None:
    """An answer that was read, and the next cycle asked for."""
    common = {"school_id": made.school_id, "pupil_id": made.pupil_id}
    with as_owner():
        models.ResponseRead.objects.create(**common, response=said, by=made.begun_by)
        run = models.CycleRun.objects.create(
            school_id=made.school_id, starts=made.starts, review_on=made.review_on, by=made.begun_by
        )
        models.CycleItem.objects.create(**common, run=run, plan=made)
    world.put("cycle_run", key, run)


def plant_versions(world: World, key: str, made: models.Plan) -> None:
    """What staff have, what the family has, what it will have, and what was taken back from it."""
    for kind, audience, token, facts in (
        ("staff_version", "staff", "plan", {}),
        ("version", "family", "agreed", {}),
        ("withdrawn_version", "family", "plan", {"number": 2, "withdrawn_at": made.begun_at}),
        (
            "coming_version",
            "family",
            "plan",
            {"number": 3, "visible_from": timezone.now() + datetime.timedelta(days=1)},
        ),
    ):
        said = canary(key, token)
        paper = PlanPaper(
            said, "SEN Support plan", said, "Here", 1, made.starts, made.review_on,
            sections=(PaperSection("strengths", "text", "Strengths", said),),
        )  # fmt: skip
        world.put(kind, key, version(made, audience, title=said, content=paper.as_json(), **facts))


def plant_report(world: World, key: str, subject, colleague: Membership) -> None:
    """Kept by the office, and read by it alone."""
    said = canary(key, "office")
    document = Document("Report", said, "Here", said, parts=(Part("Needs", (text(said),)),))
    with as_owner():
        kept = models.NeedsReport.objects.create(
            school_id=subject.school_id, pupil=subject, title=said, content=document.as_json(), by=colleague
        )
    world.put("needs_report", key, kept)


def plant_settings(world: World, key: str, at, colleague: Membership) -> None:
    """What a school makes its own, each text with its canary."""
    words = canary(key, "bank")
    saved = {"school": at, "saved_by": colleague}
    with as_owner():
        models.PlanTemplate.objects.create(
            **saved,
            plan_type="own",
            name=words,
            sections=[SectionShape("strengths", "text", words).as_json()],
        )
        models.PlanSettings.objects.create(**saved, profile_word=words)
        models.HiddenEntry.objects.create(**saved, bank="strategies", code="now-and-next")
        strategy = models.SchoolStrategy.objects.create(**saved, text=words, area="CL")
        stem = models.SchoolStem.objects.create(**saved, text=words, area="CL")
    world.put("school_strategy", key, strategy)
    world.put("school_stem", key, stem)
