"""What has to come from the operating system: installed where we may, otherwise the one line to type."""

import ctypes.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

PDF_LIBRARIES = ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")
PDF_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
BROWSER_PACKAGES = ("chromium", "poppler-utils", "fonts-noto-core")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_BROWSERS = ("/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")  # fmt: skip
USUAL_FOLDERS = (
    "/usr/local/sbin",
    "/usr/local/bin",
    "/usr/sbin",
    "/usr/bin",
    "/sbin",
    "/bin",
    "/opt/homebrew/bin",
)


def full_path() -> str:
    """PATH with the usual folders behind it: package managers fail without sbin."""
    given = [folder for folder in os.environ.get("PATH", "").split(":") if folder]
    return ":".join(dict.fromkeys([*given, *USUAL_FOLDERS]))


def ensure_pdf_libraries() -> None:
    """Letters and plans as PDF need Pango; without it everything else still works."""
    if not all(ctypes.util.find_library(name) for name in PDF_LIBRARIES) and not install(*PDF_PACKAGES):
        advise("PDF letters need Pango", PDF_PACKAGES, "brew install pango")


def ensure_browser(environment: Path) -> None:
    """The browser tests drive Chromium and read PDFs back with pdftotext."""
    if (find_browser() and shutil.which("pdftotext", path=full_path())) or install(*BROWSER_PACKAGES):
        return
    if not find_browser() and not download_browser(environment):
        advise(
            "Browser tests need Chromium",
            BROWSER_PACKAGES,
            "brew install --cask chromium && brew install poppler",
        )


def find_browser() -> str | None:
    """Path of an installed Chromium or Chrome."""
    on_path = (shutil.which(name, path=full_path()) for name in BROWSERS)
    return next((place for place in (*on_path, *MAC_BROWSERS) if place and Path(place).exists()), None)


def download_browser(environment: Path) -> bool:
    """The test driver's own Chromium, for machines without a packaged one; needs no administrator."""
    return (
        subprocess.run([environment / "bin/playwright", "install", "chromium"], check=False).returncode == 0
    )


def install(*packages: str) -> bool:
    """Installs Debian packages where we are root; False where that is not possible or fails."""
    if os.geteuid() != 0 or not shutil.which("apt-get", path=full_path()):
        return False
    print(f"Installing system packages: {' '.join(packages)} …", file=sys.stderr, flush=True)
    return apt("install", *packages) or (apt("update") and apt("install", *packages))


def apt(verb: str, *packages: str) -> bool:
    options = ["-y", "-qq", "--no-install-recommends"] if verb == "install" else ["-qq"]
    settings = os.environ | {"PATH": full_path(), "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        ["apt-get", verb, *options, *packages], env=settings, capture_output=True, check=False, text=True
    )
    if done.returncode:
        print(done.stderr.strip(), file=sys.stderr)
    return done.returncode == 0


def advise(why: str, packages: tuple[str, ...], on_macos: str) -> None:
    line = on_macos if sys.platform == "darwin" else f"sudo apt-get install -y {' '.join(packages)}"
    print(f"{why}. Type: {line}", file=sys.stderr)
