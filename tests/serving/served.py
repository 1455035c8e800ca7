"""A `bin/serve` under test: started, read, signalled, and looked at from outside."""

import contextlib
import os
import random
import signal
import socket
import subprocess
import urllib.request
from pathlib import Path

import psutil

PROJECT = Path(__file__).resolve().parents[2]
SERVE = PROJECT / "bin/serve"


LOWEST, EACH = (
    20_000,
    1_000,
)  # ports below the range that the system hands out by itself; so many for each worker
given: set[int] = set()


def free_port() -> int:
    """A port that nobody listens at, asked as the server will ask; no two workers look at the same ones."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 10
    ports = range(LOWEST + worker * EACH, LOWEST + (worker + 1) * EACH)
    for port in random.Random(os.urandom(8)).sample(ports, EACH):
        if port not in given and is_free(port):
            given.add(port)
            return port
    raise AssertionError("no free port")


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
            probe.listen()
        except OSError:
            return False
    return True


class Served:
    """One data folder and the command that serves it, possibly several times in a row."""

    def __init__(self, data: Path, environment: dict[str, str]):
        self.data = data
        self.environment = environment
        self.port = free_port()
        self.process = None
        self.lines = []

    def start(self, *arguments: str) -> None:
        command = [SERVE, "--data", self.data, "--port", str(self.port), "--school", "empty", *arguments]
        self.process = subprocess.Popen(
            [str(part) for part in command],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd="/",
        )
        self.lines = []

    def until(self, beginning: str) -> str:
        """Reads lines until one begins so; fails with all of them where the command ends first."""
        for line in self.process.stdout:
            self.lines.append(line.rstrip())
            if line.startswith(beginning):
                return line.rstrip()
        raise AssertionError(f"never said {beginning!r}: {self.lines}")

    def start_ready(self, *arguments: str) -> None:
        """Starts and waits for the Ready line. Where somebody was quicker at the port, with another one."""
        try:
            self.start(*arguments)
            self.until("Ready:")
        except AssertionError:
            if not any("cannot be used" in line for line in self.lines):
                raise
            self.result()
            self.port = free_port()
            self.start(*arguments)
            self.until("Ready:")

    def processor_seconds(self) -> float:
        """What the whole family has computed so far: a measure that other work on the machine does not change."""
        return sum(sum(process.cpu_times()[:4]) for process in self.family())

    def stop(self, with_signal: int = signal.SIGINT) -> int:
        self.process.send_signal(with_signal)
        return self.result()

    def result(self) -> int:
        """Exit code, once it has ended; the rest of what it said is in `lines`."""
        said, _ = self.process.communicate(timeout=300)
        self.lines += said.splitlines()
        return self.process.returncode

    def page(self, path: str) -> tuple[int, str]:
        """Status and text of a page."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}") as response:
            return response.status, response.read().decode()

    def manage(self, *arguments: str) -> int:
        """Exit code of `bin/manage` on this data folder."""
        return self.managed(*arguments).returncode

    def managed(self, *arguments: str) -> subprocess.CompletedProcess:
        """`bin/manage` on this data folder, run to its end: exit code and what it said."""
        environment = self.environment | {"SENCO_DATA": str(self.data)}
        command = [PROJECT / "bin/manage", *arguments]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=300, check=False
        )

    def family(self) -> list[psutil.Process]:
        """Every process that works for this data folder, whoever its parent is now."""
        return [process for process in psutil.process_iter() if self.owns(process)]

    def owns(self, process: psutil.Process) -> bool:
        with contextlib.suppress(psutil.Error):
            return process.pid != os.getpid() and (
                process.environ().get("SENCO_DATA") == str(self.data)
                or any(str(self.data) in part for part in process.cmdline())
                or process.cwd().startswith(str(self.data))
            )
        return False

    def child(self, *words: str) -> psutil.Process:
        """The oldest process of the family whose command line has all these words."""
        found = [one for one in self.family() if all(word in " ".join(one.cmdline()) for word in words)]
        return min(found, key=lambda one: one.create_time())

    def end(self) -> None:
        """Whatever a failed test left running."""
        for process in self.family():
            with contextlib.suppress(psutil.Error):
                process.kill()
        if self.process:
            self.process.kill()
            self.process.communicate()
