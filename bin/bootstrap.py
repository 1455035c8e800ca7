"""Makes the environment every command in bin/ runs in. Standard library only; runs on Python 3.11 and newer.

Each step leaves a copy of the lock file it installed, so that a second run does nothing, and two runs at once take turns.
"""

import argparse
import fcntl
import os
import pwd
import shutil
import sys
from contextlib import contextmanager, suppress
from pathlib import Path

import machine
import registries
from commands import CannotContinue, environment_with, find, insist, run, said, say

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin/python"
TOOLS = ROOT / ".venv-tools"
LOCK = ROOT / "requirements.lock"
PACKAGE_LOCK = ROOT / "package-lock.json"
INSTALLED = "installed.lock"
PLACE = "installed.at"
PYTHON_WANTED = (3, 12)
OLDEST_NPM = 7  # reads version 2 and 3 of package-lock.json


def main() -> int:
    """Brings the environment up to date; returns the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--browser", action="store_true", help="also install what the browser tests need")
    wanted = parser.parse_args()
    try:
        with only_one_at_a_time():
            ensure_python_packages()
            ensure_front_end_packages()
            ensure_words()
            if wanted.browser:
                machine.ensure_browser(ENVIRONMENT)
    except CannotContinue as problem:
        say(f"Set-up could not finish: {problem}")
        return 1
    return 0


@contextmanager
def only_one_at_a_time():
    """Holds a lock so that two commands started together do not build one environment at once."""
    TOOLS.mkdir(exist_ok=True)
    (TOOLS / ".gitignore").write_text("*\n")
    with (TOOLS / "lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another command is setting up the environment; waiting for it …")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def ensure_python_packages() -> None:
    """`.venv` holds exactly what requirements.lock lists, each package checked against its hash."""
    if is_installed(LOCK, ENVIRONMENT) and PYTHON.exists() and is_where_it_was_made():
        return
    say("Installing Python packages (about a minute the first time) …")
    machine.ensure_pdf_libraries()
    uv = find_uv()
    wanted = [PYTHON, "-c", f"import sys; sys.exit(sys.version_info < {PYTHON_WANTED})"]
    if not is_where_it_was_made() or not run(wanted, quietly=True):
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        make_environment(uv)
    sync = [uv, "pip", "sync", "--quiet", "--require-hashes", "--python", PYTHON, LOCK]
    if not run(sync, uv_settings(**registries.pip_settings_for_uv())):
        say("Trying again with uv's own registry settings …")
        insist(sync, uv_settings(), "the Python packages could not be installed; see above.")
    (ENVIRONMENT / PLACE).write_text(str(ROOT))
    shutil.copyfile(LOCK, ENVIRONMENT / INSTALLED)


def is_where_it_was_made() -> bool:
    """The programs in `.venv/bin` name their Python by its full path: a checkout that was moved needs them anew."""
    note = ENVIRONMENT / PLACE
    return note.is_file() and note.read_text() == str(ROOT)


def make_environment(uv: Path) -> None:
    """An empty `.venv`, on the Python running this file where it is new enough; otherwise uv is asked to fetch one."""
    python = sys.executable if sys.version_info >= PYTHON_WANTED else "3.13"
    insist(
        [uv, "venv", "--quiet", "--python", python, ENVIRONMENT],
        uv_settings(),
        "there is no Python 3.12 or newer on this machine and none could be fetched. Install one and start again.",
    )


def ensure_front_end_packages() -> None:
    """`node_modules` holds what package-lock.json lists; no package's own scripts are run."""
    modules = ROOT / "node_modules"
    if is_installed(PACKAGE_LOCK, modules):
        return
    say("Installing front-end packages …")
    if not any(installs(npm) for npm in npms()):
        raise CannotContinue("the front-end packages could not be installed; see above.")
    shutil.copyfile(PACKAGE_LOCK, modules / INSTALLED)


def ensure_words() -> None:
    """The translations are compiled where their words are newer."""
    compiling = [PYTHON, "-m", "senco.core.words.catalogues"]
    insist(
        compiling,
        environment_with(PYTHONPATH=str(ROOT)),
        "the translations could not be compiled; see above.",
    )


def npms() -> list[Path]:
    """The machine's npm where it works and reads our lock file, then the one that the Python packages brought."""
    brought = ENVIRONMENT / "bin/npm"
    found = find("npm")
    usable = found and major(said([found, "--version"])) >= OLDEST_NPM
    return [Path(found), brought] if usable else [brought]


def major(version: str) -> int:
    """The first number of a version; 0 where the text is none."""
    first = version.partition(".")[0]
    return int(first) if first.isdecimal() else 0


def installs(npm: Path) -> bool:
    settings = environment_with(NODE_EXTRA_CA_CERTS=registries.certificate_bundle())
    settings["PATH"] = f"{npm.parent}:{settings['PATH']}"  # npm asks for the node beside it
    options = ["--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--no-update-notifier"]
    return run([npm, "ci", "--prefix", ROOT, *options], settings)


def is_installed(lock: Path, folder: Path) -> bool:
    stamp = folder / INSTALLED
    return stamp.is_file() and stamp.read_bytes() == lock.read_bytes()


def find_uv() -> Path:
    """The machine's uv, or one of our own in `.venv-tools`. A version manager's shim may exist and refuse."""
    likely = [home / place for home in homes() for place in (".local/bin/uv", ".cargo/bin/uv")]
    on_path = shutil.which("uv")
    return first_that_runs([*([Path(on_path)] if on_path else []), *likely]) or our_uv() or install_uv()


def homes() -> set[Path]:
    """$HOME, and the account's own where it has an entry; a container may run under a number without one."""
    found = {Path(os.environ["HOME"])} if os.environ.get("HOME") else set()
    with suppress(KeyError):
        found.add(Path(pwd.getpwuid(os.getuid()).pw_dir))
    return found


def our_uv() -> Path | None:
    return first_that_runs([TOOLS / "python/bin/uv", TOOLS / "packages/bin/uv"])


def first_that_runs(places: list[Path]) -> Path | None:
    return next((uv for uv in places if run([uv, "--version"], quietly=True)), None)


def install_uv() -> Path:
    """Installs uv beside the project by the first way this machine allows."""
    say("Installing uv …")
    for way in (uv_in_own_environment, uv_by_the_machines_pip, uv_after_adding_venv):
        way()
        uv = our_uv()
        if uv:
            return uv
    raise CannotContinue(
        f"{sys.executable} has neither venv nor pip, and there is no uv. Type: sudo apt-get install -y python3-venv"
    )


def uv_in_own_environment() -> None:
    """A private virtual environment; fails quietly where Debian leaves out ensurepip."""
    if run([sys.executable, "-m", "venv", "--clear", TOOLS / "python"], quietly=True):
        run([TOOLS / "python/bin/python", "-m", "pip", "install", "--quiet", "uv"], pip_settings())


def uv_by_the_machines_pip() -> None:
    """`--target` leaves the machine's own packages alone, which an externally managed Python insists on."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", TOOLS / "packages", "uv"]
    run(pip, pip_settings(), quietly=True)


def uv_after_adding_venv() -> None:
    if machine.install("python3-venv"):
        uv_in_own_environment()


def pip_settings() -> dict[str, str]:
    return environment_with(PIP_DISABLE_PIP_VERSION_CHECK="1")


def uv_settings(**registry: str) -> dict[str, str]:
    """uv does not read pip's configuration, so the machine's registry and certificates are handed on to it."""
    settings = environment_with(UV_SYSTEM_CERTS="1", **registry)
    if not os.access(settings.get("HOME", "/nonexistent"), os.W_OK):
        settings.setdefault("UV_CACHE_DIR", str(TOOLS / "cache"))
        settings.setdefault("UV_PYTHON_INSTALL_DIR", str(TOOLS / "pythons"))
    return settings


if __name__ == "__main__":
    sys.exit(main())
