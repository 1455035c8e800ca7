"""Reports of needs and provision as they were kept: for the office, which takes one back with a reason and changes none."""

import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import senco.core.models
from django.db import migrations, models

from senco.access.belonging import Belongs
from senco.access.protect import OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

BY_ME = f"{OF_SCHOOL} and by_id = (select app_membership())"
TAKEN_BACK = ("withdrawn_at", "withdrawn_why")
# Staff learn that a report was kept, and when, for it closes a duty that may be theirs; not a word of what it says.
THAT_IT_WAS_KEPT = """
revoke select on provision_needsreport from senco_staff;
grant select (id, school_id, pupil_id, at, withdrawn_at) on provision_needsreport to senco_staff;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_school_framework'),
        ('provision', '0007_profiles_and_digests'),
        ('register', '0014_pupil_files'),
    ]

    operations = [
        migrations.CreateModel(
            name='NeedsReport',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=150)),
                ('stage', models.CharField(blank=True, max_length=20)),
                ('content', models.JSONField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_why', models.CharField(blank=True, max_length=300, verbose_name='why it is taken back')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='needs_reports', to='register.pupil')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
            ],
            options={
                'ordering': ['-at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='NeedsReportEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('title', models.CharField(max_length=150)),
                ('stage', models.CharField(blank=True, max_length=20)),
                ('content', models.JSONField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_why', models.CharField(blank=True, max_length=300, verbose_name='why it is taken back')),
                ('by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.needsreport')),
                ('pupil', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='needsreport',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn_at__isnull', True), models.Q(('withdrawn_why', ''), _negated=True), _connector='XOR'), name='needs_report_taken_back_with_a_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='needsreport',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_needsreportevent" ("at", "by_id", "content", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "stage", "title", "withdrawn_at", "withdrawn_why") VALUES (NEW."at", NEW."by_id", NEW."content", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."stage", NEW."title", NEW."withdrawn_at", NEW."withdrawn_why"); RETURN NULL;', hash='63ed488dbe217f0318d5eae27821bf26e35d5458', operation='INSERT', pgid='pgtrigger_insert_insert_68440', table='provision_needsreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='needsreport',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_needsreportevent" ("at", "by_id", "content", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "stage", "title", "withdrawn_at", "withdrawn_why") VALUES (NEW."at", NEW."by_id", NEW."content", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."stage", NEW."title", NEW."withdrawn_at", NEW."withdrawn_why"); RETURN NULL;', hash='6a31e71200bbd499d798daaab47bcb2d390edf1b', operation='UPDATE', pgid='pgtrigger_update_update_59d1b', table='provision_needsreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='needsreport',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_needsreportevent" ("at", "by_id", "content", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "stage", "title", "withdrawn_at", "withdrawn_why") VALUES (OLD."at", OLD."by_id", OLD."content", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."stage", OLD."title", OLD."withdrawn_at", OLD."withdrawn_why"); RETURN NULL;', hash='b984b3cffd98bd9b0b6412218982441303c7ca6d', operation='DELETE', pgid='pgtrigger_delete_delete_c4638', table='provision_needsreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='needsreportevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='23582b3a645f82cd261d1ceb60be6b3e89dccfc4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_70fc6', table='provision_needsreportevent', when='BEFORE')),
        ),
        Protect(
            "needsreport",
            school=Allow("SIU", OF_SCHOOL, columns=TAKEN_BACK, insertable=BY_ME),
            staff=Allow("S", OF_MY_PUPILS),
        ),
        migrations.RunSQL(THAT_IT_WAS_KEPT, migrations.RunSQL.noop),
        Protect("needsreportevent", school=Allow("S", OF_SCHOOL)),
        Belongs("needsreport"),
    ]
