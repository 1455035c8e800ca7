"""Where the invitation of a SENCO, an administrator or a head goes is theirs to say who appoint them: whoever could change the
address would be let in as them."""

from django.db import migrations

# Their own account's address moves with them through a function of the owner (accounts 0003), which this leaves alone.
FORWARDS = """
create function addressed_by_seniors() returns trigger language plpgsql as $$ begin
  if current_user = 'senco_school' and not app_is_senior() then
    raise exception 'only the SENCO or the head changes an address of the SEN office' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function addressed_by_seniors() from public;
create trigger addressed_by_seniors before update of email on accounts_membership for each row
  when (old.email is distinct from new.email and old.role in ('senco', 'admin', 'head'))
  execute function addressed_by_seniors();
"""
BACKWARDS = """
drop trigger addressed_by_seniors on accounts_membership;
drop function addressed_by_seniors();
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0004_appointments"), ("accounts", "0003_memberships_follow_the_address")]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
