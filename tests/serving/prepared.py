"""A data folder that is ready to be served, made once in a run: its schema alone takes a quarter of a minute."""

import fcntl
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from senco.core.serving import INSTALLATION
from tests.serving.served import Served


@pytest.fixture(scope="session")
def shared_folder():
    """One folder for the whole run, whichever worker asks (bin/run_tests.py); without it, one of this process."""
    named = os.environ.get("SHARED_BY_TESTS")
    root = Path(named or tempfile.mkdtemp(prefix="sen-s-"))
    root.mkdir(exist_ok=True)
    yield root
    if not named:
        shutil.rmtree(root, ignore_errors=True)


@pytest.fixture(scope="session")
def copy_prepared(shared_folder):
    """`copy_prepared(place)`: a data folder as `bin/serve` leaves it that began with nothing at all, and without a school.

    It is served once in a run: its schema takes a quarter of a minute. A copy of a stopped folder is a whole installation.
    """
    environment = {name: value for name, value in os.environ.items() if name not in INSTALLATION}
    original = shared_folder / "prepared"

    def copied(place: Path) -> Path:
        with (shared_folder / "lock").open("w") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            if not (original / "school").exists():
                prepare(Served(original, environment))
        subprocess.run(["cp", "-a", str(original), str(place)], check=True)
        (place / "school").unlink()
        return place

    return copied


def prepare(fresh: Served) -> None:
    try:
        fresh.start_ready()
        assert fresh.stop() == 0
    finally:
        fresh.end()
