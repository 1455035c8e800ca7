"""One school, from its dice to its records, in the order in which one thing depends on another. Touches no database."""

import datetime

from register.models import GroupPupil, GroupTeacher
from senco.accounts.models import Membership
from senco.demo import accounts, children, contacts, needs, pupils, statuses
from senco.demo.advice import record_advice
from senco.demo.children import Child
from senco.demo.concern_plans import plan_concerns
from senco.demo.concern_records import People, record_concerns
from senco.demo.cycles.recording import record_cycles
from senco.demo.files import record_files
from senco.demo.liaison import record_contact_log
from senco.demo.money import record_money
from senco.demo.profiles import record_profiles
from senco.demo.progress import record_progress
from senco.demo.provided import record_provided
from senco.demo.reviews import record_reviews
from senco.demo.schools import make_school
from senco.demo.sharing import most_like
from senco.demo.staff import Staff, make_staff
from senco.demo.timetable import record_timetable
from senco.demo.told import record_told
from senco.demo.translated import record_translations
from senco.demo.watching import record_monitoring
from senco.demo.world import World

FEWEST_PUPILS, MOST_PUPILS = 60, 3000


def build_school(*, number: int, pupils: int, seed: int, today: datetime.date, password: str) -> World:
    """Every record of one school, unsaved. `pupils` is 0, or between FEWEST_PUPILS and MOST_PUPILS."""
    world = World.begun(number=number, seed=seed, today=today, password=password)
    make_school(world)
    forms = children.forms_in_a_year(pupils)
    staff = make_staff(world, groups_a_subject=forms * 5, pupils=pupils)
    if pupils:
        fill(world, pupils, staff, forms)
    return world


def fill(world: World, count: int, staff: Staff, forms: int) -> None:
    """Pupils with everything around them."""
    sign_ins = {
        "teacher": staff.teacher,
        "ta": staff.assistant,
        "parent": accounts.make_member(world, accounts.PARENT),
    }
    accounts.make_member(world, accounts.PROFESSIONAL)
    everybody = record_children(world, count, staff, sign_ins["parent"])
    groups = record_timetable(world, everybody, staff, forms)
    contacts.record_contacts(world, everybody)
    people = People(staff.senco, adults_around(world), sign_ins)
    taught = {name: taught_by(people, sign_ins[name], everybody) for name in ("teacher", "ta")}
    plans = plan_concerns(world, everybody, taught)
    record_concerns(world, plans, people)
    record_monitoring(world, plans, staff.senco)
    record_advice(world, groups, people)
    record_files(world, everybody, people)
    record_contact_log(world, everybody, people)
    shared = most_like(world, "E", but_not=None)
    record_cycles(world, everybody, plans, people, shared=shared, taught=taught["teacher"])
    record_profiles(world, everybody, people, shared=shared.pk)
    record_provided(world, everybody, staff)
    record_money(world, everybody, staff)
    record_progress(world, staff)
    record_reviews(world, people)
    record_told(world, everybody, people.senco)
    record_translations(world, everybody, staff)


def record_children(world: World, count: int, staff: Staff, parent: Membership) -> list[Child]:
    """Pupils on roll and a few who left, with status, history and needs."""
    families = {"Haddad": parent, "Osei": also_a_parent(world, staff.teacher)}
    on_roll = children.make_children(world.rng, count, families)
    statuses.assign_statuses(world.rng, on_roll)
    leavers = children.make_leavers(world.rng, count)
    for child in leavers:
        child.status = world.rng.choice("NNKE")
    everybody = on_roll + leavers
    pupils.record_pupils(world, everybody)
    for child in everybody:
        child.needs = (
            ["SPLD"] if child.home.known and child.status == "K" else needs.choose_needs(world.rng, child)
        )
        periods = statuses.history_of(world, child)
        statuses.record_statuses(world, child, periods, by=staff.senco)
        needs.record_needs(world, child, periods, by=staff.senco)
    return everybody


def also_a_parent(world: World, teacher: Membership) -> Membership:
    """The teacher's sign-in has a child here: one account, two roles to switch between."""
    return accounts.make_membership(
        world, teacher.user, role=accounts.PARENT.role, title=teacher.title, first_name=teacher.first_name,
        last_name=teacher.last_name, email=teacher.email,
    )  # fmt: skip


def adults_around(world: World) -> dict:
    """Pupil key → everybody who teaches or supports one of the pupil's groups."""
    teaching: dict = {}
    for assignment in world.made(GroupTeacher):
        teaching.setdefault(assignment.group_id, []).append(assignment.membership)
    around: dict = {}
    for place in world.made(GroupPupil):
        known = around.setdefault(place.pupil_id, [])
        known += [member for member in teaching.get(place.group_id, ()) if member not in known]
    return around


def taught_by(people: People, member: Membership, everybody: list[Child]) -> list[Child]:
    return [
        child
        for child in everybody
        if member in people.around.get(child.pupil.pk, ()) and not child.home.known
    ]
