"""Undo from the history: rows about a pupil become what they were at an earlier mark (see register.queries.history)."""

from register.queries.history import rows_at


def restore_rows(model, pupil, mark: int, *, remove) -> None:
    """Bring the pupil's rows of `model` back to how they stood at `mark`; `remove` takes a row made since out of sight."""
    then = rows_at(model, pupil, mark)
    rows = list(model.objects.filter(pupil=pupil))
    for row in rows:
        if row.pk not in then:
            remove(row)
    for row in rows:
        if row.pk in then:
            restore(row, then[row.pk])


def restore(row, event) -> None:
    """Give one row the values it had in `event`; nothing is written where they are the same."""
    names = [
        field.attname for field in row._meta.concrete_fields if not field.primary_key and not field.generated
    ]
    changed = [name for name in names if getattr(row, name) != getattr(event, name)]
    for name in changed:
        setattr(row, name, getattr(event, name))
    if changed:
        row.save(update_fields=changed)
