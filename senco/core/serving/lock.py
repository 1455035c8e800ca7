"""One command at a time owns a data folder. The lock dies with its holder, so a crash never leaves it behind."""

import fcntl
import json
import os
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Holder:
    """Who owns the data folder: the command's name, its process, and the port it serves at (0: none)."""

    command: str
    pid: int
    port: int = 0


class Busy(Exception):
    """Another command owns the data folder."""

    def __init__(self, holder: Holder | None):
        self.holder = holder
        super().__init__(holder)


@contextmanager
def owned(folder: Path, command: str, port: int = 0, wait: bool = False):
    """Owns the data folder for the length of the block. Raises Busy where another command does, unless told to wait."""
    with open(os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600), "r+") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise Busy(holder_in(handle.read())) from None
        handle.truncate()
        json.dump(asdict(Holder(command, os.getpid(), port)), handle)
        handle.flush()
        yield


def holder_in(text: str) -> Holder | None:
    """The holder as written down; None in the instant before it is, or where a power cut left half of it."""
    try:
        return Holder(**json.loads(text))
    except (ValueError, TypeError):
        return None
