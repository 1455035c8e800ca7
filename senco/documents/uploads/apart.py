"""Opening a file in a process of its own, so that one that breaks a decoder breaks nothing else."""

import json
import subprocess
import sys
from pathlib import Path

from .child import line_of
from .cleaned import Cleaned
from .formats import BY_CONTENT_TYPE
from .limits import Limits
from .unfit import Unfit

PACKAGE = Path(__file__).resolve().parent
# The package by itself, by the name of its folder: the site around it, with its settings and secrets, is not loaded.
START = (
    f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); from {PACKAGE.name}.child import main; main()"
)
PATIENCE = 30  # seconds on a busy machine


def read_apart(data: bytes, limits: Limits) -> Cleaned:
    """What is kept of a file. Raises Unfit, also where the process ran out of time or memory or broke down."""
    try:
        done = subprocess.run(  # noqa: S603  our own words
            [sys.executable, "-I", "-c", START], input=line_of(limits) + data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={}, timeout=PATIENCE, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as late:
        raise Unfit("too_complicated") from late
    if done.returncode:
        raise Unfit("too_complicated")
    return answered(done.stdout)


def answered(output: bytes) -> Cleaned:
    head, _newline, rest = output.partition(b"\n")
    said = json.loads(head)
    if "code" in said:
        raise Unfit(said["code"], **said["values"])
    size, _thumbnail = said["sizes"]
    return Cleaned(BY_CONTENT_TYPE[said["content_type"]], rest[:size], rest[size:], said["removed"])
