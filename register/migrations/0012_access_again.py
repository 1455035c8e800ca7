"""What only the SENCO or the head may do is said in the database as well: lifting a court order; and derived access is for staff.

Groups and key adults open a pupil to those who work at the school. A professional is shared a pupil by name, and never by a rule.
Of a contact the classroom reads everything but the e-mail address and the words of a court order.
"""

from django.db import migrations

# Neither is a security definer: both judge who runs the statement, and the owner of the tables is left alone.
FORWARDS = """
create function lifted_by_seniors() returns trigger language plpgsql as $$ begin
  if current_user = 'senco_school' and not app_is_senior() then
    raise exception 'only the SENCO or the head lifts a court order' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create function derived_for_staff() returns trigger language plpgsql as $$ begin
  if current_user in ('senco_school', 'senco_system') and not exists (
    select 1 from accounts_membership m
    where m.id = new.membership_id and m.role in ('senco', 'admin', 'head', 'teacher', 'ta')
  ) then
    raise exception 'groups and key adults open pupils to staff alone' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function lifted_by_seniors(), derived_for_staff() from public;
create trigger lifted_by_seniors before update of court_order on register_contact
  for each row when (old.court_order and not new.court_order) execute function lifted_by_seniors();
create trigger derived_for_staff before insert on register_pupilaccess
  for each row when (new.source in ('group', 'key_adult')) execute function derived_for_staff();
"""
BACKWARDS = """
drop trigger derived_for_staff on register_pupilaccess;
drop trigger lifted_by_seniors on register_contact;
drop function derived_for_staff(), lifted_by_seniors();
"""

# Every other column there is now: one that is added later has to be granted to senco_staff by the migration that adds it.
NARROWED = """
do $$ begin
  revoke select on register_contact from senco_staff;
  execute (
    select format('grant select (%s) on register_contact to senco_staff', string_agg(quote_ident(attname), ', '))
    from pg_attribute where attrelid = 'register_contact'::regclass and attnum > 0 and not attisdropped
      and attname not in ('email', 'restriction')
  );
end $$;
"""
WIDE = """
revoke select on register_contact from senco_staff;
grant select on register_contact to senco_staff;
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0011_needs_start"), ("access", "0005_addresses_of_seniors")]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS), migrations.RunSQL(NARROWED, WIDE)]
