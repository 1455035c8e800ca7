"""Everybody's reading is recorded in their own name; only the office reads the record; nobody changes it."""

from django.db import migrations

from senco.access.protect import OF_SCHOOL, Allow, Protect

IN_MY_NAME = "membership_id = (select app_membership()) and school_id = (select app_school())"


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial"), ("access", "0002_accounts")]

    operations = [
        Protect(
            "readevent",
            login=Allow("I", "kind = 'denied' and pupil_ids = '{}'"),
            school=Allow("SI", OF_SCHOOL, check=IN_MY_NAME),
            **{role: Allow("I", IN_MY_NAME) for role in ("staff", "family", "agency", "governor")},
        ),
        migrations.RunSQL(
            """
            create function refuse_change() returns trigger language plpgsql as
              $$ begin raise exception 'rows of % are never changed', tg_table_name; end $$;
            create trigger append_only before update or delete on audit_readevent
              for each row execute function refuse_change();
            """,
            "drop trigger append_only on audit_readevent; drop function refuse_change()",
        ),
    ]
