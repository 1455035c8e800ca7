"""Threads in which colleagues ask the SENCO for advice: about a pupil or a class, answered or waiting."""

from register.models import AdviceMessage, AdviceThread
from senco.accounts.models import Membership
from senco.demo.concern_records import People
from senco.demo.timetable import Group
from senco.demo.words import told
from senco.demo.words.answers import ADVICE, CLASS_ADVICE
from senco.demo.world import DAY, World

WAITING_SINCE = (1, 6)  # days, for questions without an answer
ASKED_AGO = (10, 300)
CLOSED = 0.6


def record_advice(world: World, groups: list[Group], people: People) -> None:
    """The first questions come from the teacher's sign-in, so that it has an answer to read and one to wait for."""
    own = [group for group in groups if group.teacher is people.sign_ins["teacher"] and group.children]
    for number, (subject, question, answer) in enumerate(ADVICE):
        group = world.rng.choice(
            own if own and number in (0, 5) else [each for each in groups if each.children]
        )
        child = world.rng.choice(group.children)
        words = {"name": child.forename, "subject": group.record.subject}
        thread = ask(world, group.teacher, told(world.rng, subject, **words), answer, pupil=child.pupil)
        write(
            world, thread, people.senco, told(world.rng, question, **words), told(world.rng, answer, **words)
        )
    for subject, question, answer in CLASS_ADVICE:
        group = world.rng.choice(groups)
        write(
            world,
            ask(world, group.teacher, subject, answer, group=group.record),
            people.senco,
            question,
            answer,
        )


def ask(world: World, by: Membership, subject: str, answer: str, **about) -> AdviceThread:
    asked = world.school_day(world.ago(world.rng.randrange(*(ASKED_AGO if answer else WAITING_SINCE))))
    closed_at = world.at(asked + 3 * DAY) if answer and world.chance(CLOSED) else None
    return world.add(
        AdviceThread,
        school=world.school,
        subject=subject,
        asked_by=by,
        asked_at=world.at(asked),
        closed_at=closed_at,
        **about,
    )


def write(world: World, thread: AdviceThread, senco: Membership, question: str, answer: str) -> None:
    about = {"school": world.school, "pupil": thread.pupil, "thread": thread}
    world.add(AdviceMessage, text=question, by=thread.asked_by, at=thread.asked_at, **about)
    if answer:
        world.add(AdviceMessage, text=answer, by=senco, at=thread.asked_at + DAY, **about)
