"""Whoever runs support that a pupil has may open the pupil while it lasts: one more rule that opens pupils to staff alone."""

from django.db import migrations, models

FORWARDS = """
drop trigger derived_for_staff on register_pupilaccess;
create trigger derived_for_staff before insert on register_pupilaccess
  for each row when (new.source in ('group', 'key_adult', 'provision')) execute function derived_for_staff();
"""
BACKWARDS = """
drop trigger derived_for_staff on register_pupilaccess;
create trigger derived_for_staff before insert on register_pupilaccess
  for each row when (new.source in ('group', 'key_adult')) execute function derived_for_staff();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0014_pupil_files'),
    ]

    operations = [
        migrations.AlterField(
            model_name='pupilaccess',
            name='source',
            field=models.CharField(choices=[('group', 'Teaches or supports a group the pupil is in'), ('parent', 'Parent or carer'), ('share', 'Shared by name'), ('key_adult', 'Key adult'), ('provision', 'Runs support that the pupil has')], max_length=10),
        ),
        migrations.AlterField(
            model_name='pupilaccessevent',
            name='source',
            field=models.CharField(choices=[('group', 'Teaches or supports a group the pupil is in'), ('parent', 'Parent or carer'), ('share', 'Shared by name'), ('key_adult', 'Key adult'), ('provision', 'Runs support that the pupil has')], max_length=10),
        ),
        migrations.RunSQL(FORWARDS, BACKWARDS),
    ]
