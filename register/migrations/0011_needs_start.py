"""A need says whether its start is a fact, as a status does: where a file gave none, another day stands in."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# A table never gives a need a start; of other files and of needs that a person took from one, the day they came stood in.
STOOD_IN = """
update register_senneed set start_known = false
where source = 'mis'
  and (starts = uuid_extract_timestamp(id)::date or origin_run in (select id from register_importrun where kind = 'pupils'))
"""


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0010_imports_hold'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='senneed',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='senneed',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='senneed',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='senneed',
            name='start_known',
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name='senneedevent',
            name='start_known',
            field=models.BooleanField(default=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='senneed',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "register_senneedevent" ("decided_by_id", "ends", "id", "need_type", "note", "origin_run", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "rank", "school_id", "source", "start_known", "starts") VALUES (NEW."decided_by_id", NEW."ends", NEW."id", NEW."need_type", NEW."note", NEW."origin_run", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."rank", NEW."school_id", NEW."source", NEW."start_known", NEW."starts"); RETURN NULL;', hash='5f347cd4fe8aa9bd4e0fbb228c97ada5e647f5e5', operation='INSERT', pgid='pgtrigger_insert_insert_27fde', table='register_senneed', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='senneed',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "register_senneedevent" ("decided_by_id", "ends", "id", "need_type", "note", "origin_run", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "rank", "school_id", "source", "start_known", "starts") VALUES (NEW."decided_by_id", NEW."ends", NEW."id", NEW."need_type", NEW."note", NEW."origin_run", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."rank", NEW."school_id", NEW."source", NEW."start_known", NEW."starts"); RETURN NULL;', hash='a6e69a617c1515924528ebf1179601f260e61893', operation='UPDATE', pgid='pgtrigger_update_update_d8273', table='register_senneed', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='senneed',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "register_senneedevent" ("decided_by_id", "ends", "id", "need_type", "note", "origin_run", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "rank", "school_id", "source", "start_known", "starts") VALUES (OLD."decided_by_id", OLD."ends", OLD."id", OLD."need_type", OLD."note", OLD."origin_run", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."rank", OLD."school_id", OLD."source", OLD."start_known", OLD."starts"); RETURN NULL;', hash='9090b0b03536c279aa65b56eb61a158d0e8ed0b3', operation='DELETE', pgid='pgtrigger_delete_delete_fff04', table='register_senneed', when='AFTER')),
        ),
        migrations.RunSQL(STOOD_IN, migrations.RunSQL.noop),
    ]
