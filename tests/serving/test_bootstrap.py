"""The set-up of a bare machine: which Python is found, and how the machine's registry settings are handed on."""

import fcntl
import os
import pwd
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


def checkout(root, made_at):
    """As much of a checkout as the comparison looks at, set up at `made_at`."""
    for lock, folder in (("requirements.lock", ".venv"), ("package-lock.json", "node_modules")):
        (root / folder).mkdir()
        for copy in (root / lock, root / folder / "installed.lock"):
            copy.write_text("pinned")
    (root / ".venv/bin").mkdir()
    (root / ".venv/bin/python").symlink_to(REAL_PYTHON)
    (root / ".venv/installed.at").write_text(str(made_at))


def test_a_checkout_that_was_moved_is_set_up_anew(tmp_path):
    """The programs in .venv/bin begin with the full path of their Python."""
    compare = f'ROOT="{tmp_path}"; up_to_date && echo same || echo anew'
    checkout(tmp_path, tmp_path)
    assert shell(compare, PATH="/usr/bin:/bin") == "same\n"
    (tmp_path / ".venv/installed.at").write_text("/somewhere/else")
    assert shell(compare, PATH="/usr/bin:/bin") == "anew\n"
    (tmp_path / ".venv/installed.at").unlink()
    assert shell(compare, PATH="/usr/bin:/bin") == "anew\n"


@pytest.fixture
def bootstrap(monkeypatch, tmp_path):
    """bin/bootstrap.py on a machine whose PATH holds only what the test puts there."""
    monkeypatch.syspath_prepend(str(BIN))
    import bootstrap
    import commands

    (tmp_path / "bin").mkdir()
    monkeypatch.setattr(commands, "USUAL_FOLDERS", ("/usr/bin", "/bin"))
    monkeypatch.setattr(commands.shutil, "which", only_in(tmp_path / "bin"))
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "PACKAGE_LOCK", tmp_path / "package-lock.json")
    (tmp_path / "package-lock.json").write_text("pinned")
    (tmp_path / "node_modules").mkdir()
    return bootstrap


def only_in(folder):
    def which(name, **_options):
        found = folder / name
        return str(found) if found.exists() else None

    return which


def program(place, script):
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)
    return place


WORKS = 'case "$1" in --version) echo 10.8.2;; *) touch "{done}";; esac'


@pytest.mark.parametrize(
    "machines_own",
    [
        "exit 126",
        'case "$1" in --version) echo 6.14.18;; *) exit 0;; esac',
        'echo 9.2.0; [ "$1" = --version ]',
        "echo nonsense",
    ],
    ids=["may not start", "too old", "fails while it installs", "no version"],
)
def test_an_npm_that_is_there_and_useless_gives_way_to_the_one_we_bring(bootstrap, tmp_path, machines_own):
    program(tmp_path / "bin/npm", machines_own)
    program(tmp_path / ".venv/bin/npm", WORKS.format(done=tmp_path / "done"))
    bootstrap.ensure_front_end_packages()
    assert (tmp_path / "done").exists()
    assert bootstrap.is_installed(tmp_path / "package-lock.json", tmp_path / "node_modules")


def test_an_npm_of_the_machine_that_works_is_used(bootstrap, tmp_path):
    program(tmp_path / "bin/npm", WORKS.format(done=tmp_path / "done"))
    program(tmp_path / ".venv/bin/npm", "exit 1")
    bootstrap.ensure_front_end_packages()
    assert (tmp_path / "done").exists()


def test_without_any_npm_that_works_it_is_said(bootstrap, tmp_path):
    program(tmp_path / "bin/npm", "exit 126")
    with pytest.raises(bootstrap.CannotContinue, match="front-end packages"):
        bootstrap.ensure_front_end_packages()
    assert not bootstrap.is_installed(tmp_path / "package-lock.json", tmp_path / "node_modules")


def test_a_browser_that_only_asks_for_a_snap_is_none(bootstrap, tmp_path, monkeypatch):
    import machine

    monkeypatch.setattr(machine, "MAC_BROWSERS", ())
    program(tmp_path / "bin/chromium-browser", "echo 'requires the chromium snap' >&2; exit 1")
    assert machine.find_browser() is None
    real = program(tmp_path / "bin/google-chrome", "echo Chrome 140")
    assert machine.find_browser() == str(real)


@pytest.mark.parametrize(("account", "options"), [(0, ["--with-deps", "chromium"]), (1000, ["chromium"])])
def test_where_debian_has_no_browser_playwright_brings_one(
    bootstrap, tmp_path, monkeypatch, capsys, account, options
):
    import machine

    asked = []
    monkeypatch.setattr(machine, "MAC_BROWSERS", ())
    monkeypatch.setattr(machine.os, "geteuid", lambda: account)
    monkeypatch.setattr(machine, "run", lambda command, *_more, **_silence: asked.append(command) or True)
    monkeypatch.setattr(machine, "said", lambda _command: "")
    monkeypatch.setattr(machine.sys, "platform", "linux")
    machine.ensure_browser(tmp_path / ".venv")
    assert [command[3:] for command in asked if "playwright" in command] == [["install", *options]]
    advised = "sudo apt-get install -y chromium" in capsys.readouterr().err
    assert advised == (account != 0), "who is not root has to type it"


def test_an_account_without_an_entry_can_set_up_too(bootstrap, registries, monkeypatch):
    def nobody(_number):
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", nobody)
    assert bootstrap.homes() == {Path(os.environ["HOME"])}
    monkeypatch.delenv("HOME")
    assert bootstrap.homes() == set()
    monkeypatch.delenv("PIP_CONFIG_FILE")
    assert Path("/etc/pip.conf") in registries.configuration_files()


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
