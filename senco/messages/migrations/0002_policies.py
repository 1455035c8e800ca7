"""Every role may put a message of its own school into the outbox; only the relay changes one."""

from django.db import migrations

from senco.access.protect import IN_SCHOOL, OF_SCHOOL, Allow, Protect


class Migration(migrations.Migration):
    dependencies = [("outbox", "0001_initial"), ("access", "0002_accounts")]

    operations = [
        Protect(
            "outboxmessage",
            school=Allow("SI", OF_SCHOOL),
            system=Allow("SIUD"),
            **{role: Allow("I", IN_SCHOOL) for role in ("staff", "family", "agency", "governor")},
        ),
    ]
