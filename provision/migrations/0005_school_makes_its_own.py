"""A school's own kinds of plan, what its own entries say, and shipped entries that it does not want offered."""

import django.db.models.deletion
import django.utils.timezone
import senco.core.models
from django.db import migrations, models

from senco.access.belonging import Belongs
from senco.access.protect import IN_SCHOOL, OF_SCHOOL, Allow, Protect


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_school_framework'),
        ('provision', '0004_between_people'),
    ]

    operations = [
        migrations.AddField(
            model_name='plantemplate',
            name='before',
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='plantemplate',
            name='name',
            field=models.CharField(blank=True, max_length=60, verbose_name='name'),
        ),
        migrations.AddField(
            model_name='plantemplate',
            name='retired_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='schoolstem',
            name='baseline',
            field=models.CharField(blank=True, max_length=500, verbose_name='what to write down first'),
        ),
        migrations.AddField(
            model_name='schoolstrategy',
            name='why',
            field=models.CharField(blank=True, max_length=300, verbose_name='why it helps'),
        ),
        migrations.CreateModel(
            name='HiddenEntry',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('bank', models.CharField(choices=[('strategies', 'Strategies'), ('stems', 'Outcome stems')], max_length=10)),
                ('code', models.CharField(max_length=50)),
                ('hidden', models.BooleanField(default=True)),
                ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'bank', 'code'), name='entry_hidden_once_a_school')],
            },
        ),
        Protect(
            "hiddenentry",
            school=Allow("SIU", OF_SCHOOL, check=f"{OF_SCHOOL} and saved_by_id = (select app_membership())"),
            staff=Allow("S", IN_SCHOOL),
        ),
        Belongs("hiddenentry"),
    ]
