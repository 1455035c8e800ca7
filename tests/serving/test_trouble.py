"""What goes wrong on a person's machine is said in words, and Ctrl-C is always heard: no traceback, nothing left behind."""

import contextlib
import json
import os
import signal
import subprocess
import time

import pytest

from senco.core.serving import leftovers, manage, preparation, serve
from senco.core.serving.folder import DataFolder
from senco.core.serving.lock import holder_in, owned
from tests.serving.served import PROJECT, Served


@pytest.fixture
def signals_as_before():
    """What the commands do with signals stays in this test."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def fresh(bare_environment, short_folder, request):
    """A data folder that nothing was ever done with."""
    one = Served(short_folder / f"{abs(hash(request.node.name))}", bare_environment)
    yield one
    one.end()


def test_a_data_folder_that_is_a_file(fresh):
    fresh.data.write_text("not a folder")
    fresh.start()
    assert fresh.result() == 1
    done = fresh.managed("check")
    assert done.returncode == 1
    for said in ("\n".join(fresh.lines), done.stderr):
        assert "cannot be the data folder" in said and "Choose another" in said
        assert "Traceback" not in said


def test_a_folder_of_another_account_is_refused(short_folder, monkeypatch):
    folder = DataFolder.opened(short_folder / "theirs")
    monkeypatch.setattr(os, "access", lambda path, mode: path != folder.logs)
    with pytest.raises(serve.CannotServe, match="not open to this account"):
        DataFolder.opened(folder.root)


@pytest.mark.parametrize("content", ["", "[{", "\0\0"])
def test_records_that_a_power_cut_spoilt_say_nothing(short_folder, content):
    folder = DataFolder.opened(short_folder / "spoilt")
    folder.children.write_text(content)
    assert leftovers.recorded(folder.children) == []
    assert holder_in(content) is None
    assert holder_in(json.dumps({"other": 1})) is None


def test_a_database_that_does_not_answer_beside_bin_serve(
    bare_environment, short_folder, monkeypatch, capsys, signals_as_before
):
    folder = DataFolder.opened(short_folder / "silent")
    monkeypatch.setenv("SENCO_DATA", str(folder.root))
    monkeypatch.setattr(manage, "PATIENCE", 0.1)
    with owned(folder.run, "serve", 8999):
        assert manage.main(["check"]) == 1
    assert "its database does not answer" in capsys.readouterr().err


def test_ctrl_c_while_waiting_for_another_command(fresh):
    folder = DataFolder.opened(fresh.data)
    with owned(folder.run, "manage"):
        waiting = started(fresh, "bin/manage", "check")
        assert "Waiting for another command" in waiting.stderr.readline()
        os.killpg(waiting.pid, signal.SIGINT)
        _said, complaint = waiting.communicate(timeout=60)
    assert (waiting.returncode, complaint) == (130, "")


@pytest.mark.parametrize(
    ("command", "code"), [(("bin/manage", "check"), 130), (("bin/serve", "--school", "empty"), 0)]
)
def test_ctrl_c_while_the_database_is_made(fresh, command, code):
    """As a terminal sends it: to the command and all that it started in the foreground."""
    port = ("--port", str(fresh.port)) if command[0] == "bin/serve" else ()
    running = started(fresh, *command, *port)
    mark = fresh.data / "run/making-database"
    while not mark.exists():
        assert running.poll() is None
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGINT)
    said, complaint = running.communicate(timeout=60)
    assert running.returncode == code, complaint
    assert "Traceback" not in complaint and "could not be made" not in complaint
    deadline = time.monotonic() + 10
    while fresh.family() and time.monotonic() < deadline:  # what initdb had started sees its end
        time.sleep(0.1)
    assert fresh.family() == []


def started(fresh, program, *arguments):
    environment = fresh.environment | {"SENCO_DATA": str(fresh.data)}
    return subprocess.Popen(
        [PROJECT / program, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_a_serve_that_is_to_outlive_its_terminal_does(signals_as_before):
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup leaves it
    serve.listen_for_signals()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    stop_asked, _hurry = serve.listen_for_signals()
    os.kill(os.getpid(), signal.SIGHUP)
    assert stop_asked.is_set(), "the control"


def test_only_our_own_files_tell_whether_a_folder_is_prepared(tmp_path):
    for name in (
        "senco/__init__.py",
        "senco/models.py",
        "templates/page.html",
        "requirements.lock",
        "tests/__init__.py",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("1")
    before = preparation.fingerprint(tmp_path)
    for name in (
        "my data/postgres/1",
        "my data/run/children.json",
        "tests/test_new.py",
        "senco/__pycache__/models.pyc",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("2")
    assert preparation.fingerprint(tmp_path) == before
    for name in ("senco/models.py", "templates/page.html", "requirements.lock", "reviews/__init__.py"):
        with contextlib.suppress(FileExistsError):
            (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(f"{name} has changed")
        assert preparation.fingerprint(tmp_path) != before, name
        before = preparation.fingerprint(tmp_path)
