"""Makes the environment every command in bin/ runs in. Standard library only; runs on Python 3.11 and newer.

Each step leaves a copy of the lock file it installed, so that a second run does nothing, and two runs at once take turns.
"""

import argparse
import fcntl
import os
import pwd
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import machine
import registries

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
TOOLS = ROOT / ".venv-tools"
LOCK = ROOT / "requirements.lock"
PACKAGE_LOCK = ROOT / "package-lock.json"
INSTALLED = "installed.lock"
PYTHON_WANTED = (3, 12)


class CannotContinue(Exception):
    """What is missing and what to type, in words for the person at the terminal."""


def main() -> int:
    """Brings the environment up to date; returns the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--browser", action="store_true", help="also install what the browser tests need")
    wanted = parser.parse_args()
    try:
        with only_one_at_a_time():
            ensure_python_packages()
            ensure_front_end_packages()
    except (CannotContinue, subprocess.CalledProcessError) as problem:
        print(f"Set-up could not finish: {problem}", file=sys.stderr)
        return 1
    if wanted.browser:
        machine.ensure_browser(ENVIRONMENT)
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
            say("Another command is setting up the environment; waiting for it")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def ensure_python_packages() -> None:
    """`.venv` holds exactly what requirements.lock lists, each package checked against its hash."""
    if is_installed(LOCK, ENVIRONMENT) and (ENVIRONMENT / "bin/python").exists():
        return
    say("Installing Python packages (about a minute the first time)")
    machine.ensure_pdf_libraries()
    uv = find_uv()
    if not runs(ENVIRONMENT / "bin/python"):
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        make_environment(uv)
    sync = [
        uv,
        "pip",
        "sync",
        "--quiet",
        "--compile-bytecode",
        "--require-hashes",
        "--python",
        ENVIRONMENT / "bin/python",
        LOCK,
    ]
    try:
        run(sync, uv_settings(**registries.pip_settings_for_uv()))
    except subprocess.CalledProcessError:
        say("Trying again with uv's own registry settings")
        run(sync, uv_settings())
    shutil.copyfile(LOCK, ENVIRONMENT / INSTALLED)


def make_environment(uv: Path) -> None:
    """An empty `.venv`, on the Python running this file where it is new enough; otherwise uv is asked to fetch one."""
    python = sys.executable if sys.version_info >= PYTHON_WANTED else "3.13"
    try:
        run([uv, "venv", "--quiet", "--python", python, ENVIRONMENT], uv_settings())
    except subprocess.CalledProcessError as failed:
        raise CannotContinue(
            "there is no Python 3.12 or newer on this machine and none could be fetched. Install one and start again."
        ) from failed


def ensure_front_end_packages() -> None:
    """`node_modules` holds what package-lock.json lists; no package's own scripts are run."""
    modules = ROOT / "node_modules"
    if is_installed(PACKAGE_LOCK, modules):
        return
    say("Installing front-end packages")
    settings = environment_with(NODE_EXTRA_CA_CERTS=registries.certificate_bundle())
    settings["PATH"] = (
        f"{settings['PATH']}:{ENVIRONMENT / 'bin'}"  # the Node in the lock file, where the machine has none
    )
    npm = ["npm", "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--no-update-notifier"]
    run([shutil.which("npm", path=settings["PATH"]) or "npm", *npm[1:]], settings)
    shutil.copyfile(PACKAGE_LOCK, modules / INSTALLED)


def is_installed(lock: Path, folder: Path) -> bool:
    stamp = folder / INSTALLED
    return stamp.is_file() and stamp.read_bytes() == lock.read_bytes()


def runs(python: Path) -> bool:
    """Whether this interpreter still starts and is new enough; an upgraded machine leaves broken links behind."""
    check = f"import sys; sys.exit(sys.version_info < {PYTHON_WANTED})"
    try:
        return subprocess.run([python, "-c", check], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def find_uv() -> Path:
    """The machine's uv, or one of our own in `.venv-tools`."""
    homes = {Path.home(), Path(pwd.getpwuid(os.getuid()).pw_dir)}
    likely = [home / place for home in homes for place in (".local/bin/uv", ".cargo/bin/uv")]
    on_path = shutil.which("uv")
    likely = [*([Path(on_path)] if on_path else []), *likely]
    return next((uv for uv in likely if answers(uv)), None) or our_uv() or install_uv()


def our_uv() -> Path | None:
    places = (TOOLS / "python/bin/uv", TOOLS / "packages/bin/uv")
    return next((uv for uv in places if answers(uv)), None)


def answers(uv: Path) -> bool:
    """Whether this uv runs; a version manager's shim may exist and refuse."""
    return uv.exists() and subprocess.run([uv, "--version"], capture_output=True, check=False).returncode == 0


def install_uv() -> Path:
    """Installs uv beside the project by the first way this machine allows."""
    say("Installing uv")
    for way in (uv_in_own_environment, uv_by_the_machines_pip, uv_after_adding_venv):
        way()
        uv = our_uv()
        if uv:
            return uv
    raise CannotContinue("this Python has neither venv nor pip. Type: sudo apt-get install -y python3-venv")


def uv_in_own_environment() -> None:
    """A private virtual environment; fails quietly where Debian leaves out ensurepip."""
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", TOOLS / "python"], capture_output=True, check=False
    )
    if made.returncode == 0:
        pip = [TOOLS / "python/bin/python", "-m", "pip", "install", "--quiet", "uv"]
        subprocess.run(pip, env=environment_with(PIP_DISABLE_PIP_VERSION_CHECK="1"), check=False)


def uv_by_the_machines_pip() -> None:
    """`--target` leaves the machine's own packages alone, which an externally managed Python insists on."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", TOOLS / "packages", "uv"]
    subprocess.run(pip, env=environment_with(PIP_DISABLE_PIP_VERSION_CHECK="1"), check=False)


def uv_after_adding_venv() -> None:
    if machine.install("python3-venv"):
        uv_in_own_environment()


def uv_settings(**registry: str) -> dict[str, str]:
    """uv does not read pip's configuration, so the machine's registry and certificates are handed on to it."""
    settings = environment_with(UV_SYSTEM_CERTS="1", **registry)
    if not os.access(settings.get("HOME", "/nonexistent"), os.W_OK):
        settings.setdefault("UV_CACHE_DIR", str(TOOLS / "cache"))
    return settings


def environment_with(**settings: str) -> dict[str, str]:
    """This process's environment plus what is given and not set already; a minimal PATH gains the usual folders."""
    chosen = {name: value for name, value in settings.items() if value}
    return chosen | os.environ | {"PATH": machine.full_path()}


def run(command: list, environment: dict[str, str]) -> None:
    try:
        subprocess.run([str(part) for part in command], cwd=ROOT, env=environment, check=True)
    except FileNotFoundError as missing:
        raise CannotContinue(f"{missing.filename} was not found.") from missing


def say(line: str) -> None:
    print(f"{line} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
