"""Lines of a preview, and the plain values they are kept as."""

import datetime
from decimal import Decimal

from register.models import ImportLine

from .alike import ALIKE, as_text


def line(run, kind: str, row_number: int | None, label: str, **fields) -> ImportLine:
    """An unsaved line. Long texts are cut to what the preview shows; `before` and `after` are kept whole."""
    for name in ("value", "reason", "what_to_do"):
        if name in fields:
            fields[name] = str(fields[name])[:300]
    return ImportLine(
        school_id=run.school_id, run=run, kind=kind, row_number=row_number, label=label[:250], **fields
    )


def parked(
    run, row_number: int | None, label: str, *, field: str, value: str, reason, what_to_do
) -> ImportLine:
    """A row that is set aside, with what a person can do about it."""
    return line(
        run, ImportLine.Kind.PARKED, row_number, label, field=field, value=value, reason=reason, what_to_do=what_to_do
    )  # fmt: skip


def warning(
    run, row_number: int | None, label: str, *, field: str, value: str, reason, what_to_do, pupil=None
) -> ImportLine:
    """A row that is taken, with something a person should look at."""
    return line(
        run, ImportLine.Kind.WARNING, row_number, label, field=field, value=value, reason=reason, what_to_do=what_to_do,
        pupil=pupil,
    )  # fmt: skip


def plain(value):
    """A value as JSON holds it: dates as YYYY-MM-DD, decimals as text."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value


def differences(record, held, fields: dict[str, str], *, only_blanks: bool = False) -> tuple[dict, dict]:
    """(before, after) of the fields that the file gives and that differ. `fields` is record field → our field.

    A field the file does not speak of, and one it leaves blank where we hold something, is no difference; neither is
    the same thing written another way. `only_blanks`: the file fills what we do not know and overwrites nothing.
    """
    before, after = {}, {}
    for theirs, ours in fields.items():
        if theirs not in record.given:
            continue
        new, old = getattr(record, theirs), getattr(held, ours)
        if only_blanks and old not in (None, ""):
            continue
        if new not in (None, "") and plain(new) != plain(old) and not same(theirs, new, old):
            before[ours], after[ours] = plain(old), plain(new)
    return before, after


def same(field: str, new, old) -> bool:
    """Whether two different values of a field mean the same, so that files written in different ways change nothing."""
    return ALIKE.get(field, as_text)(old, new)


def given(record, fields: dict[str, str]) -> dict:
    """What the file says of somebody new, by our field names."""
    values = {
        ours: plain(getattr(record, theirs)) for theirs, ours in fields.items() if theirs in record.given
    }
    return {name: value for name, value in values.items() if value not in (None, "")}
