"""Whom one would ask for their views before a meeting, and about what: from groups, from those asked to it, and from the plan."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from provision.models import Outcome, PlanItem, PlannedProvision
from register.models import GroupPupil, GroupTeacher, PupilAccess
from reviews.choices import AskedAs, Guest, Voice
from reviews.models import Person, Review
from reviews.queries.contributions import key_of
from reviews.queries.judging import outcomes_in_all
from reviews.questions import KIND_ABOUT_OUTCOME, Question
from senco.accounts.models import Membership
from senco.accounts.roles import Role


@dataclass(frozen=True)
class Proposal:
    """Somebody to ask. Who has no membership is asked on paper."""

    kind: str
    name: str
    membership_id: object = None
    contact_id: object = None
    subject: str = ""

    @property
    def code(self) -> str:
        """Tells it from all others of the same review."""
        return ":".join(str(part or "") for part in key_of(self))


@dataclass
class Around:
    """Who is around the pupils of some reviews: pupil → proposals, review → people of its list."""

    teaching: dict = field(default_factory=lambda: defaultdict(list))
    visiting: dict = field(default_factory=lambda: defaultdict(list))
    listed: dict = field(default_factory=lambda: defaultdict(list))


def proposals(reviews: Iterable[Review], membership) -> dict[object, list[Proposal]]:
    """Key of each review → everybody one would ask: the pupil, those at home, teachers by subject, assistants, professionals. Four queries."""
    reviews = list(reviews)
    around = Around()
    find_teaching(around, reviews, membership)
    find_visiting(around, reviews, membership)
    find_listed(around, reviews, membership)
    return {review.pk: proposed_for(review, around) for review in reviews}


def proposed_for(review: Review, around: Around) -> list[Proposal]:
    found = [
        Proposal(Voice.PUPIL, review.pupil.name),
        *around.listed[review.pk],
        *around.teaching[review.pupil_id],
        *around.visiting[review.pupil_id],
    ]
    return list({each.code: each for each in found}.values())


def find_teaching(around: Around, reviews: list[Review], membership) -> None:
    """Whoever teaches a group names its subject; a form tutor who also teaches the pupil is asked for the subject alone."""
    places = (
        GroupPupil.objects.visible_to(membership).live().filter(pupil__in=[each.pupil_id for each in reviews])
    )
    adults = (
        GroupTeacher.objects.visible_to(membership).live().filter(membership__in=Membership.objects.live())
    )
    by_group: dict = defaultdict(list)
    for each in adults.filter(group__in=places.order_by().values("group")).select_related("membership"):
        by_group[each.group_id].append(each.membership)
    subjects: dict = defaultdict(lambda: defaultdict(set))
    people = {}
    for pupil, group, subject in places.order_by("group__subject").values_list(
        "pupil", "group", "group__subject"
    ):
        for adult in by_group[group]:
            subjects[pupil][adult.pk].add(subject)
            people[adult.pk] = adult
    for pupil, known in subjects.items():
        around.teaching[pupil] = [
            each for key, said in known.items() for each in as_colleague(people[key], said)
        ]


def as_colleague(adult: Membership, subjects: set[str]) -> list[Proposal]:
    """An assistant once, a teacher once a subject."""
    if adult.role == Role.TA:
        return [Proposal(Voice.ASSISTANT, adult.name, adult.pk)]
    named = sorted(subjects - {""}) or [""]
    return [Proposal(Voice.TEACHER, adult.name, adult.pk, subject=each) for each in named]


def find_visiting(around: Around, reviews: list[Review], membership) -> None:
    """Professionals with whom the pupil is shared now."""
    grants = PupilAccess.objects.visible_to(membership).live().filter(
        content_object__in=[each.pupil_id for each in reviews], membership__role=Role.PROFESSIONAL
    )  # fmt: skip
    for grant in grants.select_related("membership").order_by("pk"):
        member = grant.membership
        around.visiting[grant.content_object_id].append(Proposal(Voice.PROFESSIONAL, member.name, member.pk))


def find_listed(around: Around, reviews: list[Review], membership) -> None:
    """Parents who are asked to the meeting, by their own account where they have one that is open."""
    people = Person.objects.visible_to(membership).kept().filter(review__in=[each.pk for each in reviews])
    parents = people.filter(kind=Guest.PARENT).select_related("contact__membership")
    for each in parents.order_by("position", "pk"):
        known = each.contact and each.contact.membership
        member = known.pk if known and known.is_live else None
        around.listed[each.review_id].append(Proposal(Voice.PARENT, each.name, member, each.contact_id))


@dataclass
class OfPlans:
    """Plan → what it aims for, and what it does."""

    outcomes: dict = field(default_factory=dict)
    helps: dict = field(default_factory=lambda: defaultdict(list))

    def questions(self, review: Review, kind: str) -> list[Question]:
        """About what one who is asked in this way is asked: pupils what helps, all others how outcomes stand."""
        if kind == Voice.PUPIL:
            return [about(each, AskedAs.HELPED, plain=True) for each in self.helps[review.plan_id]]
        how, plain = KIND_ABOUT_OUTCOME[Voice(kind)], kind == Voice.PARENT
        return [about(each, how, plain=plain) for each in self.outcomes.get(review.plan_id, ())]


def about(what: Outcome | PlanItem | PlannedProvision, kind: str, *, plain: bool) -> Question:
    """Families and pupils read it in plain words, where there are any."""
    said = what.what if isinstance(what, PlannedProvision) else what.text
    return Question(
        f"about-{what.pk.hex}", (plain and what.plain) or said, kind, with_words=True, about=str(what.pk)
    )


def of_plans(reviews: Iterable[Review], membership) -> OfPlans:
    """What the plans of these reviews say now. Three queries."""
    reviews = list(reviews)
    found = OfPlans(outcomes_in_all(reviews, membership))
    plans = {review.plan_id for review in reviews} - {None}
    for model in (PlanItem, PlannedProvision):
        rows = model.objects.visible_to(membership).kept().filter(plan__in=plans)
        for row in rows.order_by("position", "pk"):
            found.helps[row.plan_id].append(row)
    return found
