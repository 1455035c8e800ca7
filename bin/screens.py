"""Photographs the main pages of every role on a demo school of its own: desktop, a narrow phone, and dark.

`PAGES` says what is photographed. A page that does not answer 200 is named at the end and makes the command fail.
"""

import argparse
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import machine
from commands import say
from playwright.sync_api import Browser, Page, sync_playwright

from senco.core.serving import INSTALLATION

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "larkfield-demo"  # noqa: S105  published on purpose
VIEWS = {
    "desktop": {"viewport": {"width": 1366, "height": 768}},
    "phone": {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True},
    "dark": {"viewport": {"width": 1366, "height": 768}, "color_scheme": "dark"},
}
# Role, name of the picture, address. One line per page.
PAGES = (
    ("senco", "home", "/"),
    ("office", "home", "/"),
    ("head", "home", "/"),
    ("teacher", "home", "/"),
    ("ta", "home", "/"),
    ("parent", "home", "/"),
    ("professional", "home", "/"),
    ("governor", "home", "/"),
)


def main() -> int:
    """Returns 1 where a page could not be photographed."""
    parser = argparse.ArgumentParser(prog="bin/screens", description=__doc__)
    parser.add_argument(
        "--into", type=Path, default=ROOT / ".screens", help="folder for the pictures (.screens)"
    )
    parser.add_argument("--port", type=int, default=8377)
    parser.add_argument("--role", help="only this role")
    wanted = parser.parse_args()
    pages = [page for page in PAGES if wanted.role in (None, page[0])]
    with demo_site(wanted.port) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=machine.find_browser(), args=["--no-sandbox"])
        problems = [
            problem for view in VIEWS for problem in photograph(browser, view, pages, address, wanted.into)
        ]
    say("\n".join(problems) or f"Pictures are in {wanted.into}")
    return bool(problems)


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


def photograph(browser: Browser, view: str, pages: list, address: str, into: Path) -> Iterator[str]:
    """Takes every page of one view, signing in once per role; yields a line for each page that failed."""
    for role in dict.fromkeys(role for role, _, _ in pages):
        context = browser.new_context(base_url=address, reduced_motion="reduce", **VIEWS[view])
        page = context.new_page()
        sign_in(page, role)
        for name, path in ((name, path) for owner, name, path in pages if owner == role):
            yield from take(page, path, into / view / f"{role}-{name}.png")
        context.close()


def sign_in(page: Page, role: str) -> None:
    page.goto("/accounts/login/")
    page.fill("[name=login]", f"{role}@larkfield.example")
    page.fill("[name=password]", PASSWORD)
    page.locator("form:has([name=password]) [type=submit]").first.click()
    page.wait_for_load_state()


def take(page: Page, path: str, picture: Path) -> Iterator[str]:
    answer = page.goto(path)
    if not answer or answer.status != 200:
        yield f"{picture.stem}: {path} answered {answer and answer.status}"
        return
    picture.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=picture, full_page=True)


if __name__ == "__main__":
    sys.exit(main())
