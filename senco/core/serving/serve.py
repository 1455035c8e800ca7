"""`bin/serve`: starts the whole system on one machine and keeps it running until asked to stop."""

import argparse
import ctypes.util
import os
import shlex
import signal
import socket
import sys
import threading
from pathlib import Path

from senco.core.serving import leftovers, preparation, stack
from senco.core.serving.folder import DataFolder
from senco.core.serving.lock import Busy, owned
from senco.core.serving.problems import CannotServe, StopAsked
from senco.core.serving.servers import Servers, names_database, start_servers
from senco.core.serving.terminal import complain, say, tell

DEFAULT_DATA = stack.PROJECT / ".data"
DEMO, EMPTY = "demo", "empty"
DEMO_PASSWORD = "larkfield-demo"  # noqa: S105  published on purpose, for made-up pupils
DEMO_PEOPLE = ("senco", "office", "head", "teacher", "ta", "parent", "professional", "governor")
PANGO_ON_DEBIAN = "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
PANGO_ON_MACOS = "brew install pango"
LAST_PORT = 65_535
LOOK_EVERY = 0.5  # seconds between two looks at the children


def main(arguments: list[str]) -> int:
    """Serves until a signal arrives (exit code 0) or a part fails (1)."""
    wanted = read(arguments)
    stop_asked, hurry = listen_for_signals()
    try:
        folder = DataFolder.opened(wanted.data)
        with owned(folder.run, "serve", wanted.port):
            return serve(folder, wanted, stop_asked, hurry)
    except Busy as busy:
        return complain(already_running(wanted.data, busy))
    except CannotServe as problem:
        return complain(str(problem))
    except StopAsked:
        return 0


def read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/serve", description="Starts the whole system on this machine.")
    parser.add_argument("--port", type=port, default=8000, help="the port on this machine (8000)")
    parser.add_argument(
        "--data",
        type=folder_named,
        default=Path(os.environ.get("SENCO_DATA") or DEFAULT_DATA),
        help="data folder",
    )
    parser.add_argument("--school", choices=[DEMO, EMPTY], help="what a new database starts with (demo)")
    return parser.parse_args(arguments)


def port(text: str) -> int:
    number = int(text)
    if not 1 <= number <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"{number} is no port; choose one from 1 to {LAST_PORT}")
    return number


def folder_named(text: str) -> Path:
    """A variable that was never set leaves a blank, and a blank would be the folder one happens to stand in."""
    if not text.strip():
        raise argparse.ArgumentTypeError("name a folder")
    return Path(text)


def listen_for_signals() -> tuple[threading.Event, threading.Event]:
    """Events set by the first signal to stop, and by a second one from somebody in a hurry."""
    stop_asked, hurry = threading.Event(), threading.Event()

    def note(number, frame):
        (hurry if stop_asked.is_set() else stop_asked).set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, note)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # nohup: it is to outlive its terminal
        signal.signal(signal.SIGHUP, note)
    return stop_asked, hurry


def serve(
    folder: DataFolder, wanted: argparse.Namespace, stop_asked: threading.Event, hurry: threading.Event
) -> int:
    leftovers.clear(folder)  # a crashed run may still hold the port
    insist_on_free_port(wanted.port)
    insist_on_same_school(folder, wanted.school)
    tell("Starting the database and the queue")
    servers = start_servers(folder.root, stop_asked=stop_asked)
    servers.supervisor.hurry = hurry
    try:
        bring_up(servers, wanted.port, wanted.school)
        return watch(servers, stop_asked)
    finally:
        tell("Stopping")
        servers.stop()


def bring_up(servers: Servers, port: int, wanted: str | None) -> None:
    """Database, demo school where it is wanted and missing, then web, worker and beat."""
    prepare(servers)
    filled = stack.has_school(servers)
    school = settled_school(servers.folder, wanted, filled)
    if school == DEMO and not filled:
        tell("Loading the demo school")
        servers.supervisor.run(stack.load_demo(servers))
        filled = True
    tell("Starting web, worker and beat")
    for service in stack.running(servers, port, demo=school == DEMO):
        servers.supervisor.start(service)
    announce(port, school)
    if not filled:
        say(*how_to_begin(servers.folder))


def prepare(servers: Servers) -> None:
    """Brings roles, schema and static files up to date, unless nothing changed since the last time."""
    if preparation.is_prepared(servers.folder, stack.PROJECT):
        return
    tell("Bringing the database up to date")
    servers.supervisor.run(stack.prepare(servers))
    preparation.note_prepared(servers.folder, stack.PROJECT)


def watch(servers: Servers, stop_asked: threading.Event) -> int:
    """Waits for a signal; if a part ends by itself, everything stops, because half a system would lose work."""
    while not stop_asked.wait(LOOK_EVERY):
        fallen = servers.supervisor.fallen()
        if fallen:
            return complain(f"{fallen.name} ended unexpectedly, so everything is stopped. See {fallen.log}")
    return 0


def insist_on_same_school(folder: DataFolder, wanted: str | None) -> None:
    """What a data folder began with stays: a different wish later would mix demo and real pupils."""
    kept = folder.school
    if kept and wanted and kept != wanted:
        raise CannotServe(
            f"{folder.root} was started with --school {kept}. Choose another folder with --data."
        )


def settled_school(folder: DataFolder, wanted: str | None, filled: bool) -> str:
    """Demo or not, decided once. Demo mode relaxes sign-in, so a database that was filled elsewhere gets it only if asked."""
    school = folder.school or wanted or (EMPTY if filled else DEMO)
    if filled and not folder.school and not wanted:
        tell("This database holds a school already, so demo mode is off; --school demo turns it on")
    folder.school_note.write_text(school)
    return school


def insist_on_free_port(port: int) -> None:
    """Tries the port before anything is started."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((stack.HOST, port))
        except (OSError, OverflowError) as taken:
            raise CannotServe(
                f"Port {port} cannot be used ({taken}). Choose another: bin/serve --port 8001"
            ) from taken


def already_running(data: Path, busy: Busy) -> str:
    if not busy.holder:
        return f"Another command has just started with {data}. Try again in a moment."
    where = f" at {stack.address(busy.holder.port)}" if busy.holder.port else ""
    return (
        f"bin/{busy.holder.command} is already running with {data}{where} (process {busy.holder.pid}). "
        "Stop it first, or choose another folder with --data."
    )


def announce(port: int, school: str) -> None:
    """The lines a person waits for. The first is what scripts look for."""
    say(f"Ready: {stack.address(port)}")
    if school == DEMO:
        say(f"Demo sign-ins, all with the password {DEMO_PASSWORD}:")
        say(*(f"  {person}@larkfield.example" for person in DEMO_PEOPLE))
        say(f"Mail sent by the demo is kept at {stack.address(port)}/mail/")
    if not ctypes.util.find_library("pango-1.0"):
        say(
            f"PDF letters need Pango. Type: {PANGO_ON_MACOS if sys.platform == 'darwin' else PANGO_ON_DEBIAN}"
        )
    say("Ctrl-C stops everything.")


def how_to_begin(folder: DataFolder) -> list[str]:
    """The way in where there is nobody yet who could invite anybody."""
    other = "" if folder.root == DEFAULT_DATA.resolve() else f"SENCO_DATA={shlex.quote(str(folder.root))} "
    variables = " with the same DATABASE_… and REDIS_URL set" if names_database() else ""
    return [
        f"No school is here yet. Open yours in another terminal{variables}; the answer is the address at which its SENCO comes in:",
        f"  {other}bin/manage open_school --name 'Your School' --urn 123456 --laestab 123/4567 --phase secondary \\",
        "      --senco senco@your.school --senco-name 'Mrs Your Name'",
    ]
