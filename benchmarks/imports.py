"""How long and how much memory a school's import takes, against bounds that this machine sets itself.

    DATABASE_URL=<the owner's address> python benchmarks/imports.py [PUPILS]

Run against an empty, migrated database of your own, as the login that owns its tables; everything is rolled back. One run prints, in
processor seconds of this process: each step, its ratio to parsing the same CSV with the csv module alone, the whole import's ratio (by
the clock) to a bare COPY of as many rows, and the peak of memory in megabytes.
"""

import csv
import io
import os
import resource
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "senco.settings")
django.setup()

from django.db import connection, transaction  # noqa: E402

from register.actions.imports.applying import apply_run  # noqa: E402
from register.actions.imports.staging import stage  # noqa: E402
from register.actions.imports.uploading import upload  # noqa: E402
from register.imports.identifiers import upn_check_letter  # noqa: E402
from senco.access.context import assume  # noqa: E402
from senco.accounts.models import Membership, School, User  # noqa: E402

GROUPS_A_PUPIL = 8


def upn(number: int) -> str:
    rest = f"999{4001 + number // 1000:04}19{number % 1000:03}"
    return upn_check_letter(rest) + rest


def pupils(count: int) -> str:
    head = "Adno,UPN,Legal Surname,Legal Forename,Date of birth,Gender,Year taught in,Reg group,SEN status,SEN need type (1),EAL\n"
    return head + "".join(
        f"{n:06},{upn(n)},Marlowe,Isla,{n % 28 + 1:02}/03/2014,F,{7 + n % 5},{7 + n % 5}A,{'K,SLCN' if n % 8 == 0 else 'N,'},\n"
        for n in range(count)
    )


def contacts(count: int) -> str:
    head = "UPN,Priority,Forename,Surname,Relationship,Parental responsibility,Email,Mobile\n"
    return head + "".join(
        f"{upn(n)},{p},{name},Marlowe,{word},T,c{n}.{p}@example.org,07700 900{n % 1000:03}\n"
        for n in range(count)
        for p, (name, word) in enumerate((("Dana", "MOT"), ("Pete", "FAT")), 1)
    )


def staff(count: int) -> str:
    return "Staff code,Title,Forename,Surname,Work email,Role\n" + "".join(
        f"ST{n:03},Ms,Rhys,Clarke,s{n}@example.org,Teacher\n" for n in range(max(count // 20, 1))
    )


def groups(count: int) -> str:
    return "Group,Subject,UPN,Staff code\n" + "".join(
        f"{n // 30}/{subject},English,{upn(n)},ST{(n // 30 + subject) % max(count // 20, 1):03}\n"
        for n in range(count)
        for subject in range(GROUPS_A_PUPIL)
    )


@contextmanager
def timed(what: str, spent: dict):
    started, clock = time.process_time(), time.perf_counter()
    yield
    spent[what] = (time.process_time() - started, time.perf_counter() - clock)


def bare_csv(texts) -> float:
    started = time.process_time()
    for text in texts:
        for _row in csv.DictReader(io.StringIO(text)):
            pass
    return time.process_time() - started


def bare_copy(rows: int) -> float:
    started = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("create temporary table bare (id int, name text, born date, note text)")
        with cursor.copy("copy bare from stdin") as copy:
            for number in range(rows):
                copy.write_row((number, "Marlowe", "2014-03-09", "x" * 40))
    return time.perf_counter() - started


def importer() -> Membership:
    school = School.objects.create(name="Bench", urn="199999", laestab="9999999", phase="secondary")
    user = User(email="bench@example.org")
    user.set_unusable_password()
    user.save()
    return Membership.objects.create(school=school, user=user, role="senco", email=user.email)


def run_steps(by: Membership, files: dict[str, str]) -> dict:
    spent: dict = {}
    for name, text in files.items():
        with timed(f"read {name}", spent):
            run = stage(run=upload(content=text.encode(), file_name=f"{name}.csv", by=by), by=by)
        with timed(f"apply {name}", spent):
            run = apply_run(run=run, by=by)
        if run.state != "applied":
            raise SystemExit(f"{name}: {run.refusal}")
    return spent


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def report(spent: dict, parsing: float, copying: float, rows: int) -> None:
    for what, (cpu, clock) in spent.items():
        say(f"{what:16} {cpu:7.2f} s processor {clock:7.2f} s clock {cpu / parsing:8.1f} × csv alone")
    cpu, clock = (sum(each[place] for each in spent.values()) for place in (0, 1))
    say(f"{'all':16} {cpu:7.2f} s processor {clock:7.2f} s clock {cpu / parsing:8.1f} × csv alone")
    say(f"{rows} rows; {clock / copying:.1f} × a bare COPY of as many rows")
    say(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1050
    only_pupils = "--pupils-only" in sys.argv
    makers = (pupils,) if only_pupils else (pupils, staff, contacts, groups)
    files = {make.__name__: make(count) for make in makers}
    rows = sum(text.count("\n") - 1 for text in files.values())
    parsing = bare_csv(files.values())
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("set local role senco_owner")
        by, copying = importer(), bare_copy(rows)
        by_role(by, files, parsing, copying, rows)
        transaction.set_rollback(True)


def by_role(by, files, parsing, copying, rows) -> None:
    """The import itself runs with the rights that its importer has on the site."""
    assume((by.database_role, str(by.user_id), str(by.pk), "{}"))
    report(run_steps(by, files), parsing, copying, rows)


if __name__ == "__main__":
    main()
