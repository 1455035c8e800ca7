"""A virus scanner, where there is one: clamd's INSTREAM protocol over TCP or a socket file.

Spoken here because the one library is from 2014 and the other under the GPL; it is four lines of protocol.
"""

import socket
import struct
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings

from .unfit import Unfit

CHUNK = 64 * 1024
PATIENCE = 30  # seconds for each answer
STANDARD_PORT = 3310
LONGEST_ANSWER = 4096  # bytes


class ScannerAway(Exception):
    """The scanner does not answer, or could not look at the file."""


class NotJudged(ScannerAway):
    """It is there, and yet has no answer about this one file."""


def has_scanner() -> bool:
    return bool(settings.CLAMAV_URL)


def scan(content: bytes) -> None:
    """Returns if the scanner finds nothing. Raises Unfit("virus") where it does, ScannerAway where it cannot say."""
    with reached() as scanner:
        said = said_about(content, scanner)
    if said.endswith(" FOUND"):
        raise Unfit("virus", finding=said.removeprefix("stream: ").removesuffix(" FOUND"))
    if said != "stream: OK":
        raise NotJudged(said)


def reached() -> socket.socket:
    try:
        return connected()
    except OSError as gone:
        raise ScannerAway(str(gone)) from gone


def said_about(content: bytes, scanner: socket.socket) -> str:
    try:
        scanner.sendall(b"zINSTREAM\0")
        for chunk in chunks(content):
            scanner.sendall(struct.pack(">I", len(chunk)) + chunk)
        scanner.sendall(struct.pack(">I", 0))
        return answer_of(scanner)
    except OSError as gone:
        raise NotJudged(str(gone)) from gone


def connected() -> socket.socket:
    """`tcp://clamav:3310` or `unix:///run/clamav/clamd.ctl`."""
    where = urlsplit(settings.CLAMAV_URL)
    if where.scheme == "unix":
        return connected_to_file(where.path)
    return socket.create_connection((where.hostname, where.port or STANDARD_PORT), timeout=PATIENCE)


def connected_to_file(path: str) -> socket.socket:
    scanner = socket.socket(socket.AF_UNIX)
    try:
        scanner.settimeout(PATIENCE)
        scanner.connect(path)
    except OSError:
        scanner.close()
        raise
    return scanner


def chunks(content: bytes) -> Iterator[bytes]:
    return (content[start : start + CHUNK] for start in range(0, len(content), CHUNK))


def answer_of(scanner: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0") and len(said) < LONGEST_ANSWER and (more := scanner.recv(LONGEST_ANSWER)):
        said += more
    return said.rstrip(b"\0\n").decode("utf-8", "replace")
