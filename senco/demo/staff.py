"""The people who work at the school."""

from dataclasses import dataclass, field

from senco.accounts.models import Membership
from senco.accounts.roles import Role
from senco.demo import accounts
from senco.demo.names import pick_heritage
from senco.demo.schools import domain_of
from senco.demo.world import World

SUBJECTS = {
    "En": "English",
    "Ma": "Maths",
    "Sc": "Science",
    "Hu": "Humanities",
    "La": "Languages",
    "PE": "PE",
}
GROUPS_A_TEACHER = 4.5  # in a subject
PUPILS_AN_ASSISTANT = 75
TITLES = {"F": ("Mrs", "Ms", "Miss", "Dr"), "M": ("Mr", "Mr", "Mr", "Dr")}
WITHOUT_ACCOUNT = 4  # colleagues who have not taken up their invitation yet


@dataclass
class Staff:
    """`teachers` by subject code; the first of English has the teacher's sign-in, the first assistant the TA's."""

    senco: Membership
    admin: Membership
    head: Membership
    teachers: dict[str, list[Membership]] = field(default_factory=dict)
    assistants: list[Membership] = field(default_factory=list)

    @property
    def teacher(self) -> Membership:
        return self.teachers["En"][0]

    @property
    def assistant(self) -> Membership:
        return self.assistants[0]

    @property
    def all_teachers(self) -> list[Membership]:
        return [each for subject in self.teachers.values() for each in subject]


def make_staff(world: World, *, groups_a_subject: int, pupils: int) -> Staff:
    """Everybody on the payroll, and the link governor. An empty school still has one teacher of English and one assistant."""
    staff = Staff(*(accounts.make_member(world, sign_in) for sign_in in accounts.OFFICE))
    staff.teachers = {"En": [accounts.make_member(world, accounts.TEACHER)]}
    staff.assistants = [accounts.make_member(world, accounts.ASSISTANT)]
    accounts.make_member(world, accounts.GOVERNOR)
    if pupils:
        add_teachers(world, staff, round(groups_a_subject / GROUPS_A_TEACHER))
        add_assistants(world, staff, pupils // PUPILS_AN_ASSISTANT)
    return staff


def add_teachers(world: World, staff: Staff, a_subject: int) -> None:
    for code, subject in SUBJECTS.items():
        colleagues = staff.teachers.setdefault(code, [])
        while len(colleagues) < max(1, a_subject):
            colleagues.append(make_colleague(world, Role.TEACHER, f"Teacher of {subject}"))


def add_assistants(world: World, staff: Staff, count: int) -> None:
    while len(staff.assistants) < max(2, count):
        has_account = len(staff.assistants) < count - WITHOUT_ACCOUNT
        staff.assistants.append(make_colleague(world, Role.TA, "Teaching assistant", has_account=has_account))


def make_colleague(world: World, role: Role, job: str, *, has_account: bool = True) -> Membership:
    sex = world.rng.choice("FFM")
    heritage = pick_heritage(world.rng)
    first, last = world.rng.choice(heritage.forenames(sex)), world.rng.choice(heritage.surnames)
    code = staff_code(world, first, last)
    email = f"{first}.{last}.{code}@{domain_of(world.number)}".lower()
    user = accounts.make_account(world, email, first, last) if has_account else None
    title = world.rng.choice(TITLES[sex])
    return accounts.make_membership(
        world,
        user,
        role=role,
        title=title,
        first_name=first,
        last_name=last,
        email=email,
        job=job,
        staff_code=code,
    )


def staff_code(world: World, first: str, last: str) -> str:
    """Three letters of the name, and a number where they are taken."""
    taken = {member.staff_code for member in world.made(Membership)}
    code = (first[0] + last[:2]).upper()
    return next(each for each in (code, *(f"{code}{number}" for number in range(2, 99))) if each not in taken)
