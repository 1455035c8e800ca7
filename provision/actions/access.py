"""Access that follows provision: whoever runs support may open the pupils who have it, from the day it begins until it ends.

Grants are derived, as those of teaching groups are; deriving twice changes nothing. Every action that changes who runs what for whom
ends in `follow_provision`; a task repeats it, because support begins and ends at midnight as well.
"""

import datetime

from django.db import transaction
from django.utils import timezone

from provision.map_choices import SessionState
from provision.models import Allocation, Provision, ProvisionAdult, Session
from register.actions.access import Want, Wanted, beginning_of, longer, settle, wait_for_turn
from register.choices import AccessSource
from senco.accounts.roles import STAFF

DAY = datetime.timedelta(days=1)
COVERS = (
    SessionState.EXPECTED,
    SessionState.RAN,
)  # whoever covers may open the pupils that day, to record it and to correct it


@transaction.atomic
def follow_provision(*, school, by=None) -> tuple[int, int]:
    """Bring these grants in line with who runs what today; returns how many were opened and ended."""
    wait_for_turn(school)
    return settle(school=school, source=AccessSource.PROVISION, wanted=wanted_by_provision(school), by=by)


def wanted_by_provision(school) -> Wanted:
    """(adult, pupil) for each who runs, or covers today, a provision in which the pupil has a place today."""
    today = timezone.localdate()
    lasting = dict(
        Provision.objects.kept().on(today).filter(school=school).order_by().values_list("pk", "ends")
    )
    places = places_of(lasting, today)
    wanted: Wanted = {}
    for provision_id, adult_id, ends in [*running(lasting, today), *covering(lasting, today)]:
        for pupil_id, until in places.get(provision_id, ()):
            want = Want("", beginning_of(min(filter(None, (ends, until, lasting[provision_id]))) + DAY))
            wanted[adult_id, pupil_id] = longer(want, wanted.get((adult_id, pupil_id)))
    return wanted


def places_of(lasting: dict, today: datetime.date) -> dict[object, list[tuple]]:
    """Provision → (pupil, last day of the place) of today; pupils who have left are not opened."""
    found: dict[object, list[tuple]] = {}
    rows = (
        Allocation.objects.kept().on(today).filter(provision__in=lasting).exclude(pupil__left_on__lte=today)
    )
    for provision_id, pupil_id, ends, left_on in rows.order_by().values_list(
        "provision_id", "pupil_id", "ends", "pupil__left_on"
    ):
        last = min(filter(None, (ends, left_on and left_on - DAY)), default=None)
        found.setdefault(provision_id, []).append((pupil_id, last))
    return found


def running(lasting: dict, today: datetime.date) -> list[tuple]:
    """(provision, adult, last day) of those who run it and still work here."""
    rows = (
        ProvisionAdult.objects.kept().on(today).filter(provision__in=lasting, membership__role__in=STAFF)
    ).exclude(membership__ends__lte=timezone.now())
    return list(rows.order_by().values_list("provision_id", "membership_id", "ends"))


def covering(lasting: dict, today: datetime.date) -> list[tuple]:
    """(provision, adult, today) of those who cover a session of today."""
    rows = (
        Session.objects.kept()
        .filter(provision__in=lasting, day=today, state__in=COVERS, adult__role__in=STAFF)
        .exclude(adult__ends__lte=timezone.now())
    )
    return [
        (provision, adult, today)
        for provision, adult in rows.order_by().values_list("provision_id", "adult_id")
    ]
