"""Nobody's reading is recorded at another school than their own."""

from django.db import migrations

from senco.access.belonging import Belongs


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_policies"), ("access", "0004_appointments")]

    operations = [Belongs("readevent")]
