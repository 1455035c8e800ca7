"""The words of a record, kept by the database itself in a column that no model knows.

    Searchable("concern", "what_happened", "tried")        in a migration
    Concern.objects.visible_to(me).filter(said(asked))     in a query (senco.search.asking)

A column that a model knows would be carried along by every query for a page that never searches.
"""

from django.contrib.postgres.search import SearchVectorField
from django.db.migrations.operations.base import Operation
from django.db.models import Expression

CONFIGURATION = "senco"
COLUMN = "search_words"


class Searchable(Operation):
    """Adds the column: the words of these text fields, worked out by PostgreSQL whenever the row is written. It needs the
    migration `("search", "0001_configuration")`.
    """

    reversible = True
    reduces_to_sql = True
    atomic = True

    def __init__(self, model_name: str, *fields: str):
        self.model_name = model_name
        self.fields = fields

    def deconstruct(self):
        return (self.__class__.__qualname__, [self.model_name, *self.fields], {})

    def state_forwards(self, app_label, state):
        """The column is not part of Django's model state."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        model = to_state.apps.get_model(app_label, self.model_name)._meta
        text = " || ' ' || ".join(f"coalesce(\"{model.get_field(name).column}\", '')" for name in self.fields)
        schema_editor.execute(
            f'alter table "{model.db_table}" add column {COLUMN} tsvector '
            f"generated always as (to_tsvector('{CONFIGURATION}', {text})) stored",
            params=None,
        )

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        table = from_state.apps.get_model(app_label, self.model_name)._meta.db_table
        schema_editor.execute(f'alter table "{table}" drop column {COLUMN}', params=None)

    def describe(self):
        return f"Words of {self.model_name} to be searched"


class StoredWords(Expression):
    """The column of the query's own table."""

    output_field = SearchVectorField()
    alias = ""

    def resolve_expression(self, query=None, *args, **kwargs):
        resolved = super().resolve_expression(query, *args, **kwargs)
        resolved.alias = query.get_initial_alias()
        return resolved

    def relabeled_clone(self, change_map):
        clone = self.copy()
        clone.alias = change_map.get(self.alias, self.alias)
        return clone

    def as_sql(self, compiler, connection):
        return f"{compiler.quote_name(self.alias)}.{COLUMN}", []
