"""Released figures are all that a governor reads; the governor's database role has no right on any table of pupils."""

from django.db import migrations

from senco.access.protect import IN_SCHOOL, OF_SCHOOL, Allow, Protect


class Migration(migrations.Migration):
    dependencies = [("governance", "0001_initial"), ("access", "0002_accounts")]

    operations = [Protect("figurerelease", school=Allow("SI", OF_SCHOOL), governor=Allow("S", IN_SCHOOL))]
