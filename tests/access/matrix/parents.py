"""Two children and the adults around them, each of whom the school, a court or the young person lets do something else.

Rose, whose parents live apart: the mother reads and writes, the father reads, the stepfather has nothing to open, the grandfather is
kept away by a court order. Sam, who decides for himself: he reads and writes, his father reads, his mother opens nothing.
"""

import datetime

from django.utils import timezone

from provision.letters.plan import PaperSection, PlanPaper
from register.actions.access import derive_access
from register.actions.rights import pass_rights
from register.choices import PortalLevel
from register.models import Contact, Pupil, RightsPassed
from reviews.models import ReviewRecord
from senco.access.context import acting_as
from senco.accounts.models import Membership
from senco.documents.contents import Document, Part, text
from tests.access.matrix.liaison import call
from tests.access.matrix.reviews import invited_to_meeting
from tests.access.matrix.tokens import World, canary
from tests.factories import as_owner, concern, contact, kept_file, on_status, person, pupil
from tests.factories.plans import plan, version
from tests.factories.reviews import part_of, review

ROSE, SAM = ("mother", "father", "stepfather", "grandfather"), ("young", "dad", "mum")
CHILD = dict.fromkeys(ROSE, "rose") | dict.fromkeys(SAM, "sam")
LEVEL = {  # what each of them may do; nothing for the others
    "mother": PortalLevel.COMMENT, "father": PortalLevel.VIEW, "young": PortalLevel.COMMENT, "dad": PortalLevel.VIEW,
}  # fmt: skip
SHARED = (
    "pupil",
    "version",
    "family_record",
    "all_file",
)  # the same record for everybody who may open the child


def build_family() -> World:
    senco = person("senco")
    world = World(senco.school, {"senco": senco} | {who: person("parent", at=senco.school) for who in CHILD})
    for child, adults in (("rose", ROSE), ("sam", SAM)):
        subject = pupil(
            at=world.school, legal_forename=canary(child, "shared"), date_of_birth=datetime.date(2008, 3, 9)
        )
        on_status(subject)
        plant_contacts(world, adults, subject)
        plant_records(world, adults, subject, child)
    with acting_as(senco):
        derive_access(school=world.school, by=senco)
    with as_owner():
        sam = Pupil.objects.select_related("school").get(pk=world.things["pupil"]["young"])
    let_decide(world, sam)
    return world


def plant_contacts(world: World, adults, subject) -> None:
    """Everybody is linked to their account; what keeps them out is what was decided."""
    decided = {
        "father": {"portal": "view"},
        "stepfather": {"portal": "none"},
        "grandfather": {"court_order": True},
    }
    for who in adults:
        world.put("pupil", who, subject)
        if who != "young":
            row = contact(
                subject, membership=world.people[who], surname=canary(who, "own"), email=world.people[who].email,
                phone=canary(who, "own"), **decided.get(who, {}),
            )  # fmt: skip
            world.put("contact", who, row)


def let_decide(world: World, sam) -> None:
    """Sam decides: his father may go on reading."""
    senco, young = world.people["senco"], world.people["young"]
    keys = world.things["contact"]
    with acting_as(senco):
        own = pass_rights(
            pupil=sam, passed_on=timezone.localdate(), note=canary("young", "office"), email=young.email,
            levels={str(keys["dad"]): "view", str(keys["mum"]): "none"}, by=senco,
        )  # fmt: skip
    with as_owner():
        Contact.objects.filter(pk=own.pk).update(membership=young)
    with acting_as(senco):
        derive_access(school=world.school, by=senco)


def plant_records(world: World, adults, subject, child: str) -> None:
    senco, shared = world.people["senco"], canary(child, "shared")
    paper = PlanPaper(
        shared, "SEN Support plan", shared, "Here", 1, timezone.localdate(), timezone.localdate(),
        sections=(PaperSection("strengths", "text", "Strengths", shared),),
    )  # fmt: skip
    frozen = version(plan(subject, by=senco, title=shared), title=shared, content=paper.as_json())
    of = review(subject, by=senco, day=timezone.localdate(), place=shared)
    document = Document("Record", shared, "Here", shared, parts=(Part("Said", (text(shared),)),))
    with as_owner():
        record = ReviewRecord.objects.create(
            **part_of(of), step=of.steps.order_by("at", "id").last(), audience="family", title=shared, held_on=timezone.localdate(),
            content=document.as_json(), by=senco,
        )  # fmt: skip
    for_all = kept_file(subject, by=senco, name=f"{shared}.txt", for_family=True)
    for who in adults:
        for kind, made in (("version", frozen), ("family_record", record), ("all_file", for_all)):
            world.put(kind, who, made)
        plant_own(world, who, subject)


def plant_own(world: World, who: str, subject) -> None:
    """What one of them wrote, was asked, and may read alone."""
    somebody, senco, words = world.people[who], world.people["senco"], canary(who, "own")
    asked = invited_to_meeting(somebody, subject, by=senco, words=words)
    made = {f"{kind}_of_parent": record for kind, record in asked.items()} | {
        "call_of_parent": call(subject, by=somebody, words=words),
        "concern_of_parent": concern(subject, by=somebody, what_happened=words),
        "family_file": kept_file(
            subject, by=senco, name=f"{words}.txt", content=words.encode(), for_family=True, named_parents=[somebody.pk]
        ),
    }  # fmt: skip
    for kind, record in made.items():
        world.put(kind, who, record)


def opens(who: str, kind: str, key: str) -> bool:
    """Whether that person opens the record of that kind that is about `key`, or theirs."""
    same_child = who in LEVEL and CHILD[who] == CHILD[key]
    return same_child and (kind in SHARED or who == key)


def may_read(who: str) -> set[tuple[str, str]]:
    return {(who, "own"), (CHILD[who], "shared")} if who in LEVEL else set()


def decide_for_themselves(world: World, key: str, by: Membership) -> None:
    """The pupil decides. Whoever is at home opens them by a named share, or did before."""
    with as_owner():
        made = RightsPassed.objects.create(
            school_id=by.school_id, pupil_id=world.things["pupil"][key], passed_on=timezone.localdate(), note=canary(key, "office"), confirmed_by=by
        )  # fmt: skip
    world.put("rights", key, made)
