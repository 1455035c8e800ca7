"""`bin/serve` that ends in any way starts again, whole and quickly, and a part that fails takes nothing down silently."""

import signal
import socket

import psutil
import pytest

from senco.core.serving.folder import DataFolder

SECOND_START = 5.0  # processor seconds until Ready; on an idle machine it takes no longer by the clock


def polite(served):
    assert served.stop(signal.SIGTERM) == 0
    assert served.family() == []


def supervisor_killed(served):
    served.process.kill()
    served.result()
    assert served.family(), "the control: this crash does leave processes"


def power_cut(served):
    for process in served.family():
        process.kill()
    served.result()


def test_after_any_end_the_next_start_is_whole(served):
    served.start_ready()
    for end in (supervisor_killed, power_cut, polite):
        before = set(served.family())
        end(served)
        served.start_ready()
        assert served.page("/healthz") == (200, "ok"), end
        assert not before & set(served.family()), end
    assert is_quick(served)
    polite(served)


def is_quick(served):
    """Whether a start after a polite end stays within its limit. A crowded machine, where even processor seconds count
    for less, gets two more tries."""
    for _ in range(3):
        if 0 < served.processor_seconds() < SECOND_START:
            return True
        polite(served)
        served.start_ready()
    return False


@pytest.mark.parametrize(
    ("words", "name"), [(("postgres", "-D"), "PostgreSQL"), (("celery", "worker"), "worker")]
)
def test_a_part_that_dies_is_named_and_everything_stops(served, words, name):
    served.start_ready()
    served.child(*words).kill()
    assert served.result() == 1
    assert any(line.startswith(f"{name} ended unexpectedly") for line in served.lines), served.lines
    assert served.family() == []


def test_stopping_while_starting_leaves_nothing(served):
    served.start()
    served.until("Starting the database")
    assert served.stop() == 0
    assert served.family() == []


def test_a_taken_port_is_said_before_anything_starts(served):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", served.port))
        taken.listen()
        served.start()
        assert served.result() == 1
    assert served.lines[-1].startswith(f"Port {served.port} cannot be used")
    assert served.family() == []


def test_a_folder_keeps_the_school_it_began_with(served):
    DataFolder.opened(served.data).school_note.write_text("demo")
    served.start()
    assert served.result() == 1
    assert "was started with --school demo" in served.lines[-1]
    DataFolder.opened(served.data).school_note.unlink()


def test_manage_brings_its_own_servers_and_takes_them_away(served):
    note = DataFolder.opened(served.data).preparation_note
    assert note.exists()
    assert served.manage("check", "--database", "default") == 0
    assert served.family() == []
    assert note.exists(), "nothing changed, so the next start stays quick"
    assert served.manage("migrate", "--check") == 0
    assert not note.exists(), "this might have changed the schema"
    assert served.manage("no_such_command") == 1
    assert served.family() == []


def test_processes_are_recognised(served):
    """The control for every "nothing is left" above: a process that works in the folder is seen."""
    served.data.mkdir(exist_ok=True)
    sleeper = psutil.Popen(["sleep", "60"], cwd=served.data)
    assert [process.pid for process in served.family()] == [sleeper.pid]
    sleeper.kill()
    sleeper.wait()
    assert served.family() == []
