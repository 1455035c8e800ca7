"""What the provision map of a large school costs: 250 pupils and 60 interventions, its pages against their queries and bare SQL.

    DATABASE_URL=… python benchmarks/provision_map.py [--pupils 250] [--interventions 60] [--repeat 15]

With the owner's address of a database that may be thrown away (`bin/serve --data /tmp/…`): groups and pupils are added to its first school
the first time. Each is measured in turn, so that a busy machine slows all alike; what is printed is medians, their ratio to the bare query,
and how many queries a page asks.
"""

import argparse
import datetime
import os
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "senco.settings")
django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils.timezone import localdate  # noqa: E402

from provision import models  # noqa: E402
from provision.map_choices import SessionState  # noqa: E402
from provision.queries import map_grid, map_places  # noqa: E402
from register.models import Pupil  # noqa: E402
from senco.access.context import acting_as, acting_as_owner  # noqa: E402
from senco.accounts.models import Membership  # noqa: E402
from senco.accounts.queries import SESSION_KEY  # noqa: E402
from senco.accounts.roles import Role  # noqa: E402

PUPILS_A_GROUP = 6
GROUPS_A_PUPIL = 4
BY_HAND = """
select a.pupil_id, i.id, sum(t.minutes)
from provision_allocation a
join provision_provision p on p.id = a.provision_id and p.removed_at is null
join provision_intervention i on i.id = p.intervention_id
join provision_provisiontime t on t.provision_id = p.id and t.removed_at is null
where a.school_id = %(school)s and a.removed_at is null and a.starts <= %(last)s and (a.ends is null or a.ends >= %(first)s)
group by a.pupil_id, i.id
"""


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pupils", type=int, default=250)
    parser.add_argument("--interventions", type=int, default=60)
    parser.add_argument("--repeat", type=int, default=15)
    asked = parser.parse_args(arguments)
    with acting_as_owner(purpose="benchmark"):
        found = Membership.objects.filter(role=Role.SENCO).select_related("school", "user")
        senco = found.order_by("pk")[0]
        if not Pupil.objects.filter(school=senco.school_id, legal_surname="Bench0").exists():
            fill(senco, asked.pupils, asked.interventions)
    measure(senco, asked.repeat)


def fill(senco: Membership, pupils: int, interventions: int) -> None:
    """Groups of six, of every intervention, until each pupil has a place in four."""
    today, row = localdate(), {"school_id": senco.school_id, "saved_by": senco}
    year = {"starts": today - datetime.timedelta(days=60), "ends": today + datetime.timedelta(days=60)}
    born = datetime.date(today.year - 10, 3, 9)
    children = Pupil.objects.bulk_create(
        Pupil(school_id=senco.school_id, legal_surname=f"Bench{n}", legal_forename="A", date_of_birth=born, year_group=n % 7)
        for n in range(pupils)
    )  # fmt: skip
    kinds = models.Intervention.objects.bulk_create(
        models.Intervention(
            **row, name=f"Bench {n} {time.time_ns()}", area="CL", tier=str(1 + n % 4), minutes=20, sessions_a_week=2, weeks=12, group_size=6, adult_role="ta"
        )
        for n in range(interventions)
    )  # fmt: skip
    count = max(interventions, pupils * GROUPS_A_PUPIL // PUPILS_A_GROUP)
    groups = models.Provision.objects.bulk_create(
        models.Provision(**row, **year, intervention=kinds[n % interventions], name=f"Bench {n}", agreed_size=PUPILS_A_GROUP)
        for n in range(count)
    )  # fmt: skip
    models.ProvisionTime.objects.bulk_create(
        models.ProvisionTime(
            **row, provision=group, weekday=day, at=datetime.time(9), minutes=20, starts=group.starts
        )
        for group in groups
        for day in (0, 2)
    )
    models.ProvisionAdult.objects.bulk_create(
        models.ProvisionAdult(**row, provision=group, membership=senco, starts=group.starts)
        for group in groups
    )
    models.Allocation.objects.bulk_create(
        models.Allocation(
            **row, pupil=children[(n * PUPILS_A_GROUP + m) % pupils], provision=group, starts=group.starts
        )
        for n, group in enumerate(groups)
        for m in range(PUPILS_A_GROUP)
    )
    run_sessions(senco)


def run_sessions(senco: Membership) -> None:
    """Every group ran on each of its days until today, and everybody came."""
    row, today = {"school_id": senco.school_id, "saved_by": senco}, localdate()
    groups = models.Provision.objects.filter(name__startswith="Bench").prefetch_related("places", "times")
    held = models.Session.objects.bulk_create(
        models.Session(**row, provision=group, day=day, at=when.at, planned_minutes=20, minutes=20, state=SessionState.RAN)
        for group in groups
        for when in group.times.all()
        for day in days_between(group.starts, today)
        if day.weekday() == when.weekday
    )  # fmt: skip
    places = {group.pk: [each.pupil_id for each in group.places.all()] for group in groups}
    models.SessionMark.objects.bulk_create(
        models.SessionMark(**row, session=each, pupil_id=pupil, mark="present", minutes=20)
        for each in held
        for pupil in places[each.provision_id]
    )


def days_between(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    return [first + datetime.timedelta(days=n) for n in range((last - first).days + 1)]


PAGES = {
    "minutes": "/map/",
    "pounds": "/map/?show=cost",
    "delivered": "/map/?show=delivered",
    "costs": "/costs/",
    "impact": "/impact/",
}


def measure(senco: Membership, repeat: int) -> None:
    browser = signed_in(senco)
    ways = {"bare query": bare(senco), "places and grid": laid_out(senco)}
    ways |= {name: partial(page_of, browser, address) for name, address in PAGES.items()}
    for way in ways.values():
        way()
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _round in range(repeat):
        for name, way in ways.items():
            begun = time.perf_counter()
            way()
            times[name].append(1000 * (time.perf_counter() - begun))
    middle = {name: statistics.median(each) for name, each in times.items()}
    grid = laid_out(senco)()
    print(f"{len(grid.lines)} pupils by {len(grid.columns)} interventions")  # noqa: T201
    for name, each in middle.items():
        said = f"   {queries_of(ways[name])} queries" if name in PAGES else ""
        print(f"{name:18} {each:8.1f} ms   {each / middle['bare query']:6.1f} times the bare query{said}")  # noqa: T201


def queries_of(way: Callable) -> int:
    """Without those that only tell the database who asks."""
    with CaptureQueriesContext(connection) as captured:
        way()
    return sum("FROM" in query["sql"] and "set_config" not in query["sql"] for query in captured)


def bare(senco: Membership) -> Callable:
    days = {"school": senco.school_id, "first": localdate(), "last": localdate()}

    def ask():
        with acting_as_owner(purpose="benchmark"), connection.cursor() as cursor:
            cursor.execute(BY_HAND, days)
            return cursor.fetchall()

    return ask


def laid_out(senco: Membership) -> Callable:
    def ask():
        with acting_as(senco):
            period, _calendar = map_places.period_of(map_places.THIS_TERM, senco, localdate())
            return map_grid.grid_of(map_places.places_for(senco, period), rows="pupil")

    return ask


def signed_in(senco: Membership) -> Client:
    browser = Client(headers={"host": "127.0.0.1"})
    browser.force_login(senco.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = browser.session
    session[SESSION_KEY] = str(senco.pk)
    session.save()
    return browser


def page_of(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, answer.status_code  # noqa: S101
    return answer.content.decode()


if __name__ == "__main__":
    main(sys.argv[1:])
