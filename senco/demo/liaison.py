"""Contacts about pupils on the register: calls, letters, meetings and visits of the last year, some with something still to do."""

from dataclasses import dataclass

from register.models import Contact
from senco.accounts.models import Membership
from senco.demo.children import Child
from senco.demo.concern_records import People
from senco.demo.statuses import E, N
from senco.demo.world import DAY, World
from senco.liaison.models import CallRequest, LoggedContact

AGO = (2, 300)  # days
MOST = {"K": 3, "E": 6}  # entries a pupil, by status
OPEN = 0.3  # of what was promised


CALLS = (  # (when it suits, what about, how many days ago); the first three wait still
    ("After 4", "How the new group is going", 1), ("Tuesday morning", "", 2), ("", "What we can do about the homework", 4),
    ("Any time", "A letter from the clinic", 20), ("Before 9", "", 45),
)  # fmt: skip
STILL_WAITING = 3


@dataclass(frozen=True)
class Told:
    """What an entry says. `promise`: what happens next, and in how many days."""

    kind: str
    direction: str
    party: str
    summary: str
    promise: str = ""
    days: int = 0
    with_words: str = ""


AT_HOME = (
    Told("call", "out", "parent", "Rang to say how the first weeks of the new group went. Homework takes an hour most nights."),
    Told("call", "in", "parent", "{name} did not sleep before the test and did not want to come in. We agreed a quiet start.", "Ring to hear how the morning went", 3),
    Told("email", "in", "parent", "Asked what the reading book is for and how long to read for. Answered: ten minutes, any page."),
    Told("letter", "out", "parent", "Sent the plan home with a stamped envelope for the answer.", "Ask whether the letter arrived", 7),
    Told("meeting", "", "parent", "Met after school. {name} is proud of the swimming badge. The family would like a word a day to practise.", "Send the list of words", 5),
    Told("message", "in", "parent", "{name} is at the hospital on Thursday and back for lunch."),
)  # fmt: skip
BEYOND = (
    Told("visit", "", "agency", "Watched {name} in two lessons and spoke with the class teacher. A written report follows.", "Chase the report", 14, "Speech and language therapist"),
    Told("call", "in", "agency", "The appointment is moved to next month. The family knows.", with_words="Clinic secretary"),
    Told("email", "out", "lea", "Sent the attendance figures that the caseworker had asked for.", with_words="SEND caseworker"),
    Told("test", "", "agency", "A reading test in the library, forty minutes with a break.", "File the scores", 10, "Educational psychologist"),
    Told("meeting", "", "pupil", "{name} said that maths goes best at the front, and that the bell is too loud."),
)  # fmt: skip


def record_contact_log(world: World, everybody: list[Child], people: People) -> None:
    """By whoever works with the pupil; about one in six entries is for the SEN office alone."""
    parents: dict = {}
    for contact in world.made(Contact):
        if contact.ended_on is None and not contact.court_order:
            parents.setdefault(contact.pupil_id, contact)
    for child in everybody:
        if child.status == N or child.left:
            continue
        writers = [people.senco, *people.around.get(child.pupil.pk, ())]
        for _number in range(world.rng.randint(1, MOST[E if child.status == E else "K"])):
            record_entry(world, child, parents.get(child.pupil.pk), world.rng.choice(writers), people.senco)
    record_calls(world, everybody, people.senco)


def record_calls(world: World, everybody: list[Child], senco: Membership) -> None:
    """What parents with a sign-in asked for; not the parent whom one can sign in as, whose form is empty."""
    asking = [
        (child, adult)
        for child in everybody
        if child.status != N and not child.left and not child.home.known
        for adult in child.home.adults[:1]
        if adult.membership and not adult.court_order
    ]
    for number, ((child, adult), (when, about, days)) in enumerate(zip(asking, CALLS, strict=False)):
        asked_at = world.at(world.school_day(world.ago(days)), from_hour=7, to_hour=9)
        done = number >= STILL_WAITING
        world.add(
            CallRequest, school=world.school, pupil=child.pupil, asked_by=adult.membership, about=about, when=when, phone=adult.phone,
            asked_at=asked_at, answered_at=asked_at + DAY if done else None, answered_by=senco if done else None,
        )  # fmt: skip


def record_entry(world: World, child: Child, parent: Contact | None, by, senco) -> None:
    told = world.rng.choice(AT_HOME if world.chance(0.7) else BEYOND)
    day = world.school_day(world.ago(world.rng.randrange(*AGO)))
    logged_at = world.at(day, from_hour=15, to_hour=17)
    due = day + told.days * DAY if told.promise else None
    done = None if due is None or due > world.today or world.chance(OPEN) else world.at(world.school_day(due))
    world.add(
        LoggedContact, school=world.school, pupil=child.pupil, kind=told.kind, direction=told.direction, party=told.party,
        contact=parent if told.party == "parent" else None, with_words=told.with_words, day=day,
        summary=told.summary.format(name=child.forename), for_staff=by is not senco or not world.chance(0.5), follow_up=told.promise,
        follow_up_by=due, followed_up_at=done, followed_up_by=by if done else None, logged_by=by, logged_at=logged_at, saved_by=by,
        saved_at=max(logged_at, done or logged_at),
    )  # fmt: skip
