"""A parent who only reads gives no views before a meeting, and neither answers an invitation nor takes a time."""

from django.db import migrations

from senco.access.levels import WRITTEN, FamilyWrites

OFFERED = "exists (select 1 from reviews_timeoffer o where o.batch = reviews_offeredtime.batch and o.school_id = reviews_offeredtime.school_id{})"
TAKEN = "alter policy family_update on reviews_offeredtime using (withdrawn_at is null and {0}) with check (withdrawn_at is null and {0})"
MAY_WRITE = f" and o.pupil_id = any(array(select unnest({WRITTEN})))"


class Migration(migrations.Migration):
    dependencies = [("reviews", "0007_searchable"), ("register", "0018_policies_of_who_decides")]

    operations = [
        FamilyWrites("contribution"),
        FamilyWrites("meetinginvitation"),
        FamilyWrites("timeoffer"),
        migrations.RunSQL(TAKEN.format(OFFERED.format(MAY_WRITE)), TAKEN.format(OFFERED.format(""))),
    ]
