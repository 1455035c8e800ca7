"""Concerns as records: raised, asked about, decided, told. Each step comes after the one before, and none is in the future."""

import datetime
from dataclasses import dataclass, field
from itertools import count

from register.choices import AREA_OF_NEED, BroadArea, Decision, ParentTold, Since
from register.models import Concern, ConcernNote, ConcernNotice, ConcernStep, ReferenceCounter, ViewRequest
from senco.accounts.models import Membership
from senco.accounts.roles import Role
from senco.demo.concern_plans import ConcernPlan, Stage
from senco.demo.keys import weighted
from senco.demo.words import Story, answers, communication, home, learning, senses, told, wellbeing
from senco.demo.world import DAY, World

STORIES = {
    BroadArea.COGNITION: learning.STORIES,
    BroadArea.COMMUNICATION: communication.STORIES,
    BroadArea.SEMH: wellbeing.STORIES,
    BroadArea.SENSORY: senses.STORIES,
}
AREAS = {BroadArea.COGNITION: 36, BroadArea.SEMH: 34, BroadArea.COMMUNICATION: 20, BroadArea.SENSORY: 10}
FITS_NEED = 0.75  # a concern about a pupil with SEN is mostly about that need
PARENT_RAISES = 0.5  # of concerns about children whose parent can sign in
SINCE = {Since.TODAY: 2, Since.WEEKS: 5, Since.TERM: 4, Since.LONGER: 2}
TOLD_AT_ONCE = {ParentTold.NOT_YET: 5, ParentTold.TOLD: 4}
PARENT_VIEWS = (
    "Sees the same at home.",
    "Was glad to be asked.",
    "Is worried about it too.",
    "Has not noticed it at home.",
)
URGENT = 0.12
STAGES_WITH_VIEWS = 0.6
OBSERVED = 0.3
ANSWERED = {Stage.GATHERING: 0.45, Stage.DECIDED: 0.8, Stage.TOLD: 0.85, Stage.REOPENED: 0.85}
ANSWER = {"yes": 5, "partly": 4, "no": 2}
DAYS_TO_ANSWER = 7


@dataclass
class People:
    """Who writes: the SENCO, the adults around each pupil, and the sign-ins by name."""

    senco: Membership
    around: dict  # pupil key → memberships of those who teach or support the pupil
    sign_ins: dict[str, Membership]


@dataclass
class Case:
    """One concern being written; `clock` is the moment of its last step."""

    world: World
    plan: ConcernPlan
    people: People
    concern: Concern
    clock: datetime.datetime
    requests: list[ViewRequest] = field(default_factory=list)

    @property
    def fields(self) -> dict:
        return {"school": self.world.school, "pupil": self.plan.child.pupil, "concern": self.concern}

    def at(self, day: datetime.date) -> datetime.datetime:
        """The next moment of this case, on a school day up to `day` and after the last one."""
        self.clock = max(
            self.clock + datetime.timedelta(minutes=7), self.world.at(self.world.school_day(day))
        )
        return self.clock

    def step(
        self, kind: ConcernStep.Kind, day: datetime.date, by: Membership | None = None, **fields
    ) -> ConcernStep:
        return self.world.add(
            ConcernStep, kind=kind, by=by or self.people.senco, at=self.at(day), **self.fields, **fields
        )

    def words(self, text: str) -> str:
        return told(
            self.world.rng,
            text,
            name=self.plan.child.forename,
            subject=self.world.rng.choice(("English", "maths", "science")),
        )


def record_concerns(world: World, plans: list[ConcernPlan], people: People) -> None:
    numbers: dict[int, count] = {}
    for plan in plans:
        number = next(numbers.setdefault(plan.raised.year, count(1)))
        write_case(raise_concern(world, plan, people, f"{plan.raised.year}-{number}"))
    for year, following in numbers.items():
        world.add(ReferenceCounter, school=world.school, year=year, last_number=next(following) - 1)


def raise_concern(world: World, plan: ConcernPlan, people: People, reference: str) -> Case:
    by = raiser_of(world, plan, people)
    story = story_for(world, plan, by)
    at = world.at(plan.raised)
    is_parent = by.role == Role.PARENT
    concern = world.add(
        Concern,
        school=world.school,
        pupil=plan.child.pupil,
        reference=reference,
        raised_by=by,
        raised_at=at,
        seen=list(story.seen),
        where="" if is_parent else story.where,
        seen_on=None if is_parent else plan.raised,
        since=weighted(world.rng, SINCE),
        parent_told=ParentTold.RAISED_IT if is_parent else weighted(world.rng, TOLD_AT_ONCE),
        urgent=world.chance(URGENT),
    )
    plan.concern = concern
    if plan.status:
        plan.status.concern = concern
    case = Case(world, plan, people, concern, at)
    concern.what_happened, concern.tried = case.words(story.text), case.words(story.tried)
    if concern.parent_told == ParentTold.TOLD:
        concern.parent_view = world.rng.choice(PARENT_VIEWS)
    world.add(ConcernStep, kind=ConcernStep.Kind.RAISED, by=by, at=at, **case.fields)
    return case


def raiser_of(world: World, plan: ConcernPlan, people: People) -> Membership:
    if plan.by_sign_in:
        return people.sign_ins[plan.by_sign_in]
    parent = next((adult.membership for adult in plan.child.home.adults if adult.membership), None)
    if parent and parent.user_id and world.chance(PARENT_RAISES):
        return parent
    return world.rng.choice(people.around.get(plan.child.pupil.pk) or [people.senco])


def story_for(world: World, plan: ConcernPlan, by: Membership) -> Story:
    if by.role == Role.PARENT:
        return world.rng.choice(home.STORIES)
    area = next((AREA_OF_NEED[need] for need in plan.child.needs if need in AREA_OF_NEED), None)
    if area is None or not world.chance(FITS_NEED):
        area = weighted(world.rng, AREAS)
    return world.rng.choice(STORIES[area])


def write_case(case: Case) -> None:
    raised, stage = case.plan.raised, case.plan.stage
    if stage == Stage.WITHDRAWN:
        case.step(ConcernStep.Kind.WITHDRAWN, raised + 2 * DAY, by=case.concern.raised_by)
        return
    if stage == Stage.NEW:
        return
    case.concern.assigned_to = case.people.senco
    case.step(ConcernStep.Kind.ASSIGNED, raised + DAY, to=case.people.senco)
    if stage == Stage.GATHERING or case.world.chance(STAGES_WITH_VIEWS):
        ask_for_views(case, raised + 2 * DAY)
    if stage != Stage.GATHERING:
        conclude(case)


def ask_for_views(case: Case, day: datetime.date) -> None:
    teachers = [
        member
        for member in case.people.around.get(case.plan.child.pupil.pk, ())
        if member is not case.concern.raised_by
    ]
    at = case.at(day)
    for member in first_the_sign_ins(case, teachers)[: case.world.rng.randrange(3, 6)]:
        fields = {"by": case.people.senco, "to": member, "at": at}
        case.world.add(ConcernStep, kind=ConcernStep.Kind.VIEWS_ASKED, **fields, **case.fields)
        ask(case, member, at)


def first_the_sign_ins(case: Case, teachers: list[Membership]) -> list[Membership]:
    """The people one can sign in as are asked first; the others in any order."""
    case.world.rng.shuffle(teachers)
    known = case.people.sign_ins.values()
    return sorted(teachers, key=lambda member: member not in known)


def ask(case: Case, member: Membership, at: datetime.datetime) -> None:
    request = case.world.add(
        ViewRequest,
        asked=member,
        asked_by=case.people.senco,
        asked_at=at,
        due_on=at.date() + DAYS_TO_ANSWER * DAY,
        seen=list(case.concern.seen),
        **case.fields,
    )
    case.requests.append(request)
    waits = case.plan.stage == Stage.GATHERING and member in case.people.sign_ins.values()
    if waits or not case.world.chance(ANSWERED[case.plan.stage]):
        request.cancelled_at = None if case.plan.stage == Stage.GATHERING else at + 9 * DAY
        return
    answer = weighted(case.world.rng, ANSWER)
    request.same_concern, request.answer = answer, case.words(case.world.rng.choice(answers.VIEWS[answer]))
    answered = case.world.school_day(at.date() + case.world.rng.randrange(1, 5) * DAY)
    request.answered_at = max(at + datetime.timedelta(hours=1), case.world.at(answered))


def conclude(case: Case) -> None:
    """Observe sometimes, decide, and tell: all but the telling where it is still to do."""
    plan, world = case.plan, case.world
    decided = plan.decided or plan.raised + world.rng.randrange(9, 20) * DAY
    if world.chance(OBSERVED):
        observed = case.step(ConcernStep.Kind.OBSERVED, min(decided, plan.raised + 6 * DAY))
        note(case, observed, world.rng.choice(answers.OBSERVATIONS))
    monitor_until = world.school_day(decided) + 42 * DAY if plan.decision == Decision.MONITOR else None
    step = case.step(ConcernStep.Kind.DECIDED, decided, decision=plan.decision, monitor_until=monitor_until)
    plan.decided = step.at.date()
    settle(case, step.at)
    note(case, step, world.rng.choice(answers.REASONS[plan.decision]))
    if plan.decision == Decision.SAFEGUARDING and case.concern.raised_by.role == Role.PARENT:
        close_untold(case, decided)
    elif plan.stage != Stage.DECIDED:
        tell(case, decided + world.rng.randrange(4) * DAY)
    if plan.stage == Stage.REOPENED:
        case.step(ConcernStep.Kind.REOPENED, world.ago(3))


def settle(case: Case, at: datetime.datetime) -> None:
    """Answers stand once it is decided; a reopened concern takes them again."""
    for request in case.requests if case.plan.stage != Stage.REOPENED else ():
        request.settled_at = at
        request.cancelled_at = at if request.answered_at is None else None


def close_untold(case: Case, day: datetime.date) -> None:
    """No family is told of a safeguarding matter from here."""
    note(case, case.step(ConcernStep.Kind.CLOSED, day), "The safeguarding lead decides what they are told.")


def note(case: Case, step: ConcernStep, text: str) -> None:
    case.world.add(
        ConcernNote, step=step, text=case.words(text), by=case.people.senco, at=step.at, **case.fields
    )


def tell(case: Case, day: datetime.date) -> None:
    step = case.step(ConcernStep.Kind.TOLD, day)
    audience = ConcernNotice.Audience
    for who, texts in ((audience.RAISER, answers.TO_RAISER), (audience.PARENTS, answers.TO_PARENTS)):
        if case.plan.decision in texts:
            text = case.words(texts[case.plan.decision])
            case.world.add(
                ConcernNotice,
                step=step,
                audience=who,
                text=text,
                sent_by=case.people.senco,
                sent_at=step.at,
                **case.fields,
            )
