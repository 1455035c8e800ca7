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


def plan(*, run, parsed):
    """The lines of a parsed file, in the order of its rows: planned changes first row by row, then its problems."""
    yield from PLANS[parsed.kind](run=run, parsed=parsed)


__all__ = ["plan"]
