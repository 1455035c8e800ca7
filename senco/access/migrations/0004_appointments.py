"""Who may make somebody see the whole school is said in the database too; and the system has no more than its jobs need.

SENCO, administrator and head share one database role. `app_is_senior()` tells them apart where it matters.
"""

from django.db import migrations

from senco.access.belonging import Belongs
from senco.access.protect import OF_SCHOOL

# The database role must be the one that goes with the membership's role: neither can be taken up alone.
APP_MEMBERSHIP = """
create or replace function app_membership() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select m.id from accounts_membership m join accounts_user u on u.id = m.user_id
  where m.id = nullif(current_setting('app.membership_id', true), '')::uuid
    and m.user_id = app_user() and u.is_active
    and m.starts <= statement_timestamp() and (m.ends is null or m.ends > statement_timestamp())
    and current_setting('role', true) = case m.role
      when 'senco' then 'senco_school' when 'admin' then 'senco_school' when 'head' then 'senco_school'
      when 'teacher' then 'senco_staff' when 'ta' then 'senco_staff'
      when 'parent' then 'senco_family' when 'professional' then 'senco_agency' when 'governor' then 'senco_governor' end $$;
"""
APP_MEMBERSHIP_BEFORE = """
create or replace function app_membership() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select m.id from accounts_membership m join accounts_user u on u.id = m.user_id
  where m.id = nullif(current_setting('app.membership_id', true), '')::uuid
    and m.user_id = app_user() and u.is_active
    and m.starts <= statement_timestamp() and (m.ends is null or m.ends > statement_timestamp()) $$;
"""

FUNCTIONS = """
create function app_is_senior() returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select exists (select 1 from accounts_membership where id = app_membership() and role in ('senco', 'head')) $$;
revoke all on function app_is_senior() from public;
grant execute on function app_is_senior() to senco_school;

create function refuse_moving() returns trigger language plpgsql as $$ begin
  raise exception 'a row of % stays with its school and pupil', tg_table_name using errcode = 'insufficient_privilege';
end $$;
revoke all on function refuse_moving() from public;

create function appointed_by_seniors() returns trigger language plpgsql as $$
declare sees_all constant text[] := array['senco', 'admin', 'head'];
begin
  if current_user <> 'senco_school' then return new; end if;
  if tg_op = 'UPDATE' and new.id = app_membership() then
    raise exception 'nobody changes their own role or its dates' using errcode = 'insufficient_privilege';
  end if;
  if (new.role = any(sees_all) or (tg_op = 'UPDATE' and old.role = any(sees_all))) and not app_is_senior() then
    raise exception 'only the SENCO or the head appoints to the SEN office' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function appointed_by_seniors() from public;
create trigger appointed_by_seniors before insert on accounts_membership
  for each row execute function appointed_by_seniors();
create trigger reappointed_by_seniors before update of role, starts, ends on accounts_membership for each row
  when ((old.role, old.starts, old.ends) is distinct from (new.role, new.starts, new.ends))
  execute function appointed_by_seniors();
"""
FUNCTIONS_BEFORE = """
drop trigger appointed_by_seniors on accounts_membership;
drop trigger reappointed_by_seniors on accounts_membership;
drop function appointed_by_seniors();
drop function refuse_moving();
drop function app_is_senior();
"""

OFFERED = (
    f"{OF_SCHOOL} and accepted_at is null and membership_id in (select m.id from accounts_membership m"
    " where m.user_id is null and (m.role not in ('senco', 'admin', 'head') or app_is_senior()))"
)
POLICIES = f"""
alter policy school_insert on accounts_invitation with check ({OFFERED});
revoke update on accounts_invitation from senco_school, senco_system;
grant update (revoked_at) on accounts_invitation to senco_school;
grant update (accepted_at) on accounts_invitation to senco_system;
drop policy system_insert on accounts_invitation;
revoke insert on accounts_invitation from senco_system;

drop policy system_insert on accounts_membership;
revoke insert, update on accounts_membership from senco_system;
grant update (user_id) on accounts_membership to senco_system;
alter policy system_update on accounts_membership using (user_id is null) with check (true);

drop policy system_update on accounts_user;
revoke update on accounts_user from senco_system;
"""
POLICIES_BEFORE = f"""
alter policy school_insert on accounts_invitation with check ({OF_SCHOOL});
grant update on accounts_invitation to senco_school, senco_system;
grant insert on accounts_invitation to senco_system;
create policy system_insert on accounts_invitation for insert to senco_system with check (true);
grant insert, update on accounts_membership to senco_system;
create policy system_insert on accounts_membership for insert to senco_system with check (true);
alter policy system_update on accounts_membership using (true) with check (true);
grant update on accounts_user to senco_system;
create policy system_update on accounts_user for update to senco_system using (true) with check (true);
"""

# A temporary table of one's own is a place to hang a trigger function of ours on. Only the owner makes one (loading by COPY).
NO_TEMPORARY_TABLES = (
    "do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$"
)


class Migration(migrations.Migration):
    dependencies = [("access", "0003_sign_in_tables"), ("accounts", "0002_school_version")]

    operations = [
        migrations.RunSQL(APP_MEMBERSHIP, APP_MEMBERSHIP_BEFORE),
        migrations.RunSQL(FUNCTIONS, FUNCTIONS_BEFORE),
        migrations.RunSQL(POLICIES, POLICIES_BEFORE),
        migrations.RunSQL(NO_TEMPORARY_TABLES, migrations.RunSQL.noop),
        Belongs("accounts.membership"),
        Belongs("accounts.invitation"),
    ]
