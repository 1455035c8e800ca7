"""The set-up of a bare machine: which Python is found, and how the machine's registry settings are handed on."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
BIN = PROJECT / "bin"
REAL_PYTHON = Path(sys.base_prefix) / "bin/python3"


@pytest.fixture
def registries(monkeypatch, tmp_path):
    """The module that bin/bootstrap.py uses, with one configuration file of the test's own."""
    monkeypatch.syspath_prepend(str(BIN))
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "pip.conf"))
    import registries

    return registries


def test_pips_settings_are_translated_for_uv(registries, tmp_path):
    (tmp_path / "pip.conf").write_text(
        "[global]\nindex-url = https://one.example/simple\nfind-links = /a /b\n"
    )
    settings = registries.pip_settings_for_uv()
    assert settings["UV_DEFAULT_INDEX"] == "https://one.example/simple"
    assert settings["UV_FIND_LINKS"] == "/a,/b"
    assert settings["UV_INDEX_STRATEGY"] == "unsafe-best-match"


def test_a_variable_wins_over_a_file(registries, tmp_path, monkeypatch):
    (tmp_path / "pip.conf").write_text("[global]\nindex-url = https://one.example/simple\n")
    monkeypatch.setenv("PIP_INDEX_URL", "https://two.example/simple")
    assert registries.pip_settings_for_uv()["UV_DEFAULT_INDEX"] == "https://two.example/simple"


def test_a_machine_without_settings_changes_nothing(registries, monkeypatch):
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    assert registries.pip_settings_for_uv() == {}


@pytest.mark.parametrize("place", [".pyenv/versions/3.13.9/bin", ".asdf/installs/python/3.12.7/bin"])
def test_a_version_managers_python_is_found_by_the_home_folder_alone(tmp_path, place):
    folder = tmp_path / place
    folder.mkdir(parents=True)
    (folder / "python3").symlink_to(REAL_PYTHON)
    assert str(folder / "python3") in candidates(HOME=str(tmp_path))


def test_pyenv_root_is_looked_at(tmp_path):
    folder = tmp_path / "versions/3.13.9/bin"
    folder.mkdir(parents=True)
    (folder / "python3").symlink_to(REAL_PYTHON)
    assert str(folder / "python3") in candidates(HOME="/nonexistent", PYENV_ROOT=str(tmp_path))


def test_a_python_that_is_too_old_or_broken_is_passed_over(tmp_path):
    for name, script in (("3.13.1", "exit 1"), ("3.13.2", "exit 127")):
        fake = tmp_path / f"versions/{name}/bin/python3"
        fake.parent.mkdir(parents=True)
        fake.write_text(f"#!/bin/sh\n{script}\n")
        fake.chmod(0o755)
    real = tmp_path / "versions/3.13.3/bin/python3"
    real.parent.mkdir(parents=True)
    real.symlink_to(REAL_PYTHON)
    found = shell(
        'first_python "3, 12"',
        PATH=f"{tmp_path}:/usr/bin:/bin",
        HOME="/nonexistent",
        PYENV_ROOT=str(tmp_path),
    )
    assert found and "3.13.1" not in found and "3.13.2" not in found


def candidates(**environment):
    return shell("python_candidates", PATH="/usr/bin:/bin", **environment).splitlines()


def shell(command, **environment):
    """Runs one function of the bootstrap as bin/serve would."""
    script = f'. "{BIN}/_bootstrap.sh"; {command}'
    done = subprocess.run(
        ["/bin/sh", "-euc", script, str(BIN / "serve")],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_an_environment_that_matches_its_lock_is_left_alone():
    """Two file comparisons and nothing else: this is most of why a second start is quick."""
    assert shell("up_to_date && echo yes", PATH="/usr/bin:/bin") == "yes\n"


def test_two_set_ups_take_turns():
    """The second waits for the lock that the first holds."""
    with (PROJECT / ".venv-tools/lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        second = subprocess.Popen([sys.executable, BIN / "bootstrap.py"], stderr=subprocess.PIPE, text=True)
        assert "waiting" in second.stderr.readline()
        assert second.poll() is None
    assert second.wait(30) == 0
    second.stderr.close()
