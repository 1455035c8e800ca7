"""What provision costs and what pays for it: for the SENCO and the head, in the database as well as in the tables of roles.

The administrator works in the same database role. What sets them apart is asked of app_is_senior().
"""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import senco.core.models
from django.db import migrations, models

from senco.access.belonging import Belongs
from senco.access.protect import OF_SCHOOL, Allow, Protect

SENIOR = f"{OF_SCHOOL} and (select app_is_senior())"
STAMP = ("saved_by_id", "saved_at", "version", "removed_at")
COLUMNS = {
    "staffrate": ("card", "adult_role", "pence", "paid_weeks", "valid_from", *STAMP),
    "costsettings": (
        "first_month", "card", "size_rule", "taught_weeks", "expectation_pence", "saved_by_id", "saved_at", "version",
    ),
    "budget": ("kind", "label", "starts", "ends", "pence", *STAMP),
    "topup": ("pence", "starts", "ends", "source", *STAMP),
}  # fmt: skip
CARRIED = "grant update (carries_cost) on provision_allocation to senco_school"

POLICIES = [
    *(
        Protect(
            model,
            school=Allow("SIU", SENIOR, check=f"{SENIOR} and saved_by_id = (select app_membership())", columns=columns),
        )
        for model, columns in COLUMNS.items()
    ),
    *(Protect(f"{model}event", school=Allow("S", SENIOR)) for model in COLUMNS),
    *(Belongs(model) for model in COLUMNS),
    migrations.RunSQL(CARRIED, migrations.RunSQL.noop),
]


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_school_framework'),
        ('provision', '0011_access_follows_provision'),
        ('register', '0014_pupil_files'),
    ]

    operations = [
        migrations.CreateModel(
            name='Budget',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('notional', 'Notional SEN budget'), ('top_up', 'Top-up for the school as a whole'), ('fund', 'Inclusive mainstream fund'), ('grant', 'Another grant'), ('own', "The school's own money")], max_length=8, verbose_name='what it is')),
                ('label', models.CharField(blank=True, max_length=100, verbose_name="in the school's words")),
                ('starts', models.DateField(verbose_name='from')),
                ('ends', models.DateField(verbose_name='until')),
                ('pence', models.PositiveBigIntegerField(verbose_name='pence')),
            ],
            options={
                'ordering': ['starts', 'kind', 'label', 'id'],
            },
        ),
        migrations.CreateModel(
            name='BudgetEvent',
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
                ('kind', models.CharField(choices=[('notional', 'Notional SEN budget'), ('top_up', 'Top-up for the school as a whole'), ('fund', 'Inclusive mainstream fund'), ('grant', 'Another grant'), ('own', "The school's own money")], max_length=8, verbose_name='what it is')),
                ('label', models.CharField(blank=True, max_length=100, verbose_name="in the school's words")),
                ('starts', models.DateField(verbose_name='from')),
                ('ends', models.DateField(verbose_name='until')),
                ('pence', models.PositiveBigIntegerField(verbose_name='pence')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CostSettings',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('first_month', models.PositiveSmallIntegerField(choices=[(4, 'April'), (9, 'September')], default=4, verbose_name='the financial year begins in')),
                ('card', models.CharField(choices=[('school', "The school's own rates"), ('authority', "The authority's rates")], default='school', max_length=9, verbose_name='costs are worked out with')),
                ('size_rule', models.CharField(choices=[('agreed', 'the size the group is meant for'), ('attendance', 'the pupils who came')], default='agreed', max_length=10, verbose_name="a group's cost is shared by")),
                ('taught_weeks', models.PositiveSmallIntegerField(default=38, validators=[django.core.validators.MinValueValidator(30), django.core.validators.MaxValueValidator(52)], verbose_name='taught weeks a year')),
                ('expectation_pence', models.PositiveIntegerField(default=600000, verbose_name='expected of the school for a pupil')),
            ],
        ),
        migrations.CreateModel(
            name='CostSettingsEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('first_month', models.PositiveSmallIntegerField(choices=[(4, 'April'), (9, 'September')], default=4, verbose_name='the financial year begins in')),
                ('card', models.CharField(choices=[('school', "The school's own rates"), ('authority', "The authority's rates")], default='school', max_length=9, verbose_name='costs are worked out with')),
                ('size_rule', models.CharField(choices=[('agreed', 'the size the group is meant for'), ('attendance', 'the pupils who came')], default='agreed', max_length=10, verbose_name="a group's cost is shared by")),
                ('taught_weeks', models.PositiveSmallIntegerField(default=38, validators=[django.core.validators.MinValueValidator(30), django.core.validators.MaxValueValidator(52)], verbose_name='taught weeks a year')),
                ('expectation_pence', models.PositiveIntegerField(default=600000, verbose_name='expected of the school for a pupil')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StaffRate',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('card', models.CharField(choices=[('school', "The school's own rates"), ('authority', "The authority's rates")], max_length=9, verbose_name='rate card')),
                ('adult_role', models.CharField(choices=[('ta', 'Teaching assistant'), ('hlta', 'Higher level teaching assistant'), ('teacher', 'Teacher'), ('senco', 'SENCO'), ('supervisor', 'Lunchtime supervisor'), ('ep', 'Educational psychologist'), ('slt', 'Speech and language therapist'), ('ot', 'Occupational therapist'), ('other', 'Somebody else from outside')], max_length=10, verbose_name='kind of adult')),
                ('pence', models.PositiveIntegerField(validators=[django.core.validators.MaxValueValidator(100000)], verbose_name='pence an hour')),
                ('paid_weeks', models.DecimalField(blank=True, decimal_places=2, max_digits=4, null=True, validators=[django.core.validators.MinValueValidator(30), django.core.validators.MaxValueValidator(53)], verbose_name='weeks paid a year')),
                ('valid_from', models.DateField(verbose_name='from')),
            ],
            options={
                'ordering': ['card', 'adult_role', '-valid_from', 'id'],
            },
        ),
        migrations.CreateModel(
            name='StaffRateEvent',
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
                ('card', models.CharField(choices=[('school', "The school's own rates"), ('authority', "The authority's rates")], max_length=9, verbose_name='rate card')),
                ('adult_role', models.CharField(choices=[('ta', 'Teaching assistant'), ('hlta', 'Higher level teaching assistant'), ('teacher', 'Teacher'), ('senco', 'SENCO'), ('supervisor', 'Lunchtime supervisor'), ('ep', 'Educational psychologist'), ('slt', 'Speech and language therapist'), ('ot', 'Occupational therapist'), ('other', 'Somebody else from outside')], max_length=10, verbose_name='kind of adult')),
                ('pence', models.PositiveIntegerField(validators=[django.core.validators.MaxValueValidator(100000)], verbose_name='pence an hour')),
                ('paid_weeks', models.DecimalField(blank=True, decimal_places=2, max_digits=4, null=True, validators=[django.core.validators.MinValueValidator(30), django.core.validators.MaxValueValidator(53)], verbose_name='weeks paid a year')),
                ('valid_from', models.DateField(verbose_name='from')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TopUp',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('pence', models.PositiveIntegerField(validators=[django.core.validators.MaxValueValidator(20000000)], verbose_name='pence a year')),
                ('starts', models.DateField(verbose_name='from')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='until')),
                ('source', models.CharField(blank=True, max_length=120, verbose_name='who pays, and their reference')),
            ],
            options={
                'ordering': ['starts', 'id'],
            },
        ),
        migrations.CreateModel(
            name='TopUpEvent',
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
                ('pence', models.PositiveIntegerField(validators=[django.core.validators.MaxValueValidator(20000000)], verbose_name='pence a year')),
                ('starts', models.DateField(verbose_name='from')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='until')),
                ('source', models.CharField(blank=True, max_length=120, verbose_name='who pays, and their reference')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='allocation',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='allocation',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='allocation',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='allocation',
            name='carries_cost',
            field=models.BooleanField(default=False, verbose_name='the group was set up for this pupil alone'),
        ),
        migrations.AddField(
            model_name='allocationevent',
            name='carries_cost',
            field=models.BooleanField(default=False, verbose_name='the group was set up for this pupil alone'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_allocationevent" ("carries_cost", "ends", "id", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_id", "provision_id", "pupil_id", "removed_at", "required", "saved_at", "saved_by_id", "school_id", "starts", "version") VALUES (NEW."carries_cost", NEW."ends", NEW."id", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_id", NEW."provision_id", NEW."pupil_id", NEW."removed_at", NEW."required", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."starts", NEW."version"); RETURN NULL;', hash='dee461975aa48599d6f7e8210eb277e0bb368e2b', operation='INSERT', pgid='pgtrigger_insert_insert_d93e5', table='provision_allocation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_allocationevent" ("carries_cost", "ends", "id", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_id", "provision_id", "pupil_id", "removed_at", "required", "saved_at", "saved_by_id", "school_id", "starts", "version") VALUES (NEW."carries_cost", NEW."ends", NEW."id", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_id", NEW."provision_id", NEW."pupil_id", NEW."removed_at", NEW."required", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."starts", NEW."version"); RETURN NULL;', hash='43d24f77490da90624b8365760c6858b48495e34', operation='UPDATE', pgid='pgtrigger_update_update_f4745', table='provision_allocation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_allocationevent" ("carries_cost", "ends", "id", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_id", "provision_id", "pupil_id", "removed_at", "required", "saved_at", "saved_by_id", "school_id", "starts", "version") VALUES (OLD."carries_cost", OLD."ends", OLD."id", OLD."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_id", OLD."provision_id", OLD."pupil_id", OLD."removed_at", OLD."required", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."starts", OLD."version"); RETURN NULL;', hash='3f7e99f751c5e776f99312f248e35042fd34699d', operation='DELETE', pgid='pgtrigger_delete_delete_af931', table='provision_allocation', when='AFTER')),
        ),
        migrations.AddField(
            model_name='budget',
            name='saved_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='budget',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='budgetevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.budget'),
        ),
        migrations.AddField(
            model_name='budgetevent',
            name='saved_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='budgetevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='costsettings',
            name='saved_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='costsettings',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='costsettingsevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.costsettings'),
        ),
        migrations.AddField(
            model_name='costsettingsevent',
            name='saved_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='costsettingsevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='staffrate',
            name='saved_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='staffrate',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='staffrateevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.staffrate'),
        ),
        migrations.AddField(
            model_name='staffrateevent',
            name='saved_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='staffrateevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='topup',
            name='pupil',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.pupil'),
        ),
        migrations.AddField(
            model_name='topup',
            name='saved_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='topup',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='topupevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.topup'),
        ),
        migrations.AddField(
            model_name='topupevent',
            name='pupil',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil'),
        ),
        migrations.AddField(
            model_name='topupevent',
            name='saved_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='topupevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        migrations.AddConstraint(
            model_name='budget',
            constraint=models.CheckConstraint(condition=models.Q(('ends__gte', models.F('starts'))), name='budget_ends_after_start'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budget',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_budgetevent" ("ends", "id", "kind", "label", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saved_at", "saved_by_id", "school_id", "starts", "version") VALUES (NEW."ends", NEW."id", NEW."kind", NEW."label", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."starts", NEW."version"); RETURN NULL;', hash='89a87722b004cd1c9978916c773c2b462d5ef2c3', operation='INSERT', pgid='pgtrigger_insert_insert_bdc92', table='provision_budget', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budget',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_budgetevent" ("ends", "id", "kind", "label", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saved_at", "saved_by_id", "school_id", "starts", "version") VALUES (NEW."ends", NEW."id", NEW."kind", NEW."label", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."starts", NEW."version"); RETURN NULL;', hash='f6c9d4bc5db3c0ea3796b2efed39891688866284', operation='UPDATE', pgid='pgtrigger_update_update_3d2f1', table='provision_budget', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budget',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_budgetevent" ("ends", "id", "kind", "label", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saved_at", "saved_by_id", "school_id", "starts", "version") VALUES (OLD."ends", OLD."id", OLD."kind", OLD."label", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."removed_at", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."starts", OLD."version"); RETURN NULL;', hash='cd9580b32de6c5e9cbbec05d51238f1a0f33b9c8', operation='DELETE', pgid='pgtrigger_delete_delete_e8cc4', table='provision_budget', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budgetevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='556f6784d75f088e357fbe272f70b0f26d9416d0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1dd16', table='provision_budgetevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='costsettings',
            constraint=models.UniqueConstraint(fields=('school',), name='cost_settings_once_a_school'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='costsettings',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_costsettingsevent" ("card", "expectation_pence", "first_month", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "school_id", "size_rule", "taught_weeks", "version") VALUES (NEW."card", NEW."expectation_pence", NEW."first_month", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."size_rule", NEW."taught_weeks", NEW."version"); RETURN NULL;', hash='4f91f39b1baefdb8ca44910647976e6da32af300', operation='INSERT', pgid='pgtrigger_insert_insert_7d926', table='provision_costsettings', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='costsettings',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_costsettingsevent" ("card", "expectation_pence", "first_month", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "school_id", "size_rule", "taught_weeks", "version") VALUES (NEW."card", NEW."expectation_pence", NEW."first_month", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."size_rule", NEW."taught_weeks", NEW."version"); RETURN NULL;', hash='3829764a73db0a3ac455c3dc10a0664df08d12b0', operation='UPDATE', pgid='pgtrigger_update_update_7dc02', table='provision_costsettings', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='costsettings',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_costsettingsevent" ("card", "expectation_pence", "first_month", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "school_id", "size_rule", "taught_weeks", "version") VALUES (OLD."card", OLD."expectation_pence", OLD."first_month", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."size_rule", OLD."taught_weeks", OLD."version"); RETURN NULL;', hash='56b5f4cd733e5f46f032fb94b43d9250b5daf383', operation='DELETE', pgid='pgtrigger_delete_delete_ab70d', table='provision_costsettings', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='costsettingsevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='27f26893707b730ca4d1fb09ac614887db7fe33f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1f6ec', table='provision_costsettingsevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='staffrate',
            constraint=models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('school', 'card', 'adult_role', 'valid_from'), name='one_rate_a_day_and_kind', violation_error_message='This card already has a rate for this kind of adult from that day.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='staffrate',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_staffrateevent" ("adult_role", "card", "id", "paid_weeks", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saved_at", "saved_by_id", "school_id", "valid_from", "version") VALUES (NEW."adult_role", NEW."card", NEW."id", NEW."paid_weeks", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."valid_from", NEW."version"); RETURN NULL;', hash='0b6c8f82184fcaabb90217f9e2b848fe3050f084', operation='INSERT', pgid='pgtrigger_insert_insert_1f44e', table='provision_staffrate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='staffrate',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_staffrateevent" ("adult_role", "card", "id", "paid_weeks", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saved_at", "saved_by_id", "school_id", "valid_from", "version") VALUES (NEW."adult_role", NEW."card", NEW."id", NEW."paid_weeks", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."valid_from", NEW."version"); RETURN NULL;', hash='164aef2958a9b7b07f1afdab4971762c3dca781a', operation='UPDATE', pgid='pgtrigger_update_update_12b54', table='provision_staffrate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='staffrate',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_staffrateevent" ("adult_role", "card", "id", "paid_weeks", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saved_at", "saved_by_id", "school_id", "valid_from", "version") VALUES (OLD."adult_role", OLD."card", OLD."id", OLD."paid_weeks", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."removed_at", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."valid_from", OLD."version"); RETURN NULL;', hash='50ed3ca91737a75848d5f52fa37ccdc68309d948', operation='DELETE', pgid='pgtrigger_delete_delete_4de71', table='provision_staffrate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='staffrateevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cb46d1cf7cfc23a6acb0949f661fbf12d02c1a7e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5a3fa', table='provision_staffrateevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='topup',
            constraint=models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='top_up_ends_after_start'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='topup',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_topupevent" ("ends", "id", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "removed_at", "saved_at", "saved_by_id", "school_id", "source", "starts", "version") VALUES (NEW."ends", NEW."id", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."source", NEW."starts", NEW."version"); RETURN NULL;', hash='771e1991b908f55aa297a43bff5b1e6774cbbcc3', operation='INSERT', pgid='pgtrigger_insert_insert_b79dd', table='provision_topup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='topup',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_topupevent" ("ends", "id", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "removed_at", "saved_at", "saved_by_id", "school_id", "source", "starts", "version") VALUES (NEW."ends", NEW."id", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."source", NEW."starts", NEW."version"); RETURN NULL;', hash='cd70d48ff3c77891f7d26d225b3ca1f4edfacde8', operation='UPDATE', pgid='pgtrigger_update_update_53894', table='provision_topup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='topup',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_topupevent" ("ends", "id", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "removed_at", "saved_at", "saved_by_id", "school_id", "source", "starts", "version") VALUES (OLD."ends", OLD."id", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."removed_at", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."source", OLD."starts", OLD."version"); RETURN NULL;', hash='8594dba2faa30bc817707580a376d994329f8e63', operation='DELETE', pgid='pgtrigger_delete_delete_dfdb4', table='provision_topup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='topupevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='98256267f6ecb674917d1c51078dd89a56af7ce9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9ca65', table='provision_topupevent', when='BEFORE')),
        ),
        *POLICIES,
    ]
