"""`DATABASE_URL` and `REDIS_URL` replace the embedded servers."""

import pytest

from senco.core.serving import postgres
from senco.core.serving.addresses import as_owner
from senco.core.serving.folder import DataFolder
from senco.core.serving.processes import Supervisor
from senco.core.serving.servers import addressed
from tests.serving.served import Served


@pytest.fixture
def outside(servers, bare_environment, short_folder):
    """A serve that is told of servers elsewhere."""
    named = {"DATABASE_URL": postgres.administrator_url(servers.folder), "REDIS_URL": servers.redis_url}
    one = Served(short_folder / "outside", bare_environment | named)
    yield one
    one.end()


def test_named_servers_are_used_and_left_running(outside, servers):
    outside.start_ready()
    assert outside.page("/healthz") == (200, "ok")
    assert not (outside.data / "postgres").exists()
    environment = outside.child("gunicorn").environ()
    assert environment["REDIS_URL"] == servers.redis_url
    assert environment["DATABASE_URL"].startswith("postgresql://senco_app:")
    assert outside.stop() == 0
    assert postgres.answers(postgres.administrator_url(servers.folder))


def test_a_runtime_address_is_taken_as_it_is_beside_an_owners(bare_environment, short_folder, monkeypatch):
    runtime, owner = "postgresql://senco_app:theirs@db.example/senco", "postgresql://admin@db.example/senco"
    monkeypatch.setenv("DATABASE_URL", runtime)
    monkeypatch.setenv("DATABASE_OWNER_URL", as_owner(owner))
    folder = DataFolder.opened(short_folder / "named")
    found = addressed(folder, Supervisor(folder.children))
    assert (found.database_url, found.owner_url) == (runtime, as_owner(owner))
    assert found.app_password == "theirs"


def test_an_administrators_address_alone_is_enough(bare_environment, short_folder, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://admin:pw@db.example/senco")
    folder = DataFolder.opened(short_folder / "alone")
    found = addressed(folder, Supervisor(folder.children))
    assert found.owner_url == as_owner("postgresql://admin:pw@db.example/senco")
    assert f"senco_app:{folder.secret('database_app_password')}@db.example" in found.database_url
