"""One pupil's plans, one after the other: what goes on from one to the next, and the writing of each."""

import datetime
from dataclasses import dataclass, field

from provision.choices import StepKind
from provision.models import Outcome, Plan, PlanStep
from provision.plan_types import name_of
from senco.demo.children import Child
from senco.demo.concern_plans import ConcernPlan
from senco.demo.cycles import evidence
from senco.demo.cycles.course import Course, Strand
from senco.demo.cycles.dates import Cycle, Fate
from senco.demo.cycles.days import SchoolDays
from senco.demo.cycles.freezing import Binder, year_at
from senco.demo.cycles.steps import Desk, days_of_steps
from senco.demo.cycles.team import Team
from senco.demo.cycles.texts import PLAN_TYPE, Voices, write_sections
from senco.demo.cycles.writing import Page, write_items, write_outcomes, write_provision
from senco.demo.words.plans import people
from senco.demo.world import World

PARENTS_SPEAK_LATER = 0.3  # share of plans in which their words are written only once they have seen it
WRITING_TIME = datetime.timedelta(minutes=25)
DAYS_A_WEEK = 5


@dataclass
class Story:
    """`number` counts the plans so far; `outcomes` are those of the last one, by the code of their thread."""

    world: World
    days: SchoolDays
    child: Child
    team: Team
    voices: Voices
    concerns: list[ConcernPlan]  # those not pulled into a plan yet
    file: evidence.File = field(default_factory=evidence.File)
    course: Course | None = None
    previous: Plan | None = None
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    number: int = 0
    said: set[str] = field(default_factory=set)


def write_plan(story: Story, cycle: Cycle, following: int | None, fate: Fate) -> None:
    """One cycle. `following` is the place of the day on which the next one began or support ended; None for the present plan."""
    story.number += 1
    page = begin(story, cycle)
    strands = strands_of(story, page.plan.starts)
    concerns = evidence.pull_concerns(page, story.concerns, story.days[cycle.begun])
    write(story, page, strands, cycle, unfinished=fate == Fate.DRAFT)
    desk = Desk(Binder(page, story.file.scores, concerns), story.days, page.saved_at, fate, hold_back(page))
    if following is not None:
        story.course.review()
        desk.results = {strand.thread.code: strand.result for strand in strands}
    steps = days_of_steps(story.world.rng, story.days, cycle, fate, following)
    for kind, place in steps:
        desk.take(kind, place)
    if fate == Fate.OVER:
        desk.archive(min(following, story.days.today - 1), people.LEFT if story.child.left else people.OVER)
    if any(kind == StepKind.IN_FORCE for kind, _place in steps):
        evidence.note_what_was_seen(page, strands, story.days, cycle.starts, cycle.review)
    story.previous, story.outcomes = page.plan, page.outcomes


def begin(story: Story, cycle: Cycle) -> Page:
    """The plan and its first step."""
    world, team, pupil = story.world, story.team, story.child.pupil
    at = world.at(story.days[cycle.begun], from_hour=8, to_hour=13)
    plan = world.add(
        Plan, school_id=world.school.pk, pupil_id=pupil.pk, plan_type=PLAN_TYPE, title=f"{name_of(PLAN_TYPE)}, cycle {story.number}",
        number=story.number, starts=story.days[cycle.starts], review_on=story.days[cycle.review], lead=team.lead,
        previous=story.previous, begun_by=team.lead, begun_at=at, saved_by=team.lead, saved_at=at,
    )  # fmt: skip
    page = Page(world, story.child, team, plan, team.lead, at, said=story.said)
    world.add(PlanStep, kind=StepKind.BEGUN, by_id=team.lead.pk, at=at, **page.ids)
    return page


def strands_of(story: Story, starts: datetime.date) -> list[Strand]:
    """What this plan is about; the first one begins the pupil's course."""
    year = year_at(story.world, story.child, starts)
    if story.course is None:
        story.course = Course.begun(story.world.rng, story.child, year)
    else:
        story.course.go_on(story.outcomes, year)
    return story.course.strands


def write(story: Story, page: Page, strands: list[Strand], cycle: Cycle, *, unfinished: bool) -> None:
    """Everything that is written before the first step; an unfinished draft has no provision yet."""
    plan = page.plan
    later(page)
    write_sections(page, strands, story.voices, story.number - 1, unfinished=unfinished)
    tested = story.days[max(0, cycle.begun - story.world.rng.randrange(2, 9))]
    evidence.add_scores(
        page, story.file, max(tested, story.child.pupil.joined_on), first=story.previous is None
    )
    later(page)
    write_outcomes(page, strands, plan.review_on, unfinished=unfinished)
    write_items(page, strands)
    later(page)
    if not unfinished:
        weeks = max(1, (cycle.review - cycle.starts) // DAYS_A_WEEK - 1)
        write_provision(page, strands, plan.review_on, weeks)


def later(page: Page) -> None:
    page.saved_at += WRITING_TIME


def hold_back(page: Page) -> str:
    """Of some plans the parents' words, which come later; the section is empty until then."""
    section = page.sections["parent_view"]
    if not page.world.chance(PARENTS_SPEAK_LATER):
        return ""
    words, section.text, section.version = section.text, "", 1
    return words
