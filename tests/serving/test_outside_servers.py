"""`DATABASE_URL` and `REDIS_URL` replace the embedded servers."""

import psycopg
import pytest

from senco.core.serving import postgres
from senco.core.serving.addresses import as_owner
from senco.core.serving.folder import DataFolder
from senco.core.serving.preparation import is_prepared, note_prepared
from senco.core.serving.processes import Supervisor
from senco.core.serving.servers import addressed, names_database
from senco.core.serving.stack import PROJECT, allowed_hosts
from tests.serving.served import Served

HOSTED = "postgresql://hosted:pw@"


@pytest.fixture(scope="module")
def hosted(servers):
    """The address of a login that may create roles and owns its database: what a hosting company gives, no superuser."""
    administrator = postgres.administrator_url(servers.folder, "postgres")
    with psycopg.connect(administrator, autocommit=True) as connection:
        connection.execute("create role hosted login createrole createdb password 'pw'")
        connection.execute("create database rented owner hosted")
    return HOSTED + postgres.administrator_url(servers.folder, "rented").partition("@")[2]


@pytest.fixture
def outside(servers, hosted, bare_environment, short_folder):
    """A serve that is told of servers elsewhere, and of the hosts the site is known by."""
    named = {"DATABASE_URL": hosted, "REDIS_URL": servers.redis_url, "ALLOWED_HOSTS": "sen.example"}
    one = Served(short_folder / "outside", bare_environment | named)
    yield one
    one.end()


def test_named_servers_are_used_and_left_running(outside, servers, hosted):
    outside.start_ready()
    assert outside.page("/healthz") == (200, "ok")
    assert not (outside.data / "postgres").exists()
    environment = outside.child("gunicorn").environ()
    assert environment["REDIS_URL"] == servers.redis_url
    assert environment["DATABASE_URL"].startswith("postgresql://senco_app:")
    assert outside.stop() == 0
    assert postgres.answers(hosted)
    runtime, owners = environment["DATABASE_URL"], {"DATABASE_OWNER_URL": hosted}
    both = Served(outside.data, outside.environment | {"DATABASE_URL": runtime} | owners)
    assert both.manage("migrate", "--check") == 0, "an owner's address that does not name the role"
    with psycopg.connect(as_owner(hosted)) as owner:
        assert owner.execute("select tableowner from pg_tables where tablename = 'accounts_school'").fetchone() == (
            "senco_owner",
        )  # fmt: skip


@pytest.fixture
def named(bare_environment, short_folder, monkeypatch):
    """`named(DATABASE_URL=…)`: the addresses that follow from these variables."""

    def follow(**variables):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        folder = DataFolder.opened(short_folder / "named")
        return addressed(folder, Supervisor(folder.children))

    return follow


def test_a_runtime_address_is_taken_as_it_is_beside_an_owners(named):
    runtime, owner = "postgresql://senco_app:theirs@db.example/senco", "postgresql://admin@db.example/senco"
    for address in (owner, as_owner(owner)):
        found = named(DATABASE_URL=runtime, DATABASE_OWNER_URL=address)
        assert (found.database_url, found.owner_url) == (runtime, as_owner(owner))
        assert found.app_password == "theirs"


@pytest.mark.parametrize("name", ["DATABASE_URL", "DATABASE_OWNER_URL"])
def test_an_administrators_address_alone_is_enough(named, name):
    found = named(**{name: "postgresql://admin:pw@db.example/senco"})
    assert found.owner_url == as_owner("postgresql://admin:pw@db.example/senco")
    assert f"senco_app:{found.folder.secret('database_app_password')}@db.example" in found.database_url
    assert names_database()


def test_an_empty_variable_names_nothing(named):
    found = named(DATABASE_URL="", DATABASE_OWNER_URL="", REDIS_URL="")
    assert found.owner_url == as_owner(postgres.administrator_url(found.folder))
    assert found.redis_url.startswith("unix://")
    assert not names_database()
    note_prepared(found.folder, PROJECT)
    assert is_prepared(found.folder, PROJECT) == (PROJECT / "staticfiles").is_dir()


def test_a_named_database_is_looked_at_on_every_start(named):
    found = named(DATABASE_URL="postgresql://admin:pw@db.example/senco")
    note_prepared(found.folder, PROJECT)
    assert not is_prepared(found.folder, PROJECT)


def test_the_site_may_always_look_at_itself():
    assert allowed_hosts({}) == {}
    assert allowed_hosts({"ALLOWED_HOSTS": "sen.example"}) == {"ALLOWED_HOSTS": "sen.example,127.0.0.1"}
