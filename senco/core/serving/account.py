"""PostgreSQL refuses to run as root; where we are root it gets an account of its own."""

import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

ACCOUNT = "senco-db"
FALLBACK = "nobody"
SYSTEM_FOLDERS = "/usr/sbin:/sbin:/usr/bin:/bin"
PASS_THROUGH = stat.S_IXOTH


@dataclass(frozen=True)
class Account:
    """A system account that may own the database's files."""

    uid: int
    gid: int


def database_account() -> Account | None:
    """The unprivileged account to run PostgreSQL as; None where we are not root and run it ourselves."""
    if os.geteuid() != 0:
        return None
    entry = entry_of(ACCOUNT) or made(ACCOUNT) or pwd.getpwnam(FALLBACK)
    return Account(entry.pw_uid, entry.pw_gid)


def entry_of(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def made(name: str) -> pwd.struct_passwd | None:
    """Creates a system account that nobody can sign in to; None where the machine has no useradd."""
    useradd = shutil.which("useradd", path=SYSTEM_FOLDERS)
    if useradd:
        subprocess.run(  # noqa: S603  a fixed command
            [useradd, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", name],
            capture_output=True,
            check=False,
        )
    return entry_of(name)


def hand_over(folder: Path, account: Account | None) -> None:
    """Makes a private folder that the account owns and can reach."""
    folder.mkdir(exist_ok=True, mode=0o700)
    if account:
        os.chown(folder, account.uid, account.gid)
        let_through(folder)


def let_through(path: Path) -> None:
    """Lets other accounts pass (not look) through the folders above `path`, where a private one is in the way."""
    for folder in path.resolve().parents:
        mode = folder.stat().st_mode
        if not mode & PASS_THROUGH:
            folder.chmod(stat.S_IMODE(mode) | PASS_THROUGH)


def let_read(tree: Path) -> None:
    """Makes installed files readable for other accounts, which a strict umask prevented."""
    let_through(tree)
    for path in (tree, *tree.rglob("*")):
        mode = path.stat().st_mode
        wanted = mode | stat.S_IROTH | (stat.S_IXOTH if mode & stat.S_IXUSR else 0)
        if wanted != mode:
            path.chmod(stat.S_IMODE(wanted))
