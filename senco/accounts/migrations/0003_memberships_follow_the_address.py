"""When somebody has proved a new address, the schools they belong to write to that one: a trigger, because no role may write both."""

from django.db import migrations

FORWARDS = """
create function memberships_follow_the_address() returns trigger language plpgsql security definer set search_path = public, pg_temp as
  $$ begin update accounts_membership set email = new.email where user_id = new.id; return null; end $$;
revoke all on function memberships_follow_the_address() from public;
create trigger memberships_follow_the_address after update of email on accounts_user for each row
  when (old.email is distinct from new.email) execute function memberships_follow_the_address();
"""
BACKWARDS = """
drop trigger memberships_follow_the_address on accounts_user;
drop function memberships_follow_the_address();
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_school_version")]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
