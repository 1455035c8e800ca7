"""The office decides about messages that the relay will not touch again; sign-in mail, which belongs to no school, goes in too."""

from django.db import migrations

from senco.access.protect import IN_SCHOOL, OF_SCHOOL, Allow, Protect

DECIDED = ("claimed_at", "given_up_at", "attempts", "last_error", "not_before", "text")


class Migration(migrations.Migration):
    dependencies = [("outbox", "0002_policies")]

    operations = [
        Protect(
            "outboxmessage",
            login=Allow("I", "school_id is null"),
            school=Allow("SIU", OF_SCHOOL, columns=DECIDED),
            system=Allow("SIUD"),
            **{role: Allow("I", IN_SCHOOL) for role in ("staff", "family", "agency", "governor")},
        ),
    ]
