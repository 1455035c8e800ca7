"""Families: who lives with whom, who is separated from whom, and what a court has ordered."""

from dataclasses import dataclass, field, replace
from random import Random

from register.choices import Relationship
from senco.accounts.models import Membership
from senco.demo import accounts, names
from senco.demo.keys import weighted
from senco.demo.names import Heritage

KINDS = {"together": 68, "separated": 15, "one_parent": 11, "step": 4, "grandparent": 1, "court_order": 0.6}
ORDER = "Child arrangements order: no contact except by letter. Must not collect, must not be told the address or the timetable."
AWAY = "Prohibited steps order: may not take the child out of school or abroad. May be sent reports."


@dataclass
class Adult:
    """A contact. The same adult stands behind the contact rows of every child of the family."""

    title: str
    forename: str
    surname: str
    relationship: Relationship
    address: str
    phone: str
    responsibility: bool = True
    lives_with: bool = True
    court_order: bool = False
    restriction: str = ""
    confidential: bool = False
    email: str = ""
    membership: Membership | None = None


@dataclass
class Home:
    heritage: Heritage
    surname: str
    adults: list[Adult] = field(default_factory=list)
    in_care: bool = False
    language: str = ""
    known: bool = False  # has a parent one can sign in as


def make_home(rng: Random) -> Home:
    heritage = names.pick_heritage(rng)
    home = Home(heritage, rng.choice(heritage.surnames))
    home.language = heritage.language if rng.random() < heritage.eal else "ENG"
    home.adults = FAMILIES[weighted(rng, KINDS)](rng, home)
    return home


def adult(
    rng: Random,
    home: Home,
    relationship: Relationship,
    *,
    sex: str,
    address: str = "",
    surname: str = "",
    **more,
) -> Adult:
    return Adult(
        title=rng.choice(("Mrs", "Ms") if sex == "F" else ("Mr",)),
        forename=rng.choice(home.heritage.forenames(sex)),
        surname=surname or home.surname,
        relationship=relationship,
        address=address or names.address(rng),
        phone=names.mobile(rng),
        **more,
    )


def together(rng: Random, home: Home) -> list[Adult]:
    mother = adult(rng, home, Relationship.MOTHER, sex="F")
    if rng.random() < 0.03:
        return [mother, adult(rng, home, Relationship.MOTHER, sex="F", address=mother.address)]
    return [mother, adult(rng, home, Relationship.FATHER, sex="M", address=mother.address)]


def separated(rng: Random, home: Home) -> list[Adult]:
    """Both have a say; each has an address the other need not know."""
    mother = adult(rng, home, Relationship.MOTHER, sex="F", surname=rng.choice(home.heritage.surnames))
    father = adult(
        rng, home, Relationship.FATHER, sex="M", lives_with=False, responsibility=rng.random() < 0.9
    )
    if rng.random() < 0.2:
        return [replace(father, lives_with=True, responsibility=True), replace(mother, lives_with=False)]
    return [mother, father]


def one_parent(rng: Random, home: Home) -> list[Adult]:
    if rng.random() < 0.1:
        return [adult(rng, home, Relationship.FATHER, sex="M")]
    return [adult(rng, home, Relationship.MOTHER, sex="F")]


def step(rng: Random, home: Home) -> list[Adult]:
    mother = adult(rng, home, Relationship.MOTHER, sex="F")
    partner = adult(
        rng, home, Relationship.STEP_PARENT, sex="M", address=mother.address, surname=rng.choice(home.heritage.surnames),
        responsibility=False,
    )  # fmt: skip
    return [mother, partner, adult(rng, home, Relationship.FATHER, sex="M", lives_with=False)]


def grandparent(rng: Random, home: Home) -> list[Adult]:
    return [adult(rng, home, Relationship.GRANDPARENT, sex="F", responsibility=True)]


def court_order(rng: Random, home: Home) -> list[Adult]:
    """The mother's address is confidential; the father's access is limited by a court."""
    mother = adult(rng, home, Relationship.MOTHER, sex="F", confidential=True)
    restriction = ORDER if rng.random() < 0.6 else AWAY
    father = adult(
        rng, home, Relationship.FATHER, sex="M", lives_with=False, court_order=True, restriction=restriction
    )
    return [mother, father]


FAMILIES = {
    "together": together,
    "separated": separated,
    "one_parent": one_parent,
    "step": step,
    "grandparent": grandparent,
    "court_order": court_order,
}


def in_care(rng: Random, home: Home) -> Home:
    """A child looked after by the local authority: foster carers at home, a social worker, a mother who may write."""
    street, foster = names.address(rng), rng.choice(names.HERITAGES[0].surnames)
    carers = [
        adult(
            rng,
            home,
            Relationship.FOSTER_MOTHER,
            sex="F",
            surname=foster,
            address=street,
            responsibility=False,
        ),
        adult(
            rng,
            home,
            Relationship.FOSTER_FATHER,
            sex="M",
            surname=foster,
            address=street,
            responsibility=False,
        ),
    ]
    worker = adult(
        rng, home, Relationship.SOCIAL_WORKER, sex="F", surname=rng.choice(names.HERITAGES[0].surnames),
        address="Children's Services\nCounty Hall\nLarkfield\nLK1 1AA", lives_with=False,
    )  # fmt: skip
    mother = adult(rng, home, Relationship.MOTHER, sex="F", lives_with=False)
    return replace(home, adults=[*carers, worker, mother], in_care=True)


def haddads(rng: Random, membership: Membership) -> Home:
    """The family of the parent's sign-in: father and mother live apart."""
    home = Home(
        next(each for each in names.HERITAGES if "Haddad" in each.surnames),
        "Haddad",
        language="ARA",
        known=True,
    )
    mother = known_adult(rng, home, accounts.PARENT, membership, Relationship.MOTHER)
    home.adults = [mother, adult(rng, home, Relationship.FATHER, sex="M", lives_with=False)]
    return home


def oseis(rng: Random, membership: Membership) -> Home:
    """The family of the teacher's sign-in, who is a parent here as well."""
    home = Home(
        next(each for each in names.HERITAGES if "Mensah" in each.surnames),
        "Osei",
        language="ENG",
        known=True,
    )
    mother = known_adult(rng, home, accounts.TEACHER, membership, Relationship.MOTHER)
    home.adults = [mother, adult(rng, home, Relationship.FATHER, sex="M", address=mother.address)]
    return home


def lowthers(rng: Random) -> Home:
    """The family in every demo school in which a court has limited what the father may know."""
    home = Home(names.HERITAGES[0], "Lowther", language="ENG")
    home.adults = court_order(rng, home)
    return home


def known_adult(
    rng: Random, home: Home, person: accounts.SignIn, membership: Membership, relationship: Relationship
) -> Adult:
    found = adult(
        rng,
        home,
        relationship,
        sex="F",
        surname=person.last_name,
        email=membership.email,
        membership=membership,
    )
    return replace(found, title=person.title, forename=person.first_name)
