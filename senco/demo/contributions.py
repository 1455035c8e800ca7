"""Views before the meetings to come: everybody around the pupil is asked, most have answered, those with a sign-in have not yet."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from provision.models import Outcome, PlanItem, PlannedProvision
from register.models import Contact, GroupPupil, GroupTeacher
from reviews.choices import StepKind, Voice
from reviews.models import Contribution, Review, ReviewStep
from reviews.queries.asking import OfPlans, Proposal, as_colleague
from reviews.questions import AskedAs, Question, level_for
from senco.accounts.models import Membership
from senco.accounts.roles import Role
from senco.demo.concern_records import People
from senco.demo.sharing import most_like
from senco.demo.words import meetings
from senco.demo.world import DAY, World

GIVEN, FILLED, IN_WORDS, PRIVATE = 0.7, 0.8, 0.4, 0.1
ASKED_BEFORE, MOST_COLLEAGUES = 6, 4


def gather_views(world: World, at_home: dict[object, list[Contact]], people: People) -> None:
    """Before each review that is still to come."""
    plans, subjects = plans_of(world), subjects_of(world)
    signing_in = {each.pk for each in people.sign_ins.values()}
    for review in [each for each in world.made(Review) if each.held_on is None and each.day]:
        for asked in everybody_around(review, at_home, people, subjects):
            ask(world, review, asked, plans, waits=asked.membership_id in signing_in)
    for professional in [each for each in world.made(Membership) if each.role == Role.PROFESSIONAL]:
        ask_professional(world, most_like(world, "E", but_not=None), professional, plans, people.senco)


def plans_of(world: World) -> OfPlans:
    outcomes, helps = defaultdict(list), defaultdict(list)
    for outcome in world.made(Outcome):
        if outcome.removed_at is None:
            outcomes[outcome.plan_id].append(outcome)
    for each in (*world.made(PlanItem), *world.made(PlannedProvision)):
        helps[each.plan_id].append(each)
    return OfPlans(outcomes, helps)


def subjects_of(world: World) -> dict[tuple, set[str]]:
    """(pupil, adult) → what that adult teaches them."""
    taught_in, subjects = defaultdict(list), defaultdict(set)
    for assignment in world.made(GroupTeacher):
        taught_in[assignment.group_id].append(assignment)
    for place in world.made(GroupPupil):
        for assignment in taught_in[place.group_id]:
            subjects[place.pupil_id, assignment.membership_id].add(assignment.group.subject)
    return subjects


def everybody_around(review: Review, at_home: dict, people: People, subjects: dict) -> Iterable[Proposal]:
    yield Proposal(Voice.PUPIL, review.pupil.name)
    for contact in at_home[review.pupil.pk]:
        member = contact.membership.pk if contact.membership else None
        yield Proposal(Voice.PARENT, contact.name, member, contact.pk)
    for adult in people.around.get(review.pupil.pk, ())[:MOST_COLLEAGUES]:
        yield from as_colleague(adult, subjects[review.pupil.pk, adult.pk])


def ask(world: World, review: Review, asked: Proposal, plans: OfPlans, *, waits: bool) -> None:
    """Asked a week ago; `waits`: not answered yet, whatever the dice say."""
    asked_at = world.at(world.school_day(world.ago(ASKED_BEFORE)))
    about = plans.questions(review, asked.kind)
    made = world.add(
        Contribution, school=review.school, pupil=review.pupil, review=review, kind=asked.kind, membership_id=asked.membership_id,
        contact_id=asked.contact_id, name=asked.name, subject=asked.subject, about_plan=[each.as_json() for each in about], asked_by=review.begun_by,
        asked_at=asked_at, due_on=min(review.day, world.today + 3 * DAY), saved_by=review.begun_by, saved_at=asked_at,
    )  # fmt: skip
    if asked.kind == Voice.PUPIL:
        made.membership = review.lead
        made.level, made.private = level_for(review.pupil.year_group), world.chance(PRIVATE)
    if not waits and world.chance(GIVEN):
        answer(world, made, asked_at + datetime.timedelta(days=1, hours=2))


def answer(world: World, made: Contribution, at: datetime.datetime) -> None:
    given = [
        said for each in made.questions() if world.chance(FILLED) and (said := answered(world, made, each))
    ]
    if given:
        made.answers, made.answered_at, made.saved_at, made.version = given, at, at, 2
        made.on_paper = made.membership_id is None


def answered(world: World, made: Contribution, question: Question) -> dict:
    """In a choice, in words, or in both."""
    chosen = (
        [str(world.rng.choice([value for value, _label in question.options]))] if question.options else []
    )
    words = ""
    if not question.options or (question.with_words and world.chance(IN_WORDS)):
        words = world.rng.choice(words_for(made.kind, question)).format(name=made.pupil.forename)
    return question.as_json() | {"chosen": chosen, "words": words}


def words_for(kind: str, question: Question) -> tuple[str, ...]:
    if kind == Voice.PUPIL:
        return meetings.PUPILS
    if question.kind == AskedAs.SCALE:
        return meetings.JUDGED[0] + meetings.JUDGED[1]
    return meetings.PARENTS if kind == Voice.PARENT else meetings.BEFORE


def ask_professional(
    world: World, pupil, professional: Membership, plans: OfPlans, senco: Membership
) -> None:
    """A meeting in two weeks, to which the professional's sign-in is asked for advice."""
    at = world.at(world.school_day(world.ago(2)))
    review = world.add(
        Review, school=world.school, pupil=pupil, kind="transit", lead=senco, begun_by=senco, begun_at=at, saved_by=senco, saved_at=at,
    )  # fmt: skip
    world.add(
        ReviewStep, school=world.school, pupil=pupil, review=review, kind=StepKind.BEGUN, by=senco, at=at
    )
    review.day = world.today + 14 * DAY
    ask(world, review, Proposal(Voice.PROFESSIONAL, professional.name, professional.pk), plans, waits=True)
    review.day = None
