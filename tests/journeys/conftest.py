"""Journeys drive a real Chromium against the whole served system: PostgreSQL, Valkey, worker, web server, the demo school."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from senco.core.serving import INSTALLATION
from tests.journeys.visitor import Visitor
from tests.serving.served import Served


@pytest.fixture(autouse=True)
def unordered_querysets_are_shuffled():
    """Nothing runs in this process: the site is another one."""


@pytest.fixture(scope="session")
def site(copy_prepared):
    """The address of a freshly served demo school, and its data folder."""
    root = Path(tempfile.mkdtemp(prefix="sen-j-"))
    folder = copy_prepared(root / "data")
    environment = {name: value for name, value in os.environ.items() if name not in INSTALLATION}
    environment["UNDO_SECONDS"] = "20"  # time to press Undo, and less to wait for what nobody undoes
    served = Served(folder, environment)
    served.start_ready("--school", "demo")
    yield served
    served.stop()
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture
def visit(site, browser):
    """`visit("teacher", width=360)`: a fresh browser in which that demo person has signed in. Faults on any page fail the test."""
    opened: list[Visitor] = []

    def enter(who: str | None = None, **choices) -> Visitor:
        visitor = Visitor(browser, f"http://127.0.0.1:{site.port}", **choices)
        opened.append(visitor)
        if who:
            visitor.sign_in(f"{who}@larkfield.example")
        return visitor

    yield enter
    faults = [fault for visitor in opened for fault in visitor.faults()]
    for visitor in opened:
        visitor.context.close()
    assert not faults
