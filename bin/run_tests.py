"""Starts throw-away servers, lets pytest run against them, and stops them whatever happens."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import machine
from commands import say

from senco.access.roles_sql import make_roles
from senco.core.serving import INSTALLATION, Servers, leftovers, start_servers
from senco.core.serving.folder import DataFolder
from senco.core.serving.lock import Busy, owned

PREFIX = "senco-test-"
WORKERS = 2
PARALLEL = ["-n", str(WORKERS), "--dist", "loadgroup"]


def main(arguments: list[str]) -> int:
    """Returns pytest's exit code."""
    forget_installations()
    clear_abandoned_runs()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends this run in order, like Ctrl-C
    # Whoever starts this in the background may have Ctrl-C ignored; the commands under test would inherit that and never hear it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with temporary_folder() as folder, owned(folder.run, "test"):
        servers = start_servers(folder.root, durable=False)
        try:
            make_roles(servers.owner_url, servers.app_password, testing=True)
            return run_pytest(servers, arguments)
        finally:
            servers.stop()


def forget_installations() -> None:
    """Tests open the second lock of the server they run on, so they run on their own and on no other."""
    named = [name for name in INSTALLATION if os.environ.pop(name, None)]
    if named:
        say(f"Tests run on servers of their own; not used: {', '.join(named)}.")


@contextlib.contextmanager
def temporary_folder():
    root = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        yield DataFolder.opened(root)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def clear_abandoned_runs() -> None:
    """A run that was killed left its servers and its folder. One that is alive holds its lock."""
    for lock in Path(tempfile.gettempdir()).glob(f"{PREFIX}*/run/lock"):
        root = lock.parents[1]
        with contextlib.suppress(Busy, PermissionError):
            folder = DataFolder.opened(root)
            with owned(folder.run, "test"):
                leftovers.clear(folder)
            shutil.rmtree(root, ignore_errors=True)


def run_pytest(servers: Servers, arguments: list[str]) -> int:
    chosen = arguments if chooses_workers(arguments) else [*PARALLEL, *arguments]
    environment = servers.owner_environment() | {"CHROMIUM": machine.find_browser() or ""}
    environment["SHARED_BY_TESTS"] = str(servers.folder.root / "shared")
    environment["SENCO_DEMO"] = (
        "1"  # test people have no second factor; tests of the gate switch it on themselves
    )
    tests = subprocess.Popen([sys.executable, "-m", "pytest", *chosen], env=environment)  # noqa: S603  the caller's own arguments
    try:
        return tests.wait()
    except KeyboardInterrupt:
        tests.send_signal(signal.SIGINT)
        return tests.wait()


def chooses_workers(arguments: list[str]) -> bool:
    """Whether the caller says how many workers to use, or none."""
    return any(
        part.startswith(("-n", "--numprocesses", "--dist")) or part == "no:xdist" for part in arguments
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
