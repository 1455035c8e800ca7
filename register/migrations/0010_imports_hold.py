"""Imports say what they do not know: whether the start of an SEN status is a fact or stands in for one."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# What the register could tell until now: an import took the day itself, or the day of admission, where a file gave none.
STOOD_IN = """
update register_senstatus s set start_known = false
from register_pupil p
where p.id = s.pupil_id and s.reason = 'from_mis' and s.origin_run is not null
  and (s.starts = s.created_at::date or s.starts = p.joined_on)
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0009_concerns_hold")]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="senstatus",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="senstatus",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="senstatus",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="senstatus",
            name="start_known",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="senstatusevent",
            name="start_known",
            field=models.BooleanField(default=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="senstatus",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "register_senstatusevent" ("concern_id", "created_at", "criteria", "decided_by_id", "ends", "id", "origin_run", "parent_told_how", "parent_told_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision", "pupil_id", "reason", "school_id", "start_known", "starts") VALUES (NEW."concern_id", NEW."created_at", NEW."criteria", NEW."decided_by_id", NEW."ends", NEW."id", NEW."origin_run", NEW."parent_told_how", NEW."parent_told_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provision", NEW."pupil_id", NEW."reason", NEW."school_id", NEW."start_known", NEW."starts"); RETURN NULL;',
                    hash="3169a5a5d97cb126dce74d8ffb0cef1d57b03594",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d4c31",
                    table="register_senstatus",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="senstatus",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "register_senstatusevent" ("concern_id", "created_at", "criteria", "decided_by_id", "ends", "id", "origin_run", "parent_told_how", "parent_told_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision", "pupil_id", "reason", "school_id", "start_known", "starts") VALUES (NEW."concern_id", NEW."created_at", NEW."criteria", NEW."decided_by_id", NEW."ends", NEW."id", NEW."origin_run", NEW."parent_told_how", NEW."parent_told_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provision", NEW."pupil_id", NEW."reason", NEW."school_id", NEW."start_known", NEW."starts"); RETURN NULL;',
                    hash="4044bbca905ef943c88a2e7a95a5d88fba38b954",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_54f51",
                    table="register_senstatus",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="senstatus",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "register_senstatusevent" ("concern_id", "created_at", "criteria", "decided_by_id", "ends", "id", "origin_run", "parent_told_how", "parent_told_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision", "pupil_id", "reason", "school_id", "start_known", "starts") VALUES (OLD."concern_id", OLD."created_at", OLD."criteria", OLD."decided_by_id", OLD."ends", OLD."id", OLD."origin_run", OLD."parent_told_how", OLD."parent_told_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provision", OLD."pupil_id", OLD."reason", OLD."school_id", OLD."start_known", OLD."starts"); RETURN NULL;',
                    hash="bccd8a9cc5c2a500720f7708ee7cda40c7a7b695",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9f4c6",
                    table="register_senstatus",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunSQL(STOOD_IN, migrations.RunSQL.noop),
    ]
