"""`bin/manage …`: Django's command line against this machine's servers, running already or started for the purpose."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from senco.core.serving import postgres, stack
from senco.core.serving.folder import DataFolder
from senco.core.serving.lock import Busy, owned
from senco.core.serving.problems import CannotServe
from senco.core.serving.processes import Supervisor
from senco.core.serving.serve import DEFAULT_DATA, DEMO
from senco.core.serving.servers import Servers, addressed, start_servers
from senco.core.serving.terminal import complain, tell

PATIENCE = 60.0  # seconds to wait for servers that another command is starting


def main(arguments: list[str]) -> int:
    """Runs one management command and returns its exit code."""
    folder = DataFolder.opened(Path(os.environ.get("SENCO_DATA", DEFAULT_DATA)))
    try:
        with owned(folder.run, "manage"):
            return with_own_servers(folder, arguments)
    except Busy as busy:
        return beside(busy, folder, arguments)
    except CannotServe as problem:
        return complain(str(problem))


def beside(busy: Busy, folder: DataFolder, arguments: list[str]) -> int:
    """Uses the servers of a running bin/serve; waits for its turn where another command will stop its own soon."""
    if busy.holder and busy.holder.command == "serve":
        servers = addressed(folder, Supervisor(folder.children))
        wait_for(servers)
        return run(servers, arguments)
    tell("Waiting for another command on this data folder")
    with owned(folder.run, "manage", wait=True):
        return with_own_servers(folder, arguments)


def with_own_servers(folder: DataFolder, arguments: list[str]) -> int:
    """Starts the servers for the length of one command; a new database gets its roles first."""
    servers = start_servers(folder.root)
    try:
        if not postgres.answers(servers.database_url):
            servers.supervisor.run(stack.step("Making the database roles", servers, "make_database_roles"))
        return run(servers, arguments)
    finally:
        servers.stop()


def wait_for(servers: Servers) -> None:
    deadline = time.monotonic() + PATIENCE
    while not postgres.answers(servers.database_url):
        if time.monotonic() > deadline:
            raise CannotServe("bin/serve is running, but its database does not answer.")
        threading.Event().wait(0.2)


def run(servers: Servers, arguments: list[str]) -> int:
    """Runs manage.py in the foreground: Ctrl-C is for it, and a termination signal is handed on."""
    servers.folder.preparation_note.unlink(missing_ok=True)  # the command may change the schema
    environment = servers.owner_environment()
    environment.setdefault("SENCO_DEMO", "1" if may_be_demo(servers.folder) else "0")
    words = [sys.executable, str(stack.PROJECT / "manage.py"), *arguments]
    command = subprocess.Popen(words, env=environment)  # noqa: S603  the caller's own command line
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, frame: command.terminate())
    code = command.wait()
    if code == 0 and arguments[:1] == ["load_demo"]:
        servers.folder.school_note.write_text(DEMO)
    return code


def may_be_demo(folder: DataFolder) -> bool:
    """A folder that was never served is nobody's real school yet; an outside database may be."""
    return folder.school == DEMO or (folder.school is None and "DATABASE_URL" not in os.environ)
