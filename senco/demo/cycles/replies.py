"""What parents and pupils answer to a plan that was shared with them."""

import datetime

from provision.choices import Answer, Speaker
from provision.models import PlanResponse, PlanVersion
from register.choices import Relationship
from senco.accounts.roles import Role
from senco.demo.cycles.freezing import Binder
from senco.demo.homes import Adult
from senco.demo.keys import weighted
from senco.demo.words.plans import people

PARENTS_ANSWER, PUPILS_ANSWER = 0.75, 0.4
ANSWERS = {Answer.YES: 60, Answer.PARTLY: 14, Answer.TALK: 10, Answer.COMMENT: 12, Answer.NO: 3}
PUPILS_ANSWERS = {Answer.YES: 5, Answer.COMMENT: 5}
PAUSE = datetime.timedelta(minutes=35)


def hear(
    binder: Binder, version: PlanVersion, shared_at: datetime.datetime, parents_words: str, *, surely: bool
) -> datetime.datetime:
    """Their answers, and the parents' words in the plan; returns the moment of the last of it."""
    world, at = binder.page.world, shared_at
    if surely or world.chance(PARENTS_ANSWER):
        at = at + PAUSE
        answer_as_parent(binder, version, at)
    if world.chance(PUPILS_ANSWER):
        at = at + PAUSE
        answer_as_pupil(binder, version, at)
    if parents_words:
        at = at + PAUSE
        write_parents_words(binder, parents_words, at)
    return at


def answer_as_parent(binder: Binder, version: PlanVersion, at: datetime.datetime) -> None:
    """By the parent's own hand where they can sign in, else written down by the SENCO."""
    page = binder.page
    adult = speaker_for(page.child.home.adults)
    member = adult.membership
    own = member is not None and member.user_id is not None and member.role == Role.PARENT
    answer = weighted(page.world.rng, ANSWERS)
    page.world.add(
        PlanResponse, version_id=version.pk, speaker=Speaker.PARENT, speaker_name="" if own else f"{adult.forename} {adult.surname}",
        answer=answer, words=page.words(page.fresh(people.ANSWERS[answer])), by_id=(member if own else page.team.senco).pk,
        at=at, **page.ids,
    )  # fmt: skip


def speaker_for(adults: list[Adult]) -> Adult:
    """Whoever has a say and lives with the pupil; for a child in care the carer."""
    at_home = [
        adult for adult in adults if adult.lives_with and adult.relationship != Relationship.SOCIAL_WORKER
    ]
    return next((adult for adult in at_home if adult.membership), at_home[0])


def answer_as_pupil(binder: Binder, version: PlanVersion, at: datetime.datetime) -> None:
    """Asked by the adult who works with the pupil, who writes it down."""
    page = binder.page
    page.world.add(
        PlanResponse, version_id=version.pk, speaker=Speaker.PUPIL, speaker_name=page.child.pupil.name,
        answer=weighted(page.world.rng, PUPILS_ANSWERS), words=page.fresh(people.PUPILS_ANSWER),
        by_id=page.team.helper.pk, at=at, **page.ids,
    )  # fmt: skip


def write_parents_words(binder: Binder, words: str, at: datetime.datetime) -> None:
    section = binder.page.sections["parent_view"]
    section.text, section.saved_by, section.saved_at = words, binder.page.team.senco, at
    section.version += 1
    binder.changed("parent_view")
