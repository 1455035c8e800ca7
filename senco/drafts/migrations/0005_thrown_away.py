"""A draft that is thrown away can be brought back: it is marked, not deleted, and a form may be begun anew beside it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("drafts", "0004_limits")]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="discarded_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RemoveConstraint(model_name="draft", name="draft_once_a_form"),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(
                condition=models.Q(("discarded_at__isnull", True)),
                fields=("membership", "form"),
                name="draft_once_a_form",
            ),
        ),
    ]
