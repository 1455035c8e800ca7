"""A row belongs to one school and one pupil, and so does everything it points to: the database holds the two together.

    Belongs("concernstep")

A policy looks at `school_id` and `pupil_id` of the row itself. Without this a row could carry the right school and point to a
pupil, colleague or concern of another one.
"""

from django.db.migrations.operations.base import Operation

from senco.access.protect import table_of

OWNERS = ("school", "pupil")  # what a row belongs to, the wider one first
WHOSE = ("school_id", "pupil_id", "content_object_id")  # columns that never change once a row is written


class Belongs(Operation):
    """Foreign keys that compare the school, or the pupil where both rows have one, and a trigger against moving.

    May be said again of a table that has got one more foreign key.

    `movable` names columns of WHOSE that may change after all.
    """

    reversible = True
    reduces_to_sql = True
    atomic = True

    def __init__(self, model_name: str, movable: tuple[str, ...] = ()):
        self.model_name, self.movable = model_name, movable

    def deconstruct(self):
        return (self.__class__.__qualname__, [self.model_name, self.movable], {})

    def state_forwards(self, app_label, state):
        """Constraints over two columns are not part of Django's model state."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        model = model_of(self.model_name, app_label, to_state)
        for statement in (*key_statements(model), *standing_statements(model, self.movable)):
            schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        table = table_of(self.model_name, app_label, from_state)
        for field, owner, _parent in pairs(model_of(self.model_name, app_label, from_state)):
            schema_editor.execute(f'alter table "{table}" drop constraint {name_of(table, field, owner)}')
        schema_editor.execute(f'drop trigger if exists stays on "{table}"')

    def describe(self):
        return f"{self.model_name} belongs to one school and pupil together with all it points to"


def model_of(model_name: str, app_label: str, state):
    app, _dot, model = model_name.rpartition(".")
    return state.apps.get_model(app or app_label, model)


def names(model) -> set[str]:
    return {field.name for field in model._meta.concrete_fields}


def pairs(model):
    """(field, owner, parent model): what a foreign key must agree on with the row it points to.

    Agreeing on the pupil implies the school, unless the pupil may be empty: then both are compared.
    """
    for field in model._meta.concrete_fields:
        if not (field.many_to_one or field.one_to_one) or field.name in ("school", "user", "permission"):
            continue
        shared = [each for each in OWNERS if each in names(model) & names(field.related_model)]
        if "pupil" in shared and not model._meta.get_field("pupil").null:
            shared = ["pupil"]
        for owner in shared:
            if field.name != owner:
                yield field, owner, field.related_model


def name_of(table: str, field, owner: str) -> str:
    return f"{table}_{field.column}_same_{owner}"[:63]


def key_statements(model):
    table = model._meta.db_table
    for field, owner, parent in pairs(model):
        target = parent._meta.db_table
        yield f'create unique index if not exists {target}_id_{owner} on "{target}" (id, {owner}_id)'
        yield f'alter table "{table}" drop constraint if exists {name_of(table, field, owner)}'
        yield (
            f'alter table "{table}" add constraint {name_of(table, field, owner)} '
            f'foreign key ("{field.column}", {owner}_id) references "{target}" (id, {owner}_id) '
            "deferrable initially deferred"
        )


def standing_statements(model, movable: tuple[str, ...]):
    """Updates that would give the row to another school or pupil fail, whoever asks."""
    table = model._meta.db_table
    columns = {field.column for field in model._meta.concrete_fields}
    fixed = [column for column in WHOSE if column in columns and column not in movable]
    if fixed:
        old, new = (", ".join(f"{row}.{column}" for column in fixed) for row in ("old", "new"))
        yield (
            f'create or replace trigger stays before update of {", ".join(fixed)} on "{table}" for each row '
            f"when (({old}) is distinct from ({new})) execute function refuse_moving()"
        )
