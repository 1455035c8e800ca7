"""Weakenings of the second lock: each is one statement that somebody might write by mistake."""

import os
from collections.abc import Iterator
from dataclasses import dataclass

from tests.access.database.cells import read
from tests.access.database.isolation import BLIND

COMMANDS = ("select", "insert", "update", "delete")
GROUPS = (
    "senco_app", "senco_school", "senco_staff", "senco_family", "senco_agency", "senco_governor", "senco_system",
)  # fmt: skip
THOROUGH = "THOROUGH" in os.environ  # the nightly run: every new right on every table, not every fifth


@dataclass(frozen=True)
class Mutant:
    """`tables` are those whose cells must notice, `roles` whose personas are asked (None: all), `command` what is weakened."""

    name: str
    statements: tuple[str, ...]
    tables: tuple[str, ...]
    roles: tuple[str, ...] | None = None
    command: str = ""


def mutants() -> Iterator[Mutant]:
    yield from opened_policies()
    yield from new_rights()
    yield from unlocked_tables()
    yield from dropped_triggers()
    yield from weaker_functions()


def opened_policies() -> Iterator[Mutant]:
    """Each policy's USING and WITH CHECK made true, alone and with every column open."""
    found = read(
        "select tablename, policyname, roles[1]::text, lower(cmd), qual, with_check from pg_policies"
        " where policyname <> 'owner_all' order by 1, 2"
    )
    for table, policy, role, command, using, check in found:
        if using not in (None, "true") and not (policy.endswith("_update") and table in BLIND):
            kept = f" with check ({check})" if check else ""
            yield Mutant(
                f"{table}.{policy} using true",
                (f"alter policy {policy} on {table} using (true){kept}",),
                (table,),
                (role,),
                command,
            )
        if check not in (None, "true") and not using:  # of updates: see isolation.py
            yield Mutant(
                f"{table}.{policy} check true", (f"alter policy {policy} on {table} with check (true)",), (table,), (role,), command,
            )  # fmt: skip


def new_rights() -> Iterator[Mutant]:
    """A role gets a command on a table that it did not have, or a command on all columns instead of some."""
    held = set(read("select tablename, roles[1]::text, lower(cmd) from pg_policies"))
    tables = sorted({table for table, _role, _command in held})
    missing = [
        (table, role, command)
        for table in tables
        for role in GROUPS
        for command in COMMANDS
        if (table, role, command) not in held
    ]
    for table, role, command in missing if THOROUGH else missing[::5]:
        clauses = {"insert": "with check (true)"}.get(command, "using (true)")
        allowed = f"create policy mutant on {table} for {command} to {role} {clauses}"
        yield Mutant(
            f"{role} may {command} {table}",
            (f"grant {command} on {table} to {role}", allowed),
            (table,),
            (role,),
            command,
        )
    narrowed = read(
        "select distinct a.attrelid::regclass::text, acl.grantee::regrole::text from pg_attribute a,"
        " aclexplode(a.attacl) acl where acl.privilege_type = 'UPDATE' order by 1, 2"
    )
    for table, role in narrowed:
        yield Mutant(
            f"{role} may update every column of {table}",
            (f"grant update on {table} to {role}",),
            (table,),
            (role,),
            "update",
        )


def unlocked_tables() -> Iterator[Mutant]:
    for (table,) in read("select distinct tablename from pg_policies order by 1"):
        yield Mutant(
            f"{table} without its lock", (f"alter table {table} disable row level security",), (table,)
        )


def dropped_triggers() -> Iterator[Mutant]:
    found = read(
        "select tgrelid::regclass::text, tgname from pg_trigger where tgname = 'stays' and not tgisinternal order by 1"
    )
    for table, trigger in found:
        yield Mutant(
            f"{table} without {trigger}", (f"drop trigger {trigger} on {table}",), (table,), ("senco_owner",)
        )


WEAKER = {  # function → (what is taken out, what stands there then)
    "app_membership": (
        ("and m.user_id = app_user()", ""),
        ("and u.is_active", ""),
        ("m.starts <= statement_timestamp() and", ""),
        ("and (m.ends is null or m.ends > statement_timestamp())", ""),
        ("when 'teacher' then 'senco_staff'", "when 'teacher' then current_setting('role', true)"),
    ),
    "app_pupils": (
        ("starts <= statement_timestamp() and", ""),
        ("and (ends is null or ends > statement_timestamp())", ""),
        ("membership_id = app_membership()", "true"),
        ("membership_id = app_membership()", "membership_id = nullif(current_setting('app.membership_id', true), '')::uuid"),
        ("membership_id = app_membership()", "school_id = app_school()"),
        (
            "membership_id = app_membership()",
            "membership_id in (select id from accounts_membership where user_id = app_user())",
        ),
    ),
    "app_pupils_to_write": (
        ("and level = 'comment'", ""),
        ("starts <= statement_timestamp() and", ""),
        ("and (ends is null or ends > statement_timestamp())", ""),
        ("membership_id = app_membership()", "school_id = app_school()"),
    ),
    "app_school": (("where id = app_membership()", "where user_id = app_user()"),),
    "app_whole_school": (("and role in ('senco', 'admin', 'head')", ""), ("id = app_membership() and", "")),
    "app_is_senior": (("and role in ('senco', 'head')", ""),),
    "app_is_decided": (("'decided', 'told', 'untold', 'closed', 'withdrawn') from", "'told', 'untold', 'closed', 'withdrawn') from"),),
}  # fmt: skip
TELLING = (
    "register_pupil",
    "register_senstatus",
    "register_contact",
    "accounts_membership",
    "register_pupilaccess",
    "register_viewrequest",
)


def weaker_functions() -> Iterator[Mutant]:
    for function, changes in WEAKER.items():
        ((definition,),) = read("select pg_get_functiondef(%s::regproc)", [function])
        for out, instead in changes:
            weaker = " ".join(definition.split()).replace(out, instead)
            assert weaker != " ".join(definition.split()), f"{function} does not say {out!r} any more"
            tables = (*TELLING, "liaison_callrequest", "register_concernstep")
            yield Mutant(f"{function}: {out!r} → {instead!r}", (weaker,), tables)
