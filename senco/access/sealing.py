"""History is written by the tables' owner on behalf of whoever changes a row, and by nobody directly.

pgtrigger makes its functions with the rights of the caller, so that every role needed INSERT on the history tables and could
have written events that never happened. After each migration the functions are sealed: they run as the owner, on a fixed
search path, cannot be told to look away (`pgtrigger.ignore`), and cannot be hung on a table of somebody's own.
"""

from django.db import connections

SEAL = """
do $$ declare f record; begin
  for f in select p.oid::regprocedure as signature from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proname like 'pgtrigger\\_%' and p.prorettype = 'trigger'::regtype
      and (not p.prosecdef
           or exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0))
  loop
    execute format('alter function %s security definer set search_path = public, pg_temp', f.signature);
    execute format('revoke all on function %s from public', f.signature);
  end loop;
  if exists (select 1 from pg_proc p join pg_language l on l.oid = p.prolang where p.pronamespace = 'public'::regnamespace
             and p.proname = '_pgtrigger_should_ignore' and l.lanname <> 'sql') then
    create or replace function public._pgtrigger_should_ignore(trigger_name name) returns boolean
      language sql immutable as 'select false';
  end if;
end $$
"""


def seal_history(using: str = "default", **_signal) -> None:
    """Idempotent; sent after every `migrate`, because replacing a trigger opens its function again."""
    with connections[using].cursor() as cursor:
        cursor.execute(SEAL)  # without parameters, so that percent signs stay
