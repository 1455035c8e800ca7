"""A concern that was quoted by mistake can be taken out of the plan again; quoted anew, it is a row of its own."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from senco.access.protect import IN_SCHOOL, OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

BY_ME = "by_id = (select app_membership())"
BY_ME_OF_MINE = f"{OF_MY_PUPILS} and {IN_SCHOOL} and {BY_ME}"
RAISED_BY_ME = "exists (select 1 from register_concern c where c.id = concern_id)"


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_school_framework'),
        ('provision', '0002_policies'),
        ('register', '0014_pupil_files'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='pulledconcern',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='pulledconcern',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='pulledconcern',
            name='delete_delete',
        ),
        migrations.RemoveConstraint(
            model_name='pulledconcern',
            name='concern_pulled_in_once_a_plan',
        ),
        migrations.AddField(
            model_name='pulledconcern',
            name='removed_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='pulledconcernevent',
            name='removed_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulledconcern',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_pulledconcernevent" ("at", "by_id", "concern_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "raised_by_name", "raised_on", "removed_at", "school_id", "text") VALUES (NEW."at", NEW."by_id", NEW."concern_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."pupil_id", NEW."raised_by_name", NEW."raised_on", NEW."removed_at", NEW."school_id", NEW."text"); RETURN NULL;', hash='3584009f55316854be2c170bcba019e8186f737a', operation='INSERT', pgid='pgtrigger_insert_insert_874c9', table='provision_pulledconcern', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulledconcern',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_pulledconcernevent" ("at", "by_id", "concern_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "raised_by_name", "raised_on", "removed_at", "school_id", "text") VALUES (NEW."at", NEW."by_id", NEW."concern_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."pupil_id", NEW."raised_by_name", NEW."raised_on", NEW."removed_at", NEW."school_id", NEW."text"); RETURN NULL;', hash='8442372a1bf720d9e3c1c854b184851ce85bdcc0', operation='UPDATE', pgid='pgtrigger_update_update_6aadd', table='provision_pulledconcern', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulledconcern',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_pulledconcernevent" ("at", "by_id", "concern_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "pupil_id", "raised_by_name", "raised_on", "removed_at", "school_id", "text") VALUES (OLD."at", OLD."by_id", OLD."concern_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."pupil_id", OLD."raised_by_name", OLD."raised_on", OLD."removed_at", OLD."school_id", OLD."text"); RETURN NULL;', hash='977bb47ca6bfd1b4d5e1440f0e45a4d2ec0c5f7d', operation='DELETE', pgid='pgtrigger_delete_delete_16325', table='provision_pulledconcern', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='pulledconcern',
            constraint=models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('plan', 'concern'), name='concern_pulled_in_once_a_plan'),
        ),
        Protect(
            "pulledconcern",
            school=Allow("SIU", OF_SCHOOL, columns=("removed_at",), insertable=f"{OF_SCHOOL} and {BY_ME}"),
            staff=Allow(
                "SIU", OF_MY_PUPILS, check=BY_ME_OF_MINE, columns=("removed_at",),
                insertable=f"{BY_ME_OF_MINE} and {RAISED_BY_ME}",
            ),  # fmt: skip
        ),
    ]
