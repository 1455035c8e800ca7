"""People, pupils and records for tests. Everything is written as the tables' owner; the code under test never is."""

from .identity import as_owner, bypassing_row_security
from .people import person, school
from .records import access, concern, contact, group, kept_file, on_status, pupil

__all__ = [
    "access",
    "as_owner",
    "bypassing_row_security",
    "concern",
    "contact",
    "group",
    "kept_file",
    "on_status",
    "person",
    "pupil",
    "school",
]
