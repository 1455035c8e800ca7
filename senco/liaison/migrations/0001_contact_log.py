"""The contact log. The office reads and writes its school's; staff read what is not kept for the office, of pupils they may open, and
change what they logged themselves or promised. Families and professionals read none of it."""

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
SIGNED = f"saved_by_id = {ME}"
JUST_NOW = "between statement_timestamp() - interval '10 minutes' and statement_timestamp() + interval '10 minutes'"
NEW = f"logged_by_id = {ME} and {SIGNED} and removed_at is null and followed_up_at is null and logged_at {JUST_NOW}"
FOR_STAFF = "for_staff and removed_at is null"
READ = f"{OF_MY_PUPILS} and (({FOR_STAFF}) or logged_by_id = {ME})"
CHANGED = f"{OF_MY_PUPILS} and (logged_by_id = {ME} or ({FOR_STAFF} and follow_up_who_id = {ME}))"
SAID = (
    "kind", "direction", "party", "contact_id", "with_words", "day", "at", "summary", "for_staff", "follow_up", "follow_up_by",
    "follow_up_who_id", "followed_up_at", "followed_up_by_id", "saved_by_id", "saved_at", "version", "removed_at",
)  # fmt: skip
OF_SEEN = "exists (select 1 from liaison_loggedcontact c where c.id = entry_id)"
OF_MINE = f"exists (select 1 from liaison_loggedcontact c where c.id = entry_id and c.logged_by_id = {ME})"
BY_ME = f"by_id = {ME}"
NARROWED = f"""
alter policy staff_update on liaison_loggedcontact
  using ({CHANGED}) with check ({CHANGED} and {IN_SCHOOL} and {SIGNED});
"""
POLICIES = [
    Protect(
        "loggedcontact",
        school=Allow("SIU", OF_SCHOOL, check=f"{OF_SCHOOL} and {SIGNED}", columns=SAID, insertable=f"{OF_SCHOOL} and {NEW}"),
        staff=Allow("SIU", READ, columns=SAID, insertable=f"{OF_MY_PUPILS} and {IN_SCHOOL} and {NEW}"),
    ),
    Protect("loggedcontactevent", school=Allow("S", OF_SCHOOL)),
    Protect(
        "contactfile",
        school=Allow("SI", OF_SCHOOL, insertable=f"{OF_SCHOOL} and {BY_ME} and {OF_SEEN}"),
        staff=Allow(
            "SI", f"{OF_MY_PUPILS} and {OF_SEEN}", insertable=f"{OF_MY_PUPILS} and {IN_SCHOOL} and {BY_ME} and {OF_MINE}"
        ),
    ),
    Protect("contactfileevent", school=Allow("S", OF_SCHOOL)),
    migrations.RunSQL(NARROWED, migrations.RunSQL.noop),
    Belongs("loggedcontact"),
    Belongs("contactfile"),
]


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0004_school_framework'),
        ('register', '0015_access_follows_provision'),
    ]

    operations = [
        migrations.CreateModel(
            name='ContactFile',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.pupilfile')),
                ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.pupil')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='LoggedContact',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('call', 'Call'), ('email', 'E-mail'), ('letter', 'Letter'), ('message', 'Message'), ('meeting', 'Meeting'), ('visit', 'Visit'), ('test', 'Test or observation'), ('other', 'Something else')], max_length=8, verbose_name='what it was')),
                ('direction', models.CharField(blank=True, choices=[('out', 'We contacted them'), ('in', 'They contacted us')], max_length=3, verbose_name='who began it')),
                ('party', models.CharField(choices=[('parent', 'Parent or carer'), ('pupil', 'The pupil'), ('agency', 'Professional or agency'), ('lea', 'Local authority'), ('school', 'Another school'), ('other', 'Somebody else')], max_length=6, verbose_name='with whom')),
                ('with_words', models.CharField(blank=True, max_length=120, verbose_name='name, and where from')),
                ('day', models.DateField(default=django.utils.timezone.localdate, verbose_name='day')),
                ('at', models.TimeField(blank=True, null=True, verbose_name='time')),
                ('summary', models.TextField(max_length=8000, verbose_name='what was said')),
                ('for_staff', models.BooleanField(default=True, verbose_name='staff who work with the pupil may read it')),
                ('follow_up', models.CharField(blank=True, max_length=300, verbose_name='what happens next')),
                ('follow_up_by', models.DateField(blank=True, null=True, verbose_name='by when')),
                ('followed_up_at', models.DateTimeField(blank=True, null=True)),
                ('logged_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='register.contact', verbose_name='parent or carer')),
                ('follow_up_who', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership', verbose_name='who does it')),
                ('followed_up_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('logged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='logged_contacts', to='register.pupil')),
                ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
            ],
            options={
                'ordering': ['-day', '-logged_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='ContactFileEvent',
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
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='liaison.contactfile')),
                ('pupil', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school')),
                ('entry', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='liaison.loggedcontact')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='contactfile',
            name='entry',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='liaison.loggedcontact'),
        ),
        migrations.CreateModel(
            name='LoggedContactEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('kind', models.CharField(choices=[('call', 'Call'), ('email', 'E-mail'), ('letter', 'Letter'), ('message', 'Message'), ('meeting', 'Meeting'), ('visit', 'Visit'), ('test', 'Test or observation'), ('other', 'Something else')], max_length=8, verbose_name='what it was')),
                ('direction', models.CharField(blank=True, choices=[('out', 'We contacted them'), ('in', 'They contacted us')], max_length=3, verbose_name='who began it')),
                ('party', models.CharField(choices=[('parent', 'Parent or carer'), ('pupil', 'The pupil'), ('agency', 'Professional or agency'), ('lea', 'Local authority'), ('school', 'Another school'), ('other', 'Somebody else')], max_length=6, verbose_name='with whom')),
                ('with_words', models.CharField(blank=True, max_length=120, verbose_name='name, and where from')),
                ('day', models.DateField(default=django.utils.timezone.localdate, verbose_name='day')),
                ('at', models.TimeField(blank=True, null=True, verbose_name='time')),
                ('summary', models.TextField(max_length=8000, verbose_name='what was said')),
                ('for_staff', models.BooleanField(default=True, verbose_name='staff who work with the pupil may read it')),
                ('follow_up', models.CharField(blank=True, max_length=300, verbose_name='what happens next')),
                ('follow_up_by', models.DateField(blank=True, null=True, verbose_name='by when')),
                ('followed_up_at', models.DateTimeField(blank=True, null=True)),
                ('logged_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('contact', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.contact', verbose_name='parent or carer')),
                ('follow_up_who', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership', verbose_name='who does it')),
                ('followed_up_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership')),
                ('logged_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='liaison.loggedcontact')),
                ('pupil', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil')),
                ('saved_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='loggedcontact',
            index=models.Index(fields=['pupil', '-day'], name='liaison_log_pupil_i_4032e9_idx'),
        ),
        migrations.AddIndex(
            model_name='loggedcontact',
            index=models.Index(fields=['school', '-day'], name='liaison_log_school__80d9a3_idx'),
        ),
        migrations.AddConstraint(
            model_name='loggedcontact',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('follow_up', ''), _negated=True), models.Q(('follow_up_by__isnull', True), ('follow_up_who__isnull', True), ('followed_up_at__isnull', True)), _connector='OR'), name='contact_follows_up_something'),
        ),
        migrations.AddConstraint(
            model_name='loggedcontact',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('followed_up_at__isnull', True), ('followed_up_by__isnull', True)), models.Q(('followed_up_at__isnull', False), ('followed_up_by__isnull', False)), _connector='OR'), name='contact_followed_up_by_somebody'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='loggedcontact',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "liaison_loggedcontactevent" ("at", "contact_id", "day", "direction", "follow_up", "follow_up_by", "follow_up_who_id", "followed_up_at", "followed_up_by_id", "for_staff", "id", "kind", "logged_at", "logged_by_id", "party", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "removed_at", "saved_at", "saved_by_id", "school_id", "summary", "version", "with_words") VALUES (NEW."at", NEW."contact_id", NEW."day", NEW."direction", NEW."follow_up", NEW."follow_up_by", NEW."follow_up_who_id", NEW."followed_up_at", NEW."followed_up_by_id", NEW."for_staff", NEW."id", NEW."kind", NEW."logged_at", NEW."logged_by_id", NEW."party", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."summary", NEW."version", NEW."with_words"); RETURN NULL;', hash='6be5fd9a374669d2ba2cf893ae2bad1637416d60', operation='INSERT', pgid='pgtrigger_insert_insert_f7248', table='liaison_loggedcontact', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='loggedcontact',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "liaison_loggedcontactevent" ("at", "contact_id", "day", "direction", "follow_up", "follow_up_by", "follow_up_who_id", "followed_up_at", "followed_up_by_id", "for_staff", "id", "kind", "logged_at", "logged_by_id", "party", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "removed_at", "saved_at", "saved_by_id", "school_id", "summary", "version", "with_words") VALUES (NEW."at", NEW."contact_id", NEW."day", NEW."direction", NEW."follow_up", NEW."follow_up_by", NEW."follow_up_who_id", NEW."followed_up_at", NEW."followed_up_by_id", NEW."for_staff", NEW."id", NEW."kind", NEW."logged_at", NEW."logged_by_id", NEW."party", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."summary", NEW."version", NEW."with_words"); RETURN NULL;', hash='5a326ee39fb288ad30151daa7915a424438e5e27', operation='UPDATE', pgid='pgtrigger_update_update_1f114', table='liaison_loggedcontact', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='loggedcontact',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "liaison_loggedcontactevent" ("at", "contact_id", "day", "direction", "follow_up", "follow_up_by", "follow_up_who_id", "followed_up_at", "followed_up_by_id", "for_staff", "id", "kind", "logged_at", "logged_by_id", "party", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "removed_at", "saved_at", "saved_by_id", "school_id", "summary", "version", "with_words") VALUES (OLD."at", OLD."contact_id", OLD."day", OLD."direction", OLD."follow_up", OLD."follow_up_by", OLD."follow_up_who_id", OLD."followed_up_at", OLD."followed_up_by_id", OLD."for_staff", OLD."id", OLD."kind", OLD."logged_at", OLD."logged_by_id", OLD."party", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."removed_at", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."summary", OLD."version", OLD."with_words"); RETURN NULL;', hash='5be0d1473447d66120fceb91fbaa2796c394637d', operation='DELETE', pgid='pgtrigger_delete_delete_645d9', table='liaison_loggedcontact', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactfileevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='61ccbe5dc396864ae0d57e5f22de9ab049e0136b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_08e0b', table='liaison_contactfileevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='contactfile',
            constraint=models.UniqueConstraint(fields=('entry', 'file'), name='file_once_a_contact'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactfile',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "liaison_contactfileevent" ("at", "by_id", "entry_id", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id") VALUES (NEW."at", NEW."by_id", NEW."entry_id", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id"); RETURN NULL;', hash='efab30135d5780a03f52f390fa76a5f476e58a13', operation='INSERT', pgid='pgtrigger_insert_insert_cd49a', table='liaison_contactfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactfile',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "liaison_contactfileevent" ("at", "by_id", "entry_id", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id") VALUES (NEW."at", NEW."by_id", NEW."entry_id", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id"); RETURN NULL;', hash='02b1128fa71233cfd3e66dd89e9219d72504d221', operation='UPDATE', pgid='pgtrigger_update_update_abbf2', table='liaison_contactfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactfile',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "liaison_contactfileevent" ("at", "by_id", "entry_id", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id") VALUES (OLD."at", OLD."by_id", OLD."entry_id", OLD."file_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id"); RETURN NULL;', hash='99deb00dc349e7bfa4f3ec7550efc061016ba0aa', operation='DELETE', pgid='pgtrigger_delete_delete_382a4', table='liaison_contactfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='loggedcontactevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='27fb52623deb3f04f2ce81cb9680097e8a5d9fa6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d3896', table='liaison_loggedcontactevent', when='BEFORE')),
        ),
        *POLICIES,
    ]
