"""What a file would change: lines compared with what the school holds. Nothing here writes."""

from register.imports.records import CONTACTS, CTF, GROUPS, PUPILS, STAFF

from .contacts import plan_contacts
from .groups import plan_groups
from .pupils import plan_pupils
from .staff import plan_staff

PLANS = {
    PUPILS: plan_pupils,
    CTF: plan_pupils,
    CONTACTS: plan_contacts,
    STAFF: plan_staff,
    GROUPS: plan_groups,
}


def plan(*, run, parsed, stated: dict[str, list] | None = None):
    """The lines of a parsed file, in the order of its rows: planned changes first row by row, then its problems.

    `stated` is filled on the way with what our own MIS says of SEN: pupil key as text → [status or None, open needs or None].
    """
    more = {"stated": stated if stated is not None else {}} if parsed.kind in (PUPILS, CTF) else {}
    yield from PLANS[parsed.kind](run=run, parsed=parsed, **more)


__all__ = ["plan"]
