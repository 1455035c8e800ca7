"""The processes that make up the running system, and the steps before them."""

import os
import sys
import urllib.error
import urllib.request
from pathlib import Path

import psycopg
from psycopg import sql

from senco.core.serving.processes import Service
from senco.core.serving.servers import Servers

PROJECT = Path(__file__).resolve().parents[3]
HOST = "127.0.0.1"
SCHOOL_TABLE = "accounts_school"


def address(port: int) -> str:
    return f"http://{HOST}:{port}"


def prepare(servers: Servers) -> Service:
    """Roles, migrations and static files, as the owner."""
    return step("Preparing the database", servers, "prepare")


def load_demo(servers: Servers) -> Service:
    return step("Loading the demo school", servers, "load_demo")


def step(name: str, servers: Servers, *command: str) -> Service:
    """One management command run to its end with the owner's rights."""
    environment = servers.owner_environment() | {"DATABASE_URL": servers.owner_url, "SENCO_DEMO": "1"}
    return Service(
        name=name,
        command=[sys.executable, str(PROJECT / "manage.py"), *command],
        log=servers.folder.log("prepare"),
        environment=environment,
        folder=PROJECT,
    )


def has_school(servers: Servers) -> bool:
    """Whether the database holds a school already. Looks as the owner of the tables, from whom no policy hides it."""
    schools = sql.SQL("select 1 from {} limit 1").format(sql.Identifier(SCHOOL_TABLE))
    with psycopg.connect(servers.owner_url) as connection:
        return bool(connection.execute(schools).fetchone())


def running(servers: Servers, port: int, demo: bool) -> list[Service]:
    """Web, worker and beat, in the order they start. The page answers first; the others need not be waited for."""
    environment = servers.environment()
    environment.setdefault("SITE_URL", address(port))
    environment["SENCO_DEMO"] = "1" if demo else "0"
    return [web(servers, port, environment), worker(servers, environment), beat(servers, environment)]


def web(servers: Servers, port: int, environment: dict[str, str]) -> Service:
    arguments = [
        "--bind",
        f"{HOST}:{port}",
        "--workers",
        "2",
        "--threads",
        "4",
        "--preload",
        "--no-control-socket",
    ]
    arguments += ["--graceful-timeout", "5", "--chdir", str(PROJECT)]
    return Service(
        name="web",
        command=[sys.executable, "-m", "gunicorn", "senco.wsgi", *arguments],
        log=servers.folder.log("web"),
        environment=environment | allowed_hosts(environment),
        answers=lambda: is_healthy(port),
        folder=PROJECT,
    )


def allowed_hosts(environment: dict[str, str]) -> dict[str, str]:
    """Where the environment names the site's hosts, this machine's own look at /healthz is let in beside them."""
    named = environment.get("ALLOWED_HOSTS")
    return {} if named is None else {"ALLOWED_HOSTS": f"{named},{HOST}"}


def worker(servers: Servers, environment: dict[str, str]) -> Service:
    arguments = [
        "--concurrency",
        "2",
        "--hostname",
        f"worker-{os.getpid()}@%h",
        "--without-mingle",
        "--without-gossip",
    ]
    return celery("worker", servers, environment, *arguments)


def beat(servers: Servers, environment: dict[str, str]) -> Service:
    return celery(
        "beat", servers, environment, "--schedule", str(servers.folder.run / "schedule"), "--pidfile="
    )


def celery(name: str, servers: Servers, environment: dict[str, str], *arguments: str) -> Service:
    return Service(
        name=name,
        command=[
            sys.executable,
            "-m",
            "celery",
            "--app",
            "senco.celery",
            "--workdir",
            str(PROJECT),
            name,
            *arguments,
        ],
        log=servers.folder.log(name),
        environment=environment,
        folder=PROJECT,
    )


def is_healthy(port: int) -> bool:
    """Whether /healthz answers 200, asked without any proxy between."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{address(port)}/healthz", timeout=5) as response:
            return response.status == 200
    except (urllib.error.URLError, OSError):
        return False
