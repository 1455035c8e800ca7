"""What parents told the school of their own accord, and details of theirs that the school has wrong."""

from register.models import Contact
from senco.accounts.models import Membership
from senco.demo.children import Child
from senco.demo.statuses import N
from senco.demo.world import DAY, World
from senco.liaison.models import DetailsWish, FamilyNote

NOTES = (  # (what a parent told, how many days ago, whether for everybody who works with the child)
    ("{name} reads aloud at home now, ten minutes most evenings. The timer helps.", 9, True),
    ("The clinic has moved the appointment to next month. {name} worries about it.", 1, True),
    ("We are moving house this month. {name} may be tired in the mornings.", 2, True),
    ("Things are hard at home just now. Please keep this to the office.", 3, False),
    ("{name} slept well all week and wants to show the project to the class.", 20, True),
)
UNREAD_DAYS = 4  # older ones the office has read


def record_told(world: World, everybody: list[Child], senco: Membership) -> None:
    """What parents with a sign-in told of their own accord, the one whom one can sign in as first; and details that are wrong."""
    telling = [
        (child, adult)
        for child in sorted(everybody, key=lambda each: not each.home.known)
        if child.status != N and not child.left
        for adult in child.home.adults[:1]
        if adult.membership and not adult.court_order
    ]
    for (child, adult), (text, days, for_staff) in zip(telling, NOTES, strict=False):
        told_at = world.at(world.school_day(world.ago(days)), from_hour=7, to_hour=9)
        read_at = told_at + DAY if days > UNREAD_DAYS else None
        world.add(
            FamilyNote, school=world.school, pupil=child.pupil, by=adult.membership, text=text.format(name=child.forename),
            for_staff=for_staff, told_at=told_at, read_at=read_at, read_by=senco if read_at else None,
        )  # fmt: skip
    record_wishes(world, telling[1:])


def record_wishes(world: World, telling: list) -> None:
    """Of two parents the telephone has changed; nobody has looked at it yet."""
    contacts = {
        (row.pupil_id, row.membership_id): row for row in world.made(Contact) if row.membership_id is not None
    }
    for number, (child, adult) in enumerate(telling[:2]):
        if row := contacts.get((child.pupil.pk, adult.membership.pk)):
            asked_at = world.at(world.school_day(world.ago(number + 1)), from_hour=7, to_hour=9)
            world.add(
                DetailsWish, school=world.school, pupil=child.pupil, contact=row, by=adult.membership, asked_at=asked_at,
                phone=f"07700 90010{number}", channel="phone",
            )  # fmt: skip
