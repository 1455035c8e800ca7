"""What holds a parent to reading: the policies by which families write ask for a grant that says so.

    FamilyWrites("concern")

`app_pupils()` are the pupils whom somebody may open; `app_pupils_to_write()` those about whom they may write as well.
"""

from django.db.migrations.operations.base import Operation

from senco.access.protect import table_of

OPENED, WRITTEN = "app_pupils()", "app_pupils_to_write()"
MAY_WRITE = f"pupil_id = any(array(select unnest({WRITTEN})))"


class FamilyWrites(Operation):
    """The family's policies for INSERT and UPDATE of a table, narrowed to the pupils about whom they may write."""

    reversible = True
    reduces_to_sql = True
    atomic = True

    def __init__(self, model_name: str):
        self.model_name = model_name

    def deconstruct(self):
        return (self.__class__.__qualname__, [self.model_name], {})

    def state_forwards(self, app_label, state):
        """Policies are not part of Django's model state."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        table = table_of(self.model_name, app_label, to_state)
        schema_editor.execute(put_instead(table, OPENED, WRITTEN), params=None)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        table = table_of(self.model_name, app_label, from_state)
        schema_editor.execute(put_instead(table, WRITTEN, OPENED), params=None)

    def describe(self):
        return f"Of {self.model_name}, families write what they may write"


def put_instead(table: str, before: str, after: str) -> str:
    """Each of these policies with one function in the place of another; fails where a table has none that could be narrowed."""
    return INSTEAD.replace("TABLE", table).replace("BEFORE", before).replace("AFTER", after)


INSTEAD = """
do $$ declare p record; found_some boolean := false; begin
  for p in select policyname, qual, with_check from pg_policies
    where tablename = 'TABLE' and 'senco_family' = any(roles) and cmd in ('INSERT', 'UPDATE')
      and concat(qual, with_check) like '%BEFORE%'
  loop
    found_some := true;
    execute format('alter policy %I on "TABLE"', p.policyname)
      || coalesce(' using (' || replace(p.qual, 'BEFORE', 'AFTER') || ')', '')
      || coalesce(' with check (' || replace(p.with_check, 'BEFORE', 'AFTER') || ')', '');
  end loop;
  if not found_some then raise exception 'no policy of families on TABLE names BEFORE'; end if;
end $$"""
