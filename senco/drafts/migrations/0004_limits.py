"""A draft is of its writer's school, and no form is longer than this, whatever sends it."""

from django.db import migrations

from senco.access.belonging import Belongs

# senco.drafts.actions allows 50,000 characters; written down as JSON one may take up to six.
NOT_TOO_LONG = (
    "alter table drafts_draft add constraint draft_not_too_long check (length(fields::text) <= 400000)"
)


class Migration(migrations.Migration):
    dependencies = [("drafts", "0003_page"), ("access", "0004_appointments")]

    operations = [
        Belongs("draft"),
        migrations.RunSQL(NOT_TOO_LONG, "alter table drafts_draft drop constraint draft_not_too_long"),
    ]
