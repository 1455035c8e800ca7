"""In which language the people of a school are written to, and nothing else of their accounts."""

from django.db import migrations

# A task of the system writes for every school; "role" is whoever asks, for a function of the owner changes current_user but not that.
FORWARDS = """
create function app_languages(memberships uuid[]) returns table (membership_id uuid, language text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select m.id, coalesce(u.reading ->> 'language', '')
    from accounts_membership m join accounts_user u on u.id = m.user_id
    where m.id = any(memberships) and (m.school_id = app_school() or current_setting('role') = 'senco_system') $$;
revoke all on function app_languages(uuid[]) from public;
grant execute on function app_languages(uuid[]) to senco_school, senco_staff, senco_family, senco_agency, senco_governor, senco_system;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0001_functions"), ("accounts", "0004_school_framework")]

    operations = [migrations.RunSQL(FORWARDS, "drop function app_languages(uuid[])")]
