"""Who is asking: security-definer functions that every policy calls. They believe a setting only as far as the tables bear it out."""

from django.contrib.postgres.operations import BtreeGistExtension, UnaccentExtension
from django.db import migrations

FUNCTIONS = """
create function app_user() returns uuid language sql stable as
  $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;

create function app_membership() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select m.id from accounts_membership m join accounts_user u on u.id = m.user_id
  where m.id = nullif(current_setting('app.membership_id', true), '')::uuid
    and m.user_id = app_user() and u.is_active
    and m.starts <= statement_timestamp() and (m.ends is null or m.ends > statement_timestamp()) $$;

create function app_school() returns uuid language sql stable security definer set search_path = public, pg_temp as
  $$ select school_id from accounts_membership where id = app_membership() $$;

create function app_whole_school() returns uuid language sql stable security definer set search_path = public, pg_temp as
  $$ select school_id from accounts_membership where id = app_membership() and role in ('senco', 'admin', 'head') $$;
"""

NAMES = ("app_whole_school()", "app_school()", "app_membership()", "app_user()")


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        BtreeGistExtension(),  # for the constraint that SEN status never overlaps
        UnaccentExtension(),  # "Zoe" finds "Zoë"
        migrations.RunSQL(FUNCTIONS, ";".join(f"drop function {name}" for name in NAMES)),
        *(
            migrations.RunSQL(
                f"revoke all on function {name} from public; grant execute on function {name} to "
                "senco_school, senco_staff, senco_family, senco_agency, senco_governor, senco_system",
                migrations.RunSQL.noop,
            )
            for name in NAMES
        ),
    ]
