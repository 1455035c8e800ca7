"""The cells of the database matrix: raw SQL as a persona, held against the table of expectations."""

import contextlib
import itertools
import json
from collections.abc import Iterator

from django.db import connection

from senco.access.context import assume
from senco.core.models import new_id
from tests.access.database.expectations import DELETE, INSERT, SELECT, UPDATE
from tests.access.database.oracle import Facts
from tests.access.database.world import Persona
from tests.factories import as_owner

# No right; a right, and then a constraint of the table; a right, and then the guard that keeps history as it is.
REFUSED, LIMITED, GUARDED = "refused", "a constraint", "append-only"
NOWHERE = "no row or no right"
FORBIDDEN, RAISED = "42501", "P0001"
READING, UNDO = "select", "UNDO0"
TOGETHER = 16
BELONGS = ("school_id", "pupil_id", "content_object_id")
STAYING = {
    "role",
    "starts",
    "ends",
    "email",
    "court_order",
    "level",
    "created_at",
    "user_id",
    "id",
}  # written as they are: a trigger looks at changes
STAYING_IN = {  # the same, in one table whose trigger asks who changes which of them
    "translations_translation": {
        "words", "handed_in_at", "returned_at", "returned_why", "approved_at", "translator_id", "approver_id",
    }
}  # fmt: skip
LIKELY = {  # what makes a copied row into one that the most restricted writer may write
    "register_concern": {"assigned_to_id": None, "version": 1},
    "register_concernstep": {"kind": "raised"},
    "register_stageduty": {"done_on": None, "done_by_id": None, "done_note": ""},
    "register_referencecounter": {"last_number": 0},
    "audit_readevent": {"kind": "denied", "pupil_ids": []},
    "accounts_membership": {"user_id": None},
    "liaison_loggedcontact": {
        "removed_at": None,
        "followed_up_at": None,
        "followed_up_by_id": None,
        "follow_up": "Ring",
    },
    "liaison_familynote": {"read_at": None, "read_by_id": None},
    "liaison_detailswish": {"settled_at": None, "settled_by_id": None, "taken": None},
    "register_rightspassed": {"taken_back_at": None, "taken_back_by_id": None},
    "liaison_callrequest": {
        "withdrawn_at": None,
        "answered_at": None,
        "answered_by_id": None,
        "entry_id": None,
    },
    "provision_printjob": {"state": "waiting", "content": None},
    "provision_coverlink": {"revoked_at": None},
    "provision_planstep": {"kind": "handed_in", "withdrawn_at": None},
    "reviews_meetinginvitation": {
        "answer": "",
        "answered_at": None,
        "withdrawn_at": None,
        "reminded_at": None,
    },
    "reviews_offeredtime": {"taken_at": None, "withdrawn_at": None},
    "reviews_timeoffer": {"chosen_id": None, "chosen_at": None, "arranged_at": None, "withdrawn_at": None},
    "reviews_contribution": {
        "answers": "[]",
        "file_id": None,
        "answered_at": None,
        "on_paper": False,
        "withdrawn_at": None,
        "closed_at": None,
        "reminded_at": None,
    },
    "reviews_reviewstep": {"kind": "arranged", "withdrawn_at": None},
    "translations_translation": {
        **dict.fromkeys(("handed_in_at", "returned_at", "approved_at", "withdrawn_at", "saved_by_id")),
        "told_of": "",
        "language": "yo",
    },
    "provision_cycleitem": {"state": "waiting", "made_id": None},
}
MOVABLE = {
    "register_importline": {"pupil_id"}
}  # a line finds its pupil, and loses it when the import is undone
OF_A_SCHOOL_ONLY = {
    "accounts_closure",
    "accounts_term",
    "outbox_outboxmessage",
}  # about no person: policies keep them in
MOST_COPIES = 14


class Stage:
    """The world as the owner reads it, and the statements tried on it (`tried` counts them). Whatever a cell does is undone."""

    def __init__(self, personas: list[Persona], tables: list[str]):
        self.personas, self.tried = personas, 0
        self.columns = {table: columns_of(table) for table in tables}
        self.facts = Facts({table: rows_of(table) for table in tables})
        self.people = {table: people_columns(table) for table in tables}

    def rows(self, table: str) -> list[dict]:
        return self.facts.tables[table]

    def reached(self, table: str, person: Persona, judge) -> list[dict]:
        return [row for row in self.rows(table) if judge(row, person, self.facts)]

    def faults(self, table: str, roles=None, first: str = "") -> Iterator[str]:
        """Every cell of one table that is not as expected; `roles` narrows the personas, `first` is the kind of cell to begin with."""
        for person in self.personas:
            if roles is None or person.role in roles:
                with acting(person):
                    yield from self.faults_of(table, person, first)

    def unguarded(self, table: str) -> Iterator[str]:
        """Columns by which even the owner could move a row to another pupil or school."""
        if table in OF_A_SCHOOL_ONLY:
            return
        with as_owner():
            for column in sorted(set(BELONGS) & set(self.columns[table]) - MOVABLE.get(table, set())):
                found = attempt(f'update {table} set "{column}" = %s', [str(new_id())])
                if found not in (REFUSED, GUARDED):
                    yield f"owner moves {table} {column}: {found}"

    def faults_of(self, table: str, person: Persona, first: str) -> Iterator[str]:
        kinds = (self.select, self.delete, self.update, self.move, self.insert)
        cells = (
            (f"{kind.__name__} {table} {cell}", statement, wanted)
            for kind in sorted(kinds, key=lambda kind: kind.__name__ != first)
            for cell, statement, wanted in kind(table, person)
        )
        for cell, found, wanted in answered(cells):
            self.tried += 1
            if not agree(found, wanted):
                yield f"{person.name} {cell}: {found}, not {wanted}"

    def select(self, table: str, person: Persona):
        key = "pgh_id" if table.endswith("event") and table != "audit_readevent" else "id"
        judge = SELECT.get(table, {}).get(person.role)
        wanted = REFUSED if judge is None else {str(row[key]) for row in self.reached(table, person, judge)}
        yield "", (f"{READING} {key}::text from {table}", None), wanted

    def delete(self, table: str, person: Persona):
        judge = DELETE.get(table, {}).get(person.role)
        wanted = REFUSED if judge is None else len(self.reached(table, person, judge))
        yield "all", (f"delete from {table}", None), wanted

    def update(self, table: str, person: Persona):
        """Every column without WHERE, set to a constant: only the rule for updates stands in the way."""
        allowed, judge, *after = UPDATE.get(table, {}).get(person.role, ((), None))
        reached = self.reached(table, person, judge) if judge else []
        broken = after and any(not after[0](row, person, self.facts) for row in reached)
        sample = json.dumps((reached or self.rows(table))[0])
        for column in self.columns[table]:
            if column in BELONGS:
                continue
            may = judge is not None and (allowed is None or column in allowed) and not broken
            yield column, set_all(table, column, sample), len(reached) if may else REFUSED

    def move(self, table: str, person: Persona):
        """To another pupil or school: nobody, ever."""
        for column in set(BELONGS) & set(self.columns[table]):
            if column in MOVABLE.get(table, set()):
                continue
            moved = (f'update {table} set "{column}" = %s', [str(new_id())])
            yield column, moved, NOWHERE

    def insert(self, table: str, person: Persona):
        judge = INSERT.get(table, {}).get(person.role)
        columns = ", ".join(f'"{column}"' for column in self.columns[table])
        statement = (
            f"insert into {table} ({columns}) select {columns} from jsonb_populate_record(null::{table}, %s)"
        )
        for number, row in enumerate(self.copies(table, person)):
            wanted = 1 if judge and judge(row, person, self.facts) else REFUSED
            made = json.dumps(row | ({"id": str(new_id())} if "id" in row else {}))
            yield number, (statement, [made]), wanted

    def copies(self, table: str, person: Persona) -> list[dict]:
        """Existing rows as they are, in this person's name, and as likely as can be to be taken."""
        signed = dict.fromkeys(self.people[table], person.me or None)
        likely = LIKELY.get(table, {}) | self.likely(table, person)
        found = []
        for row in spread(self.rows(table)):
            found += [row, row | signed, row | signed | likely]
        return found

    def likely(self, table: str, person: Persona) -> dict:
        if table == "register_concern":
            counters = self.rows("register_referencecounter")
            mine = [c for c in counters if c["school_id"] == person.school] or counters
            return {"reference": f"{mine[0]['year']}-{mine[0]['last_number']}"}
        if table == "provision_planresponse":
            return {"speaker": "professional" if person.role == "senco_agency" else "parent"}
        if table == "outbox_outboxmessage":
            heads = [
                m
                for m in self.rows("accounts_membership")
                if m["role"] == "head" and m["school_id"] == person.school
            ]
            return {"to": heads[0]["email"]} if heads else {}
        return {}


def spread(rows: list[dict]) -> list[dict]:
    """A few rows that differ in what policies look at."""
    marks = ("school_id", "pupil_id", "audience", "role", "source", "group_id")
    kinds = {tuple(str(row.get(mark)) for mark in marks): row for row in rows}
    return list(itertools.islice(kinds.values(), MOST_COPIES))


def set_all(table: str, column: str, sample: str) -> tuple:
    if column == "last_number":
        return f"update {table} set last_number = %s", [json.loads(sample)[column] + 1]
    if column in STAYING | STAYING_IN.get(table, set()):
        return f'update {table} set "{column}" = "{column}"', None
    if column == "origin_run":
        return f"update {table} set origin_run = null", None
    return f'update {table} set "{column}" = (jsonb_populate_record(null::{table}, %s))."{column}"', [sample]


def agree(found, wanted) -> bool:
    if wanted == NOWHERE:
        return found in (0, REFUSED)
    if found == LIMITED:  # the right was there; how many rows it would have been the constraint does not say
        return wanted != REFUSED and wanted != 0
    return found == wanted


@contextlib.contextmanager
def acting(person: Persona):
    """As the context does for a request, but for settings that no membership would give."""
    role = "none" if person.role == "senco_app" else person.role
    run("savepoint persona")
    assume((role, person.user, person.me, ""))
    yield
    run("rollback to persona")


def answered(cells) -> Iterator[tuple]:
    """The cells with what their statements did. Some go to the database together: a round trip costs more than a statement."""
    for some in itertools.batched(cells, TOGETHER):
        for (cell, _statement, wanted), found in zip(some, attempts(s for _, s, _ in some), strict=True):
            yield cell, found, wanted


def attempt(statement: str, params=None):
    return next(attempts([(statement, params)]))


def attempts(statements) -> Iterator:
    """What each statement does: the keys it reads, the number of rows it writes, or what stopped it. Each is undone."""
    with connection.cursor() as cursor:
        texts = [text if params is None else cursor.mogrify(text, params) for text, params in statements]
        cursor.execute("select tried_cells(%s)::text", [json.dumps(texts)])
        ((answers,),) = cursor.fetchall()
        for answer in json.loads(answers):
            yield meaning(*answer)


def meaning(state: str, found):
    """Of the SQLSTATE that stopped a statement (empty: nothing did) and of what it found."""
    if state == FORBIDDEN:
        return REFUSED
    if state.startswith("23"):
        return LIMITED
    if state == RAISED:
        return GUARDED
    assert not state, found
    return set(found) if isinstance(found, list) else found


# Tries statements one by one as whoever calls it, each in a block that is left by an error and so leaves nothing behind.
TRY_CELLS = f"""
create function tried_cells(statements jsonb) returns jsonb language plpgsql security invoker as $$
declare statement text; found jsonb; number bigint; answers jsonb := '[]';
begin
    for statement in select value from jsonb_array_elements_text(statements) with ordinality order by ordinality loop
        begin
            if starts_with(statement, '{READING} ') then
                execute format('select coalesce(jsonb_agg(key), ''[]'') from (%s) as t (key)', statement) into found;
            else
                execute statement;
                get diagnostics number = row_count;
                found := to_jsonb(number);
            end if;
            raise exception using errcode = '{UNDO}';
        exception
            when sqlstate '{UNDO}' then answers := answers || jsonb_build_array(jsonb_build_array('', found));
            when others then answers := answers || jsonb_build_array(jsonb_build_array(sqlstate, sqlerrm));
        end;
    end loop;
    return answers;
end $$
"""


def make_tried_cells() -> None:
    run(TRY_CELLS)
    run("grant execute on function tried_cells to public")


def run(statement: str, params=None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def read(statement: str, params=None) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall()


def columns_of(table: str) -> list[str]:
    """Columns that a statement may give a value."""
    found = read(
        "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0 and not attisdropped"
        " and attgenerated = '' and attidentity = '' order by attnum",
        [table],
    )
    return [name for (name,) in found]


def rows_of(table: str) -> list[dict]:
    return [json.loads(row) for (row,) in read(f"select to_jsonb(t)::text from {table} t")]


def people_columns(table: str) -> list[str]:
    found = read(
        "select a.attname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]"
        " where c.conrelid = %s::regclass and c.contype = 'f' and cardinality(c.conkey) = 1"
        " and c.confrelid = 'accounts_membership'::regclass",
        [table],
    )
    return [name for (name,) in found]
