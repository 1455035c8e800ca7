"""A notice is seen from its hour on, and not at all once it was kept back; both locks say so."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from senco.access.protect import OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

ARRIVED = f"{OF_MY_PUPILS} and sent_at <= statement_timestamp() and withdrawn_at is null"
TO_ME_AS_RAISER = (
    "audience = 'raiser' and exists (select 1 from register_concern c "
    "where c.id = concern_id and c.raised_by_id = (select app_membership()))"
)


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0004_status_can_be_taken_back"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="concernnotice",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="concernnotice",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="concernnotice",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="concernnotice",
            name="withdrawn_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="concernnoticeevent",
            name="withdrawn_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="concernstep",
            name="kind",
            field=models.CharField(
                choices=[
                    ("raised", "Raised"),
                    ("assigned", "Assigned"),
                    ("views_asked", "Teachers asked for their view"),
                    ("reminded", "Teachers reminded"),
                    ("observed", "Observation recorded"),
                    ("decided", "Decided"),
                    ("told", "Told"),
                    ("untold", "Messages kept back"),
                    ("reopened", "Reopened"),
                    ("withdrawn", "Withdrawn"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="concernstepevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("raised", "Raised"),
                    ("assigned", "Assigned"),
                    ("views_asked", "Teachers asked for their view"),
                    ("reminded", "Teachers reminded"),
                    ("observed", "Observation recorded"),
                    ("decided", "Decided"),
                    ("told", "Told"),
                    ("untold", "Messages kept back"),
                    ("reopened", "Reopened"),
                    ("withdrawn", "Withdrawn"),
                ],
                max_length=12,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="concernnotice",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "register_concernnoticeevent" ("audience", "concern_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sent_at", "sent_by_id", "step_id", "text", "withdrawn_at") VALUES (NEW."audience", NEW."concern_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sent_at", NEW."sent_by_id", NEW."step_id", NEW."text", NEW."withdrawn_at"); RETURN NULL;',
                    hash="c518c67bd27bc985ee7a76f2eafa78920163e2b2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a4ea7",
                    table="register_concernnotice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="concernnotice",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "register_concernnoticeevent" ("audience", "concern_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sent_at", "sent_by_id", "step_id", "text", "withdrawn_at") VALUES (NEW."audience", NEW."concern_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."sent_at", NEW."sent_by_id", NEW."step_id", NEW."text", NEW."withdrawn_at"); RETURN NULL;',
                    hash="7cba6f6f906baf5c31e8fae5a962f9493b1d0297",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f0654",
                    table="register_concernnotice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="concernnotice",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "register_concernnoticeevent" ("audience", "concern_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "sent_at", "sent_by_id", "step_id", "text", "withdrawn_at") VALUES (OLD."audience", OLD."concern_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."sent_at", OLD."sent_by_id", OLD."step_id", OLD."text", OLD."withdrawn_at"); RETURN NULL;',
                    hash="9c8f13e8c11d70616fdf147465cc10e515bbfec3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_858cd",
                    table="register_concernnotice",
                    when="AFTER",
                ),
            ),
        ),
        Protect(
            "concernnotice",
            school=Allow("SIU", OF_SCHOOL),
            staff=Allow("S", f"{ARRIVED} and {TO_ME_AS_RAISER}"),
            family=Allow("S", f"{ARRIVED} and (audience = 'parents' or {TO_ME_AS_RAISER})"),
        ),
    ]
