"""The two servers everything else needs: our own, or those that the environment names."""

import os
import threading
from dataclasses import dataclass
from pathlib import Path

from senco.core.serving import addresses, leftovers, postgres, valkey
from senco.core.serving.folder import DataFolder
from senco.core.serving.processes import Supervisor

DATABASE_NAMES = ("DATABASE_URL", "DATABASE_OWNER_URL")
# Everything by which an environment can point at an installation. Tests and pictures run without any of them.
INSTALLATION = (
    *DATABASE_NAMES, "DATABASE_APP_PASSWORD", "REDIS_URL", "SENCO_DATA", "SECRET_KEY", "SECRET_KEY_FALLBACKS", "SENCO_DEMO", "SITE_URL",
    "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "TRUSTED_PROXY_COUNT", "EMAIL_URL", "DEFAULT_FROM_EMAIL", "STATIC_ROOT",
    "UPLOAD_TEMP_DIR", "CLAMAV_URL", "SENCO_DEBUG", "UNDO_SECONDS",
)  # fmt: skip
OWNERS_NAMES = {"DATABASE_OWNER_URL", "DATABASE_APP_PASSWORD"}


@dataclass
class Servers:
    """Running servers and their addresses. `database_url` is the runtime login, `owner_url` may change the schema."""

    folder: DataFolder
    supervisor: Supervisor
    owner_url: str
    database_url: str
    redis_url: str
    app_password: str

    def environment(self) -> dict[str, str]:
        """What web, worker and beat need: never the owner's address."""
        without_owner = {name: value for name, value in os.environ.items() if name not in OWNERS_NAMES}
        return without_owner | {
            "DATABASE_URL": self.database_url,
            "REDIS_URL": self.redis_url,
            "SENCO_DATA": str(self.folder.root),
            "SECRET_KEY": os.environ.get("SECRET_KEY") or self.folder.secret("secret_key"),
            "UPLOAD_TEMP_DIR": os.environ.get("UPLOAD_TEMP_DIR") or str(self.folder.uploads),
        }

    def owner_environment(self) -> dict[str, str]:
        """What commands need that may also change the schema."""
        owner = {"DATABASE_OWNER_URL": self.owner_url, "DATABASE_APP_PASSWORD": self.app_password}
        return self.environment() | owner

    def stop(self) -> None:
        self.supervisor.stop()


def start_servers(data: Path, *, durable: bool = True, stop_asked: threading.Event | None = None) -> Servers:
    """Starts what the environment does not name already. The caller owns the data folder's lock and calls `stop`.

    `durable=False` trades safety for speed and is for tests. Raises CannotServe where a server does not come up.
    """
    folder = DataFolder.opened(data)
    supervisor = Supervisor(folder.children, stop_asked or threading.Event())
    leftovers.clear(folder)
    servers = addressed(folder, supervisor)
    try:
        if not names_database():
            supervisor.start(postgres.service(folder, durable))
            postgres.ensure_database(folder)
        if not os.environ.get("REDIS_URL"):
            supervisor.start(valkey.service(folder, durable))
    except BaseException:
        supervisor.stop()
        raise
    return servers


def names_database() -> bool:
    """Whether the environment names a database of its own. An empty variable names none."""
    return any(os.environ.get(name) for name in DATABASE_NAMES)


def addressed(folder: DataFolder, supervisor: Supervisor) -> Servers:
    """The addresses alone: the same for the command that starts the servers and for one that finds them running."""
    named, named_owner = os.environ.get("DATABASE_URL"), os.environ.get("DATABASE_OWNER_URL")
    owner_url = addresses.as_owner(named_owner or named or postgres.administrator_url(folder))
    runtime_is_named = bool(named and named_owner)
    password = addresses.password_in(named) if runtime_is_named else folder.secret("database_app_password")
    return Servers(
        folder=folder,
        supervisor=supervisor,
        owner_url=owner_url,
        database_url=named if runtime_is_named else addresses.as_runtime(owner_url, password),
        redis_url=os.environ.get("REDIS_URL") or valkey.url(folder),
        app_password=password,
    )
