"""Corrections to a pupil's own details, with an eye on the other person who may be writing."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.actions.status import locked
from register.actions.taking_back import restore
from register.models import Pupil, PupilCharacteristic
from register.queries.history import mark_of, rows_at
from senco.core.versions import save_newer

DETAILS = ["preferred_forename", "preferred_surname", "year_group", "form", "first_language"]


@transaction.atomic
def edit_pupil(*, pupil: Pupil, by, **details) -> tuple[int, int]:
    """Write `DETAILS` over the version of the pupil that was read; returns the history marks before and after.

    Raises ValidationError for a wrong value and Outdated where a colleague saved in between.
    """
    before = mark_of(Pupil, pupil)
    for name in DETAILS:
        setattr(pupil, name, details[name])
    pupil.full_clean(exclude=["school", "key_adult"])
    save_newer(pupil, fields=DETAILS)
    return before, mark_of(Pupil, pupil)


@transaction.atomic
def set_facts(*, pupil: Pupil, kinds, by) -> None:
    """Close and open characteristics so that exactly these kinds hold from today. Earlier ones stay as history."""
    pupil, wanted = locked(pupil), set(kinds)
    held = {fact.kind: fact for fact in pupil.characteristics.current()}
    for kind in held.keys() - wanted:
        held[kind].ends = localdate()
        held[kind].save(update_fields=["ends"])
    for kind in sorted(wanted - held.keys()):
        PupilCharacteristic(school_id=pupil.school_id, pupil=pupil, kind=kind, starts=localdate()).save(
            force_insert=True
        )


@transaction.atomic
def restore_pupil(*, pupil: Pupil, before: int, after: int, by) -> None:
    """Take back an edit of the details. Refused once anything about the pupil was changed since."""
    stored = locked(pupil)
    if mark_of(Pupil, stored) != after:
        raise ValidationError(
            _("The details were changed again since, so nothing was undone."), code="changed_since"
        )
    earlier = rows_at(Pupil, stored, before).get(stored.pk)
    if earlier is None:
        raise ValidationError(_("There is nothing to go back to, so nothing was undone."), code="no_earlier")
    earlier.version = stored.version + 1
    restore(stored, earlier)
