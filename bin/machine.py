"""What has to come from the operating system: installed where we may, otherwise the one line to type."""

import ctypes.util
import os
import sys
from pathlib import Path

from commands import environment_with, find, run, said, say

PDF_LIBRARIES = ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")
PDF_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
BROWSER_PACKAGES = ("chromium", "fonts-noto-core")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_BROWSERS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def ensure_pdf_libraries() -> None:
    """Letters and plans as PDF need Pango; without it everything else still works."""
    if not all(ctypes.util.find_library(name) for name in PDF_LIBRARIES) and not install(*PDF_PACKAGES):
        advise("PDF letters need Pango", PDF_PACKAGES, "brew install pango")


def ensure_browser(environment: Path) -> None:
    """The browser tests drive Chromium: the machine's, else Debian's, else the one that Playwright brings."""
    if find_browser() or starts(playwrights_own(environment)):
        return
    if install(*BROWSER_PACKAGES) and find_browser():
        return
    with_libraries = ["--with-deps"] if os.geteuid() == 0 else []
    if not run([environment / "bin/python", "-m", "playwright", "install", *with_libraries, "chromium"]):
        say("Browser tests need Chromium, and it could not be fetched.")
    if os.geteuid() != 0 and not starts(playwrights_own(environment)):
        advise(
            "Browser tests need Chromium and its libraries", BROWSER_PACKAGES, "brew install --cask chromium"
        )


def find_browser() -> str | None:
    """Path of an installed Chromium or Chrome that starts: on Ubuntu the command may be a stub that asks for a snap."""
    on_path = (find(name) for name in BROWSERS)
    return next((place for place in (*on_path, *MAC_BROWSERS) if place and starts(place)), None)


def playwrights_own(environment: Path) -> str:
    """Path of the Chromium that Playwright brought; empty where it brought none."""
    script = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    return said([environment / "bin/python", "-c", script])


def starts(browser: str) -> bool:
    return bool(browser) and run([browser, "--version"], quietly=True)


def install(*packages: str) -> bool:
    """Installs Debian packages where we are root; False where that is not possible or fails."""
    apt = find("apt-get")
    if os.geteuid() != 0 or not apt:
        return False
    say(f"Installing system packages: {' '.join(packages)} …")
    settings = environment_with() | {"DEBIAN_FRONTEND": "noninteractive"}
    wanted = [apt, "install", "-y", "-qq", "--no-install-recommends", *packages]
    if run(wanted, settings, quietly=True):
        return True
    return run([apt, "update", "-qq"], settings, quietly=True) and run(wanted, settings, quietly=True)


def advise(why: str, packages: tuple[str, ...], on_macos: str) -> None:
    line = on_macos if sys.platform == "darwin" else f"sudo apt-get install -y {' '.join(packages)}"
    say(f"{why}. Type: {line}")
