"""Progress: scales of a school and measures of pupils. Staff measure the pupils whom they may open; families read of it in plans."""

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import senco.core.models
from django.db import migrations, models

from senco.access.belonging import Belongs
from senco.access.protect import IN_SCHOOL, OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

SAVED_BY_ME = "saved_by_id = (select app_membership())"
MINE = f"{OF_MY_PUPILS} and {IN_SCHOOL} and {SAVED_BY_ME}"
STAMP = ("saved_by_id", "saved_at", "version", "removed_at")
MEASURED = ("value", "taken_on", "target", "goal", "weight", "source", *STAMP)
SCALE = (
    "name", "kind", "framework", "lowest", "highest", "more_is_better", "least_gain", "steps", "retired_at", *STAMP[:3],
)  # fmt: skip

POLICIES = [
    Protect(
        "scale",
        school=Allow("SIU", OF_SCHOOL, check=f"{OF_SCHOOL} and {SAVED_BY_ME}", columns=SCALE),
        staff=Allow("S", IN_SCHOOL),
    ),
    Protect(
        "measurement",
        school=Allow("SIU", OF_SCHOOL, check=f"{OF_SCHOOL} and {SAVED_BY_ME}", columns=MEASURED),
        staff=Allow("SIU", OF_MY_PUPILS, check=MINE, columns=MEASURED, insertable=MINE),
    ),
    *(Protect(f"{name}event", school=Allow("S", OF_SCHOOL)) for name in ("scale", "measurement")),
    *(Belongs(name) for name in ("scale", "measurement")),
]

class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_school_framework'),
        ('provision', '0012_costs'),
        ('register', '0015_access_follows_provision'),
    ]

    operations = [
        migrations.AddField(
            model_name='plansettings',
            name='tier_names',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(blank=True, max_length=40), blank=True, default=list),
        ),
        migrations.CreateModel(
            name='Measurement',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('moment', models.CharField(blank=True, choices=[('entry', 'At the start'), ('exit', 'At the end'), ('later', 'A term later')], max_length=5, verbose_name='when')),
                ('value', models.DecimalField(decimal_places=2, max_digits=7, verbose_name='value')),
                ('taken_on', models.DateField(verbose_name='on')),
                ('target', models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True, verbose_name='what we aim for')),
                ('goal', models.CharField(blank=True, max_length=300, verbose_name='goal')),
                ('weight', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='weight of the goal')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='test, or who says so')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='measurements', to='provision.allocation')),
                ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='measurements', to='register.pupil')),
                ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
            ],
            options={
                'ordering': ['taken_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Scale',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('kind', models.CharField(choices=[('standard', 'Standardised score, 100 on average'), ('age', 'Age equivalent, in months'), ('steps', 'Small steps, in order'), ('expected', 'Against expectation, −2 to +2'), ('goal', 'Goal attainment, −2 to +2'), ('percent', 'Attendance or another share, in per cent'), ('own', 'A scale of our own')], max_length=8, verbose_name='kind of scale')),
                ('framework', models.CharField(blank=True, max_length=100, verbose_name='belongs to the framework')),
                ('lowest', models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True, verbose_name='lowest value')),
                ('highest', models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True, verbose_name='highest value')),
                ('more_is_better', models.BooleanField(default=True, verbose_name='more is better')),
                ('least_gain', models.DecimalField(decimal_places=2, default=1, max_digits=6, validators=[django.core.validators.MinValueValidator(0.01)], verbose_name='smallest change that counts as a gain')),
                ('steps', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), blank=True, default=list, verbose_name='steps, one a line')),
                ('shipped', models.CharField(blank=True, editable=False, max_length=50)),
                ('retired_at', models.DateTimeField(blank=True, null=True)),
                ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
            ],
            options={
                'ordering': ['framework', 'name'],
            },
        ),
        migrations.CreateModel(
            name='MeasurementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('moment', models.CharField(blank=True, choices=[('entry', 'At the start'), ('exit', 'At the end'), ('later', 'A term later')], max_length=5, verbose_name='when')),
                ('value', models.DecimalField(decimal_places=2, max_digits=7, verbose_name='value')),
                ('taken_on', models.DateField(verbose_name='on')),
                ('target', models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True, verbose_name='what we aim for')),
                ('goal', models.CharField(blank=True, max_length=300, verbose_name='goal')),
                ('weight', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='weight of the goal')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='test, or who says so')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.measurement')),
                ('place', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.allocation')),
                ('pupil', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil')),
                ('saved_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school')),
                ('scale', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.scale', verbose_name='scale')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='measurement',
            name='scale',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provision.scale', verbose_name='scale'),
        ),
        migrations.CreateModel(
            name='ScaleEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('kind', models.CharField(choices=[('standard', 'Standardised score, 100 on average'), ('age', 'Age equivalent, in months'), ('steps', 'Small steps, in order'), ('expected', 'Against expectation, −2 to +2'), ('goal', 'Goal attainment, −2 to +2'), ('percent', 'Attendance or another share, in per cent'), ('own', 'A scale of our own')], max_length=8, verbose_name='kind of scale')),
                ('framework', models.CharField(blank=True, max_length=100, verbose_name='belongs to the framework')),
                ('lowest', models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True, verbose_name='lowest value')),
                ('highest', models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True, verbose_name='highest value')),
                ('more_is_better', models.BooleanField(default=True, verbose_name='more is better')),
                ('least_gain', models.DecimalField(decimal_places=2, default=1, max_digits=6, validators=[django.core.validators.MinValueValidator(0.01)], verbose_name='smallest change that counts as a gain')),
                ('steps', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), blank=True, default=list, verbose_name='steps, one a line')),
                ('shipped', models.CharField(blank=True, editable=False, max_length=50)),
                ('retired_at', models.DateTimeField(blank=True, null=True)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.scale')),
                ('saved_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='scale',
            constraint=models.UniqueConstraint(condition=models.Q(('retired_at__isnull', True)), fields=('school', 'name'), name='scale_name_once_a_school', violation_error_message='Your school has a scale of this name already.'),
        ),
        migrations.AddConstraint(
            model_name='scale',
            constraint=models.CheckConstraint(condition=models.Q(('lowest__isnull', True), ('highest__isnull', True), ('highest__gt', models.F('lowest')), _connector='OR'), name='scale_limits_in_order', violation_error_message='The highest value is above the lowest.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scale',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_scaleevent" ("framework", "highest", "id", "kind", "least_gain", "lowest", "more_is_better", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "saved_at", "saved_by_id", "school_id", "shipped", "steps", "version") VALUES (NEW."framework", NEW."highest", NEW."id", NEW."kind", NEW."least_gain", NEW."lowest", NEW."more_is_better", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."retired_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."shipped", NEW."steps", NEW."version"); RETURN NULL;', hash='efcb5f9715364009681c39f8a21810d77d5a9ffd', operation='INSERT', pgid='pgtrigger_insert_insert_03720', table='provision_scale', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scale',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_scaleevent" ("framework", "highest", "id", "kind", "least_gain", "lowest", "more_is_better", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "saved_at", "saved_by_id", "school_id", "shipped", "steps", "version") VALUES (NEW."framework", NEW."highest", NEW."id", NEW."kind", NEW."least_gain", NEW."lowest", NEW."more_is_better", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."retired_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."shipped", NEW."steps", NEW."version"); RETURN NULL;', hash='c8ce878c8d4f4111dc150e37dd55cdb5339da6f8', operation='UPDATE', pgid='pgtrigger_update_update_44eb3', table='provision_scale', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scale',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_scaleevent" ("framework", "highest", "id", "kind", "least_gain", "lowest", "more_is_better", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "saved_at", "saved_by_id", "school_id", "shipped", "steps", "version") VALUES (OLD."framework", OLD."highest", OLD."id", OLD."kind", OLD."least_gain", OLD."lowest", OLD."more_is_better", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."retired_at", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."shipped", OLD."steps", OLD."version"); RETURN NULL;', hash='bf66f34e51ab6ca40d5fe4f848ac49dc48063fa0', operation='DELETE', pgid='pgtrigger_delete_delete_76399', table='provision_scale', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='measurementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='34841657505f713939963c4fdbc9ae5f8e9bbc92', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f2e74', table='provision_measurementevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='measurement',
            index=models.Index(fields=['school', 'moment'], name='provision_m_school__b979c9_idx'),
        ),
        migrations.AddConstraint(
            model_name='measurement',
            constraint=models.CheckConstraint(condition=models.Q(('moment', ''), ('place__isnull', False), _connector='OR'), name='moment_belongs_to_a_place'),
        ),
        migrations.AddConstraint(
            model_name='measurement',
            constraint=models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True), models.Q(('moment', ''), _negated=True)), fields=('place', 'scale', 'goal', 'moment'), name='measured_once_a_moment', violation_error_message='This was measured already.'),
        ),
        migrations.AddConstraint(
            model_name='measurement',
            constraint=models.UniqueConstraint(condition=models.Q(('moment', ''), ('removed_at__isnull', True)), fields=('pupil', 'scale', 'goal', 'taken_on'), name='measured_once_a_day', violation_error_message='There is a value of this scale on that day already. Change that one.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='measurement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_measurementevent" ("goal", "id", "moment", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "pupil_id", "removed_at", "saved_at", "saved_by_id", "scale_id", "school_id", "source", "taken_on", "target", "value", "version", "weight") VALUES (NEW."goal", NEW."id", NEW."moment", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place_id", NEW."pupil_id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."scale_id", NEW."school_id", NEW."source", NEW."taken_on", NEW."target", NEW."value", NEW."version", NEW."weight"); RETURN NULL;', hash='5fdb9daa2263932cfbcfb2e69e79b436a00366df', operation='INSERT', pgid='pgtrigger_insert_insert_d1cb1', table='provision_measurement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='measurement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_measurementevent" ("goal", "id", "moment", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "pupil_id", "removed_at", "saved_at", "saved_by_id", "scale_id", "school_id", "source", "taken_on", "target", "value", "version", "weight") VALUES (NEW."goal", NEW."id", NEW."moment", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place_id", NEW."pupil_id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."scale_id", NEW."school_id", NEW."source", NEW."taken_on", NEW."target", NEW."value", NEW."version", NEW."weight"); RETURN NULL;', hash='0db5acf4e3e64cbca6058929a2492f5f585667ea', operation='UPDATE', pgid='pgtrigger_update_update_8e96f', table='provision_measurement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='measurement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_measurementevent" ("goal", "id", "moment", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "pupil_id", "removed_at", "saved_at", "saved_by_id", "scale_id", "school_id", "source", "taken_on", "target", "value", "version", "weight") VALUES (OLD."goal", OLD."id", OLD."moment", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place_id", OLD."pupil_id", OLD."removed_at", OLD."saved_at", OLD."saved_by_id", OLD."scale_id", OLD."school_id", OLD."source", OLD."taken_on", OLD."target", OLD."value", OLD."version", OLD."weight"); RETURN NULL;', hash='323c5b30ca67b6aed9f2f9e1da8cc5dce515b4f0', operation='DELETE', pgid='pgtrigger_delete_delete_fd974', table='provision_measurement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scaleevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5f7c8e98f9735de4874d21a2e9d834634a9483ed', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8bb24', table='provision_scaleevent', when='BEFORE')),
        ),
        *POLICIES,
    ]
