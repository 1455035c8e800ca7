"""A school in which every field of every pupil holds a token of its own, and a person of every role.

The relations of each person to the pupils: `own` (a live grant), `ended` (a grant that ended), `future` (one that starts tomorrow),
`sibling` (shares a parent with `own`), `classmate` (same form, not taught), `stranger` (same school), `abroad` (another school).
"""

import datetime

from register import models
from senco.accounts.models import Membership, School
from senco.drafts.models import Draft
from senco.governance.models import FigureRelease
from senco.messages.models import OutboxMessage
from tests.access.matrix.liaison import plant_contacts, plant_own_call, plant_own_contacts
from tests.access.matrix.parents import decide_for_themselves
from tests.access.matrix.plans import plant_plan, plant_settings
from tests.access.matrix.profiles import plant_profile, seat_everybody
from tests.access.matrix.provided import plant_money, plant_provided
from tests.access.matrix.reviews import plant_own_invitations
from tests.access.matrix.tokens import World, canary
from tests.access.matrix.translations import TRANSLATORS, plant_own_translations, plant_translations
from tests.factories import (
    access,
    as_owner,
    concern,
    contact,
    group,
    kept_file,
    on_status,
    person,
    pupil,
    school,
)
from tests.factories.records import days

HERE = ("own", "ended", "future", "sibling", "classmate", "stranger")
EVERYWHERE = (*HERE, "abroad")
OFFICE, CLASSROOM = ("senco", "admin", "head"), ("teacher", "ta")
ROLES = (*OFFICE, *CLASSROOM, "parent", "professional", "governor")

RELEASED = {"threshold": 5, "tables": [], "figures": []}  # a governors' release with nothing in it
PRIVATE = {"view", "draft", "print"}  # seen by the person who made them alone: in this world a colleague


def build() -> World:
    here, elsewhere = school(name="Here"), school(name="Elsewhere")
    world = World(here, {role: person(role, at=here) for role in ROLES})
    colleague, far = person("teacher", at=here), person("teacher", at=elsewhere)
    for key in EVERYWHERE:
        plant(world, key, elsewhere if key == "abroad" else here, far if key == "abroad" else colleague)
    plant_office_work(world, "own", here, colleague)
    make_siblings(world)
    far_share = access(
        person("professional", at=elsewhere), subject_of(world, "abroad", elsewhere), ends=days(9)
    )
    world.put("share", "abroad", far_share)
    plant_office_work(world, "abroad", elsewhere, far)
    relate(world)
    hand_duties(world)
    for key in ("own", "classmate", "abroad"):
        decide_for_themselves(world, key, far if key == "abroad" else colleague)
    return world


def plant(world: World, key: str, at: School, colleague: Membership) -> None:
    """A pupil with one record of every kind, each holding its canary."""
    subject = pupil(
        at=at, legal_surname=canary(key, "name"), legal_forename=canary(key, "name"), year_group=8 if key == "stranger" else 7,
        form="8B" if key == "stranger" else "7A",
    )  # fmt: skip
    world.put("pupil", key, subject)
    status = on_status(subject)
    world.put("status", key, status)
    plant_family(world, key, subject)
    plant_concern(world, key, subject, colleague)
    plant_plan(world, key, subject, colleague)
    plant_profile(world, key, subject, colleague)
    plant_provided(world, key, subject, colleague)
    plant_files(world, key, subject, colleague)
    plant_contacts(world, key, subject, colleague)
    plant_translations(world, key, subject, colleague)
    world.put("group", key, group(at=at, teachers=[colleague], pupils=[subject], name=f"Group {key}"))
    with as_owner():
        common = {"school": at, "pupil": subject}
        world.put(
            "need",
            key,
            models.SenNeed.objects.create(
                **common, need_type="SLCN", starts=day(-90), note=canary(key, "sen")
            ),
        )
        models.Attainment.objects.create(
            **common, stage="KS2", subject="REA", year=2026, result=canary(key, "attain")
        )
        monitored = models.Monitoring.objects.create(
            **common, label=canary(key, "watch"), starts=day(-9), review_on=day(9), started_by=colleague
        )
        world.put("monitoring", key, monitored)
        thread = models.AdviceThread.objects.create(
            **common, subject=canary(key, "advice"), asked_by=colleague
        )
        models.AdviceMessage.objects.create(**common, thread=thread, text=canary(key, "advice"), by=colleague)
        world.put("advice", key, thread)
    world.put("duty", key, duty(status, "review_date_agreed", by=colleague, note=canary(key, "office")))


def duty(
    status, code: str, *, by: Membership, note: str, owner: Membership | None = None
) -> models.StageDuty:
    """Something that the stage asks for, closed by a written record."""
    with as_owner():
        return models.StageDuty.objects.create(
            school_id=status.school_id, pupil_id=status.pupil_id, status=status, stage=status.stage, code=code,
            evidence="plan_in_force", opens_on=day(-9), due_on=day(3), done_on=day(-1), done_by=by, done_note=note, owner=owner,
        )  # fmt: skip


def plant_office_work(world: World, key: str, at: School, colleague: Membership) -> None:
    """What the office of a school holds beside its pupils: here for `own`, of the other school for `abroad`."""
    subject_id, here = world.things["pupil"][key], {"school": at}
    plant_settings(world, key, at, colleague)
    plant_money(world, key, at, colleague)
    world.put("colleague", key, colleague)
    with as_owner():
        run = models.ImportRun.objects.create(
            **here,
            by=colleague,
            file_name=canary(key, "office"),
            file_hash="0",
            file_size=1,
            kind="pupils",
            state="ready",
            content=b"UPN\n",
        )
        line = models.ImportLine.objects.create(
            **here,
            run=run,
            pupil_id=subject_id,
            kind="decision",
            label=canary(key, "office"),
            decision="ours",
        )
        view = models.SavedView.objects.create(**here, membership=colleague, name=canary(key, "private"))
        draft = Draft.objects.create(
            **here, membership=colleague, form="x", fields={"text": [canary(key, "private")]}
        )
        mail = OutboxMessage.objects.create(
            **here, to="a@example.org", subject=canary(key, "office"), text="x", given_up_at=days(-1)
        )
        release = FigureRelease.objects.create(
            **here, as_of=day(-9), tables=RELEASED, threshold=5, released_by=colleague
        )
    made = {"import": run, "line": line, "view": view, "draft": draft, "mail": mail, "release": release}
    for kind, record in made.items():
        world.put(kind, key, record)


def plant_family(world: World, key: str, subject) -> None:
    mother = contact(subject, surname=canary(key, "contact"), email=f"canary-{key}-contact@example.org")
    contact(
        subject,
        surname=canary(key, "contact"),
        relationship="FAT",
        restriction=canary(key, "office"),
        court_order=True,
    )
    with as_owner():
        models.ContactAddress.objects.create(
            school_id=subject.school_id,
            pupil=subject,
            contact=mother,
            lines=canary(key, "office"),
            confidential=True,
        )
    world.put("contact", key, mother)


def plant_concern(world: World, key: str, subject, colleague: Membership) -> None:
    """Raised by a colleague, asked about, noted, decided and told: each text with the class of its readers."""
    made = concern(subject, by=colleague, what_happened=canary(key, "concern"), tried=canary(key, "concern"))
    world.put("concern", key, made)
    common = {"school_id": subject.school_id, "pupil": subject, "concern": made}
    with as_owner():
        step = models.ConcernStep.objects.create(**common, kind="decided", decision="advise", by=colleague)
        models.ConcernNote.objects.create(**common, step=step, text=canary(key, "office"), by=colleague)
        for audience in ("raiser", "parents"):
            text = canary(key, "notice" if audience == "parents" else "concern")
            models.ConcernNotice.objects.create(
                **common, step=step, audience=audience, text=text, sent_by=colleague
            )
        asked = models.ViewRequest.objects.create(
            **common, asked=colleague, asked_by=colleague, due_on=day(5), answer=canary(key, "concern"), same_concern="yes",
            answered_at=days(-1),
        )  # fmt: skip
        world.put("view_request", key, asked)
    world.put("step", key, step)


FILES = {  # kind of record → the columns that say who reads it
    "file": {},
    "family_file": {"for_staff": False, "for_family": True},
    "agency_file": {"for_staff": False, "for_agency": True},
    "office_file": {"for_staff": False},
    "waiting_file": {"for_family": True, "for_agency": True, "scan": "waiting"},
    "removed_file": {"for_family": True, "for_agency": True, "removed_why": "mistake"},
}


def plant_files(world: World, key: str, subject, colleague: Membership) -> None:
    """One for each circle of readers, and two that nobody opens: in name and content a canary with the class of its readers."""
    for kind, audience in FILES.items():
        text = canary(key, kind.replace("_", ""))
        removed = {"removed_at": days(0), "removed_by": colleague} if "removed_why" in audience else {}
        made = kept_file(
            subject, by=colleague, name=f"{text}.txt", content=text.encode(), thumbnail=text.encode(), **audience, **removed
        )  # fmt: skip
        world.put(kind, key, made)
    world.put("file_of_colleague", key, models.PupilFile(pk=world.things["file"][key]))


def make_siblings(world: World) -> None:
    """One mother of both, with an account and the access that follows from it. The parent of this world is somebody else of `own`."""
    mother = person("parent", at=world.school)
    for key in ("own", "sibling"):
        with as_owner():
            models.Contact.objects.filter(pk=world.things["contact"][key]).update(membership=mother)
        access(
            mother, models.Pupil(pk=world.things["pupil"][key], school_id=world.school.pk), source="parent"
        )


def subject_of(world: World, key: str, at: School) -> models.Pupil:
    """The pupil of that relation, as far as a grant needs one."""
    return models.Pupil(pk=world.things["pupil"][key], school_id=at.pk)


def relate(world: World) -> None:
    """Give each scoped person a live, an ended and a future grant, and a concern of their own about `own`."""
    subject = {key: subject_of(world, key, world.school) for key in HERE}
    others = [each for key, each in subject.items() if key != "own"]
    seat_everybody(world, others, [world.people[role] for role in CLASSROOM])
    for role in (*CLASSROOM, "parent", "professional"):
        somebody = world.people[role]
        world.put("share", "own", access(somebody, subject["own"], ends=days(9)))
        access(somebody, subject["ended"], starts=days(-9), ends=days(-0.0001))
        access(somebody, subject["future"], starts=days(1))
    plant_own_call(world, "own", subject["own"])
    for role in ("parent", "professional"):
        plant_own_invitations(world, role, "own", subject["own"])
    for role in TRANSLATORS:
        for key in ("own", "ended"):
            plant_own_translations(world, role, key)
    for role in CLASSROOM:
        for key in ("own", "ended"):
            plant_own_contacts(world, role, key, subject[key])
            text = canary(key, f"filed{role}")
            world.put(
                f"file_of_{role}", key, kept_file(subject[key], by=world.people[role], name=f"{text}.txt")
            )
    for role in (*CLASSROOM, "parent"):
        mine = concern(subject["own"], by=world.people[role], what_happened=canary("own", f"by{role}"))
        world.put(f"concern_of_{role}", "own", mine)
        lost = concern(subject["ended"], by=world.people[role], what_happened=canary("ended", f"by{role}"))
        world.put(f"concern_of_{role}", "ended", lost)


def hand_duties(world: World) -> None:
    """Each of the staff sees to something about a pupil whom they may open, and about one whom they may not open any more."""
    for role in CLASSROOM:
        for key in ("own", "ended"):
            with as_owner():
                status = models.SenStatus.objects.get(pk=world.things["status"][key])
            somebody, note = world.people[role], canary(key, f"by{role}")
            theirs = duty(status, f"for_{role}", by=somebody, note=note, owner=somebody)
            world.put(f"duty_of_{role}", key, theirs)


def day(offset: int) -> datetime.date:
    return datetime.date.today() + datetime.timedelta(days=offset)
