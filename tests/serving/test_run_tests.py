"""`bin/test` on a machine whose environment points at a real installation: it is left alone."""

import os
import subprocess
import sys

import pytest

from senco.core.serving import INSTALLATION
from tests.serving.served import PROJECT


class Started(Exception):
    """Raised in place of starting servers."""


@pytest.fixture
def run_tests(monkeypatch):
    monkeypatch.syspath_prepend(str(PROJECT / "bin"))
    import run_tests

    yield run_tests
    sys.modules.pop("run_tests")


def test_named_servers_are_never_tested_on(run_tests, monkeypatch, capsys):
    for (
        name
    ) in INSTALLATION:  # every one: what is taken out of the environment here comes back after the test
        monkeypatch.setenv(name, "postgresql://live@db.example/senco")

    def start_servers(*_arguments, **_options):
        raise Started({name: value for name, value in os.environ.items() if "db.example" in value})

    monkeypatch.setattr(run_tests, "start_servers", start_servers)
    monkeypatch.setattr(run_tests, "clear_abandoned_runs", lambda: None)
    monkeypatch.setattr(run_tests.signal, "signal", lambda *_arguments: None)
    with pytest.raises(Started) as started:
        run_tests.main([])
    assert started.value.args == ({},)
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1 and f"not used: {', '.join(INSTALLATION)}" in said[0]
    assert "db.example" not in said[0]


def test_what_belongs_together_stays_on_one_worker():
    """A worker is told of a group by the name of the test; a version of pytest or of xdist may break that without a word."""
    asked = [
        sys.executable,
        "-m",
        "pytest",
        "-n",
        "1",
        "--dist",
        "loadgroup",
        "-v",
        "tests/serving/test_arguments.py",
    ]
    run = subprocess.run(asked, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    named = [line for line in run.stdout.splitlines() if " PASSED tests/serving/test_arguments.py::" in line]
    assert named and all(line.rstrip().endswith("@serving") for line in named), run.stdout
