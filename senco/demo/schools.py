"""The school itself, and names for as many more as are wanted. No URN begins with 9, and 999 is no authority's number."""

from senco.accounts.models import Closure, School, Term
from senco.accounts.models.school import Nation, Phase
from senco.demo.world import World

LARKFIELD = "Larkfield Academy"
FIRST_ESTABLISHMENT = 4001
MOST_SCHOOLS = 999
PLACES = (
    "Alderbrook", "Birchfield", "Coldharbour", "Dunmoor", "Elmstead", "Fernhill", "Greyfriars", "Hawksworth", "Ivybridge Road",
    "Juniper Green", "Kestrel", "Linden", "Moorgate", "Netherfold", "Oakhanger", "Priory Lane", "Quarry Bank", "Ravensfield",
    "Silverdale Road", "Thornbury Lane", "Upland", "Valley Road", "Wexcombe", "Yarrow",
)  # fmt: skip
KINDS = ("Academy", "School", "High School", "Community College")


def make_school(world: World) -> School:
    """The school with its terms; LAESTAB 999/4001 is the one that the example import files are addressed to."""
    establishment = FIRST_ESTABLISHMENT + world.number
    world.school = world.add(
        School,
        name=name_of(world.number),
        urn=f"90{establishment}",
        laestab=f"999{establishment}",
        nation=Nation.ENGLAND,
        phase=Phase.SECONDARY,
        phone="01632 960100",
        senco_name="Mrs Kirkbride",
        safeguarding_name="Mr Abernathy",
        safeguarding_phone="01632 960119",
    )
    for model, periods in ((Term, world.calendar.terms), (Closure, world.calendar.closures)):
        for period in periods:
            world.add(model, school=world.school, name=period.name, starts=period.starts, ends=period.ends)
    return world.school


def name_of(number: int) -> str:
    if number == 0:
        return LARKFIELD
    series, place = divmod(number - 1, len(PLACES) * len(KINDS))
    name = f"{PLACES[place % len(PLACES)]} {KINDS[place // len(PLACES)]}"
    return f"{name} {series + 1}" if series else name


def domain_of(number: int) -> str:
    """The end of the school's e-mail addresses; .example is reserved and never delivered."""
    return "larkfield.example" if number == 0 else f"school{number:03d}.example"
