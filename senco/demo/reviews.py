"""Reviews: of each plan that was reviewed the meeting, with its record; of those that are due soon most have a day."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.timezone import localdate

from provision.choices import Audience, Result, StepKind
from provision.models import Outcome, Plan, PlanStep
from register.models import Contact, Pupil
from reviews.choices import Decision, Guest, Manner, NextStep, Presence
from reviews.choices import StepKind as Taken
from reviews.letters.record import document_of
from reviews.models import (
    AgreedAction,
    MeetingInvitation,
    OutcomeJudged,
    Person,
    Review,
    ReviewRecord,
    ReviewRound,
    ReviewStep,
    Spoken,
)
from reviews.queries.papers import Rows, paper_from
from senco.demo.concern_records import People
from senco.demo.contributions import gather_views
from senco.demo.keys import weighted
from senco.demo.words import meetings
from senco.demo.world import DAY, World

HOUR = datetime.timedelta(hours=1)
JUDGED = {  # result of an outcome → judgements that fit it, and what became of it
    Result.MET: ((0, 1, 1, 2), NextStep.MET),
    Result.PARTLY: ((0, 0, 1), NextStep.GO_ON),
    Result.NOT_YET: ((-1, -1, -2), NextStep.CHANGE),
    Result.STOPPED: ((-1, 0), NextStep.STOP),
}
CAME, SPOKE, DISAGREED, SPOKE_SELF, NOTED = 0.8, 0.7, 0.08, 0.4, 0.3
HAS_ACTION, STILL_OPEN = 0.6, 0.12
ARRANGED = 0.7  # of the reviews that are due within two weeks
MANNERS = {Manner.IN_PERSON: 70, Manner.PHONE: 20, Manner.VIDEO: 10}
DECISIONS = {Decision.STAY: 85, Decision.MORE: 6, Decision.LESS: 6, Decision.SPECIALIST: 3}


@dataclass
class Files:
    """What was made before, by the key of the plan or pupil that it belongs to."""

    outcomes: dict = field(default_factory=lambda: defaultdict(list))
    at_home: dict = field(default_factory=lambda: defaultdict(list))
    reviewed: dict = field(default_factory=dict)  # plan → the step that says so
    last: dict = field(default_factory=dict)  # plan → its last step
    rounds: list = field(default_factory=list)
    on_register: set = field(default_factory=set)  # pupils with a plan


def record_reviews(world: World, people: People) -> None:
    """Held by the plan's lead, signed off by the SENCO at the moment at which the plan was reviewed. Each term's are a round."""
    files = opened(world)
    files.rounds = [
        begin_round(world, term, people.senco) for term in world.calendar.terms if term.starts <= world.today
    ]
    pupils = {pupil.pk: pupil for pupil in world.made(Pupil)}
    for plan in world.made(Plan):
        plan.pupil = pupils[plan.pupil_id]  # plans are made with keys alone
        if step := files.reviewed.get(plan.pk):
            record_held(world, plan, step, files, people)
        elif is_due(world, plan, files) and world.chance(ARRANGED):
            arrange(world, plan, files, people)
    for contact in [each for children in files.at_home.values() for each in children if each.membership]:
        if contact.membership == people.sign_ins.get("parent") and contact.pupil_id in files.on_register:
            ask_to_talk(world, pupils[contact.pupil_id], contact, files, people)
    gather_views(world, files.at_home, people)


def begin_round(world: World, term, senco) -> ReviewRound:
    return world.add(
        ReviewRound, school=world.school, name=f"{term.name} reviews", about="Everybody on the register", starts=term.starts,
        ends=term.ends, by=senco, at=world.at(term.starts),
    )  # fmt: skip


def round_of(files: "Files", day: datetime.date) -> ReviewRound | None:
    """That of the day's term; in holidays the one before."""
    return max(
        (each for each in files.rounds if each.starts <= day), key=lambda each: each.starts, default=None
    )


def ask_to_talk(world: World, pupil, contact: Contact, files: "Files", people: People) -> None:
    """The parent's sign-in is asked to a meeting next week."""
    day = world.today + 6 * DAY
    while day.isoweekday() > 5:
        day += DAY
    at = world.at(world.school_day(world.ago(1)))
    review = world.add(
        Review, school=world.school, pupil=pupil, kind="taf", lead=people.senco, begun_by=people.senco, begun_at=at, day=day,
        at=datetime.time(16, 0), minutes=30, place="SEN office", saved_by=people.senco, saved_at=at,
    )  # fmt: skip
    take(world, review, Taken.BEGUN, people.senco, at)
    take(world, review, Taken.ARRANGED, people.senco, at + HOUR)
    ask(world, review, files, people.senco, held=False)
    world.add(
        MeetingInvitation, **of(review), membership=contact.membership, day=day, at=review.at, minutes=30, manner=review.manner,
        place=review.place, by=people.senco, sent_at=at + HOUR,
    )  # fmt: skip


def opened(world: World) -> Files:
    files = Files()
    for outcome in world.made(Outcome):
        if outcome.removed_at is None:
            files.outcomes[outcome.plan_id].append(outcome)
    for contact in world.made(Contact):
        if contact.ended_on is None and not contact.court_order and contact.parental_responsibility:
            files.at_home[contact.pupil_id].append(contact)
    files.on_register = {plan.pupil_id for plan in world.made(Plan)}
    for step in world.made(PlanStep):
        if step.withdrawn_at is None:
            files.last[step.plan_id] = step
            if step.kind == StepKind.REVIEWED:
                files.reviewed[step.plan_id] = step
    return files


def is_due(world: World, plan: Plan, files: Files) -> bool:
    in_force = files.last[plan.pk].kind in (StepKind.IN_FORCE, StepKind.UPDATED)
    return in_force and plan.pupil.left_on is None and 0 <= (plan.review_on - world.today).days <= 14


def record_held(world: World, plan: Plan, step: PlanStep, files: Files, people: People) -> None:
    held_on = localdate(step.at)
    words = meetings.words_for(world.rng, plan.pupil.forename)
    review = begin(
        world, plan, people, step.at - 9 * DAY, round=round_of(files, held_on), day=held_on, held_on=held_on, summary=words.summary,
        staff_note=words.note if world.chance(NOTED) else "", decision=weighted(world.rng, DECISIONS), next_on=held_on + 85 * DAY,
        saved_by=people.senco, saved_at=step.at, version=2,
    )  # fmt: skip
    signed = take(world, review, Taken.SIGNED, people.senco, step.at)
    rows = Rows(
        people=ask(world, review, files, people.senco, held=True),
        judged=[judge(world, review, each, people.senco) for each in files.outcomes[plan.pk]],
        spoken=speak(world, review, words, files, people.senco),
        actions=agree(world, review, words, people),
    )
    for audience in Audience:
        document = document_of(paper_from(review, rows, for_family=audience == Audience.FAMILY))
        world.add(
            ReviewRecord, **of(review), step=signed, audience=audience, title=document.title, held_on=held_on,
            for_agency=audience == Audience.FAMILY and world.chance(0.5), content=document.as_json(), by=people.senco, at=step.at, visible_from=step.at,
        )  # fmt: skip


def arrange(world: World, plan: Plan, files: Files, people: People) -> None:
    """A day within the next two weeks; a few are held before the date of the plan."""
    day = max(plan.review_on, world.today + DAY)
    while day.isoweekday() > 5:
        day += DAY
    review = begin(
        world, plan, people, world.at(world.school_day(world.ago(6))), day=day, round=round_of(files, day)
    )
    ask(world, review, files, people.senco, held=False)
    for outcome in files.outcomes[plan.pk]:
        row(world, review, OutcomeJudged, people.senco, outcome=outcome)


def begin(world: World, plan: Plan, people: People, at: datetime.datetime, **fields) -> Review:
    lead = plan.lead or people.senco
    saved = {"saved_by": people.senco, "saved_at": at}
    review = world.add(
        Review, school=world.school, pupil=plan.pupil, kind="termly", plan=plan, lead=lead, begun_by=people.senco, begun_at=at,
        at=datetime.time(15, 10 * world.rng.randrange(6)), manner=weighted(world.rng, MANNERS), **saved | fields,
    )  # fmt: skip
    review.place = meetings.place_of(world.rng, review.manner)
    take(world, review, Taken.BEGUN, people.senco, at)
    take(world, review, Taken.ARRANGED, people.senco, at + HOUR)
    return review


def take(world: World, review: Review, kind: str, by, at: datetime.datetime) -> ReviewStep:
    return world.add(ReviewStep, **of(review), kind=kind, by=by, at=at)


def of(review: Review) -> dict:
    return {"school": review.school, "pupil": review.pupil, "review": review}


def row(world: World, review: Review, model: type, by, **fields):
    return world.add(model, **of(review), saved_by=by, saved_at=review.saved_at, **fields)


def ask(world: World, review: Review, files: Files, by, *, held: bool) -> list[Person]:
    """The pupil, those at home, and whoever holds it."""

    def presence(surely: bool = False) -> str:
        came = surely or world.chance(CAME)
        return "" if not held else Presence.CAME if came else Presence.APOLOGIES

    asked = [row(world, review, Person, by, kind=Guest.PUPIL, name=review.pupil.name, presence=presence())]
    for place, contact in enumerate(files.at_home[review.pupil.pk], start=1):
        asked.append(
            row(
                world, review, Person, by, kind=Guest.PARENT, name=contact.name, contact=contact, position=place,
                presence=presence(surely=place == 1),
            )
        )  # fmt: skip
    lead = {"name": review.lead.name, "membership": review.lead, "position": len(asked)}
    return [*asked, row(world, review, Person, by, kind=Guest.STAFF, presence=presence(surely=True), **lead)]


def judge(world: World, review: Review, outcome: Outcome, by) -> OutcomeJudged:
    fitting, then = JUDGED[outcome.result or Result.PARTLY]
    judgement = world.rng.choice(fitting)
    words = world.rng.choice(meetings.JUDGED[judgement]) if world.chance(0.5) else ""
    return row(
        world, review, OutcomeJudged, by, outcome=outcome, judgement=judgement, next_step=then, words=words
    )


def speak(world: World, review: Review, words: "meetings.Words", files: Files, by) -> list[Spoken]:
    spoken, parents = [], files.at_home[review.pupil.pk]
    if parents and world.chance(SPOKE):
        disagrees = world.chance(DISAGREED)
        said = words.disagreeing if disagrees else words.parent
        spoken.append(
            row(
                world,
                review,
                Spoken,
                by,
                speaker="parent",
                name=parents[0].name,
                words=said,
                disagrees=disagrees,
            )
        )
    if world.chance(SPOKE_SELF):
        spoken.append(
            row(
                world,
                review,
                Spoken,
                by,
                speaker="pupil",
                name=review.pupil.forename,
                words=words.pupil,
                position=1,
            )
        )
    return spoken


def agree(world: World, review: Review, words: "meetings.Words", people: People) -> list[AgreedAction]:
    """Most of what was agreed is done; of the last weeks' some is not."""
    if not world.chance(HAS_ACTION):
        return []
    by_when = review.held_on + world.rng.choice((7, 14, 21)) * DAY
    open_now = by_when > world.today or (by_when > world.ago(30) and world.chance(STILL_OPEN))
    who = world.rng.choice([review.lead, *people.around.get(review.pupil.pk, ())])
    done = None if open_now else max(review.saved_at, world.at(world.school_day(by_when)))
    return [
        row(
            world, review, AgreedAction, people.senco, text=words.action, who=who, by_when=by_when, done_at=done,
            done_by=who if done else None,
        )
    ]  # fmt: skip
