"""What happens between people: versions seen from their moment on, answers that were read, the next cycle for many pupils."""

import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import senco.core.models
from django.db import migrations, models

from senco.access.belonging import Belongs
from senco.access.protect import IN_SCHOOL, OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

ME = "(select app_membership())"
BY_ME = f"{OF_SCHOOL} and by_id = {ME}"
BY_ME_OF_MINE = f"{OF_MY_PUPILS} and {IN_SCHOOL} and by_id = {ME}"
FOR_FAMILY = (
    f"{OF_MY_PUPILS} and audience = 'family' and withdrawn_at is null and visible_from <= statement_timestamp()"
)
# The policy of the answers holds inside this question too: of one's own alone.
OF_WHAT_I_SAID = f"{OF_MY_PUPILS} and response_id in (select r.id from provision_planresponse r where r.by_id = {ME})"
NOT_YET_DONE = f"{OF_SCHOOL} and state = 'waiting' and made_id is null"


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_school_framework'),
        ('provision', '0003_concerns_can_be_taken_out'),
        ('register', '0014_pupil_files'),
    ]

    operations = [
        migrations.CreateModel(
            name='CycleItem',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('done', 'Begun'), ('refused', 'Not begun'), ('undone', 'Taken back'), ('kept', 'Kept: work on it has begun')], default='waiting', max_length=8)),
                ('why', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='CycleItemEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('done', 'Begun'), ('refused', 'Not begun'), ('undone', 'Taken back'), ('kept', 'Kept: work on it has begun')], default='waiting', max_length=8)),
                ('why', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CycleRun',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('starts', models.DateField(verbose_name='starts')),
                ('review_on', models.DateField(verbose_name='review date')),
                ('asked_for', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='ResponseRead',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ResponseReadEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='planversion',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='planversion',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='planversion',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='planversion',
            name='visible_from',
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.AddField(
            model_name='planversionevent',
            name='visible_from',
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='planversion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_planversionevent" ("at", "audience", "by_id", "content", "id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "school_id", "step_id", "title", "visible_from", "withdrawn_at") VALUES (NEW."at", NEW."audience", NEW."by_id", NEW."content", NEW."id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."pupil_id", NEW."school_id", NEW."step_id", NEW."title", NEW."visible_from", NEW."withdrawn_at"); RETURN NULL;', hash='a5a4f34eb39c31e72d759754522e287e0b400174', operation='INSERT', pgid='pgtrigger_insert_insert_41bba', table='provision_planversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='planversion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_planversionevent" ("at", "audience", "by_id", "content", "id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "school_id", "step_id", "title", "visible_from", "withdrawn_at") VALUES (NEW."at", NEW."audience", NEW."by_id", NEW."content", NEW."id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."pupil_id", NEW."school_id", NEW."step_id", NEW."title", NEW."visible_from", NEW."withdrawn_at"); RETURN NULL;', hash='8b765621517abe3672fddc232262dd492bcf984c', operation='UPDATE', pgid='pgtrigger_update_update_e4dcf', table='provision_planversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='planversion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_planversionevent" ("at", "audience", "by_id", "content", "id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "school_id", "step_id", "title", "visible_from", "withdrawn_at") VALUES (OLD."at", OLD."audience", OLD."by_id", OLD."content", OLD."id", OLD."kind", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."pupil_id", OLD."school_id", OLD."step_id", OLD."title", OLD."visible_from", OLD."withdrawn_at"); RETURN NULL;', hash='2ca744689ce2225dd22e7f0e5af1f7da8a28b13e', operation='DELETE', pgid='pgtrigger_delete_delete_afb6a', table='provision_planversion', when='AFTER')),
        ),
        migrations.AddField(
            model_name='cycleitem',
            name='made',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='provision.plan'),
        ),
        migrations.AddField(
            model_name='cycleitem',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='provision.plan'),
        ),
        migrations.AddField(
            model_name='cycleitem',
            name='pupil',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.pupil'),
        ),
        migrations.AddField(
            model_name='cycleitem',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='cycleitemevent',
            name='made',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.plan'),
        ),
        migrations.AddField(
            model_name='cycleitemevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.cycleitem'),
        ),
        migrations.AddField(
            model_name='cycleitemevent',
            name='plan',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.plan'),
        ),
        migrations.AddField(
            model_name='cycleitemevent',
            name='pupil',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil'),
        ),
        migrations.AddField(
            model_name='cycleitemevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='cyclerun',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='cyclerun',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='cycleitemevent',
            name='run',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.cyclerun'),
        ),
        migrations.AddField(
            model_name='cycleitem',
            name='run',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='provision.cyclerun'),
        ),
        migrations.AddField(
            model_name='responseread',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='responseread',
            name='pupil',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.pupil'),
        ),
        migrations.AddField(
            model_name='responseread',
            name='response',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reads', to='provision.planresponse'),
        ),
        migrations.AddField(
            model_name='responseread',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='responsereadevent',
            name='by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='responsereadevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.responseread'),
        ),
        migrations.AddField(
            model_name='responsereadevent',
            name='pupil',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil'),
        ),
        migrations.AddField(
            model_name='responsereadevent',
            name='response',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.planresponse'),
        ),
        migrations.AddField(
            model_name='responsereadevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='cycleitemevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='79e400f29f9f5016735b98c9769a444fa4a0b77d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_37525', table='provision_cycleitemevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='cycleitem',
            constraint=models.UniqueConstraint(fields=('run', 'plan'), name='plan_once_a_run'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='cycleitem',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_cycleitemevent" ("id", "made_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "run_id", "school_id", "state", "why") VALUES (NEW."id", NEW."made_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."pupil_id", NEW."run_id", NEW."school_id", NEW."state", NEW."why"); RETURN NULL;', hash='4d147e88c7fa6e2a3249bf71ad8a0cb1f58f44f4', operation='INSERT', pgid='pgtrigger_insert_insert_0a2cb', table='provision_cycleitem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='cycleitem',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_cycleitemevent" ("id", "made_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "run_id", "school_id", "state", "why") VALUES (NEW."id", NEW."made_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."pupil_id", NEW."run_id", NEW."school_id", NEW."state", NEW."why"); RETURN NULL;', hash='f954b97f9e09ff8c1e2f0e424f444f80de5dc77d', operation='UPDATE', pgid='pgtrigger_update_update_14576', table='provision_cycleitem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='cycleitem',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_cycleitemevent" ("id", "made_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "run_id", "school_id", "state", "why") VALUES (OLD."id", OLD."made_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."pupil_id", OLD."run_id", OLD."school_id", OLD."state", OLD."why"); RETURN NULL;', hash='4b3d09c68b92eae503a75f872d5b2f8d2c379123', operation='DELETE', pgid='pgtrigger_delete_delete_3605d', table='provision_cycleitem', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='responseread',
            constraint=models.UniqueConstraint(fields=('response', 'by'), name='response_read_once_a_reader'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='responseread',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_responsereadevent" ("at", "by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "response_id", "school_id") VALUES (NEW."at", NEW."by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."response_id", NEW."school_id"); RETURN NULL;', hash='4f2ef6291a72cbb6eb7c79c660b9ac8682df0e35', operation='INSERT', pgid='pgtrigger_insert_insert_b8c76', table='provision_responseread', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='responseread',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_responsereadevent" ("at", "by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "response_id", "school_id") VALUES (NEW."at", NEW."by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."response_id", NEW."school_id"); RETURN NULL;', hash='6ff8374f78b097355dcb1bc1bae53ba65a2ca5ea', operation='UPDATE', pgid='pgtrigger_update_update_0fd53', table='provision_responseread', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='responseread',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_responsereadevent" ("at", "by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "response_id", "school_id") VALUES (OLD."at", OLD."by_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."response_id", OLD."school_id"); RETURN NULL;', hash='2df11f1d83c5ff5779f2387e893ebad5499b9cb3', operation='DELETE', pgid='pgtrigger_delete_delete_f219b', table='provision_responseread', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='responsereadevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='63b1a229262a3d11bb20a5af0b1dbe069d797a0e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_07641', table='provision_responsereadevent', when='BEFORE')),
        ),
        Protect(
            "planversion",
            school=Allow("SIU", OF_SCHOOL, columns=("withdrawn_at",), insertable=BY_ME),
            staff=Allow("S", OF_MY_PUPILS),
            family=Allow("S", FOR_FAMILY),
            agency=Allow("S", FOR_FAMILY),
        ),
        Protect(
            "responseread",
            school=Allow("SI", OF_SCHOOL, insertable=BY_ME),
            staff=Allow("SI", OF_MY_PUPILS, insertable=BY_ME_OF_MINE),
            family=Allow("S", OF_WHAT_I_SAID),
            agency=Allow("S", OF_WHAT_I_SAID),
        ),
        Protect("cyclerun", school=Allow("SIU", OF_SCHOOL, columns=("undone_at",), insertable=BY_ME)),
        Protect(
            "cycleitem",
            school=Allow("SIU", OF_SCHOOL, columns=("state", "why", "made_id"), insertable=NOT_YET_DONE),
        ),
        *(Protect(f"{model}event", school=Allow("S", OF_SCHOOL)) for model in ("responseread", "cycleitem")),
        *(Belongs(model) for model in ("responseread", "cyclerun", "cycleitem")),
    ]
