"""The data folder: where everything one installation keeps lies, and who may open it."""

import hashlib
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from senco.core.serving.problems import CannotServe

SECRET_LENGTH = 48  # bytes of randomness
LONGEST_SOCKET_PATH = 100  # bytes; macOS allows 103, Linux 107
SHORT_FOLDER = Path("/tmp")  # noqa: S108  the same in every terminal whatever TMPDIR says; ownership is checked
LONGEST_SOCKET_NAME = "database/.s.PGSQL.5432"
SPECIAL_IN_ADDRESSES = set("%#?;&")  # clients read the rest of a unix:// address as something else
LOG_KEPT = 5 * 1024 * 1024  # bytes before a log is set aside


@dataclass(frozen=True)
class DataFolder:
    """Names the parts of a data folder. `opened` makes those that are missing."""

    root: Path

    @classmethod
    def opened(cls, root: Path) -> "DataFolder":
        """The folder at `root`; what is missing is created for this account alone."""
        folder = cls(Path(root).resolve())
        try:
            folder.root.mkdir(parents=True, exist_ok=True, mode=0o700)
            for part in (folder.run, folder.sockets, folder.valkey, folder.mail, folder.logs, folder.uploads):
                part.mkdir(exist_ok=True, mode=0o700)
            keep_out_of_version_control(folder.root)
        except OSError as problem:
            raise CannotServe(
                f"{root} cannot be the data folder ({problem}). Choose another with --data or SENCO_DATA."
            ) from problem
        insist_on_owner(folder.sockets)
        insist_on_writable(folder)
        return folder

    @property
    def postgres(self) -> Path:
        return self.root / "postgres"

    @property
    def valkey(self) -> Path:
        return self.root / "valkey"

    @property
    def run(self) -> Path:
        return self.root / "run"

    @property
    def mail(self) -> Path:
        return self.root / "mail"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def uploads(self) -> Path:
        """Where a large file lies while it is being sent, and no longer."""
        return self.root / "uploads"

    @property
    def children(self) -> Path:
        """The record of running child processes."""
        return self.run / "children.json"

    @property
    def preparation_note(self) -> Path:
        """The fingerprint of the code this folder's database was last prepared for."""
        return self.run / "prepared"

    @property
    def school_note(self) -> Path:
        return self.root / "school"

    @property
    def school(self) -> str | None:
        """`demo` or `empty`: what this folder was first served with; None before that."""
        return self.school_note.read_text().strip() if self.school_note.exists() else None

    @property
    def sockets(self) -> Path:
        """`run`, or a short folder of our own where the path is longer than a Unix socket may be, or means more in an address."""
        fits = len(os.fsencode(self.run / LONGEST_SOCKET_NAME)) <= LONGEST_SOCKET_PATH
        if fits and not SPECIAL_IN_ADDRESSES & set(str(self.run)):
            return self.run
        name = hashlib.sha256(os.fsencode(self.root)).hexdigest()[:12]
        return SHORT_FOLDER / f"senco-{os.getuid()}-{name}"

    @property
    def database_sockets(self) -> Path:
        return self.sockets / "database"

    def log(self, name: str) -> Path:
        """The log file of one process; one that has grown long is set aside first."""
        path = self.logs / f"{name}.log"
        if path.exists() and path.stat().st_size > LOG_KEPT:
            path.replace(path.with_suffix(".log.1"))
        return path

    def secret(self, name: str) -> str:
        """A random value made on first use and kept, readable by this account only."""
        path = self.root / name
        if not path.exists():
            draft = path.with_name(f".{name}.{os.getpid()}")
            with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as handle:
                handle.write(secrets.token_urlsafe(SECRET_LENGTH))
                handle.flush()
                os.fsync(handle.fileno())  # a name without its content would lock the database for good
            with suppress(FileExistsError):  # another command made it first: its value counts
                os.link(draft, path)
            draft.unlink()
        return path.read_text().strip()


def keep_out_of_version_control(root: Path) -> None:
    """Wherever the folder lies: nobody adds pupils and passwords to a repository by a careless command."""
    if not (note := root / ".gitignore").exists():
        note.write_text("*\n")


def insist_on_writable(folder: DataFolder) -> None:
    """A folder that another account made says so here, not in the middle of a start."""
    for part in (folder.root, folder.run, folder.valkey, folder.mail, folder.logs):
        if not os.access(part, os.R_OK | os.W_OK | os.X_OK):
            raise CannotServe(f"{part} is not open to this account. Choose another folder with --data.")


def insist_on_owner(folder: Path) -> None:
    """Refuses a socket folder that somebody else put in our place."""
    if folder.is_symlink() or folder.stat().st_uid != os.getuid():
        raise CannotServe(f"{folder} belongs to another account. Remove it, or choose a shorter --data path.")
