"""Two people editing one record: the later one is told and compares, nothing is overwritten unseen.

The record has an integer column `version`. A view reads it through `to_edit`, its form is a `VersionedModelForm`, its action
ends in `save_newer`; its template shows `components/conflict.html` while `form.is_outdated` (docs/editing-together.md).
"""

import datetime
from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime


class Outdated(Exception):
    """The record was saved by somebody else after it had been read; nothing was written."""


def to_edit(request, records):
    """The same records, locked until the request ends where it submits: the form's check is then the last word.

    Others may go on to point at them (a key does not change), so that nobody who waits here can hold up who grants access.
    """
    return records.select_for_update(of=("self",), no_key=True) if request.method == "POST" else records


def stamp(record, by) -> None:
    """Who saves it now: for records with `saved_by` and `saved_at`."""
    record.saved_by, record.saved_at = by, timezone.now()


def save_newer(record, *, fields) -> None:
    """Write these fields if nobody saved the record since it was read, and count its version up. Raises Outdated."""
    values = {name: getattr(record, name) for name in fields}
    found = type(record)._base_manager.filter(pk=record.pk, version=record.version)
    if not found.update(**values, version=F("version") + 1):
        raise Outdated
    record.version += 1


@dataclass(frozen=True)
class Saved:
    """Who brought the version that stands now, and when; `who` is empty where no person is known."""

    who: str
    when: datetime.datetime

    @property
    def at(self) -> str:
        return date_format(localtime(self.when), "j F Y, H:i")


def saved_of(record) -> Saved | None:
    """What a record with `saved_by` and `saved_at` says of itself; None of others."""
    when = getattr(record, "saved_at", None)
    return Saved(record.saved_by.name if record.saved_by else "", when) if when else None
