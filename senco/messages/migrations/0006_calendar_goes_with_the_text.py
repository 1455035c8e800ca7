"""Whoever removes the text of a message removes its calendar file with it."""

from django.db import migrations

GRANT = "grant update (calendar) on outbox_outboxmessage to senco_school, senco_system"
REVOKE = "revoke update (calendar) on outbox_outboxmessage from senco_school, senco_system"


class Migration(migrations.Migration):
    dependencies = [("outbox", "0005_outboxmessage_calendar")]

    operations = [migrations.RunSQL(GRANT, REVOKE)]
