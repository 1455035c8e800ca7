"""The second lock as the database itself describes it: nothing with a path to a pupil stands open."""

import pytest
from django.apps import apps
from django.db import connection

from tests.access.catalogue import ROLES, granted, rows, tables_leading_to, without_forced_security
from tests.factories import as_owner

pytestmark = pytest.mark.django_db

SIGN_IN_TABLES = {  # hang on the account, not on a pupil; the bare login role works on them, no scoped role does
    "account_emailaddress", "account_emailconfirmation", "mfa_authenticator", "usersessions_usersession",
    "guardian_userobjectpermission", "guardian_groupobjectpermission",
}  # fmt: skip


def test_every_table_with_a_path_to_a_pupil_or_school_is_locked_and_forced():
    pupil_bound = tables_leading_to("register_pupil", "accounts_school", "accounts_user")
    assert len(pupil_bound) > 40  # the question itself found something
    assert (pupil_bound & without_forced_security()) - SIGN_IN_TABLES == set()


def test_control_an_open_table_is_noticed():
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("create table left_open (id int, pupil_id uuid references register_pupil (id))")
        assert "left_open" in tables_leading_to("register_pupil") & without_forced_security()


def test_the_login_role_has_no_power_of_its_own():
    found = rows(
        "select rolname, rolsuper, rolbypassrls, rolinherit, rolcreaterole from pg_roles where rolname = 'senco_app'"
    )
    assert found == [("senco_app", False, False, False, False)]
    scoped = rows(
        "select rolname from pg_roles where rolname = any(%s) and (rolsuper or rolbypassrls)", [list(ROLES)]
    )
    assert scoped == []


def test_the_login_role_may_touch_no_pupil_table():
    open_tables = {table for table in tables_leading_to("register_pupil") if granted(table, "senco_app")}
    assert open_tables == set()


def test_a_governor_may_touch_no_pupil_table():
    assert {t for t in tables_leading_to("register_pupil") if granted(t, "senco_governor")} == set()
    assert granted("governance_figurerelease", "senco_governor") == {
        "SELECT"
    }  # control: the question finds a grant


def test_nothing_is_deleted_but_what_an_import_made_and_ones_own_notes():
    deletable = {
        t
        for t in tables_leading_to("register_pupil", "accounts_school")
        for r in ROLES
        if "DELETE" in granted(t, r)
    }
    undoable = {
        model._meta.db_table
        for model in apps.get_models()
        if any(f.name == "origin_run" for f in model._meta.fields)
    }
    own = {
        "register_savedview",
        "register_columnmapping",
        "register_importline",
        "drafts_draft",
        "outbox_outboxmessage",
        "provision_printjob",
    }
    calendar = {"accounts_term", "accounts_closure"}
    history = {f"{table}event" for table in undoable}
    with_its_period = {"register_stageduty"}
    removed = {"register_pupilfilecontent"}  # the bytes of files that were removed an hour ago
    allowed = (undoable - history) | own | calendar | with_its_period | removed | {"register_pupilaccess"}
    assert deletable <= allowed


def test_history_is_append_only_for_every_role():
    events = {m._meta.db_table for m in apps.get_models() if m._meta.db_table.endswith("event")} | {
        "audit_readevent"
    }
    assert len(events) > 15
    changed = {(t, r) for t in events for r in ROLES if granted(t, r) & {"UPDATE", "DELETE", "TRUNCATE"}}
    assert changed == set()


def test_every_tracked_table_has_its_history_triggers():
    tracked = {
        m.pgh_tracked_model._meta.db_table for m in apps.get_models() if hasattr(m, "pgh_tracked_model")
    }
    triggered = {
        table
        for (table,) in rows(
            "select tgrelid::regclass::text from pg_trigger where tgname like 'pgtrigger_%%'"
            " group by 1 having count(*) >= 3"
        )
    }
    assert tracked and tracked <= triggered


def test_every_pupil_bound_table_is_tracked():
    """Imports, drafts and saved views are not records about a pupil; event tables are the history itself; bytes of files are never
    changed, and the history is no place for a second copy of them."""
    tables = {m._meta.db_table: m for m in apps.get_models()}
    exempt = {"register_importline", "register_importrun", "register_pupilfilecontent"}
    bound = {t for t in tables_leading_to("register_pupil") if not t.endswith("event")} - exempt
    tracked = {m.pgh_tracked_model._meta.db_table for m in tables.values() if hasattr(m, "pgh_tracked_model")}
    assert bound and bound <= tracked


def test_definer_functions_fix_their_search_path_and_are_not_public():
    loose = rows(
        """
        select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
        and not coalesce(array_to_string(proconfig, ','), '') like '%%search_path=public, pg_temp%%'
        """
    )
    assert loose == []
    public = rows(
        "select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace and prorettype <> 'trigger'::regtype"
        " and has_function_privilege('public', oid, 'execute')"
    )
    assert public == []


def test_no_view_goes_round_the_policies():
    assert rows("select matviewname from pg_matviews where schemaname = 'public'") == []
    open_views = rows(
        "select oid::regclass::text from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace"
        " and not coalesce(array_to_string(reloptions, ','), '') like '%%security_invoker=true%%'"
    )
    assert open_views == []


def test_every_policy_names_one_role_and_never_public():
    shared = rows(
        "select tablename, policyname from pg_policies where roles = '{public}' or array_length(roles, 1) <> 1"
    )
    assert shared == []
