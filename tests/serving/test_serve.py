"""`bin/serve` while it runs: what it answers, what its parts know, and what a second terminal may do."""

import pytest

from tests.serving.served import Served


@pytest.fixture(scope="module")
def running(bare_environment, prepared_folder):
    """One running system for the module; the last line is a test too: it goes without a trace."""
    one = Served(prepared_folder, bare_environment)
    try:
        one.start_ready()
        yield one
        assert one.stop() == 0
        assert one.family() == []
    finally:
        one.end()


def test_serves_pages_through_all_its_parts(running):
    assert running.page("/healthz") == (200, "ok")
    assert running.page("/accounts/login/")[0] == 200
    for part in ("gunicorn", "celery worker", "celery beat", "valkey-server", "postgres -D"):
        assert running.child(*part.split()).is_running(), part


def test_web_and_worker_never_hold_the_owners_address(running):
    for words in (("gunicorn",), ("celery", "worker"), ("celery", "beat")):
        environment = running.child(*words).environ()
        assert "senco_app" in environment["DATABASE_URL"]
        assert "DATABASE_OWNER_URL" not in environment
        assert "DATABASE_APP_PASSWORD" not in environment


def test_an_empty_school_is_not_in_demo_mode(running):
    assert running.child("gunicorn").environ()["SENCO_DEMO"] == "0"


def test_a_second_serve_on_the_same_folder_says_where_the_first_is(running):
    second = Served(running.data, running.environment)
    second.start()
    assert second.result() == 1
    assert f"already running with {running.data} at http://127.0.0.1:{running.port}" in second.lines[-1]
    assert running.page("/healthz") == (200, "ok")


def test_manage_uses_the_servers_that_run(running):
    before = running.child("postgres", "-D").pid
    assert running.manage("migrate", "--check") == 0
    assert running.child("postgres", "-D").pid == before
    assert running.page("/healthz") == (200, "ok")
