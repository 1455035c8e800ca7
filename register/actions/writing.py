"""What every action asks before a parent writes to the school about a child."""

from django.core.exceptions import PermissionDenied

from register.queries.portal import may_write_about


def insist_may_write(by, pupil_id) -> None:
    """Raises PermissionDenied from a parent who reads about the child and writes nothing (`Contact.portal`)."""
    if not may_write_about(by, pupil_id):
        raise PermissionDenied("reads only")
