"""What waits for somebody on every floor of the house, in one list."""

from provision.queries import due as plans
from register.queries import due as register
from register.queries.due import Due, by_date


def due_for(membership) -> list[Due]:
    """Late things first, then by date."""
    return sorted([*register.due_for(membership), *plans.due_for(membership)], key=by_date)
