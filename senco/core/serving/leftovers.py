"""What a crash leaves behind: children still running, stale sockets and process files. Called while holding the lock."""

import json
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import psutil

from senco.core.serving.folder import DataFolder
from senco.core.serving.processes import kill_group

SERVERS = {"postgres", "valkey-server"}
SAME_START = 0.05  # seconds; the clock's tick
LOOK_EVERY = 0.05  # seconds
PATIENCE = 5.0  # seconds an orphan gets to end by itself


def clear(folder: DataFolder) -> None:
    """Ends what a crashed run left, the last started first, and removes the files that would block a start."""
    for child, process in reversed(recorded(folder.children)):
        end(process, child["stop"])
    strays = inside({str(folder.postgres), str(folder.valkey)})
    for process in still_there(strays, PATIENCE):  # without their parent they go by themselves
        kill(process)
    remove_stale_files(folder)


def remove_stale_files(folder: DataFolder) -> None:
    folder.children.unlink(missing_ok=True)
    sockets = (*folder.database_sockets.glob(".s.*"), *folder.sockets.glob("*.sock"))
    for stale in (folder.postgres / "postmaster.pid", *sockets):
        stale.unlink(missing_ok=True)


def recorded(record: Path) -> list[tuple[dict, psutil.Process]]:
    """The recorded children that still run, with their records."""
    found = [(child, still_running(child)) for child in read(record)]
    return [(child, process) for child, process in found if process]


def read(record: Path) -> list[dict]:
    """What the record says. One that a power cut left empty says nothing: no child outlived that."""
    try:
        return json.loads(record.read_text())
    except (FileNotFoundError, ValueError):
        return []


def still_running(child: dict) -> psutil.Process | None:
    """The process of a record; None where it ended, or where its number now belongs to somebody else."""
    try:
        process = psutil.Process(child["pid"])
        same = child["started"] is not None and abs(process.create_time() - child["started"]) < SAME_START
    except psutil.NoSuchProcess:
        return None
    return process if same else None


def inside(folders: set[str]) -> list[psutil.Process]:
    """Servers that work in one of these folders: a database child can outlive the parent that was recorded."""
    return [process for process in psutil.process_iter() if serves_from(process, folders)]


def serves_from(process: psutil.Process, folders: set[str]) -> bool:
    try:
        return process.name() in SERVERS and process.cwd() in folders
    except psutil.Error:
        return False


def end(orphan: psutil.Process, stop_signal: int) -> None:
    """Asks, waits, then ends the whole group."""
    with suppress(psutil.NoSuchProcess):
        family = [orphan, *orphan.children(recursive=True)]
        orphan.send_signal(stop_signal)
        stubborn = still_there(family, PATIENCE)
        kill_group(orphan.pid)
        for process in stubborn:
            kill(process)


def still_there(processes: Iterable[psutil.Process], seconds: float) -> list[psutil.Process]:
    """Those that have not ended within so many seconds. One that has ended counts as gone before its new parent notices."""
    deadline = time.monotonic() + seconds
    while alive := [process for process in processes if runs(process)]:
        if time.monotonic() > deadline:
            break
        time.sleep(LOOK_EVERY)
    return alive


def runs(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def kill(process: psutil.Process) -> None:
    with suppress(psutil.NoSuchProcess):
        process.kill()
        still_there([process], PATIENCE)
