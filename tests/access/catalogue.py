"""Questions to PostgreSQL's own catalogue about the second lock."""

from django.db import connection

ROLES = (
    "senco_app",
    "senco_school",
    "senco_staff",
    "senco_family",
    "senco_agency",
    "senco_governor",
    "senco_system",
)


def rows(sql: str, params=()) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def tables_leading_to(*roots: str) -> set[str]:
    """Tables with a chain of foreign keys to one of `roots`, and the history tables of those."""
    reached = {
        name
        for (name,) in rows(
            """
            with recursive path(oid) as (
                select unnest(%s::text[])::regclass::oid
                union
                select c.conrelid from pg_constraint c join path on c.confrelid = path.oid where c.contype = 'f'
            )
            select oid::regclass::text from path
            """,
            [list(roots)],
        )
    }
    history = {f"{name}event" for name in reached}
    existing = {name for (name,) in rows("select tablename from pg_tables where schemaname = 'public'")}
    return reached | (history & existing)


def without_forced_security() -> set[str]:
    """Ordinary tables on which row-level security is off or not forced."""
    return {
        name
        for (name,) in rows(
            "select oid::regclass::text from pg_class where relkind in ('r', 'p')"
            " and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)"
        )
    }


def granted(table: str, role: str) -> set[str]:
    """What a role may do with a table or any of its columns. The information schema would hide other roles' grants."""
    return {
        privilege
        for (privilege,) in rows(
            """
            select acl.privilege_type from pg_class c, aclexplode(c.relacl) acl
            where c.oid = %(table)s::regclass and acl.grantee = %(role)s::regrole
            union
            select acl.privilege_type from pg_attribute a, aclexplode(a.attacl) acl
            where a.attrelid = %(table)s::regclass and acl.grantee = %(role)s::regrole
            """,
            {"table": table, "role": role},
        )
    }
