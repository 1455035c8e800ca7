"""What a pupil attained has a table of its own."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import senco.core.models
from senco.access.belonging import Belongs
from senco.access.protect import OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

READ_MINE = Allow("S", OF_MY_PUPILS)
UNDOABLE = (
    f"{OF_SCHOOL} and origin_run is not null"  # an import may be taken back; nothing else is ever deleted
)
ADOPTED = """
create trigger not_adopted before update of origin_run on register_attainment for each row
  when (new.origin_run is not null and new.origin_run is distinct from old.origin_run) execute function refuse_adoption()
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0008_access_holds"), ("accounts", "0003_memberships_follow_the_address")]

    operations = [
        migrations.CreateModel(
            name="Attainment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("stage", models.CharField(max_length=10)),
                ("subject", models.CharField(max_length=60)),
                ("component", models.CharField(blank=True, max_length=60)),
                ("method", models.CharField(blank=True, max_length=20)),
                ("year", models.PositiveSmallIntegerField()),
                ("qualifier", models.CharField(blank=True, max_length=10)),
                ("result", models.CharField(max_length=40)),
                ("result_status", models.CharField(blank=True, max_length=10)),
                ("origin_run", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "pupil",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attainment",
                        to="register.pupil",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.school"
                    ),
                ),
            ],
            options={
                "ordering": ["-year", "stage", "subject", "component", "method", "id"],
            },
        ),
        migrations.CreateModel(
            name="AttainmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ("stage", models.CharField(max_length=10)),
                ("subject", models.CharField(max_length=60)),
                ("component", models.CharField(blank=True, max_length=60)),
                ("method", models.CharField(blank=True, max_length=20)),
                ("year", models.PositiveSmallIntegerField()),
                ("qualifier", models.CharField(blank=True, max_length=10)),
                ("result", models.CharField(max_length=40)),
                ("result_status", models.CharField(blank=True, max_length=10)),
                ("origin_run", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="register.attainment",
                    ),
                ),
                (
                    "pupil",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="register.pupil",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.school",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="attainment",
            constraint=models.UniqueConstraint(
                fields=("pupil", "stage", "subject", "component", "method", "year", "qualifier"),
                name="attained_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attainment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "register_attainmentevent" ("component", "id", "method", "origin_run", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "qualifier", "result", "result_status", "school_id", "stage", "subject", "year") VALUES (NEW."component", NEW."id", NEW."method", NEW."origin_run", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."qualifier", NEW."result", NEW."result_status", NEW."school_id", NEW."stage", NEW."subject", NEW."year"); RETURN NULL;',
                    hash="9096ea62c042c7a1fd65511d72cbac6d395ce127",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f9fc5",
                    table="register_attainment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attainment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "register_attainmentevent" ("component", "id", "method", "origin_run", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "qualifier", "result", "result_status", "school_id", "stage", "subject", "year") VALUES (NEW."component", NEW."id", NEW."method", NEW."origin_run", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."qualifier", NEW."result", NEW."result_status", NEW."school_id", NEW."stage", NEW."subject", NEW."year"); RETURN NULL;',
                    hash="f2d1c149ed67ededd5491245d11f80b0a218aaf7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b108f",
                    table="register_attainment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attainment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "register_attainmentevent" ("component", "id", "method", "origin_run", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "qualifier", "result", "result_status", "school_id", "stage", "subject", "year") VALUES (OLD."component", OLD."id", OLD."method", OLD."origin_run", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."qualifier", OLD."result", OLD."result_status", OLD."school_id", OLD."stage", OLD."subject", OLD."year"); RETURN NULL;',
                    hash="fb4b70c5f5a10f3637e8c4c62412cbbd493f5a39",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5ae4a",
                    table="register_attainment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attainmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b77a3b13e3c002fb6ca4e0329d988f72edb8b428",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e7e90",
                    table="register_attainmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        Protect(
            "attainment",
            school=Allow("SIUD", OF_SCHOOL, columns=("result", "result_status"), deletable=UNDOABLE),
            staff=READ_MINE,
            family=READ_MINE,
        ),
        Protect("attainmentevent", school=Allow("S", OF_SCHOOL)),
        migrations.RunSQL(ADOPTED, "drop trigger not_adopted on register_attainment"),
        Belongs("attainment"),
    ]
