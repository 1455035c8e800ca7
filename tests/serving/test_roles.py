"""The database roles on a server of their own: what the runtime login may take on, and what it may never."""

from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from senco.access.roles_sql import BYPASS, EXTENSIONS, GROUPS, OWNER, RolesRefused, make_roles
from senco.core.serving import postgres
from senco.core.serving.addresses import as_owner, as_runtime

PASSWORD = "right-password"


@pytest.fixture
def administrator(servers):
    """An administrator's address on a server without any of our roles, and an empty database."""
    with psycopg.connect(
        postgres.administrator_url(servers.folder, "postgres"), autocommit=True
    ) as connection:
        connection.execute("drop database if exists senco with (force)")
        for role in (*GROUPS, "senco_app", OWNER, BYPASS, "hosted"):
            connection.execute(f"drop role if exists {role}")
        connection.execute("create database senco")
    return postgres.administrator_url(servers.folder)


def runtime(administrator):
    return psycopg.connect(as_runtime(administrator, PASSWORD), autocommit=True)


def test_the_runtime_login_takes_on_each_group_and_nothing_else(administrator):
    make_roles(administrator, PASSWORD)
    with runtime(administrator) as connection:
        for group in GROUPS:
            connection.execute(f"set role {group}")
            assert connection.execute("select current_user").fetchone() == (group,)
        for role in (OWNER, "postgres", "pg_read_all_data"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(f"set role {role}")


def test_the_runtime_login_has_nothing_of_its_groups_until_it_asks(administrator):
    make_roles(administrator, PASSWORD)
    with psycopg.connect(as_owner(administrator)) as owner:
        owner.execute("create table facts as select 1 as fact")
        owner.execute("grant select on facts to senco_school")
    with runtime(administrator) as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("select fact from facts")
        connection.execute("set role senco_school")
        assert connection.execute("select fact from facts").fetchone() == (1,)


def test_no_role_is_stronger_than_it_must_be(administrator):
    make_roles(administrator, PASSWORD)
    with psycopg.connect(administrator) as connection:
        rows = connection.execute(
            "select rolname, rolcanlogin, rolinherit, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb"
            " from pg_roles where rolname like 'senco%' and rolname <> 'senco_bypass' order by 1"
        ).fetchall()
    assert [row[0] for row in rows] == sorted([*GROUPS, "senco_app", OWNER])
    assert [row[0] for row in rows if row[1]] == ["senco_app"]
    assert [row[0] for row in rows if not row[2]] == ["senco_app"]
    assert not any(row[3] for row in rows)


def test_the_runtime_login_has_time_limits(administrator):
    make_roles(administrator, PASSWORD)
    with runtime(administrator) as connection:
        assert connection.execute("show statement_timeout").fetchone() == ("30s",)
        assert connection.execute("show idle_in_transaction_session_timeout").fetchone() == ("1min",)


def test_only_the_owner_makes_objects(administrator):
    make_roles(administrator, PASSWORD)
    with runtime(administrator) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("create table mine (id int)")
    with psycopg.connect(as_owner(administrator)) as owner:
        owner.execute("create table ours (id int)")
        found = owner.execute("select tableowner from pg_tables where tablename = 'ours'").fetchone()
    assert found == (OWNER,)


def test_running_again_changes_the_password_and_nothing_else(administrator):
    make_roles(administrator, "first-password")
    make_roles(administrator, PASSWORD)
    with runtime(administrator) as connection:
        assert connection.execute("select session_user").fetchone() == ("senco_app",)
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(as_runtime(administrator, "first-password"))


def test_many_at_once_take_turns(administrator):
    with ThreadPoolExecutor(8) as pool:
        done = [pool.submit(make_roles, administrator, PASSWORD) for _ in range(16)]
        assert [one.result() for one in done] == [None] * 16


def test_the_extensions_are_there(administrator):
    make_roles(administrator, PASSWORD)
    with psycopg.connect(administrator) as connection:
        found = {row[0] for row in connection.execute("select extname from pg_extension").fetchall()}
    assert found >= set(EXTENSIONS)


def test_a_hosted_administrator_without_superuser_is_enough(administrator):
    with psycopg.connect(administrator, autocommit=True) as connection:
        connection.execute("create role hosted login createrole createdb password 'pw'")
        connection.execute("alter database senco owner to hosted")
    hosted = administrator.replace(administrator.split("//")[1].split("@")[0], "hosted:pw")
    make_roles(hosted, PASSWORD)
    make_roles(hosted, PASSWORD)
    with psycopg.connect(as_owner(hosted)) as owner:
        owner.execute("create table ours (name citext)")
    with runtime(administrator) as connection:
        connection.execute("set role senco_school")


def test_tests_may_look_past_the_lock_and_production_refuses_such_a_server(administrator):
    make_roles(administrator, PASSWORD, testing=True)
    with runtime(administrator) as connection:
        for role in (OWNER, BYPASS):
            connection.execute(f"set role {role}")
    with pytest.raises(RolesRefused, match="senco_bypass"):
        make_roles(administrator, PASSWORD)


def test_a_group_that_was_made_too_strong_is_refused(administrator):
    make_roles(administrator, PASSWORD)
    with psycopg.connect(administrator) as connection:
        connection.execute("alter role senco_governor bypassrls")
    with pytest.raises(RolesRefused, match="senco_governor"):
        make_roles(administrator, PASSWORD)


def test_the_password_never_reaches_the_servers_log(administrator, servers):
    with psycopg.connect(administrator, autocommit=True) as connection:
        connection.execute("alter database senco set log_statement = 'all'")
    make_roles(make_conninfo(administrator), PASSWORD)
    log = (servers.folder.logs / "postgres.log").read_text()
    assert "alter role" in log
    assert PASSWORD not in log
