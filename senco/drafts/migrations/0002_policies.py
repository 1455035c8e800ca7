"""A draft is seen by the person who writes it and by nobody else, the office included."""

from django.db import migrations

from senco.access.protect import Allow, Protect

MINE = "membership_id = (select app_membership())"


class Migration(migrations.Migration):
    dependencies = [("drafts", "0001_initial"), ("access", "0002_accounts")]

    operations = [
        Protect(
            "draft",
            system=Allow("SD"),
            **{role: Allow("SIUD", MINE) for role in ("school", "staff", "family", "agency", "governor")},
        ),
    ]
