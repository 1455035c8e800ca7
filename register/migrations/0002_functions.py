"""The live grants of whoever is asking, and the rule that a pupil's SEN status has no gaps."""

from django.db import migrations

APP_PUPILS = """
create function app_pupils() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct content_object_id), '{}') from register_pupilaccess
  where membership_id = app_membership()
    and starts <= statement_timestamp() and (ends is null or ends > statement_timestamp()) $$;
revoke all on function app_pupils() from public;
grant execute on function app_pupils() to senco_staff, senco_family, senco_agency;
"""

# Overlaps are refused by the exclusion constraint. A gap is a period that starts neither first nor where another ends.
NO_GAPS = """
create function sen_status_has_no_gaps() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  whose uuid := coalesce(new.pupil_id, old.pupil_id);
  beginnings int;
  open_ended int;
begin
  select count(*) filter (where not exists (
           select 1 from register_senstatus before where before.pupil_id = whose and before.ends = period.starts)),
         count(*) filter (where period.ends is null)
    into beginnings, open_ended from register_senstatus period where period.pupil_id = whose;
  if (beginnings, open_ended) not in ((0, 0), (1, 1)) then
    raise exception 'SEN status must run without gaps and end with an open period'
      using errcode = 'check_violation', constraint = 'sen_status_without_gaps';
  end if;
  return null;
end $$;
create constraint trigger sen_status_without_gaps after insert or update or delete on register_senstatus
  deferrable initially deferred for each row execute function sen_status_has_no_gaps();
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial"), ("access", "0002_accounts")]

    operations = [
        migrations.RunSQL(APP_PUPILS, "drop function app_pupils()"),
        migrations.RunSQL(
            NO_GAPS,
            "drop trigger sen_status_without_gaps on register_senstatus; drop function sen_status_has_no_gaps()",
        ),
    ]
