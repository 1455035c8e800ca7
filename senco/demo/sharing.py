"""Which pupils are shared with the professional's sign-in, and the shares."""

from django.db import models

from register.actions import access
from register.models import SenStatus
from senco.accounts.models import Membership
from senco.accounts.roles import Role
from senco.demo.world import DAY, World

SHARED_FOR, SHARE_ENDED = 70, 21  # days from today, and ago
SETTLED = 150  # days with the status, so that a plan is in force


def share_with_professional(world: World) -> None:
    """Two pupils shared by name: one until a date, one whose share has ended."""
    professional = next((each for each in world.made(Membership) if each.role == Role.PROFESSIONAL), None)
    if professional is None:
        return
    senco = next(each for each in world.made(Membership) if each.role == Role.SENCO)
    with_plan = most_like(world, "E", but_not=None)
    on_support = most_like(world, "K", but_not=with_plan)
    share(
        world, with_plan, professional, "Advice for the annual review", since=30, until=SHARED_FOR, by=senco
    )
    share(
        world, on_support, professional, "Consultation about reading", since=120, until=-SHARE_ENDED, by=senco
    )


def most_like(world: World, provision: str, *, but_not: models.Model | None) -> models.Model:
    """The first pupil on roll who has this status today and stays another year; in a small school perhaps only nearly so."""
    standing = [
        status
        for status in world.made(SenStatus)
        if status.ends is None and status.pupil.left_on is None and status.pupil is not but_not
    ]
    found = min(
        standing,
        key=lambda each: (
            each.provision != provision,
            each.pupil.year_group >= 11,
            each.starts > world.ago(SETTLED),
        ),
    )
    return found.pupil


def share(
    world: World, pupil, professional: Membership, reason: str, *, since: int, until: int, by: Membership
) -> None:
    starts, ends = world.at(world.ago(since)), world.at(world.today + until * DAY)
    access.share(pupil=pupil, membership=professional, reason=reason, starts=starts, ends=ends, by=by)
