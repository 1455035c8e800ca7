"""Who writes to whom: teachers and families only to the school's SEN office; professionals and governors to nobody."""

from django.db import migrations

from senco.access.protect import IN_SCHOOL

TO_THE_OFFICE = (
    f'{IN_SCHOOL} and claimed_at is null and sent_at is null and given_up_at is null and "to" in'
    " (select m.email from accounts_membership m where m.role in ('senco', 'admin', 'head')"
    " and m.school_id = (select app_school()))"
)
FORWARDS = f"""
alter policy staff_insert on outbox_outboxmessage with check ({TO_THE_OFFICE});
alter policy family_insert on outbox_outboxmessage with check ({TO_THE_OFFICE});
drop policy agency_insert on outbox_outboxmessage;
drop policy governor_insert on outbox_outboxmessage;
revoke insert on outbox_outboxmessage from senco_agency, senco_governor;
drop policy system_insert on outbox_outboxmessage;
revoke insert, update on outbox_outboxmessage from senco_system;
grant update (not_before, attempts, claimed_at, sent_at, given_up_at, last_error, text) on outbox_outboxmessage to senco_system;
"""
BACKWARDS = f"""
alter policy staff_insert on outbox_outboxmessage with check ({IN_SCHOOL});
alter policy family_insert on outbox_outboxmessage with check ({IN_SCHOOL});
create policy agency_insert on outbox_outboxmessage for insert to senco_agency with check ({IN_SCHOOL});
create policy governor_insert on outbox_outboxmessage for insert to senco_governor with check ({IN_SCHOOL});
create policy system_insert on outbox_outboxmessage for insert to senco_system with check (true);
grant insert on outbox_outboxmessage to senco_agency, senco_governor, senco_system;
grant update on outbox_outboxmessage to senco_system;
"""


class Migration(migrations.Migration):
    dependencies = [("outbox", "0003_decisions_and_sign_in_mail"), ("access", "0004_appointments")]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
