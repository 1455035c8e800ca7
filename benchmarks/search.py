"""How much the two locks and the ORM cost on a search: its query against the same union written by hand for the tables' owner.

    DATABASE_URL=… DATABASE_OWNER_URL=… python benchmarks/search.py [--repeat 30] [--copies 2]

The database holds a demo school (`manage.py load_demo`) with two years of records; `--copies` adds each record that many times
more, so that 2 make it six years. Each pair is measured in turn, so that a busy machine slows both; what is printed is medians
and their ratio, and what a whole page needs.
"""

# ruff: noqa: S608 the names of tables and columns are the models’ own

import argparse
import os
import statistics
import sys
from pathlib import Path

import django
import psycopg
from measuring import seconds

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "senco.settings")
django.setup()

from senco.access.context import acting_as  # noqa: E402
from senco.accounts.models import Membership  # noqa: E402
from senco.dashboard.queries import found  # noqa: E402
from senco.search.columns import COLUMN, CONFIGURATION  # noqa: E402

ASKED = ("handwriting", "reading", '"time out card"', "Yusuf reading", "zebra", "confidence -maths")
DAYS = {"settled_on": "coalesce(done_on, waived_on)"}  # what is no column
HELD_APART = "select 1 from pg_constraint where conrelid = %s::regclass and contype = 'x'"  # one at a time of each pupil
SIGN_INS = ("senco@larkfield.example", "teacher@larkfield.example")


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=30)
    parser.add_argument("--copies", type=int, default=0)
    chosen = parser.parse_args(arguments)
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        owner.execute("set role senco_owner")
        for _copy in range(chosen.copies):
            copy_records(owner)
        tell_size(owner)
        for email in SIGN_INS:
            me = (
                Membership.objects.live().filter(user__email=email).select_related("school").order_by("pk")[0]
            )
            for words in ASKED:
                compare(me, words, owner, chosen.repeat)


def copy_records(owner) -> None:
    """Once more everything that was there at first, under new keys; what can be there but once stays alone."""
    for kind in found.KINDS.values():
        table = kind.model._meta.db_table
        if owner.execute(HELD_APART, [table]).fetchone():
            continue
        columns = [field.column for field in kind.model._meta.concrete_fields if field.column != "id"]
        listed = ", ".join(f'"{column}"' for column in columns)
        owner.execute(f'alter table "{table}" disable trigger user')
        owner.execute(
            f'insert into "{table}" (id, {listed}) select gen_random_uuid(), {listed} from "{table}" '
            f"where substr(id::text, 15, 1) = '7' on conflict do nothing"  # keys of the school's own are of version 7
        )
        owner.execute(f'alter table "{table}" enable trigger user')
    owner.execute("analyze")


def tell_size(owner) -> None:
    counts = [
        owner.execute(f'select count(*) from "{kind.model._meta.db_table}"').fetchone()[0]
        for kind in found.KINDS.values()
    ]
    print(f"{sum(counts)} records of {len(counts)} kinds; median of each, in milliseconds")  # noqa: T201


def by_hand(me) -> str:
    """The bare union over the same tables, without any lock and without names of pupils."""
    parts = []
    for kind in found.kinds_found_by(me).values():
        model = kind.model._meta
        day = DAYS.get(kind.on, f'"{kind.on}"::date')
        parts.append(
            f"select '{kind.code}' as kind, id, {day} as day from \"{model.db_table}\" where school_id = %(school)s "
            f"and {COLUMN} @@ websearch_to_tsquery('{CONFIGURATION}', %(words)s)"
        )
    return " union all ".join(parts) + f" order by day desc, id desc limit {found.MOST + 1}"


def compare(me, words: str, owner, repeat: int) -> None:
    """Measure both in turn inside one transaction of that person, and a whole page: records, lines, names."""
    statement, values = by_hand(me), {"school": me.school_id, "words": words}
    mine, theirs, pages = [], [], []
    with acting_as(me):
        asked = found.asked_by(me, words)
        for _turn in range(repeat):
            mine.append(seconds(lambda: found.records_found(me, asked, found.Narrowed())))
            theirs.append(seconds(lambda: owner.execute(statement, values).fetchall()))
            pages.append(seconds(lambda: page(me, words)))
        hits = len(found.records_found(me, asked, found.Narrowed()))
    a, b, c = (statistics.median(times) * 1000 for times in (mine, theirs, pages))
    who = f"{me.role}: {words}"
    print(f"{who:32} {hits:4} hits   ours {a:7.1f}   by hand {b:7.1f}   ratio {a / b:5.2f}   page {c:7.1f}")  # noqa: T201


def page(me, words: str) -> None:
    asked = found.asked_by(me, words)
    found.hits_of(me, asked, found.records_found(me, asked, found.Narrowed())[:20])


if __name__ == "__main__":
    main(sys.argv[1:])
