"""A period of SEN status says at which stage of the school's framework it stands, and stages bring duties.

Recorded periods get the lowest stage that stands for their general level, by the nation of their school. Northern Ireland has
statements and no plans. Frameworks themselves are no rows: the next one needs no migration.
"""

import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import senco.core.models
from django.db import migrations, models

from senco.access.belonging import Belongs
from senco.access.protect import OF_MY_PUPILS, OF_SCHOOL, Allow, Protect


ME = "(select app_membership())"
STAGES = """
update register_senstatus s set
  stage = case a.nation
    when 'WLS' then case s.provision when 'N' then 'no_aln' when 'K' then 'idp_school' when 'E' then 'idp_authority' else 'wales_statement' end
    when 'NIR' then case s.provision when 'N' then 'no_sen' when 'K' then 'ni5_1' else 'ni5_5' end
    else case s.provision when 'N' then 'no_sen' when 'K' then 'sen_support' when 'E' then 'ehc_plan' else 'statement' end
  end,
  provision = case when a.nation = 'NIR' and s.provision = 'E' then 'S' else s.provision end
from accounts_school a where a.id = s.school_id;
set constraints all immediate;
set constraints all deferred;
"""

# The nightly job that writes the duties of a new term sees where pupils stand and since when, and which duties are there: nothing of
# why, and nothing of what became of them.
NIGHTLY = """
grant select (id, school_id, pupil_id, provision, stage, starts, ends) on register_senstatus to senco_system;
create policy system_select on register_senstatus for select to senco_system using (true);
grant select (joined_on) on register_pupil to senco_system;
revoke select on register_stageduty from senco_system;
grant select (id, school_id, pupil_id, status_id, stage, code, occurrence) on register_stageduty to senco_system;
"""
NIGHTLY_BEFORE = """
revoke select (joined_on) on register_pupil from senco_system;
drop policy system_select on register_senstatus;
revoke select (id, school_id, pupil_id, provision, stage, starts, ends) on register_senstatus from senco_system;
"""

# A duty goes only together with its period: one that was just made, or that an import brought.
WITH_ITS_PERIOD = (
    f"{OF_SCHOOL} and exists (select 1 from register_senstatus s where s.id = status_id "
    "and (s.origin_run is not null or s.created_at > statement_timestamp() - interval '1 hour'))"
)
NEW = "done_on is null and waived_on is null"
MINE = f"{OF_MY_PUPILS} and owner_id = {ME}"
OUTCOME = ("done_on", "done_by_id", "done_note")
OF_OFFICE = ("owner_id", "opens_on", "due_on", *OUTCOME, "waived_on", "waived_by_id", "waived_reason")


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_school_framework'),
        ('register', '0012_access_again'),
    ]

    operations = [
        migrations.CreateModel(
            name='StageDuty',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('stage', models.CharField(max_length=20)),
                ('code', models.CharField(max_length=40)),
                ('evidence', models.CharField(max_length=30)),
                ('occurrence', models.CharField(blank=True, max_length=12)),
                ('nth', models.PositiveSmallIntegerField(default=1)),
                ('opens_on', models.DateField()),
                ('due_on', models.DateField(verbose_name='due')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='done on')),
                ('done_note', models.TextField(blank=True, max_length=2000, verbose_name='what was done')),
                ('waived_on', models.DateField(blank=True, null=True)),
                ('waived_reason', models.TextField(blank=True, max_length=2000, verbose_name='why it is not needed')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['due_on', 'code', 'id'],
            },
        ),
        migrations.CreateModel(
            name='StageDutyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('stage', models.CharField(max_length=20)),
                ('code', models.CharField(max_length=40)),
                ('evidence', models.CharField(max_length=30)),
                ('occurrence', models.CharField(blank=True, max_length=12)),
                ('nth', models.PositiveSmallIntegerField(default=1)),
                ('opens_on', models.DateField()),
                ('due_on', models.DateField(verbose_name='due')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='done on')),
                ('done_note', models.TextField(blank=True, max_length=2000, verbose_name='what was done')),
                ('waived_on', models.DateField(blank=True, null=True)),
                ('waived_reason', models.TextField(blank=True, max_length=2000, verbose_name='why it is not needed')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='senstatus',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='senstatus',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='senstatus',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='senstatus',
            name='stage',
            field=models.CharField(blank=True, max_length=20, verbose_name='stage'),
        ),
        migrations.AddField(
            model_name='senstatusevent',
            name='stage',
            field=models.CharField(blank=True, max_length=20, verbose_name='stage'),
        ),
        migrations.AlterField(
            model_name='senstatus',
            name='reason',
            field=models.CharField(choices=[('less_progress', 'Less than expected progress despite high-quality teaching'), ('wider_need', 'Wider development or social need'), ('specialist_advice', 'Advice from a specialist'), ('more_help', 'More help is needed than the present stage gives'), ('less_help', 'Less help is needed than the present stage gives'), ('assessment', 'Statutory assessment asked for'), ('plan_issued', 'EHC plan or other statutory plan issued'), ('plan_ceased', 'EHC plan or other statutory plan ceased'), ('progress_made', 'Progress made: additional provision no longer needed'), ('joined', 'Joined the school with this status'), ('correction', 'Correction of the record'), ('from_mis', "Taken from the school's MIS"), ('framework', 'The school changed to another framework')], max_length=20, verbose_name='reason'),
        ),
        migrations.AlterField(
            model_name='senstatusevent',
            name='reason',
            field=models.CharField(choices=[('less_progress', 'Less than expected progress despite high-quality teaching'), ('wider_need', 'Wider development or social need'), ('specialist_advice', 'Advice from a specialist'), ('more_help', 'More help is needed than the present stage gives'), ('less_help', 'Less help is needed than the present stage gives'), ('assessment', 'Statutory assessment asked for'), ('plan_issued', 'EHC plan or other statutory plan issued'), ('plan_ceased', 'EHC plan or other statutory plan ceased'), ('progress_made', 'Progress made: additional provision no longer needed'), ('joined', 'Joined the school with this status'), ('correction', 'Correction of the record'), ('from_mis', "Taken from the school's MIS"), ('framework', 'The school changed to another framework')], max_length=20, verbose_name='reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='senstatus',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "register_senstatusevent" ("concern_id", "created_at", "criteria", "decided_by_id", "ends", "id", "origin_run", "parent_told_how", "parent_told_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision", "pupil_id", "reason", "school_id", "stage", "start_known", "starts") VALUES (NEW."concern_id", NEW."created_at", NEW."criteria", NEW."decided_by_id", NEW."ends", NEW."id", NEW."origin_run", NEW."parent_told_how", NEW."parent_told_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provision", NEW."pupil_id", NEW."reason", NEW."school_id", NEW."stage", NEW."start_known", NEW."starts"); RETURN NULL;', hash='8eaa5836cae320cebcbd06fba452d4a43d67f40f', operation='INSERT', pgid='pgtrigger_insert_insert_d4c31', table='register_senstatus', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='senstatus',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "register_senstatusevent" ("concern_id", "created_at", "criteria", "decided_by_id", "ends", "id", "origin_run", "parent_told_how", "parent_told_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision", "pupil_id", "reason", "school_id", "stage", "start_known", "starts") VALUES (NEW."concern_id", NEW."created_at", NEW."criteria", NEW."decided_by_id", NEW."ends", NEW."id", NEW."origin_run", NEW."parent_told_how", NEW."parent_told_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provision", NEW."pupil_id", NEW."reason", NEW."school_id", NEW."stage", NEW."start_known", NEW."starts"); RETURN NULL;', hash='b280ae0292bb72af84a38262c54c4327244405e9', operation='UPDATE', pgid='pgtrigger_update_update_54f51', table='register_senstatus', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='senstatus',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "register_senstatusevent" ("concern_id", "created_at", "criteria", "decided_by_id", "ends", "id", "origin_run", "parent_told_how", "parent_told_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision", "pupil_id", "reason", "school_id", "stage", "start_known", "starts") VALUES (OLD."concern_id", OLD."created_at", OLD."criteria", OLD."decided_by_id", OLD."ends", OLD."id", OLD."origin_run", OLD."parent_told_how", OLD."parent_told_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provision", OLD."pupil_id", OLD."reason", OLD."school_id", OLD."stage", OLD."start_known", OLD."starts"); RETURN NULL;', hash='3a87ebede0f11cb600dafa1cd1bb7dad7dcfa7b7', operation='DELETE', pgid='pgtrigger_delete_delete_9f4c6', table='register_senstatus', when='AFTER')),
        ),
        migrations.RunSQL(STAGES, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='senstatus',
            constraint=models.CheckConstraint(condition=models.Q(('stage', ''), _negated=True), name='sen_status_has_a_stage'),
        ),
        migrations.AddField(
            model_name='stageduty',
            name='done_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='stageduty',
            name='owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='duties', to='accounts.membership', verbose_name='whose'),
        ),
        migrations.AddField(
            model_name='stageduty',
            name='pupil',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='register.pupil'),
        ),
        migrations.AddField(
            model_name='stageduty',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='stageduty',
            name='status',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='register.senstatus'),
        ),
        migrations.AddField(
            model_name='stageduty',
            name='waived_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='stagedutyevent',
            name='done_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='stagedutyevent',
            name='owner',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership', verbose_name='whose'),
        ),
        migrations.AddField(
            model_name='stagedutyevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='register.stageduty'),
        ),
        migrations.AddField(
            model_name='stagedutyevent',
            name='pupil',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil'),
        ),
        migrations.AddField(
            model_name='stagedutyevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='stagedutyevent',
            name='status',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.senstatus'),
        ),
        migrations.AddField(
            model_name='stagedutyevent',
            name='waived_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddIndex(
            model_name='stageduty',
            index=models.Index(fields=['school', 'due_on'], name='register_st_school__0bea20_idx'),
        ),
        migrations.AddIndex(
            model_name='stageduty',
            index=models.Index(fields=['owner', 'due_on'], name='register_st_owner_i_f7a6b8_idx'),
        ),
        migrations.AddConstraint(
            model_name='stageduty',
            constraint=models.UniqueConstraint(fields=('status', 'stage', 'code', 'occurrence'), name='duty_once_an_occurrence'),
        ),
        migrations.AddConstraint(
            model_name='stageduty',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_by__isnull', True), ('done_note', ''), ('done_on__isnull', True)), models.Q(('done_by__isnull', False), ('done_on__isnull', False), models.Q(('done_note', ''), _negated=True)), _connector='OR'), name='duty_done_by_whom_and_how'),
        ),
        migrations.AddConstraint(
            model_name='stageduty',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('waived_by__isnull', True), ('waived_on__isnull', True), ('waived_reason', '')), models.Q(('waived_by__isnull', False), ('waived_on__isnull', False), models.Q(('waived_reason', ''), _negated=True)), _connector='OR'), name='duty_waived_by_whom_and_why'),
        ),
        migrations.AddConstraint(
            model_name='stageduty',
            constraint=models.CheckConstraint(condition=models.Q(('done_on__isnull', True), ('waived_on__isnull', True), _connector='OR'), name='duty_done_or_waived'),
        ),
        migrations.AddConstraint(
            model_name='stageduty',
            constraint=models.CheckConstraint(condition=models.Q(('nth__gte', 1), ('nth__lte', 3)), name='duty_nth_in_a_row'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stageduty',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "register_stagedutyevent" ("code", "created_at", "done_by_id", "done_note", "done_on", "due_on", "evidence", "id", "nth", "occurrence", "opens_on", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "stage", "status_id", "waived_by_id", "waived_on", "waived_reason") VALUES (NEW."code", NEW."created_at", NEW."done_by_id", NEW."done_note", NEW."done_on", NEW."due_on", NEW."evidence", NEW."id", NEW."nth", NEW."occurrence", NEW."opens_on", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."stage", NEW."status_id", NEW."waived_by_id", NEW."waived_on", NEW."waived_reason"); RETURN NULL;', hash='6a5ae3cf4897c10ad88e5efd62896a2d8b3e4218', operation='INSERT', pgid='pgtrigger_insert_insert_52dd3', table='register_stageduty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stageduty',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "register_stagedutyevent" ("code", "created_at", "done_by_id", "done_note", "done_on", "due_on", "evidence", "id", "nth", "occurrence", "opens_on", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "stage", "status_id", "waived_by_id", "waived_on", "waived_reason") VALUES (NEW."code", NEW."created_at", NEW."done_by_id", NEW."done_note", NEW."done_on", NEW."due_on", NEW."evidence", NEW."id", NEW."nth", NEW."occurrence", NEW."opens_on", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."stage", NEW."status_id", NEW."waived_by_id", NEW."waived_on", NEW."waived_reason"); RETURN NULL;', hash='9f8034c5c7b8176f2eae7cea875ab59c04615dbb', operation='UPDATE', pgid='pgtrigger_update_update_2f566', table='register_stageduty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stageduty',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "register_stagedutyevent" ("code", "created_at", "done_by_id", "done_note", "done_on", "due_on", "evidence", "id", "nth", "occurrence", "opens_on", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "stage", "status_id", "waived_by_id", "waived_on", "waived_reason") VALUES (OLD."code", OLD."created_at", OLD."done_by_id", OLD."done_note", OLD."done_on", OLD."due_on", OLD."evidence", OLD."id", OLD."nth", OLD."occurrence", OLD."opens_on", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."stage", OLD."status_id", OLD."waived_by_id", OLD."waived_on", OLD."waived_reason"); RETURN NULL;', hash='34642c8c9a73ffe3fdd76e7a0cdda948607b8c9c', operation='DELETE', pgid='pgtrigger_delete_delete_025ed', table='register_stageduty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stagedutyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a967effd63189746486afb4aaaf76486f3c72d3a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e50b4', table='register_stagedutyevent', when='BEFORE')),
        ),
        Protect(
            "stageduty",
            school=Allow("SIUD", OF_SCHOOL, insertable=f"{OF_SCHOOL} and {NEW}", columns=OF_OFFICE, deletable=WITH_ITS_PERIOD),
            staff=Allow(
                "SU", MINE, check=f"{MINE} and waived_on is null and (done_by_id is null or done_by_id = {ME})", columns=OUTCOME
            ),
            system=Allow("SI", insertable=NEW),
        ),
        Protect("stagedutyevent", school=Allow("S", OF_SCHOOL)),
        Belongs("stageduty"),
        migrations.RunSQL(NIGHTLY, NIGHTLY_BEFORE),
    ]
