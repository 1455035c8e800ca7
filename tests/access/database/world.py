"""The access matrix's school, with a row in every locked table and somebody for every way of asking.

`Persona.live` and `Persona.school` are what the person is entitled to by construction; nothing here asks a policy.
"""

import dataclasses

from django.db import connection
from django.utils import timezone

from provision import models as plans
from register import models
from senco.accounts.models import Closure, Invitation, Membership, Term, User
from senco.audit.models import ReadEvent
from senco.core.models import new_id
from senco.dashboard.models import CalendarFeed
from senco.drafts.models import Draft
from senco.governance.models import FigureRelease
from senco.messages.models import OutboxMessage
from tests.access.database.files import files_of_everybody
from tests.access.matrix.liaison import call, note, wish
from tests.access.matrix.profiles import made_by, read_by
from tests.access.matrix.provided import run_by
from tests.access.matrix.reviews import invited_to_meeting
from tests.access.matrix.world import OFFICE, World, build, day, duty
from tests.factories import access, as_owner, concern, contact, group, kept_file, person, pupil
from tests.factories.records import days

CLASSROOM_AND_HOME = ("teacher", "ta", "parent", "professional")


@dataclasses.dataclass(frozen=True)
class Persona:
    """How somebody asks: the database role, whose settings, and what that entitles to (nothing unless stated)."""

    name: str
    role: str
    user: str = ""
    me: str = ""
    school: str | None = None
    office: bool = False
    senior: bool = False
    live: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()  # of those, the pupils about whom a parent writes to the school


def populate() -> tuple[World, list[Persona]]:
    world = build()
    elsewhere = models.Pupil.objects
    with as_owner():
        elsewhere = elsewhere.get(pk=world.things["pupil"]["abroad"]).school
        subjects = {key: models.Pupil.objects.get(pk=pk) for key, pk in world.things["pupil"].items()}
    far = person("senco", at=elsewhere)
    personas = [*living(world, subjects), entitled("senco_far", far, school=elsewhere, office=True)]
    personas += [*powerless(world, subjects), *two_hats(world, subjects), reader(world, subjects)]
    for role in CLASSROOM_AND_HOME:
        own_things(world.people[role], subjects, world.people["senco"])
    told_by(world.people["parent"], subjects["own"])
    files_of_everybody(world, subjects, far)
    for role in ("teacher", "ta"):
        class_things(world.people[role], subjects["own"])
    derived_things(world, subjects)
    for role in CLASSROOM_AND_HOME:
        said_about_plans(world.people[role], subjects["own"])
    for role in ("teacher", "ta", "senco"):
        read_by(world.people[role], subjects["own"])
        made_by(world.people[role], world.things["class"]["own"])
        run_by(world.people[role], subjects["stranger"])
    for senco in (world.people["senco"], far):
        office_things(senco, subjects["own" if senco.school_id == world.school.pk else "abroad"])
    with as_owner():
        for each in (*world.people.values(), far):
            Draft.objects.create(school_id=each.school_id, membership=each, form="concern")
            CalendarFeed.objects.create(school_id=each.school_id, membership=each, token_hash=str(each.pk))
    return world, personas


def entitled(
    name: str, membership: Membership, *, school=None, office: bool = False, live=(), reads_only: bool = False
) -> Persona:
    keys = frozenset(str(each.pk) for each in live)
    return Persona(
        name, membership.database_role, str(membership.user_id), str(membership.pk), str(school.pk) if school else None, office,
        office and membership.role in ("senco", "head"), keys, frozenset() if reads_only else keys,
    )  # fmt: skip


def living(world: World, subjects: dict) -> list[Persona]:
    """One of every role, asking as they should; scoped ones hold a live, an ended and a future grant."""
    return [
        entitled(
            role, somebody, school=world.school, office=role in OFFICE,
            live=[subjects["own"]] if role in CLASSROOM_AND_HOME else (),
        )
        for role, somebody in world.people.items()
    ]  # fmt: skip


def powerless(world: World, subjects: dict) -> list[Persona]:
    """Everybody with something missing. Each holds a grant that would open `own`, were it all there."""
    here = world.school
    gone = person("teacher", at=here, ends=days(-0.0001))
    soon = person("teacher", at=here, starts=days(1))
    barred, barred_senco = person("teacher", at=here), person("senco", at=here)
    gone_senco = person("senco", at=here, ends=days(-0.0001))
    for each in (gone, soon, barred):
        access(each, subjects["own"], starts=days(-2))
    with as_owner():
        User.objects.filter(pk__in=[barred.user_id, barred_senco.user_id]).update(is_active=False)
    teacher, other = world.people["teacher"], world.people["ta"]
    named = {
        "ended": gone,
        "not_yet": soon,
        "barred": barred,
        "barred_senco": barred_senco,
        "ended_senco": gone_senco,
    }
    return [
        *(entitled(name, each) for name, each in named.items()),
        Persona("borrowed", "senco_staff", user=str(other.user_id), me=str(teacher.pk)),
        Persona("wrong_door", "senco_family", user=str(teacher.user_id), me=str(teacher.pk)),
        Persona("office_door", "senco_school", user=str(teacher.user_id), me=str(teacher.pk)),
        Persona("nobody", "senco_staff"),
        Persona("login", "senco_app"),
        Persona("system", "senco_system"),
    ]  # fmt: skip


def two_hats(world: World, subjects: dict) -> list[Persona]:
    """A teacher here whose own child is here too: neither role sees with the other's eyes."""
    teaching = person("teacher", at=world.school)
    at_home = person("parent", at=world.school, user=teaching.user)
    access(teaching, subjects["classmate"])
    access(at_home, subjects["sibling"])
    for each, subject in ((teaching, "classmate"), (at_home, "sibling")):
        concern(subjects[subject], by=each)
    return [
        entitled("teacher_hat", teaching, school=world.school, live=[subjects["classmate"]]),
        entitled("parent_hat", at_home, school=world.school, live=[subjects["sibling"]]),
    ]


def reader(world: World, subjects: dict) -> Persona:
    """A parent who reads about `own` and writes nothing, with everything of theirs that they could have written to before."""
    somebody, senco, own = person("parent", at=world.school), world.people["senco"], subjects["own"]
    access(somebody, own, level="view")
    own_things(somebody, {"own": own, "ended": subjects["ended"]}, senco)
    said_about_plans(somebody, own)
    invited_to_meeting(somebody, own, by=senco, words="Room 4")
    call(own, by=somebody, words="0123456789")
    told_by(somebody, own)
    kept_file(own, by=somebody, for_staff=False)
    kept_file(own, by=senco, for_family=True, named_parents=[somebody.pk])
    kept_file(own, by=senco, for_family=True, named_parents=[world.people["parent"].pk])
    return entitled("reader", somebody, school=world.school, live=[own], reads_only=True)


def told_by(somebody: Membership, subject) -> None:
    """What a parent told, and which of their details are wrong."""
    with as_owner():
        own = models.Contact.objects.filter(pupil=subject, membership=somebody).first()
    note(subject, by=somebody, words="Sleeps badly")
    note(subject, by=somebody, words="Sleeps badly", for_staff=False)
    wish(subject, by=somebody, words="1 New Street", of=own)


def own_things(somebody: Membership, subjects: dict, senco: Membership) -> None:
    """Rows that only this person may see among those of a pupil, about a pupil they may and one they may not open now."""
    for key in ("own", "ended"):
        subject = subjects[key]
        theirs, others = concern(subject, by=somebody), concern(subject, by=senco)
        contact(subject, membership=somebody)
        with as_owner():
            common = {"school_id": subject.school_id, "pupil": subject}
            told(common | {"concern": theirs}, senco)
            asked = {"asked": somebody, "asked_by": senco, "due_on": day(5)}
            models.ViewRequest.objects.create(**common, concern=others, **asked)
            models.ViewRequest.objects.create(**common, concern=theirs, **asked, cancelled_at=days(-1))
            answered_before_deciding(common | {"concern": concern(subject, by=senco)}, asked)
            thread = models.AdviceThread.objects.create(**common, subject="How", asked_by=somebody)
            models.AdviceMessage.objects.create(**common, thread=thread, text="Try this", by=senco)


def answered_before_deciding(about: dict, asked: dict) -> None:
    """A view that only the steps say stands: the request itself was not settled."""
    answer = {"same_concern": "yes", "answered_at": days(-1)}
    models.ViewRequest.objects.create(**about, **asked, **answer)
    models.ConcernStep.objects.create(**about, kind="decided", decision="advise", by=asked["asked_by"])


def class_things(somebody: Membership, subject) -> None:
    """Threads about a class they teach, one they taught until today, and one they will."""
    periods = {"now": (-9, None), "before": (-9, -0.0001), "later": (1, None)}
    for name, (starts, ends) in periods.items():
        with as_owner():
            here = {"school": somebody.school}
            taught = models.TeachingGroup.objects.create(name=f"{somebody.role} {name}", **here)
            models.GroupTeacher.objects.create(
                group=taught, membership=somebody, starts=days(starts), ends=ends and days(ends), **here
            )
            thread = models.AdviceThread.objects.create(
                group=taught, subject="Class", asked_by=somebody, **here
            )
            models.AdviceMessage.objects.create(thread=thread, text="All of them", by=somebody, **here)
    group(at=somebody.school, teachers=[somebody], pupils=[subject], name=f"{somebody.role} of own")


def derived_things(world: World, subjects: dict) -> None:
    """Grants that were derived: one of a group, and one of a parent against whom an order was made since."""
    access(world.people["teacher"], subjects["classmate"], source="group", starts=days(-9), ends=days(-8))
    father = person("parent", at=world.school)
    row = contact(subjects["stranger"], membership=father, email=father.email)
    access(father, subjects["stranger"], source="parent", starts=days(-9), ends=days(-8))
    with as_owner():
        models.Contact.objects.filter(pk=row.pk).update(court_order=True)


def said_about_plans(somebody: Membership, subject) -> None:
    """An answer of their own to the plan, which the school has read."""
    with as_owner():
        plan = plans.Plan.objects.filter(pupil=subject).first()
        standing = plan.versions.get(audience="family", withdrawn_at=None, visible_from__lte=timezone.now())
        said = {"parent": "parent", "professional": "professional"}.get(somebody.role, "staff")
        for version in (standing, plan.versions.filter(audience="staff").first()):
            common = {"school_id": subject.school_id, "pupil": subject}
            answer = plans.PlanResponse.objects.create(
                **common, plan=plan, version=version, speaker=said, answer="yes", by=somebody
            )
            plans.ResponseRead.objects.create(**common, response=answer, by=plan.begun_by)


def told(about: dict, senco: Membership) -> None:
    """Notices that have arrived, are yet to come, and were kept back, to either audience."""
    step = models.ConcernStep.objects.create(**about, kind="told", by=senco)
    models.ConcernNote.objects.create(**about, step=step, text="For the office", by=senco)
    for audience in ("raiser", "parents"):
        common = {**about, "step": step, "audience": audience, "text": "Decided", "sent_by": senco}
        models.ConcernNotice.objects.create(**common, sent_at=days(-1))
        models.ConcernNotice.objects.create(**common, sent_at=days(1))
        models.ConcernNotice.objects.create(**common, sent_at=days(-1), withdrawn_at=days(-2))


def office_things(senco: Membership, subject) -> None:
    """What an office has: a year, imports that can be undone, invitations, mail, releases, records of reading."""
    school = senco.school
    with as_owner():
        Term.objects.create(school=school, name="Autumn", starts=day(-60), ends=day(60))
        Closure.objects.create(school=school, name="Half term", starts=day(-9), ends=day(-5))
        models.ReferenceCounter.objects.create(school=school, year=2026, last_number=7)
        models.ColumnMapping.objects.create(school=school, kind="pupils", source="sims", saved_by=senco)
        models.SavedView.objects.create(school=school, membership=senco, name="Mine", query="status=K")
        OutboxMessage.objects.create(
            school=school, to="somebody@example.org", subject="Something waits", text="Sign in"
        )
        ReadEvent.objects.create(
            school=school, membership=senco, kind="opened", what="pupil", pupil_ids=[subject.pk]
        )
        for offset, withdrawn in ((-5, None), (5, None), (6, days(0))):
            FigureRelease.objects.create(
                school=school, as_of=day(offset), tables={}, threshold=5, released_by=senco, released_at=days(offset),
                withdrawn_at=withdrawn,
            )  # fmt: skip
    invited(senco)
    imported(senco)
    with as_owner():
        OutboxMessage.objects.create(
            school=None, to="somebody@example.org", subject="Your code", text="123456"
        )


def invited(senco: Membership) -> None:
    for role in ("teacher", "head"):
        somebody = person(role, at=senco.school)
        with as_owner():
            Membership.objects.filter(pk=somebody.pk).update(user=None)
            Invitation.objects.create(
                school=senco.school, membership=somebody, email=somebody.email, token_hash=new_id().hex, invited_by=senco,
                expires_at=days(7),
            )  # fmt: skip


def imported(senco: Membership) -> None:
    """Rows of every kind that an import makes, and one that nobody can undo."""
    school = senco.school
    with as_owner():
        run = models.ImportRun.objects.create(
            school=school, by=senco, file_name="pupils.csv", file_hash="0" * 64, file_size=1
        )
        models.ImportLine.objects.create(school=school, run=run, row_number=1, kind="new")
    made = pupil(at=school, origin_run=run.pk)
    home = contact(made, origin_run=run.pk)
    access(senco, made)
    with as_owner():
        common = {"school": school, "pupil": made, "origin_run": run.pk}
        models.ContactAddress.objects.create(**common, contact=home, lines="1 The Street")
        models.PupilCharacteristic.objects.create(**common, kind="fsm", starts=day(-9))
        brought = models.SenStatus.objects.create(
            **common, provision="K", starts=day(-9), created_at=days(-1)
        )
        models.SenNeed.objects.create(**common, need_type="SLCN", starts=day(-9))
        models.Attainment.objects.create(**common, stage="KS2", subject="REA", year=2026, result="98")
        models.SenInMis.objects.create(**common, provision="K", said_on=day(-9))
        group = models.TeachingGroup.objects.create(school=school, name="New group", origin_run=run.pk)
        models.GroupPupil.objects.create(**common, group=group, starts=days(-1))
        models.GroupTeacher.objects.create(
            school=school, group=group, membership=senco, starts=days(-1), origin_run=run.pk
        )
        Membership.objects.create(school=school, role="ta", last_name="New", origin_run=run.pk)
    duty(brought, "parents_told", by=senco, note="Told at the gate.")
    not_undoable(senco)


def not_undoable(senco: Membership) -> None:
    """The same of a pupil whom no import made."""
    school, old = senco.school, pupil(at=senco.school)
    with as_owner():
        standing = models.SenStatus.objects.create(
            school=school,
            pupil=old,
            provision="K",
            starts=day(-99),
            reason="less_progress",
            created_at=days(-1),
        )
        models.PupilCharacteristic.objects.create(school=school, pupil=old, kind="fsm", starts=day(-9))
        models.Attainment.objects.create(
            school=school, pupil=old, stage="KS2", subject="MAT", year=2026, result="101"
        )
        models.SenInMis.objects.create(school=school, pupil=old, provision="N", said_on=day(-9))
    duty(standing, "parents_told", by=senco, note="Told at the gate.")


def locked_tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
            " and relrowsecurity order by 1"
        )
        return [name for (name,) in cursor.fetchall()]
