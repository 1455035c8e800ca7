"""Photographs the pages of every role on a demo school of its own: desktop, a narrow phone, and dark.

tests/journeys/pages.py says which pages; the same list is checked for barriers. A page that does not answer as it should is
named at the end and makes the command fail.
"""

import argparse
import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import machine
from commands import say
from playwright.sync_api import Browser, sync_playwright

from senco.core.serving import INSTALLATION
from tests.journeys.pages import GUEST, PAGES, REFUSED
from tests.journeys.visitor import DESKTOP, Visitor

ROOT = Path(__file__).resolve().parent.parent
PHONE = {"width": 360, "height": 740}
LOOKS = {"desktop": ("light", DESKTOP), "phone": ("light", PHONE), "dark": ("dark", DESKTOP)}


def main() -> int:
    """Returns 1 where a page could not be photographed."""
    wanted = read()
    roles = [wanted.role] if wanted.role else list(PAGES)
    with demo_site(wanted.port) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=machine.find_browser(), args=["--no-sandbox"])
        problems = [problem for role in roles for problem in photograph(browser, role, address, wanted.into)]
    say("\n".join(problems) or f"Pictures are in {wanted.into}")
    return bool(problems)


def read() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/screens", description=__doc__)
    parser.add_argument(
        "--into", type=Path, default=ROOT / ".screens", help="folder for the pictures (.screens)"
    )
    parser.add_argument("--port", type=int, default=8377)
    parser.add_argument("--role", choices=list(PAGES), help="only this role")
    return parser.parse_args()


@contextlib.contextmanager
def demo_site(port: int) -> Iterator[str]:
    """A demo school on a throw-away data folder; yields its address."""
    data = tempfile.mkdtemp(prefix="senco-screens-")
    command = [ROOT / "bin/serve", "--data", data, "--port", str(port), "--school", "demo"]
    site = subprocess.Popen(command, env=without_installation(), stdout=subprocess.PIPE, text=True)  # noqa: S603  a fixed command
    try:
        ready = next((line for line in site.stdout if line.startswith("Ready: ")), None)
        if not ready:
            sys.exit("The demo site did not start.")
        yield ready.removeprefix("Ready: ").strip()
    finally:
        site.send_signal(signal.SIGINT)
        site.communicate()
        shutil.rmtree(data, ignore_errors=True)


def without_installation() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in INSTALLATION}


def photograph(browser: Browser, role: str, address: str, into: Path) -> Iterator[str]:
    """Every page of one role, in every look; yields a line for each that is not what was asked for."""
    visitor = Visitor(browser, address)
    if role != GUEST:
        visitor.sign_in(f"{role}@larkfield.example")
    for page, path in visitor.addresses_of(PAGES[role], role).items():
        status = visitor.go(path)
        if (status, visitor.here) != (REFUSED.get((role, page), 200), path):
            yield f"{role}: {path} answered {status} at {visitor.here}"
            continue
        for look in LOOKS:
            take(visitor, look, into / look / f"{role}-{name_of(page)}.png")
    visitor.context.close()


def take(visitor: Visitor, look: str, picture: Path) -> None:
    colours, size = LOOKS[look]
    visitor.page.emulate_media(color_scheme=colours, reduced_motion="reduce")
    visitor.page.set_viewport_size(size)
    picture.parent.mkdir(parents=True, exist_ok=True)
    visitor.page.screenshot(path=picture, full_page=True)


def name_of(page: str) -> str:
    """A page's address as the name of a file: the home page is "home", keys are called what they are keys of."""
    return re.sub(r"[^a-z0-9]+", "-", page).strip("-") or "home"


if __name__ == "__main__":
    sys.exit(main())
