"""Files about the pupils of the database matrix: for every circle of readers, and in every state."""

from senco.accounts.models import Membership
from tests.access.matrix.tokens import World
from tests.factories import kept_file
from tests.factories.records import days


def files_of_everybody(world: World, subjects: dict, far: Membership) -> None:
    """Files that each of these people added just now: for every circle, waiting, removed by oneself, by the office, and long ago."""
    senco = world.people["senco"]
    people = [
        world.people[role] for role in ("teacher", "ta", "parent", "professional", "senco", "admin", "head")
    ]
    for somebody in people:
        for key in ("own", "ended"):
            subject = subjects[key]
            for circle in (
                {},
                {"for_family": True},
                {"for_agency": True},
                {"for_staff": False},
                {"scan": "waiting"},
            ):
                kept_file(subject, by=somebody, **circle)
            for remover, when in ((somebody, 0), (senco, 0), (somebody, -1)):
                kept_file(
                    subject, by=somebody, removed_at=days(when), removed_by=remover, removed_why="mistake"
                )
            kept_file(subject, by=somebody, uploaded_at=days(-1))
    kept_file(subjects["abroad"], by=far)
