"""Whether this data folder is ready for this code, so that a second start need not load Django just to find nothing to do."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from senco.core.serving.folder import DataFolder

NOT_OURS = {"node_modules", "staticfiles", "tests", "docs", "__pycache__"}


def is_prepared(folder: DataFolder, project: Path) -> bool:
    """Whether the last preparation saw exactly these files. A named outside database is never taken for granted."""
    if "DATABASE_URL" in os.environ or not (project / "staticfiles").is_dir():
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
    for root, folders, files in os.walk(project):
        folders[:] = [name for name in folders if name not in NOT_OURS and not name.startswith(".")]
        yield from (Path(root, name) for name in files if not name.endswith(".pyc"))
