"""What shows a note: files of the pupil beside what was seen, put there by whoever wrote the note."""

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
BY_ME = f"by_id = {ME}"
TO_MY_NOTE = f"exists (select 1 from provision_seen s where s.id = seen_id and s.by_id = {ME})"


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_school_framework'),
        ('provision', '0005_school_makes_its_own'),
        ('register', '0014_pupil_files'),
    ]

    operations = [
        migrations.CreateModel(
            name='SeenFile',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.pupilfile')),
                ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.pupil')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
                ('seen', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='provision.seen')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='SeenFileEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership')),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupilfile')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.seenfile')),
                ('pupil', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school')),
                ('seen', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.seen')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='seenfile',
            constraint=models.UniqueConstraint(fields=('seen', 'file'), name='file_shown_once_a_note'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='seenfile',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_seenfileevent" ("at", "by_id", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "seen_id") VALUES (NEW."at", NEW."by_id", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."seen_id"); RETURN NULL;', hash='338e63d6860ce5691686e2b8a7fa837866b3ef65', operation='INSERT', pgid='pgtrigger_insert_insert_7717a', table='provision_seenfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='seenfile',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_seenfileevent" ("at", "by_id", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "seen_id") VALUES (NEW."at", NEW."by_id", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."seen_id"); RETURN NULL;', hash='9e95f86bbca3bef676342ea4afade4f83bf7ea6a', operation='UPDATE', pgid='pgtrigger_update_update_7eb53', table='provision_seenfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='seenfile',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_seenfileevent" ("at", "by_id", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "seen_id") VALUES (OLD."at", OLD."by_id", OLD."file_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."seen_id"); RETURN NULL;', hash='5741c3132dfa900d29b5a3ce273e69789339bacd', operation='DELETE', pgid='pgtrigger_delete_delete_17f1b', table='provision_seenfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='seenfileevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='be2cff3944d65f67382f8670fe488ebaa600810d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4aac4', table='provision_seenfileevent', when='BEFORE')),
        ),
        Protect(
            "seenfile",
            school=Allow("SI", OF_SCHOOL, insertable=f"{BY_ME} and {TO_MY_NOTE}"),
            staff=Allow(
                "SI",
                OF_MY_PUPILS,
                insertable=f"{OF_MY_PUPILS} and {IN_SCHOOL} and {BY_ME} and {TO_MY_NOTE}",
            ),
        ),
        Protect("seenfileevent", school=Allow("S", OF_SCHOOL)),
        Belongs("seenfile"),
    ]
