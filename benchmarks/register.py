"""How much the two locks and the ORM cost on the register: its queries against bare SQL, written by hand for the tables' owner.

    DATABASE_URL=… DATABASE_OWNER_URL=… python benchmarks/register.py [--repeat 30]

The database holds one or more demo schools (`manage.py load_demo --schools 20`). Each pair is measured in turn, so that a
busy machine slows both; what is printed is medians and their ratio.
"""

import argparse
import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

import django
import psycopg
from measuring import seconds

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "senco.settings")
django.setup()

from django.db import connection  # noqa: E402
from django.utils.timezone import localdate  # noqa: E402

from register.filters import with_status  # noqa: E402
from register.queries.sen_register import counts_of, pupils_for, rows_of  # noqa: E402
from senco.access.context import acting_as  # noqa: E402
from senco.accounts.models import Membership  # noqa: E402
from senco.accounts.roles import Role  # noqa: E402

ROWS_BY_HAND = """
select p.id, s.provision, s.starts,
       array(select n.need_type from register_senneed n where n.pupil_id = p.id and n.starts <= current_date
             and (n.ends is null or n.ends > current_date) order by n.rank, n.starts, n.id),
       array(select distinct c.kind from register_pupilcharacteristic c where c.pupil_id = p.id and c.starts <= current_date
             and (c.ends is null or c.ends > current_date)),
       (select m.review_on from register_monitoring m where m.pupil_id = p.id and m.starts <= current_date
        and m.ended_at is null order by m.starts desc limit 1),
       (select max(c.raised_at) from register_concern c where c.pupil_id = p.id), k.last_name
from register_pupil p
join register_senstatus s on s.pupil_id = p.id and s.starts <= current_date and (s.ends is null or s.ends > current_date)
left join accounts_membership k on k.id = p.key_adult_id
where p.school_id = %(school)s and (p.left_on is null or p.left_on > current_date)
  and (p.joined_on is null or p.joined_on <= current_date) and s.provision in ('K', 'E', 'S')
order by lower(coalesce(nullif(p.preferred_surname, ''), p.legal_surname)),
         lower(coalesce(nullif(p.preferred_forename, ''), p.legal_forename)), p.id limit 50
"""
COUNT_BY_HAND = """
select count(*), count(*) filter (where s.provision = 'K'), count(*) filter (where s.provision in ('E', 'S')),
       count((select m.review_on from register_monitoring m where m.pupil_id = p.id and m.starts <= current_date
              and m.ended_at is null order by m.starts desc limit 1))
from register_pupil p
join register_senstatus s on s.pupil_id = p.id and s.starts <= current_date and (s.ends is null or s.ends > current_date)
where p.school_id = %(school)s and (p.left_on is null or p.left_on > current_date)
  and (p.joined_on is null or p.joined_on <= current_date) and s.provision in ('K', 'E', 'S')
"""


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=30)
    repeat = parser.parse_args(arguments).repeat
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        senco = any_senco()
        tell_size(owner)
        for name, ours, by_hand in pairs(senco, owner):
            compare(name, ours, by_hand, repeat)


def any_senco():
    """A SENCO of the database; the login role may read memberships."""
    return Membership.objects.live().filter(role=Role.SENCO).select_related("school").order_by("pk")[0]


def tell_size(owner) -> None:
    schools, pupils = owner.execute(
        "select (select count(*) from accounts_school), (select count(*) from register_pupil)"
    ).fetchone()
    print(f"{schools} schools, {pupils} pupils; median of each, in milliseconds")  # noqa: T201


def pairs(senco, owner):
    """(name, ours, by hand): each a function that asks once and gives the rows."""
    school = {"school": senco.school_id}

    def listed():
        return with_status(pupils_for(senco, localdate()), "").order_by(
            "shown_surname", "shown_forename", "pk"
        )[:50]

    def rows_by_hand():
        return owner.execute(ROWS_BY_HAND, school).fetchall()

    yield "50 rows, in the database", lambda: asked(listed()), rows_by_hand
    yield "50 rows, as the page has them", lambda: rows_of(listed(), localdate()), rows_by_hand
    yield (
        "counts",
        lambda: counts_of(with_status(pupils_for(senco, localdate()), "")),
        lambda: owner.execute(COUNT_BY_HAND, school).fetchall(),
    )


def asked(queryset) -> list:
    """The rows of a queryset's own SQL, without making objects of them."""
    with connection.cursor() as cursor:
        cursor.execute(*queryset.query.sql_with_params())
        return cursor.fetchall()


def compare(name: str, ours: Callable, by_hand: Callable, repeat: int) -> None:
    """Measure both in turn inside one transaction of the SENCO and print medians and ratio."""
    mine, theirs = [], []
    with acting_as(any_senco()):
        assert len(ours()) == len(by_hand()) or name == "counts"  # noqa: S101 the comparison must be of like with like
        for _turn in range(repeat):
            mine.append(seconds(ours))
            theirs.append(seconds(by_hand))
    a, b = (statistics.median(times) * 1000 for times in (mine, theirs))
    print(f"{name:32} ours {a:8.2f}   by hand {b:8.2f}   ratio {a / b:5.2f}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
