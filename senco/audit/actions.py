"""Records of reading. Written in the transaction of the page that showed the record; refusals in one of their own."""

from senco.audit.models import ReadEvent


def record_opened(membership, *, what: str, pupil_id) -> None:
    """A page about one pupil was shown."""
    write(membership, ReadEvent.Kind.OPENED, what, [pupil_id])


def record_listed(membership, *, what: str, pupil_ids) -> None:
    """A page with several pupils was shown. An empty list is not an event."""
    if pupil_ids:
        write(membership, ReadEvent.Kind.LISTED, what, list(pupil_ids))


def record_file_read(membership, *, what: str) -> None:
    """Rows of a file were shown that name people who have no record here yet."""
    write(membership, ReadEvent.Kind.LISTED, what, [])


def record_exported(membership, *, what: str, pupil_ids) -> None:
    """Pupils left the system in a file."""
    write(membership, ReadEvent.Kind.EXPORTED, what, list(pupil_ids))


def record_denied(membership, *, route: str, status: int) -> None:
    """An attempt that was refused. Called after the request's own transaction has ended, so that it survives a rollback."""
    write(membership, ReadEvent.Kind.DENIED, f"{status} {route}"[:100], [])


def write(membership, kind: str, what: str, pupil_ids: list) -> None:
    ReadEvent(
        school_id=membership.school_id, membership_id=membership.pk, kind=kind, what=what, pupil_ids=pupil_ids
    ).save(force_insert=True)
