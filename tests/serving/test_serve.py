"""`bin/serve` as a person uses it: one command, Ctrl-C, crashes, a second terminal."""

import signal
import socket
import subprocess
import urllib.request

import psutil
import pytest

from tests.serving.served import PROJECT, Served

SECOND_START = 5.0  # seconds


def page(served, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{served.port}{path}") as response:
        return response.status, response.read().decode()


def test_serves_pages_and_stops_without_a_trace(served):
    served.start_ready()
    assert page(served, "/healthz") == (200, "ok")
    assert page(served, "/accounts/login/")[0] == 200
    assert {"gunicorn", "worker", "beat", "valkey-server", "postgres"} <= working_parts(served)
    assert served.stop() == 0
    assert served.family() == []


def working_parts(served):
    words = {
        word for process in served.family() for word in " ".join(process.cmdline()).replace("/", " ").split()
    }
    return words


def test_a_second_start_is_quick_and_a_termination_signal_stops_it(served):
    served.start_ready()
    assert served.stop(signal.SIGTERM) == 0
    assert served.family() == []
    assert min(started_again(served) for _ in range(2)) < SECOND_START
    assert served.family() == []


def started_again(served):
    """Seconds from the command to the Ready line; the better of two counts, as other tests share the machine."""
    seconds = served.start_ready()
    served.stop()
    return seconds


def test_web_and_worker_never_hold_the_owners_address(served):
    served.start_ready()
    for words in (("gunicorn",), ("celery", "worker"), ("celery", "beat")):
        environment = served.child(*words).environ()
        assert "senco_app" in environment["DATABASE_URL"]
        assert "DATABASE_OWNER_URL" not in environment
        assert "DATABASE_APP_PASSWORD" not in environment
    served.stop()


def test_a_killed_supervisor_blocks_nothing(served):
    served.start_ready()
    orphans = set(served.family())
    served.process.kill()
    served.result()
    assert any(orphan.is_running() for orphan in orphans), "the control: the crash did leave processes"
    served.start_ready()
    assert page(served, "/healthz") == (200, "ok")
    assert not any(orphan.is_running() and orphan in served.family() for orphan in orphans)
    assert served.stop() == 0
    assert served.family() == []


def test_a_power_cut_blocks_nothing(served):
    served.start_ready()
    for process in served.family():
        process.kill()
    served.result()
    served.start_ready()
    assert page(served, "/healthz") == (200, "ok")
    assert served.stop() == 0


@pytest.mark.parametrize(
    ("words", "name"), [(("postgres", "-D"), "PostgreSQL"), (("celery", "worker"), "worker")]
)
def test_a_part_that_dies_is_named_and_everything_stops(served, words, name):
    served.start_ready()
    served.child(*words).kill()
    assert served.result() == 1
    assert any(line.startswith(f"{name} ended unexpectedly") for line in served.lines), served.lines
    assert served.family() == []


def test_a_taken_port_is_said_before_anything_starts(served):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", served.port))
        taken.listen()
        served.start()
        assert served.result() == 1
    assert served.lines[-1].startswith(f"Port {served.port} cannot be used")
    assert served.family() == []


def test_a_second_serve_on_the_same_folder_says_where_the_first_is(served):
    served.start_ready()
    second = Served(served.data, served.environment)
    second.start()
    assert second.result() == 1
    assert f"already running with {served.data} at http://127.0.0.1:{served.port}" in second.lines[-1]
    assert page(served, "/healthz") == (200, "ok")
    served.stop()


def test_a_folder_keeps_the_school_it_began_with(served):
    served.start_ready()
    served.stop()
    served.start("--school", "demo")
    assert served.result() == 1
    assert "was started with --school empty" in served.lines[-1]


def test_stopping_while_starting_leaves_nothing(served):
    served.start()
    served.until("Starting the database")
    assert served.stop() == 0
    assert served.family() == []


def test_manage_uses_the_servers_that_run(served):
    served.start_ready()
    before = {process.pid for process in served.family() if "postgres" in process.name()}
    assert manage(served, "migrate", "--check") == 0
    assert before & {process.pid for process in served.family()}
    assert page(served, "/healthz") == (200, "ok")
    served.stop()


def test_manage_brings_its_own_servers_and_takes_them_away(served):
    served.start_ready()
    served.stop()
    assert manage(served, "migrate", "--check") == 0
    assert served.family() == []


def test_manage_hands_on_the_commands_failure(served):
    assert manage(served, "no_such_command") == 1
    assert served.family() == []


def manage(served, *arguments):
    environment = served.environment | {"SENCO_DATA": str(served.data)}
    command = [str(PROJECT / "bin/manage"), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, timeout=120, check=False).returncode


def test_processes_are_recognised(served):
    """The control for every "nothing is left" above: a process that works in the folder is seen."""
    served.data.mkdir(exist_ok=True)
    sleeper = psutil.Popen(["sleep", "60"], cwd=served.data)
    assert [process.pid for process in served.family()] == [sleeper.pid]
    sleeper.kill()
    sleeper.wait()
    assert served.family() == []
