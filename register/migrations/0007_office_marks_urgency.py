"""The office says how urgent a concern is; the owner may set right when a period was made (loading, moving from elsewhere)."""

from django.db import migrations

KEEPS_ITS_DATE = """
drop trigger keeps_its_date on register_senstatus;
create trigger keeps_its_date before update of created_at on register_senstatus for each row
  when (old.created_at is distinct from new.created_at{exempt}) execute function refuse_new_date();
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0006_records_hold_together")]

    operations = [
        migrations.RunSQL(
            KEEPS_ITS_DATE.format(exempt=" and current_user <> 'senco_owner'"),
            KEEPS_ITS_DATE.format(exempt=""),
        ),
        migrations.RunSQL(
            "grant update (urgent) on register_concern to senco_school",
            "revoke update (urgent) on register_concern from senco_school",
        ),
    ]
