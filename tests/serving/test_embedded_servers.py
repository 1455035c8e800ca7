"""The embedded servers: private, durable, and able to start again after anything."""

import contextlib
import json
import os
import shutil
import stat

import psutil
import psycopg
import pytest
import redis

from senco.core.serving import leftovers, postgres, start_servers
from senco.core.serving.folder import DataFolder


def owner(servers):
    return psycopg.connect(postgres.administrator_url(servers.folder), autocommit=True)


def test_both_servers_answer(servers):
    with owner(servers) as connection:
        assert connection.execute("select 40 + 2").fetchone() == (42,)
        assert connection.info.server_version >= 180000
    with redis.Redis.from_url(servers.redis_url) as queue:
        queue.set("answer", 42)
        assert queue.get("answer") == b"42"


def test_the_database_wants_its_password(servers):
    right = postgres.administrator_url(servers.folder)
    wrong = right.replace(servers.folder.secret("database_admin_password"), "guess")
    assert postgres.answers(right)
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong)


def test_nothing_listens_on_the_network(servers):
    with owner(servers) as connection:
        assert connection.execute("show listen_addresses").fetchone() == ("",)
    for _, process in servers.supervisor.running:
        assert psutil.Process(process.pid).net_connections("inet") == []


def test_secrets_and_sockets_are_for_this_account_only(servers):
    folder = servers.folder
    for path in (
        folder.root / "database_admin_password",
        folder.database_sockets,
        folder.postgres,
        folder.valkey,
    ):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
    assert stat.S_IMODE((folder.sockets / "valkey.sock").stat().st_mode) & 0o077 == 0


def test_postgres_never_runs_as_root(servers):
    _, process = servers.supervisor.running[0]
    assert psutil.Process(process.pid).uids().effective != 0


def test_what_a_failing_statement_says_is_not_in_the_log(servers):
    log = servers.folder.log("postgres")
    with owner(servers) as connection:
        connection.execute("create table once (word text unique, number int)")
        connection.execute("insert into once values ('Canary of the key')")
        for statement in (
            "insert into once values ('Canary of the key')",
            "select 'Canary of the text' from nowhere",
        ):
            with pytest.raises(psycopg.Error):
                connection.execute(statement)
        quiet = log.read_text()
        connection.execute("set log_min_error_statement = error; set log_error_verbosity = default")
        with pytest.raises(psycopg.Error):
            connection.execute("insert into once values ('Canary of the key')")
    assert "duplicate key" in quiet and "Canary" not in quiet
    assert "Canary of the key" in log.read_text(), "the control"


@pytest.fixture
def durable(bare_environment, short_folder, request):
    """Starts durable servers on a folder of the test's own, as often as asked."""
    started = []

    def start(name=request.node.name[:20]):
        started.append(start_servers(short_folder / name))
        return started[-1]

    yield start
    for servers in started:
        servers.stop()


def test_durable_servers_acknowledge_only_what_is_on_disk(durable):
    servers = durable()
    with owner(servers) as connection:
        assert connection.execute("show synchronous_commit").fetchone() == ("on",)
        assert connection.execute("show fsync").fetchone() == ("on",)
    with redis.Redis.from_url(servers.redis_url) as queue:
        assert queue.config_get("append*")["appendonly"] == "yes"
        assert queue.config_get("append*")["appendfsync"] == "everysec"


def test_a_second_start_finds_the_same_data(durable):
    first = durable()
    with owner(first) as connection:
        connection.execute("create table kept as select 7 as value")
    with redis.Redis.from_url(first.redis_url) as queue:
        queue.set("kept", "7")
    first.stop()
    second = durable()
    with owner(second) as connection:
        assert connection.execute("select value from kept").fetchone() == (7,)
    with redis.Redis.from_url(second.redis_url) as queue:
        assert queue.get("kept") == b"7"


def test_a_killed_database_loses_nothing_and_blocks_nothing(durable):
    first = durable()
    with owner(first) as connection:
        connection.execute("create table kept as select 7 as value")
    kill_all(first)
    second = durable()
    with owner(second) as connection:
        assert connection.execute("select value from kept").fetchone() == (7,)


def test_orphans_of_a_crashed_run_are_ended(durable):
    first = durable()
    orphans = [psutil.Process(process.pid) for _, process in first.supervisor.running]
    assert all(orphan.is_running() for orphan in orphans)
    durable()
    assert not any(orphan.is_running() and orphan.status() != psutil.STATUS_ZOMBIE for orphan in orphans)


def test_a_stale_process_file_naming_somebody_else_does_not_block(durable):
    first = durable()
    kill_all(first)
    process_file = first.folder.postgres / "postmaster.pid"
    lines = process_file.read_text().splitlines()
    process_file.write_text("\n".join([str(os.getppid()), *lines[1:], ""]))
    with owner(durable()) as connection:
        assert connection.execute("select 1").fetchone() == (1,)


def test_an_interrupted_making_is_begun_again(durable):
    first = durable()
    first.stop()
    (first.folder.run / "making-database").touch()
    (first.folder.postgres / "PG_VERSION").unlink()
    with owner(durable()) as connection:
        assert connection.execute("select 1").fetchone() == (1,)


@pytest.mark.parametrize(
    "path", ["a" * 80 + "/" + "b" * 80, "100%20 é#1/da;ta?x&y"], ids=["long", "with a meaning in addresses"]
)
def test_a_path_that_no_address_can_hold_gets_its_sockets_elsewhere(bare_environment, short_folder, path):
    chosen = short_folder / path
    chosen.mkdir(parents=True)
    servers = start_servers(chosen, durable=False)
    try:
        assert servers.folder.sockets != servers.folder.run
        with owner(servers) as connection:
            assert connection.execute("select 1").fetchone() == (1,)
        with redis.Redis.from_url(servers.redis_url) as queue:
            assert queue.ping()
    finally:
        servers.stop()
        shutil.rmtree(servers.folder.sockets)


def test_a_process_number_that_was_given_to_somebody_else_is_left_alone(short_folder):
    folder = DataFolder.opened(short_folder / "reused")
    me = psutil.Process()
    record = {"pid": me.pid, "started": me.create_time() - 60, "stop": 15}
    folder.children.write_text(json.dumps([record]))
    assert leftovers.recorded(folder.children) == []
    record["started"] = me.create_time()
    folder.children.write_text(json.dumps([record]))
    assert leftovers.recorded(folder.children) == [(record, me)]


def kill_all(servers):
    """The power cut: no process gets to say goodbye."""
    for _, process in servers.supervisor.running:
        family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
        for one in family:
            with contextlib.suppress(
                psutil.NoSuchProcess
            ):  # a child goes by itself when it sees its parent gone
                one.kill()
        process.wait()
