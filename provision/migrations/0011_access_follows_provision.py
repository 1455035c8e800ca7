"""The system brings access in line with provision: of groups, adults and places it reads keys and dates, no name and no note."""

from django.db import migrations

FORWARDS = """
grant select (id, school_id, starts, ends, removed_at) on provision_provision to senco_system;
grant select (id, school_id, provision_id, membership_id, starts, ends, removed_at) on provision_provisionadult to senco_system;
grant select (id, school_id, provision_id, pupil_id, starts, ends, removed_at) on provision_allocation to senco_system;
grant select (id, school_id, provision_id, day, state, adult_id, removed_at) on provision_session to senco_system;
create policy system_select on provision_provision for select to senco_system using (true);
create policy system_select on provision_provisionadult for select to senco_system using (true);
create policy system_select on provision_allocation for select to senco_system using (true);
create policy system_select on provision_session for select to senco_system using (true);
"""
BACKWARDS = """
drop policy system_select on provision_session;
drop policy system_select on provision_allocation;
drop policy system_select on provision_provisionadult;
drop policy system_select on provision_provision;
revoke select on provision_provision, provision_provisionadult, provision_allocation, provision_session from senco_system;
"""


class Migration(migrations.Migration):
    dependencies = [("provision", "0010_provision_map"), ("register", "0015_access_follows_provision")]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
