"""A release reaches governors a little later than the button is pressed, and can be taken back until then, never after."""

import django.db.models.expressions
from django.db import migrations, models
from django.db.models import Q

from senco.access.protect import IN_SCHOOL, OF_SCHOOL, Allow, Protect

ARRIVED = "withdrawn_at is null and released_at <= statement_timestamp()"
NOT_ARRIVED = "released_at > statement_timestamp()"


class Migration(migrations.Migration):
    dependencies = [("governance", "0002_policies")]

    operations = [
        migrations.AddField("figurerelease", "withdrawn_at", models.DateTimeField(blank=True, null=True)),
        migrations.RemoveConstraint("figurerelease", "one_release_a_day"),
        migrations.AddConstraint(
            "figurerelease",
            models.UniqueConstraint(
                fields=["school", "as_of"], condition=Q(withdrawn_at__isnull=True), name="one_release_a_day"
            ),
        ),
        migrations.AddConstraint(
            "figurerelease",
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True)
                | Q(withdrawn_at__lt=django.db.models.expressions.F("released_at")),
                name="release_taken_back_before_it_arrived",
            ),
        ),
        Protect(
            "figurerelease",
            school=Allow(
                "SIU",
                OF_SCHOOL,
                check=f"{OF_SCHOOL} and {NOT_ARRIVED}",
                columns=("withdrawn_at",),
                insertable=OF_SCHOOL,
            ),
            governor=Allow("S", f"{IN_SCHOOL} and {ARRIVED}"),
        ),
    ]
