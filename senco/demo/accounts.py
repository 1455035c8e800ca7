"""Sign-ins. Those listed in SIGN_INS share one published password; everybody else's account can use e-mailed codes only."""

from dataclasses import dataclass

from allauth.account.models import EmailAddress

from senco.accounts.models import Membership, User
from senco.accounts.roles import Role
from senco.demo.schools import domain_of
from senco.demo.world import World

PASSWORD = "larkfield-demo"  # noqa: S105 published on purpose; load_demo runs in demo mode only
NO_PASSWORD = "!"  # noqa: S105 Django's mark for an account without one
YEARS_HERE = (3, 9)  # longer than the two years of history, so that nobody acts before they came


@dataclass(frozen=True)
class SignIn:
    name: str  # before the @
    role: Role
    title: str
    first_name: str
    last_name: str
    job: str = ""
    organisation: str = ""
    staff_code: str = ""


OFFICE = (
    SignIn("senco", Role.SENCO, "Mrs", "Nadia", "Kirkbride", "SENCO", staff_code="NKI"),
    SignIn("office", Role.ADMIN, "Mr", "Owen", "Tallis", "SEN administrator", staff_code="OTA"),
    SignIn("head", Role.HEAD, "Dr", "Ruth", "Okonjo", "Headteacher", staff_code="ROK"),
)
TEACHER = SignIn("teacher", Role.TEACHER, "Ms", "Hannah", "Osei", "Teacher of English", staff_code="HOS")
ASSISTANT = SignIn("ta", Role.TA, "Mr", "Callum", "Brennan", "Teaching assistant", staff_code="CBR")
PARENT = SignIn("parent", Role.PARENT, "Mrs", "Samira", "Haddad")
PROFESSIONAL = SignIn(
    "professional",
    Role.PROFESSIONAL,
    "Dr",
    "Leon",
    "Fairweather",
    "Educational psychologist",
    "Larkshire Educational Psychology",
)
GOVERNOR = SignIn("governor", Role.GOVERNOR, "Mrs", "Gwen", "Pritchard", "Link governor for SEN")
SIGN_INS = (*OFFICE, TEACHER, ASSISTANT, PARENT, PROFESSIONAL, GOVERNOR)


def make_member(world: World, sign_in: SignIn) -> Membership:
    """A person with the published password."""
    email = f"{sign_in.name}@{domain_of(world.number)}"
    user = make_account(world, email, sign_in.first_name, sign_in.last_name, password=world.password)
    return make_membership(
        world, user, role=sign_in.role, title=sign_in.title, first_name=sign_in.first_name, last_name=sign_in.last_name,
        email=email, job=sign_in.job, organisation=sign_in.organisation, staff_code=sign_in.staff_code,
    )  # fmt: skip


def make_account(
    world: World, email: str, first_name: str, last_name: str, *, password: str = NO_PASSWORD
) -> User:
    user = world.add(
        User,
        email=email,
        first_name=first_name,
        last_name=last_name,
        password=password,
        joined_at=since_years(world),
    )
    world.made(EmailAddress).append(EmailAddress(user=user, email=email, verified=True, primary=True))
    return user


def make_membership(world: World, user: User | None, *, role: Role, **fields) -> Membership:
    fields.setdefault("starts", since_years(world))
    return world.add(Membership, school=world.school, user=user, role=role, **fields)


def since_years(world: World):
    """The first of September of some years ago."""
    years = world.rng.randrange(*YEARS_HERE)
    return world.at(
        world.today.replace(year=world.today.year - years, month=9, day=1), from_hour=8, to_hour=9
    )
