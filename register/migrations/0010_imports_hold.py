"""Imports say what they do not know (whether the start of an SEN status is a fact or stands in for one), and keep what the MIS said."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import senco.core.models
from senco.access.belonging import Belongs
from senco.access.protect import OF_SCHOOL, Allow, Protect

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
        migrations.CreateModel(
            name="SenInMis",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "provision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("N", "No SEN"),
                            ("K", "SEN Support"),
                            ("E", "EHC plan"),
                            ("S", "Statement (before 2018)"),
                        ],
                        max_length=1,
                        verbose_name="SEN status",
                    ),
                ),
                ("needs", models.JSONField(blank=True, null=True, verbose_name="types of need")),
                ("said_on", models.DateField(verbose_name="said on")),
                ("source", models.CharField(blank=True, max_length=40, verbose_name="source")),
                ("origin_run", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "pupil",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="in_mis",
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
                "ordering": ["said_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="SenInMisEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                (
                    "provision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("N", "No SEN"),
                            ("K", "SEN Support"),
                            ("E", "EHC plan"),
                            ("S", "Statement (before 2018)"),
                        ],
                        max_length=1,
                        verbose_name="SEN status",
                    ),
                ),
                ("needs", models.JSONField(blank=True, null=True, verbose_name="types of need")),
                ("said_on", models.DateField(verbose_name="said on")),
                ("source", models.CharField(blank=True, max_length=40, verbose_name="source")),
                ("origin_run", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="register.seninmis",
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
            model_name="seninmis",
            constraint=models.UniqueConstraint(fields=("pupil", "origin_run"), name="in_mis_once_a_run"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seninmis",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "register_seninmisevent" ("id", "needs", "origin_run", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision", "pupil_id", "said_on", "school_id", "source") VALUES (NEW."id", NEW."needs", NEW."origin_run", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provision", NEW."pupil_id", NEW."said_on", NEW."school_id", NEW."source"); RETURN NULL;',
                    hash="778f947043d73b30fd0e59ec857cf9ebe6f8ab80",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_900d6",
                    table="register_seninmis",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seninmis",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "register_seninmisevent" ("id", "needs", "origin_run", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision", "pupil_id", "said_on", "school_id", "source") VALUES (NEW."id", NEW."needs", NEW."origin_run", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provision", NEW."pupil_id", NEW."said_on", NEW."school_id", NEW."source"); RETURN NULL;',
                    hash="71552d95eaad4a055d1f59782439c512f14da272",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5bb53",
                    table="register_seninmis",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seninmis",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "register_seninmisevent" ("id", "needs", "origin_run", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision", "pupil_id", "said_on", "school_id", "source") VALUES (OLD."id", OLD."needs", OLD."origin_run", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provision", OLD."pupil_id", OLD."said_on", OLD."school_id", OLD."source"); RETURN NULL;',
                    hash="36afdd6537fa6d172b4aa8bbbfa726d71941dee8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f6ee1",
                    table="register_seninmis",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seninmisevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="93b0056d457a23e676563c72b1464250279f4f6a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_36204",
                    table="register_seninmisevent",
                    when="BEFORE",
                ),
            ),
        ),
        Protect(
            "seninmis",
            school=Allow("SID", OF_SCHOOL, deletable=f"{OF_SCHOOL} and origin_run is not null"),
        ),
        Protect("seninmisevent", school=Allow("S", OF_SCHOOL)),
        Belongs("seninmis"),
        migrations.RunSQL(STOOD_IN, migrations.RunSQL.noop),
    ]
