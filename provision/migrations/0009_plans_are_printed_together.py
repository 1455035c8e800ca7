"""Files of many pages hold plans too: what is in them, for which reader, and the plans in their order."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("provision", "0008_needs_reports")]

    operations = [
        migrations.RenameModel("ProfilePrint", "PrintJob"),
        migrations.AddField(
            "printjob",
            "kind",
            models.CharField(
                choices=[
                    ("profiles", "Profiles"),
                    ("staff", "Plans, for staff"),
                    ("family", "Plans, for families, in plain words"),
                ],
                default="profiles",
                max_length=8,
            ),
        ),
        migrations.AddField("printjob", "large", models.BooleanField(default=False, verbose_name="large type")),
        migrations.AddField(
            "printjob",
            "plan_ids",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(), blank=True, default=list, size=None
            ),
        ),
    ]
