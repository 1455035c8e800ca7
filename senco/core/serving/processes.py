"""Child processes: started in groups of their own, recorded, watched, and stopped in reverse order."""

import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from senco.core.serving.account import Account
from senco.core.serving.problems import CannotServe, StopAsked

POLL = 0.1  # seconds between two looks
LOG_LINES_SHOWN = 15


@dataclass(frozen=True)
class Service:
    """How one process is started, recognised as ready, and stopped."""

    name: str
    command: list[str]
    log: Path
    environment: dict[str, str]
    answers: Callable[[], bool] = lambda: True
    stop_signal: signal.Signals = signal.SIGTERM
    patience: float = 10.0  # seconds to end by itself after the stop signal
    account: Account | None = None
    folder: Path | None = None
    needed: bool = False  # by those that start after it, which must end before it is asked to


@dataclass
class Supervisor:
    """Owns the running children of one command. `record` is the file by which a later start recognises leftovers."""

    record: Path
    stop_asked: threading.Event = field(default_factory=threading.Event)
    hurry: threading.Event = field(default_factory=threading.Event)
    running: list[tuple[Service, subprocess.Popen]] = field(default_factory=list)

    def start(self, service: Service, within: float = 60.0) -> None:
        """Starts a service and returns once it answers. Raises CannotServe with the end of its log otherwise."""
        process = launch(service)
        self.running.append((service, process))
        self.write_record()
        self.wait_for(service, process, time.monotonic() + within)

    def wait_for(self, service: Service, process: subprocess.Popen, deadline: float) -> None:
        while not service.answers():
            if self.stop_asked.is_set():
                raise StopAsked
            if process.poll() is not None:
                raise CannotServe(f"{service.name} ended while starting.\n{end_of(service.log)}")
            if time.monotonic() > deadline:
                raise CannotServe(f"{service.name} did not answer in time.\n{end_of(service.log)}")
            time.sleep(POLL)

    def run(self, service: Service) -> None:
        """Runs a step to its end. Raises CannotServe with the end of its log where it fails."""
        process = launch(service)
        self.running.append((service, process))
        self.write_record()
        while process.poll() is None:
            if self.stop_asked.is_set():
                raise StopAsked
            time.sleep(POLL)
        self.running.remove((service, process))
        if process.returncode:
            raise CannotServe(f"{service.name} failed.\n{end_of(service.log)}")

    def fallen(self) -> Service | None:
        """A service that ended by itself."""
        return next((service for service, process in self.running if process.poll() is not None), None)

    def stop(self) -> None:
        """Stops all children, the last started first, and waits for each. Those nobody needs are asked at once."""
        for service, process in self.running:
            if not service.needed:
                ask(process, service)
        while self.running:
            service, process = self.running[-1]
            end(process, service, self.hurry)
            self.running.pop()
        self.record.unlink(missing_ok=True)

    def write_record(self) -> None:
        """Process id and start time of each child: together they name one process for good."""
        children = [
            {"pid": process.pid, "started": started_at(process.pid), "stop": service.stop_signal}
            for service, process in self.running
        ]
        draft = self.record.with_suffix(".new")
        draft.write_text(json.dumps(children))
        draft.replace(self.record)


def launch(service: Service) -> subprocess.Popen:
    """Starts the process in a session of its own, so that Ctrl-C reaches only the supervisor."""
    owner = (
        {"user": service.account.uid, "group": service.account.gid, "extra_groups": []}
        if service.account
        else {}
    )
    with service.log.open("ab") as log:
        return subprocess.Popen(  # noqa: S603  commands are put together in this package
            service.command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=service.environment,
            cwd=service.folder,
            start_new_session=True,
            **owner,
        )


def end(process: subprocess.Popen, service: Service, hurry: threading.Event) -> None:
    """Asks the process to end, waits as long as the service deserves, then removes what is left of its group."""
    if service.needed:
        ask(process, service)
    deadline = time.monotonic() + service.patience
    while process.poll() is None and time.monotonic() < deadline and not hurry.is_set():
        time.sleep(POLL)
    kill_group(process.pid)
    process.wait()


def ask(process: subprocess.Popen, service: Service) -> None:
    if process.poll() is None:
        process.send_signal(service.stop_signal)


def kill_group(leader: int) -> None:
    """Ends every process of the group at once. A group that is gone already is fine."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


def started_at(pid: int) -> float | None:
    """When this process started, in seconds; None where it has ended."""
    try:
        return psutil.Process(pid).create_time()
    except psutil.NoSuchProcess:
        return None


def end_of(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines()[-LOG_LINES_SHOWN:] if log.exists() else []
    return "\n".join([f"The end of {log}:", *(f"    {line}" for line in lines)])
