"""Whether this data folder is ready for this code, so that a second start need not load Django just to find nothing to do."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from senco.core.serving.folder import DataFolder
from senco.core.serving.servers import names_database

BESIDE_THE_CODE = ("templates", "static", "locale")
SINGLE_FILES = ("manage.py", "requirements.lock", "package-lock.json")


def is_prepared(folder: DataFolder, project: Path) -> bool:
    """Whether the last preparation saw exactly these files. A named outside database is never taken for granted."""
    if names_database() or not (project / "staticfiles").is_dir():
        return False
    note = folder.preparation_note
    return note.exists() and note.read_text() == fingerprint(project)


def note_prepared(folder: DataFolder, project: Path) -> None:
    folder.preparation_note.write_text(fingerprint(project))


def fingerprint(project: Path) -> str:
    """A digest of every source file's path, size and time of change."""
    digest = hashlib.sha256()
    for path in sorted(sources(project)):
        found = path.stat()
        digest.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def sources(project: Path) -> Iterator[Path]:
    """Only what is ours: a data folder may lie in the same checkout, and it changes all the time."""
    yield from (project / name for name in SINGLE_FILES if (project / name).is_file())
    for top in (*apps(project), *(project / name for name in BESIDE_THE_CODE)):
        for root, folders, files in os.walk(top):
            folders[:] = [name for name in folders if name != "__pycache__"]
            yield from (Path(root, name) for name in files if not name.endswith(".pyc"))


def apps(project: Path) -> list[Path]:
    """Our packages, those of later days included."""
    return [path.parent for path in project.glob("*/__init__.py") if path.parent.name != "tests"]
