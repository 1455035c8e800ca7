"""A change of status can be taken back for an hour: the period it made is removed; the history keeps it."""

from django.db import migrations

TABLE = "register_senstatus"
OF_SCHOOL = "school_id = (select app_whole_school())"
AFTER = f"{OF_SCHOOL} and (origin_run is not null or created_at > statement_timestamp() - interval '1 hour')"
BEFORE = f"{OF_SCHOOL} and origin_run is not null"


class Migration(migrations.Migration):
    dependencies = [("register", "0003_policies")]

    operations = [
        migrations.RunSQL(
            f"alter policy school_delete on {TABLE} using ({AFTER})",
            f"alter policy school_delete on {TABLE} using ({BEFORE})",
        ),
    ]
