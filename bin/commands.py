"""Running other programs, and telling the person at the terminal what is going on."""

import os
import shutil
import subprocess
import sys

USUAL_FOLDERS = (
    "/usr/local/sbin",
    "/usr/local/bin",
    "/usr/sbin",
    "/usr/bin",
    "/sbin",
    "/bin",
    "/opt/homebrew/bin",
)


class CannotContinue(Exception):
    """What is missing and what to type, in words for the person at the terminal."""


def say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def full_path() -> str:
    """PATH with the usual folders behind it: package managers fail without sbin."""
    given = [folder for folder in os.environ.get("PATH", "").split(":") if folder]
    return ":".join(dict.fromkeys([*given, *USUAL_FOLDERS]))


def find(program: str) -> str | None:
    return shutil.which(program, path=full_path())


def environment_with(**settings: str) -> dict[str, str]:
    """This process's environment with a full PATH, plus what is given and not set already."""
    chosen = {name: value for name, value in settings.items() if value}
    return chosen | os.environ | {"PATH": full_path()}


def run(command: list, environment: dict[str, str] | None = None, quietly: bool = False) -> bool:
    """Whether the command ended well. A program that does not exist or may not be started is a no."""
    words = [str(word) for word in command]
    silence = {"capture_output": True} if quietly else {}
    try:
        done = subprocess.run(words, env=environment or environment_with(), check=False, **silence)  # noqa: S603  our own words
    except OSError:
        return False
    return done.returncode == 0


def said(command: list) -> str:
    """What the command writes, or nothing where it cannot be run or fails."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(words, env=environment_with(), check=False, capture_output=True, text=True)  # noqa: S603  our own words
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def insist(command: list, environment: dict[str, str], otherwise: str) -> None:
    """Runs a command that must end well; raises CannotContinue with the words given."""
    if not run(command, environment):
        raise CannotContinue(otherwise)
