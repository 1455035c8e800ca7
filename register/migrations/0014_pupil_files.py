"""Files about a pupil: what is known of each, and its bytes in a table of their own that the history does not copy.

Families and professionals read what is marked for them. The classroom adds files for colleagues alone, and changes what it added. The
system destroys the content of files removed an hour ago and has waiting ones scanned; of a file it reads no name.
"""

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
MINE = f"uploaded_by_id = {ME}"
HERE = "removed_at is null"
READABLE = f"{HERE} and scan <> 'waiting'"
JUST_ADDED = (
    f"{MINE} and {HERE} and uploaded_at between statement_timestamp() - interval '10 minutes'"
    " and statement_timestamp() + interval '10 minutes'"
)
FOR_COLLEAGUES = f"{OF_MY_PUPILS} and {IN_SCHOOL} and {JUST_ADDED} and for_staff and not for_family and not for_agency"
DESCRIBED = ("caption", "alt_text", "taken_on", "version", "removed_at", "removed_by_id", "removed_why")
AUDIENCES = ("for_staff", "for_family", "for_agency")


def of_file(condition: str) -> str:
    """Of the files that the same role sees, those for which the condition holds."""
    return f"exists (select 1 from register_pupilfile f where f.id = file_id and {condition})"


CONTENT_OF_READABLE = of_file("f.removed_at is null and f.scan <> 'waiting'")
CONTENT_OF_MINE = of_file(f"f.removed_at is null and f.uploaded_by_id = {ME}")
LONG_REMOVED = of_file("f.removed_at <= statement_timestamp() - interval '1 hour'")
WAITING_OR_LONG_REMOVED = of_file("(f.scan = 'waiting' or f.removed_at <= statement_timestamp() - interval '1 hour')")
READ_CONTENT = f"{OF_MY_PUPILS} and {CONTENT_OF_READABLE}"

# The classroom changes what it added; pictures and PDFs are packed already, so that packing them again would be lost time.
NARROWED = f"""
alter policy staff_update on register_pupilfile
  using ({OF_MY_PUPILS} and {MINE} and (removed_by_id is null or removed_by_id = {ME})) with check ({OF_MY_PUPILS} and {IN_SCHOOL} and {MINE});
revoke select on register_pupilfile from senco_system;
grant select (id, school_id, pupil_id, uploaded_at, scan, scanned_at, removed_at, removed_why, erased_at) on register_pupilfile
  to senco_system;
alter table register_pupilfilecontent alter column content set storage external;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_memberships_follow_the_address'),
        ('register', '0013_stages_and_duties'),
    ]

    operations = [
        migrations.CreateModel(
            name='PupilFile',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('kind', models.CharField(choices=[('picture', 'Picture'), ('pdf', 'PDF'), ('document', 'Document'), ('audio', 'Sound'), ('text', 'Text')], max_length=10)),
                ('content_type', models.CharField(max_length=100)),
                ('size', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('uploaded_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('caption', models.CharField(blank=True, max_length=500, verbose_name='what it is')),
                ('alt_text', models.CharField(blank=True, max_length=250, verbose_name='what the picture shows')),
                ('taken_on', models.DateField(blank=True, null=True, verbose_name='from which day')),
                ('for_staff', models.BooleanField(default=True, verbose_name='Staff who work with the pupil')),
                ('for_family', models.BooleanField(default=False, verbose_name='The family')),
                ('for_agency', models.BooleanField(default=False, verbose_name='Professionals the pupil is shared with')),
                ('scan', models.CharField(choices=[('none', 'Not scanned for viruses'), ('waiting', 'Waits for the virus scanner'), ('clean', 'Scanned: no virus found')], max_length=8)),
                ('scanned_at', models.DateTimeField(blank=True, null=True)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('removed_why', models.CharField(blank=True, choices=[('mistake', 'Wrong file or wrong pupil'), ('not_needed', 'No longer needed'), ('asked', 'The pupil or the family asked for it'), ('virus', 'A virus was found in it')], max_length=10, verbose_name='why')),
                ('erased_at', models.DateTimeField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='register.pupil')),
                ('removed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
                ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
            ],
            options={
                'ordering': ['-uploaded_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='PupilFileContent',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('content', models.BinaryField()),
                ('thumbnail', models.BinaryField(blank=True, default=b'')),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='stored', to='register.pupilfile')),
                ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.pupil')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PupilFileEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('kind', models.CharField(choices=[('picture', 'Picture'), ('pdf', 'PDF'), ('document', 'Document'), ('audio', 'Sound'), ('text', 'Text')], max_length=10)),
                ('content_type', models.CharField(max_length=100)),
                ('size', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('uploaded_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('caption', models.CharField(blank=True, max_length=500, verbose_name='what it is')),
                ('alt_text', models.CharField(blank=True, max_length=250, verbose_name='what the picture shows')),
                ('taken_on', models.DateField(blank=True, null=True, verbose_name='from which day')),
                ('for_staff', models.BooleanField(default=True, verbose_name='Staff who work with the pupil')),
                ('for_family', models.BooleanField(default=False, verbose_name='The family')),
                ('for_agency', models.BooleanField(default=False, verbose_name='Professionals the pupil is shared with')),
                ('scan', models.CharField(choices=[('none', 'Not scanned for viruses'), ('waiting', 'Waits for the virus scanner'), ('clean', 'Scanned: no virus found')], max_length=8)),
                ('scanned_at', models.DateTimeField(blank=True, null=True)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('removed_why', models.CharField(blank=True, choices=[('mistake', 'Wrong file or wrong pupil'), ('not_needed', 'No longer needed'), ('asked', 'The pupil or the family asked for it'), ('virus', 'A virus was found in it')], max_length=10, verbose_name='why')),
                ('erased_at', models.DateTimeField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='register.pupilfile')),
                ('pupil', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil')),
                ('removed_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school')),
                ('uploaded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='pupilfile',
            index=models.Index(fields=['pupil', '-uploaded_at'], name='register_pu_pupil_i_989c7b_idx'),
        ),
        migrations.AddConstraint(
            model_name='pupilfile',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('removed_at__isnull', True), ('removed_by__isnull', True), ('removed_why', '')), models.Q(('removed_at__isnull', False), models.Q(('removed_why', ''), _negated=True)), _connector='OR'), name='file_removed_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='pupilfile',
            constraint=models.CheckConstraint(condition=models.Q(('erased_at__isnull', True), models.Q(('erased_at__gte', models.F('removed_at')), ('removed_at__isnull', False)), _connector='OR'), name='file_erased_after_removal'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pupilfile',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "register_pupilfileevent" ("alt_text", "caption", "content_type", "erased_at", "for_agency", "for_family", "for_staff", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "removed_at", "removed_by_id", "removed_why", "scan", "scanned_at", "school_id", "sha256", "size", "taken_on", "uploaded_at", "uploaded_by_id", "version") VALUES (NEW."alt_text", NEW."caption", NEW."content_type", NEW."erased_at", NEW."for_agency", NEW."for_family", NEW."for_staff", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."removed_at", NEW."removed_by_id", NEW."removed_why", NEW."scan", NEW."scanned_at", NEW."school_id", NEW."sha256", NEW."size", NEW."taken_on", NEW."uploaded_at", NEW."uploaded_by_id", NEW."version"); RETURN NULL;', hash='ed899d5e08c2916df4f0e10df2f6e0dcca79b894', operation='INSERT', pgid='pgtrigger_insert_insert_42e5c', table='register_pupilfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pupilfile',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "register_pupilfileevent" ("alt_text", "caption", "content_type", "erased_at", "for_agency", "for_family", "for_staff", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "removed_at", "removed_by_id", "removed_why", "scan", "scanned_at", "school_id", "sha256", "size", "taken_on", "uploaded_at", "uploaded_by_id", "version") VALUES (NEW."alt_text", NEW."caption", NEW."content_type", NEW."erased_at", NEW."for_agency", NEW."for_family", NEW."for_staff", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."removed_at", NEW."removed_by_id", NEW."removed_why", NEW."scan", NEW."scanned_at", NEW."school_id", NEW."sha256", NEW."size", NEW."taken_on", NEW."uploaded_at", NEW."uploaded_by_id", NEW."version"); RETURN NULL;', hash='acaa5499a054012a53024408ffcfc234a5a0453d', operation='UPDATE', pgid='pgtrigger_update_update_784d6', table='register_pupilfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pupilfile',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "register_pupilfileevent" ("alt_text", "caption", "content_type", "erased_at", "for_agency", "for_family", "for_staff", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "removed_at", "removed_by_id", "removed_why", "scan", "scanned_at", "school_id", "sha256", "size", "taken_on", "uploaded_at", "uploaded_by_id", "version") VALUES (OLD."alt_text", OLD."caption", OLD."content_type", OLD."erased_at", OLD."for_agency", OLD."for_family", OLD."for_staff", OLD."id", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."removed_at", OLD."removed_by_id", OLD."removed_why", OLD."scan", OLD."scanned_at", OLD."school_id", OLD."sha256", OLD."size", OLD."taken_on", OLD."uploaded_at", OLD."uploaded_by_id", OLD."version"); RETURN NULL;', hash='a7d36acd8eb0595542f3e83be38d0240dc8b5381', operation='DELETE', pgid='pgtrigger_delete_delete_8f949', table='register_pupilfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pupilfileevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='154158346e70dd1b83a62c85a05301283fe9db91', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ec8eb', table='register_pupilfileevent', when='BEFORE')),
        ),
        Protect(
            "pupilfile",
            school=Allow("SIU", OF_SCHOOL, columns=(*DESCRIBED, *AUDIENCES), insertable=f"{OF_SCHOOL} and {JUST_ADDED}"),
            staff=Allow(
                "SIU",
                f"{OF_MY_PUPILS} and ((for_staff and {HERE}) or {MINE})",
                columns=DESCRIBED,
                insertable=FOR_COLLEAGUES,
            ),
            family=Allow("S", f"{OF_MY_PUPILS} and for_family and {READABLE}"),
            agency=Allow("S", f"{OF_MY_PUPILS} and for_agency and {READABLE}"),
            system=Allow("SU", columns=("scan", "scanned_at", "removed_at", "removed_why", "erased_at")),
        ),
        Protect("pupilfileevent", school=Allow("S", OF_SCHOOL)),
        Protect(
            "pupilfilecontent",
            school=Allow("SI", f"{OF_SCHOOL} and {CONTENT_OF_READABLE}", insertable=f"{OF_SCHOOL} and {CONTENT_OF_MINE}"),
            staff=Allow("SI", READ_CONTENT, insertable=f"{OF_MY_PUPILS} and {IN_SCHOOL} and {CONTENT_OF_MINE}"),
            family=Allow("S", READ_CONTENT),
            agency=Allow("S", READ_CONTENT),
            system=Allow("SD", WAITING_OR_LONG_REMOVED, deletable=LONG_REMOVED),
        ),
        migrations.RunSQL(NARROWED, migrations.RunSQL.noop),
        Belongs("pupilfile"),
        Belongs("pupilfilecontent"),
    ]
