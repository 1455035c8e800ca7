"""Two people editing one record: the later one is told and compares, nothing is overwritten unseen.

The record has an integer column `version`. A view reads it through `to_edit`, its form is a `VersionedModelForm`, its action
ends in `save_newer`; its template shows `components/conflict.html` while `form.is_outdated` (docs/editing-together.md).
"""

from django.db.models import F


class Outdated(Exception):
    """The record was saved by somebody else after it had been read; nothing was written."""


def to_edit(request, records):
    """The same records, locked until the request ends where it submits: the form's check is then the last word.

    Others may go on to point at them (a key does not change), so that nobody who waits here can hold up who grants access.
    """
    return records.select_for_update(of=("self",), no_key=True) if request.method == "POST" else records


def save_newer(record, *, fields) -> None:
    """Write these fields if nobody saved the record since it was read, and count its version up. Raises Outdated."""
    values = {name: getattr(record, name) for name in fields}
    found = type(record)._base_manager.filter(pk=record.pk, version=record.version)
    if not found.update(**values, version=F("version") + 1):
        raise Outdated
    record.version += 1
