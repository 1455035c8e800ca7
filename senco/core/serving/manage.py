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
from senco.core.serving.lock import Busy, Holder, owned
from senco.core.serving.problems import CannotServe
from senco.core.serving.processes import Supervisor
from senco.core.serving.serve import DEFAULT_DATA, DEMO, EMPTY
from senco.core.serving.servers import Servers, addressed, names_database, start_servers
from senco.core.serving.terminal import complain, tell

PATIENCE = 60.0  # seconds to wait for servers that another command is starting
LOOK_EVERY = 0.2  # seconds
INTERRUPTED = 130  # the exit code of a command that Ctrl-C ended
# After these the schema or the roles may be others, so the next bin/serve looks again.
CHANGES_THE_SCHEMA = {"migrate", "make_database_roles", "prepare", "pgtrigger", "dbshell", "shell", "flush"}
DECIDES_THE_SCHOOL = {"load_demo": DEMO, "open_school": EMPTY}  # for a folder that was never served


def main(arguments: list[str]) -> int:
    """Runs one management command and returns its exit code."""
    signal.signal(
        signal.SIGTERM, signal.default_int_handler
    )  # while servers start or stop: in order, like Ctrl-C
    try:
        folder = DataFolder.opened(Path(os.environ.get("SENCO_DATA") or DEFAULT_DATA))
        return in_turn(folder, arguments)
    except CannotServe as problem:
        return complain(str(problem))
    except KeyboardInterrupt:
        return INTERRUPTED


def in_turn(folder: DataFolder, arguments: list[str]) -> int:
    """With servers of its own where nobody holds the data folder; otherwise with, or after, those of its holder."""
    while True:
        try:
            with owned(folder.run, "manage"):
                return with_own_servers(folder, arguments)
        except Busy as busy:
            if busy.holder:
                return beside(busy.holder, folder, arguments)
        time.sleep(LOOK_EVERY)  # the holder has not written yet who it is


def beside(holder: Holder, folder: DataFolder, arguments: list[str]) -> int:
    """Uses the servers of a running bin/serve; waits for its turn where another command will stop its own soon."""
    if holder.command == "serve":
        servers = addressed(folder, Supervisor(folder.children))
        wait_for(servers)
        return run(servers, arguments, site=stack.address(holder.port))
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
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C must not leave servers behind
        servers.stop()


def wait_for(servers: Servers) -> None:
    deadline = time.monotonic() + PATIENCE
    while not postgres.answers(servers.database_url):
        if time.monotonic() > deadline:
            raise CannotServe("bin/serve is running, but its database does not answer.")
        threading.Event().wait(LOOK_EVERY)


def run(servers: Servers, arguments: list[str], site: str = "") -> int:
    """Runs manage.py in the foreground: Ctrl-C is for it, and a termination signal is handed on. `site`: where it is served."""
    name = arguments[0] if arguments else ""
    if name in CHANGES_THE_SCHEMA:
        servers.folder.preparation_note.unlink(missing_ok=True)
    code = in_foreground(arguments, environment_for(servers, site))
    if code == 0 and name in DECIDES_THE_SCHOOL and servers.folder.school is None:
        servers.folder.school_note.write_text(DECIDES_THE_SCHOOL[name])
    return code


def in_foreground(arguments: list[str], environment: dict[str, str]) -> int:
    words = [sys.executable, str(stack.PROJECT / "manage.py"), *arguments]
    signal.signal(signal.SIGINT, lambda number, frame: None)  # not SIG_IGN, which the command would inherit
    command = subprocess.Popen(words, env=environment)  # noqa: S603  the caller's own command line
    signal.signal(signal.SIGTERM, lambda number, frame: command.terminate())
    return command.wait()


def environment_for(servers: Servers, site: str) -> dict[str, str]:
    environment = servers.owner_environment()
    environment.setdefault("SENCO_DEMO", "1" if may_be_demo(servers.folder) else "0")
    if site:
        environment.setdefault("SITE_URL", site)
    return environment


def may_be_demo(folder: DataFolder) -> bool:
    """A folder that was never served is nobody's real school yet; an outside database may be."""
    return folder.school == DEMO or (folder.school is None and not names_database())
