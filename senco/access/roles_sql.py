"""The database roles that the second lock stands on, as plain SQL: made before Django's first migration.

Roles belong to the whole database server. Call `make_roles` with the same database from every process that may run at
once: the advisory lock that makes them take turns is held in that database.
"""

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

OWNER = "senco_owner"
RUNTIME_LOGIN = "senco_app"
GROUPS = ("senco_school", "senco_staff", "senco_family", "senco_agency", "senco_governor", "senco_system")
BYPASS = "senco_bypass"
EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent", "citext")
LIMITS = {"statement_timeout": "30s", "idle_in_transaction_session_timeout": "60s"}
OLDEST_SERVER = 160000  # grants WITH INHERIT FALSE, SET TRUE came with PostgreSQL 16
TURN = 0x5E4C0  # the advisory lock's number


class RolesRefused(Exception):
    """The server's roles cannot be made safe; says why and what to do."""


def make_roles(connection_url: str, app_password: str, *, testing: bool = False) -> None:
    """Makes the roles and prepares this database; running it again changes nothing but the runtime login's password.

    `connection_url` names a login that may create roles. With `testing`, the runtime login may also become the owner and
    a role that ignores row-level security: never use that outside tests. Raises RolesRefused.
    """
    with connected(connection_url) as connection:
        insist_on_version(connection)
        connection.execute("select pg_advisory_xact_lock(%s)", [TURN])
        make_missing_roles(connection)
        make_runtime_login(connection, app_password)
        if testing:
            open_for_tests(connection)
        else:
            insist_on_limited_login(connection)
        prepare_database(connection)


def connected(connection_url: str) -> psycopg.Connection:
    """Connects as the administrator itself: the owner's role, which the address may ask for, may not exist yet."""
    parameters = conninfo_to_dict(connection_url)
    parameters.pop("options", None)
    return psycopg.connect(**parameters)


def insist_on_version(connection: psycopg.Connection) -> None:
    if connection.info.server_version < OLDEST_SERVER:
        raise RolesRefused("PostgreSQL 16 or newer is needed; 18 is what we test with.")


def make_missing_roles(connection: psycopg.Connection) -> None:
    """None of them may log in, and none ignores row-level security."""
    for role in (OWNER, *GROUPS):
        create(connection, role, "nologin nobypassrls")
    create(connection, RUNTIME_LOGIN, "login noinherit nobypassrls")
    become(connection, OWNER, "current_user")


def create(connection: psycopg.Connection, role: str, attributes: str) -> None:
    if not connection.execute("select 1 from pg_roles where rolname = %s", [role]).fetchone():
        connection.execute(sql.SQL("create role {} {}").format(sql.Identifier(role), sql.SQL(attributes)))


def become(connection: psycopg.Connection, role: str, login: str) -> None:
    """Lets a login take on a role when it says so, and have nothing of it otherwise."""
    grant = sql.SQL("grant {} to {} with inherit false, set true")
    connection.execute(grant.format(sql.Identifier(role), sql.SQL(login)))


def make_runtime_login(connection: psycopg.Connection, password: str) -> None:
    """The login of web and worker: it owns nothing, inherits nothing, and takes on one group role per request."""
    login = sql.Identifier(RUNTIME_LOGIN)
    # Hashed here, so that the password itself never reaches the server's log.
    verifier = connection.pgconn.encrypt_password(
        password.encode(), RUNTIME_LOGIN.encode(), b"scram-sha-256"
    ).decode()
    connection.execute(sql.SQL("alter role {} password {}").format(login, sql.Literal(verifier)))
    for setting, limit in LIMITS.items():
        connection.execute(
            sql.SQL("alter role {} set {} = {}").format(login, sql.Identifier(setting), sql.Literal(limit))
        )
    for group in GROUPS:
        become(connection, group, RUNTIME_LOGIN)


def insist_on_limited_login(connection: psycopg.Connection) -> None:
    """Refuses a server on which the runtime login could get past the second lock."""
    may_become = connection.execute(
        "select granted.rolname from pg_auth_members m join pg_roles granted on granted.oid = m.roleid"
        " where m.member = %s::regrole and not granted.rolname = any(%s)",
        [RUNTIME_LOGIN, list(GROUPS)],
    ).fetchall()
    too_strong = connection.execute(
        "select rolname from pg_roles where rolname = any(%s) and (rolsuper or rolbypassrls)",
        [[OWNER, RUNTIME_LOGIN, *GROUPS]],
    ).fetchall()
    if may_become or too_strong:
        found = ", ".join(row[0] for row in [*may_become, *too_strong])
        raise RolesRefused(
            f"{RUNTIME_LOGIN} could get past row-level security through: {found}. Use another server."
        )


def open_for_tests(connection: psycopg.Connection) -> None:
    """Tests build the schema as the owner and look past the second lock, over the runtime login's connection."""
    create(connection, BYPASS, "nologin bypassrls")
    connection.execute(
        sql.SQL("grant pg_read_all_data, pg_write_all_data to {}").format(sql.Identifier(BYPASS))
    )
    may_call = sql.SQL(
        "grant senco_school to {} with inherit true, set false"
    )  # functions that pages ask by themselves
    connection.execute(may_call.format(sql.Identifier(BYPASS)))
    connection.execute(sql.SQL("alter role {} createdb").format(sql.Identifier(OWNER)))
    become(connection, OWNER, RUNTIME_LOGIN)
    become(connection, BYPASS, RUNTIME_LOGIN)


def prepare_database(connection: psycopg.Connection) -> None:
    """This database belongs to the owner role; nobody else makes objects in it."""
    database = sql.Identifier(connection.info.dbname)
    owner = sql.Identifier(OWNER)
    for extension in EXTENSIONS:  # first: whoever gives the database away may no longer add to it
        permitted(connection, sql.SQL("create extension if not exists {}").format(sql.Identifier(extension)))
    connection.execute(sql.SQL("revoke create on schema public from public"))
    connection.execute(
        sql.SQL("grant connect on database {} to {}").format(database, sql.Identifier(RUNTIME_LOGIN))
    )
    if not permitted(connection, sql.SQL("alter database {} owner to {}").format(database, owner)):
        permitted(
            connection,
            sql.SQL("grant create, connect, temporary on database {} to {}").format(database, owner),
        )
        permitted(connection, sql.SQL("grant create, usage on schema public to {}").format(owner))


def permitted(connection: psycopg.Connection, statement: sql.Composable) -> bool:
    """Runs a statement that a hosted database may refuse its administrator; whether it was allowed."""
    try:
        with connection.transaction():
            connection.execute(statement)
    except psycopg.errors.InsufficientPrivilege:
        return False
    return True
