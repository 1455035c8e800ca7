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
ASKED_LATELY = (8, 20)
CLOSED = 0.6
OF_TEACHER = (0, 5)  # places in ADVICE: one with an answer, one without


def record_advice(world: World, groups: list[Group], people: People) -> None:
    """Two questions come from the teacher's sign-in: one answered lately, one that waits."""
    groups = [group for group in groups if group.children]
    own = [group for group in groups if group.teacher is people.sign_ins["teacher"]]
    for number, (subject, question, answer) in enumerate(ADVICE):
        group = world.rng.choice(own if own and number in OF_TEACHER else groups)
        child = world.rng.choice(group.children)
        words = {"name": child.forename, "subject": group.record.subject}
        subject, question, answer = (told(world.rng, text, **words) for text in (subject, question, answer))
        ago = days_ago(world, answer, lately=number in OF_TEACHER)
        write(
            world, ask(world, group, subject, answer, ago, pupil=child.pupil), people.senco, question, answer
        )
    for subject, question, answer in CLASS_ADVICE:
        group = world.rng.choice(groups)
        thread = ask(world, group, subject, answer, days_ago(world, answer, lately=False), group=group.record)
        write(world, thread, people.senco, question, answer)


def days_ago(world: World, answer: str, *, lately: bool) -> int:
    """When it was asked: questions without an answer have not waited long."""
    return world.rng.randrange(*(WAITING_SINCE if not answer else ASKED_LATELY if lately else ASKED_AGO))


def ask(world: World, asking: Group, subject: str, answer: str, ago: int, **about) -> AdviceThread:
    asked = world.school_day(world.ago(ago))
    closed_at = world.at(asked + 3 * DAY) if answer and world.chance(CLOSED) else None
    return world.add(
        AdviceThread,
        school=world.school,
        subject=subject,
        asked_by=asking.teacher,
        asked_at=world.at(asked),
        closed_at=closed_at,
        **about,
    )


def write(world: World, thread: AdviceThread, senco: Membership, question: str, answer: str) -> None:
    about = {"school": world.school, "pupil": thread.pupil, "thread": thread}
    world.add(AdviceMessage, text=question, by=thread.asked_by, at=thread.asked_at, **about)
    if answer:
        world.add(AdviceMessage, text=answer, by=senco, at=thread.asked_at + DAY, **about)
