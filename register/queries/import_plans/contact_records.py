"""A contact of a file as a line keeps it."""

from .lines import plain

KEPT = (
    "priority", "title", "forename", "surname", "relationship", "parental_responsibility", "lives_with_pupil",
    "email", "phone", "address", "court_order", "language",
)  # fmt: skip


def contact_after(contact) -> dict:
    """Everything the file says of a new contact."""
    return {name: value for name in KEPT if (value := plain(getattr(contact, name))) not in (None, "")}
