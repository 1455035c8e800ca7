"""Real processes on throw-away data folders. These tests bring their own servers and ignore those of the test run."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from senco.core.serving import INSTALLATION, start_servers
from tests.serving.served import Served


@pytest.fixture(scope="module")
def bare_environment():
    """The environment of a machine that names no servers, for this process and its children."""
    patch = pytest.MonkeyPatch()
    for name in INSTALLATION:
        patch.delenv(name, raising=False)
    yield dict(os.environ)
    patch.undo()


@pytest.fixture(scope="module")
def short_folder():
    """A folder whose path is short enough for Unix sockets; pytest's own is not always."""
    root = Path(tempfile.mkdtemp(prefix="sen-"))
    yield root
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture(scope="module")
def servers(bare_environment, short_folder):
    """Running embedded servers, shared by the module."""
    running = start_servers(short_folder / "data", durable=False)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def prepared_folder(copy_prepared, short_folder):
    return copy_prepared(short_folder / "served")


@pytest.fixture
def served(bare_environment, prepared_folder):
    """Starts `bin/serve` on the module's data folder and makes sure nothing stays behind."""
    one = Served(prepared_folder, bare_environment)
    yield one
    one.end()
