"""A review of every pupil of the matrix, with a row of every kind, each holding its canary."""

import datetime

from django.utils import timezone

from register.models import Pupil
from reviews import models
from senco.accounts.models import Membership
from senco.documents.contents import Document, Part, text
from tests.access.matrix.tokens import World, canary
from tests.factories import as_owner
from tests.factories.reviews import agreed, part_of, person_at, review, row

REVIEW_KINDS = {  # what is reached through a review
    "review", "signed_review", "left_out_review", "agreed", "review_step", "staff_record", "review_round", "asked",
    "contribution", "offer",
}  # fmt: skip
RECORDS = {  # kind of record → for whom, who reads its words, and what else is said of it
    "staff_record": ("staff", "plan", {}),
    "family_record": ("family", "agreed", {"for_agency": True}),
    "coming_record": ("family", "plan", {"visible_from": datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)}),
    "withdrawn_record": (
        "family",
        "plan",
        {"withdrawn_at": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)},
    ),
}


def plant_review(world: World, key: str, subject, outcome, colleague: Membership) -> None:
    """One to come, one signed off with its records, one left out."""
    words = canary(key, "plan")
    made = review(
        subject, by=colleague, title=words, plan=outcome.plan, summary=words, staff_note=words, steps=("begun", "arranged"), lead=colleague,
        day=datetime.date.today(), place=words,
    )  # fmt: skip
    person_at(made, words)
    row(made, models.OutcomeJudged, outcome=outcome, judgement=1, next_step="go_on", words=words)
    row(made, models.Spoken, speaker="parent", words=words, name=words)
    task = agreed(made, words, who=colleague, by_when=datetime.date.today())
    signed = review(
        subject, by=colleague, title=words, steps=("begun", "signed"), held_on=datetime.date.today()
    )
    out = review(subject, by=colleague, title=words, steps=("begun", "left_out"))
    with as_owner():
        step = made.steps.get(kind="arranged")
    plant_records(world, key, subject, signed, colleague)
    with as_owner():
        models.ActionReminder.objects.create(
            school_id=task.school_id, pupil_id=task.pupil_id, action=task, day=task.by_when, by=colleague
        )
    plant_round(world, key, made, colleague)
    for kind, record in (
        ("review", made), ("signed_review", signed), ("left_out_review", out), ("agreed", task), ("review_step", step),
    ):  # fmt: skip
        world.put(kind, key, record)


def plant_round(world: World, key: str, of: models.Review, colleague: Membership) -> None:
    """A round of the school with that review in it, and a colleague who is asked to it."""
    with as_owner():
        made = models.ReviewRound.objects.create(
            school_id=of.school_id, name=canary(key, "office"), starts=of.day, ends=of.day, by=colleague
        )
        models.Review.objects.filter(pk=of.pk).update(round=made)
        asked = models.MeetingInvitation.objects.create(
            **part_of(of),
            membership=colleague,
            day=of.day,
            minutes=20,
            manner="person",
            place=canary(key, "plan"),
            by=colleague,
        )
    world.put("review_round", key, made)
    world.put("asked", key, asked)
    plant_views(world, key, of, colleague)
    world.put("offer", key, offer(review(subject_of(of), by=colleague), colleague, canary(key, "plan")))


def subject_of(of: models.Review) -> Pupil:
    """The pupil of a review, as far as another review needs one."""
    return Pupil(pk=of.pupil_id, school_id=of.school_id)


def offer(of: models.Review, somebody: Membership, place: str) -> models.TimeOffer:
    """Times from which somebody may choose, for a meeting without a day."""
    with as_owner():
        time = models.OfferedTime.objects.create(
            school_id=of.school_id, day=datetime.date.today() + datetime.timedelta(days=3), at=datetime.time(15, 0), minutes=20,
            manner="person", place=place, by=of.begun_by, lead=of.begun_by,
        )  # fmt: skip
        return models.TimeOffer.objects.create(
            **part_of(of), membership=somebody, batch=time.batch, by=of.begun_by
        )


def views(of: models.Review, asked_by: Membership, words: str, **fields) -> models.Contribution:
    """Given before the meeting, in these words."""
    question = {"key": "well", "asked": words, "kind": "text", "with_words": True, "about": ""}
    with as_owner():
        return models.Contribution.objects.create(
            **part_of(of), name=words, due_on=datetime.date.today(), asked_by=asked_by, saved_by=fields.get("membership"), about_plan=[question],
            answers=[question | {"chosen": [], "words": words}], answered_at=timezone.now(), **fields,
        )  # fmt: skip


def plant_views(world: World, key: str, of: models.Review, colleague: Membership) -> None:
    """A colleague's for everybody around the pupil, and the pupil's in private."""
    shared = views(of, colleague, canary(key, "plan"), kind="teacher", membership=colleague)
    private = views(
        of, colleague, canary(key, "office"), kind="pupil", private=True, level="words", membership=colleague
    )
    world.put("contribution", key, shared)
    world.put("private_contribution", key, private)


def plant_own_invitations(world: World, role: str, key: str, subject) -> None:
    """One of the family or an agency is asked to a meeting themselves."""
    words = canary(key, f"asked{role}")
    asked = invited_to_meeting(world.people[role], subject, by=world.people["senco"], words=words)
    for kind, made in asked.items():
        world.put(f"{kind}_of_{role}", key, made)


def invited_to_meeting(somebody: Membership, subject, *, by: Membership, words: str) -> dict:
    """An invitation, times to choose from, and a request for their views, all in these words."""
    of = review(subject, by=by, day=datetime.date.today())
    with as_owner():
        asked = models.MeetingInvitation.objects.create(
            **part_of(of), membership=somebody, day=of.day, minutes=20, manner="person", place=words, by=by
        )
    kind = {"parent": "parent", "professional": "outside"}[somebody.role]
    return {
        "asked": asked,
        "offer": offer(review(subject, by=by), somebody, words),
        "views": views(of, by, words, kind=kind, membership=somebody),
    }


def plant_records(world: World, key: str, subject, signed: models.Review, colleague: Membership) -> None:
    """What staff have, what the family has, what it will have, and what was taken back from it."""
    reviews = {"coming_record": review(subject, by=colleague)}
    for kind, (audience, token, facts) in RECORDS.items():
        said, of = canary(key, token), reviews.get(kind, signed)
        document = Document("Record", said, "Here", said, parts=(Part("Said", (text(said),)),))
        with as_owner():
            record = models.ReviewRecord.objects.create(
                **part_of(of), step=of.steps.order_by("at", "id").last(), audience=audience, title=said, held_on=datetime.date.today(),
                content=document.as_json(), by=colleague, **facts,
            )  # fmt: skip
        world.put(kind, key, record)
