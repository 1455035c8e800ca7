"""Concerns hold: whoever is asked for a view reads the chips and no concern; a view stands once it is decided on; nobody writes
in a colleague's name; steps say whom they were addressed to. What a pupil attained has a table of its own.
"""

import django.contrib.postgres.fields
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

# The kinds of step that move a concern on (STATE_AFTER), and those of them after which no view is taken any more.
IS_DECIDED = """
create function app_is_decided(c uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select s.kind in ('decided', 'told', 'untold', 'closed', 'withdrawn') from register_concernstep s
    where s.concern_id = c and s.kind in ('raised', 'reopened', 'views_asked', 'resumed', 'undone', 'decided', 'told', 'untold',
                                          'closed', 'withdrawn')
    order by s.at desc, s.id desc limit 1), false) $$;
revoke all on function app_is_decided(uuid) from public;
grant execute on function app_is_decided(uuid) to senco_staff;
"""

ME = "(select app_membership())"
RAISED_BY_ME = f"raised_by_id = {ME}"
SAID_BY_ME = "exists (select 1 from register_concern c where c.id = concern_id and c.raised_by_id = (select app_membership()))"
ARRIVED = "sent_at <= statement_timestamp() and withdrawn_at is null"
ANSWERABLE = f"{OF_MY_PUPILS} and asked_id = {ME} and cancelled_at is null and settled_at is null and not app_is_decided(concern_id)"
UNANSWERED = "answered_at is null and same_concern = '' and answer = ''"

# Staff keep what they raised while they work here, whoever teaches the pupil now; families need a live grant.
SIGHT = f"""
alter policy staff_select on register_concern using ({RAISED_BY_ME});
alter policy staff_select on register_concernstep using ({SAID_BY_ME});
alter policy staff_select on register_concernnotice using ({ARRIVED} and audience = 'raiser' and {SAID_BY_ME});
revoke select on register_concernstep from senco_staff, senco_family;
grant select (id, school_id, pupil_id, concern_id, kind, at) on register_concernstep to senco_staff, senco_family;
"""
SIGHT_BEFORE = f"""
grant select on register_concernstep to senco_staff, senco_family;
alter policy staff_select on register_concernnotice using ({OF_MY_PUPILS} and {ARRIVED} and audience = 'raiser' and {SAID_BY_ME});
alter policy staff_select on register_concernstep using ({OF_MY_PUPILS} and {SAID_BY_ME});
alter policy staff_select on register_concern using ({OF_MY_PUPILS} and {RAISED_BY_ME});
"""

# A view is its author's: the office asks, cancels and settles. Nobody writes in a colleague's name, the office included.
WRITING = f"""
alter policy staff_update on register_viewrequest using ({ANSWERABLE});
revoke update on register_viewrequest from senco_school;
grant update (asked_by_id, asked_at, due_on, cancelled_at, settled_at) on register_viewrequest to senco_school;
alter policy school_insert on register_viewrequest with check ({OF_SCHOOL} and asked_by_id = {ME} and {UNANSWERED});
alter policy school_insert on register_concern with check ({OF_SCHOOL} and {RAISED_BY_ME});
alter policy school_insert on register_concernstep with check ({OF_SCHOOL} and by_id = {ME});
alter policy school_insert on register_concernnote with check ({OF_SCHOOL} and by_id = {ME});
alter policy school_insert on register_advicemessage with check ({OF_SCHOOL} and by_id = {ME});
alter policy school_insert on register_advicethread with check ({OF_SCHOOL} and asked_by_id = {ME});
alter policy school_insert on register_concernnotice with check ({OF_SCHOOL} and sent_by_id = {ME});
"""
SIGNED = (
    "viewrequest",
    "concern",
    "concernstep",
    "concernnote",
    "advicemessage",
    "advicethread",
    "concernnotice",
)
WRITING_BEFORE = f"""
alter policy staff_update on register_viewrequest using ({OF_MY_PUPILS} and asked_id = {ME} and cancelled_at is null);
grant update on register_viewrequest to senco_school;
""" + "".join(f"alter policy school_insert on register_{name} with check ({OF_SCHOOL});" for name in SIGNED)

SAME_SCHOOL = """
alter table register_concernstep add constraint register_concernstep_to_id_same_school
  foreign key (to_id, school_id) references accounts_membership (id, school_id) deferrable initially deferred
"""
ASKED_BEFORE = """
update register_viewrequest v set seen = c.seen, settled_at = case when app_is_decided(c.id) then statement_timestamp() end
from register_concern c where c.id = v.concern_id
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="concernstep",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="concernstep",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="concernstep",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="viewrequest",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="viewrequest",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="viewrequest",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="concernstep",
            name="monitor_has_a_date",
        ),
        migrations.AddField(
            model_name="concernstep",
            name="to",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.membership",
            ),
        ),
        migrations.AddField(
            model_name="concernstepevent",
            name="to",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.membership",
            ),
        ),
        migrations.AddField(
            model_name="viewrequest",
            name="seen",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("reading", "Reading"),
                        ("writing", "Writing"),
                        ("maths", "Maths"),
                        ("memory", "Memory"),
                        ("talking", "Talking"),
                        ("understanding", "Understanding"),
                        ("friends", "Friends"),
                        ("change", "Coping with change"),
                        ("feelings", "Feelings"),
                        ("behaviour", "Behaviour"),
                        ("attention", "Attention"),
                        ("attendance", "Attendance"),
                        ("hearing", "Hearing"),
                        ("sight", "Sight"),
                        ("movement", "Movement"),
                        ("sensory", "Sensory"),
                    ],
                    max_length=15,
                ),
                default=list,
            ),
        ),
        migrations.AddField(
            model_name="viewrequest",
            name="settled_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="viewrequestevent",
            name="seen",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("reading", "Reading"),
                        ("writing", "Writing"),
                        ("maths", "Maths"),
                        ("memory", "Memory"),
                        ("talking", "Talking"),
                        ("understanding", "Understanding"),
                        ("friends", "Friends"),
                        ("change", "Coping with change"),
                        ("feelings", "Feelings"),
                        ("behaviour", "Behaviour"),
                        ("attention", "Attention"),
                        ("attendance", "Attendance"),
                        ("hearing", "Hearing"),
                        ("sight", "Sight"),
                        ("movement", "Movement"),
                        ("sensory", "Sensory"),
                    ],
                    max_length=15,
                ),
                default=list,
            ),
        ),
        migrations.AddField(
            model_name="viewrequestevent",
            name="settled_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="concern",
            name="seen_on",
            field=models.DateField(blank=True, null=True, verbose_name="seen on"),
        ),
        migrations.AlterField(
            model_name="concern",
            name="where",
            field=models.CharField(
                blank=True,
                choices=[
                    ("class", "In class"),
                    ("break", "Break or lunch"),
                    ("home", "At home"),
                    ("elsewhere", "Somewhere else"),
                ],
                default="class",
                max_length=10,
                verbose_name="where",
            ),
        ),
        migrations.AlterField(
            model_name="concernevent",
            name="seen_on",
            field=models.DateField(blank=True, null=True, verbose_name="seen on"),
        ),
        migrations.AlterField(
            model_name="concernevent",
            name="where",
            field=models.CharField(
                blank=True,
                choices=[
                    ("class", "In class"),
                    ("break", "Break or lunch"),
                    ("home", "At home"),
                    ("elsewhere", "Somewhere else"),
                ],
                default="class",
                max_length=10,
                verbose_name="where",
            ),
        ),
        migrations.AlterField(
            model_name="concernstep",
            name="kind",
            field=models.CharField(
                choices=[
                    ("raised", "Raised"),
                    ("assigned", "Assigned"),
                    ("views_asked", "Asked for a view"),
                    ("unasked", "View not needed any more"),
                    ("reminded", "Teachers reminded"),
                    ("observed", "Observation recorded"),
                    ("decided", "Decided"),
                    ("undone", "Decision undone"),
                    ("resumed", "Decision undone, views are awaited again"),
                    ("told", "Told"),
                    ("parents_told", "Parents told"),
                    ("untold", "Messages kept back"),
                    ("kept_back", "A further message kept back"),
                    ("closed", "Closed without telling"),
                    ("reopened", "Reopened"),
                    ("withdrawn", "Withdrawn"),
                    ("watched_on", "Watched on"),
                    ("watch_ended", "Not watched any more"),
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
                    ("views_asked", "Asked for a view"),
                    ("unasked", "View not needed any more"),
                    ("reminded", "Teachers reminded"),
                    ("observed", "Observation recorded"),
                    ("decided", "Decided"),
                    ("undone", "Decision undone"),
                    ("resumed", "Decision undone, views are awaited again"),
                    ("told", "Told"),
                    ("parents_told", "Parents told"),
                    ("untold", "Messages kept back"),
                    ("kept_back", "A further message kept back"),
                    ("closed", "Closed without telling"),
                    ("reopened", "Reopened"),
                    ("withdrawn", "Withdrawn"),
                    ("watched_on", "Watched on"),
                    ("watch_ended", "Not watched any more"),
                ],
                max_length=12,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="concernstep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "register_concernstepevent" ("at", "by_id", "concern_id", "decision", "id", "kind", "monitor_until", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "to_id") VALUES (NEW."at", NEW."by_id", NEW."concern_id", NEW."decision", NEW."id", NEW."kind", NEW."monitor_until", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."to_id"); RETURN NULL;',
                    hash="626981cdb7939312221bcab37dc03a96d5fe6448",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aad30",
                    table="register_concernstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="concernstep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "register_concernstepevent" ("at", "by_id", "concern_id", "decision", "id", "kind", "monitor_until", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "to_id") VALUES (NEW."at", NEW."by_id", NEW."concern_id", NEW."decision", NEW."id", NEW."kind", NEW."monitor_until", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."to_id"); RETURN NULL;',
                    hash="507c5825f451a7a507fcec5b8e3a6cc77e2160b3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_419b1",
                    table="register_concernstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="concernstep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "register_concernstepevent" ("at", "by_id", "concern_id", "decision", "id", "kind", "monitor_until", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "to_id") VALUES (OLD."at", OLD."by_id", OLD."concern_id", OLD."decision", OLD."id", OLD."kind", OLD."monitor_until", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."to_id"); RETURN NULL;',
                    hash="7387b52e6da32f539955a72e2539363834248dc9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9282c",
                    table="register_concernstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="viewrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "register_viewrequestevent" ("answer", "answered_at", "asked_at", "asked_by_id", "asked_id", "cancelled_at", "concern_id", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "same_concern", "school_id", "seen", "settled_at") VALUES (NEW."answer", NEW."answered_at", NEW."asked_at", NEW."asked_by_id", NEW."asked_id", NEW."cancelled_at", NEW."concern_id", NEW."due_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."same_concern", NEW."school_id", NEW."seen", NEW."settled_at"); RETURN NULL;',
                    hash="1d70a6a6538d86af060b34656fb44013c6e54b8b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d51b6",
                    table="register_viewrequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="viewrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "register_viewrequestevent" ("answer", "answered_at", "asked_at", "asked_by_id", "asked_id", "cancelled_at", "concern_id", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "same_concern", "school_id", "seen", "settled_at") VALUES (NEW."answer", NEW."answered_at", NEW."asked_at", NEW."asked_by_id", NEW."asked_id", NEW."cancelled_at", NEW."concern_id", NEW."due_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."same_concern", NEW."school_id", NEW."seen", NEW."settled_at"); RETURN NULL;',
                    hash="239dabedbcf5ab536a9d2bcedd937fdad95c1815",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1dec7",
                    table="register_viewrequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="viewrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "register_viewrequestevent" ("answer", "answered_at", "asked_at", "asked_by_id", "asked_id", "cancelled_at", "concern_id", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "same_concern", "school_id", "seen", "settled_at") VALUES (OLD."answer", OLD."answered_at", OLD."asked_at", OLD."asked_by_id", OLD."asked_id", OLD."cancelled_at", OLD."concern_id", OLD."due_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."same_concern", OLD."school_id", OLD."seen", OLD."settled_at"); RETURN NULL;',
                    hash="156867ee832d70d14f700cf3d493288ef6a4f294",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9ba2c",
                    table="register_viewrequest",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="concernstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decision", "monitor"), ("kind", "watched_on"), _connector="OR"),
                    ("monitor_until__isnull", True),
                    _connector="XOR",
                ),
                name="monitor_has_a_date",
            ),
        ),
        migrations.RunSQL(
            SAME_SCHOOL,
            "alter table register_concernstep drop constraint register_concernstep_to_id_same_school",
        ),
        migrations.RunSQL(IS_DECIDED, "drop function app_is_decided(uuid)"),
        migrations.RunSQL(SIGHT, SIGHT_BEFORE),
        migrations.RunSQL(WRITING, WRITING_BEFORE),
        migrations.RunSQL(ASKED_BEFORE, migrations.RunSQL.noop),
    ]
