"""Corrections to a pupil's own details, with an eye on the other person who may be writing."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from register.actions.access import derive_staff_access
from register.actions.status import locked
from register.actions.taking_back import restore
from register.imports.identifiers import is_temporary_upn
from register.models import Pupil, PupilCharacteristic
from register.queries.history import mark_of, rows_at
from senco.core.versions import save_newer

DETAILS = [
    "preferred_forename", "preferred_surname", "year_group", "form", "first_language", "joined_on", "left_on", "upn",
    "admission_number",
]  # fmt: skip
NUMBERS = {
    "upn": gettext_lazy(
        "Another pupil of this school has this UPN. Find that pupil first: they may be the same child."
    ),
    "admission_number": gettext_lazy("Another pupil of this school has this admission number."),
}


@transaction.atomic
def edit_pupil(*, pupil: Pupil, by, **details) -> tuple[int, int]:
    """Write `DETAILS` over the version of the pupil that was read; returns the history marks before and after.

    A temporary UPN that is replaced becomes the former one. What staff may open follows a leaving date at once. Raises
    ValidationError for a wrong value and Outdated where a colleague saved in between.
    """
    before = mark_of(Pupil, pupil)
    stored = Pupil.objects.get(pk=pupil.pk)
    if details["upn"] != stored.upn and is_temporary_upn(stored.upn):
        pupil.former_upn = stored.upn
    for name in DETAILS:
        setattr(pupil, name, details[name])
    check_dates(pupil)
    check_numbers(pupil)
    pupil.full_clean(exclude=["school", "key_adult"])
    write_once(pupil)
    if pupil.left_on != stored.left_on:
        derive_staff_access(school=pupil.school, by=by)
    return before, mark_of(Pupil, pupil)


def check_dates(pupil: Pupil) -> None:
    """A life in order: born, joined, left."""
    if pupil.joined_on and pupil.joined_on < pupil.date_of_birth:
        raise ValidationError({"joined_on": _("The date is before the pupil was born. Check the year.")})
    earliest = pupil.joined_on or pupil.date_of_birth
    if pupil.left_on and pupil.left_on < earliest:
        text = _("The pupil cannot leave before %(day)s. Check both dates.")
        raise ValidationError({"left_on": text % {"day": date_format(earliest)}})


def check_numbers(pupil: Pupil) -> None:
    """Numbers name one pupil of a school."""
    others = Pupil.objects.filter(school_id=pupil.school_id).exclude(pk=pupil.pk)
    for name, text in NUMBERS.items():
        value = getattr(pupil, name)
        if value and others.filter(**{f"{name}__iexact": value}).exists():
            raise ValidationError({name: str(text)})


def write_once(pupil: Pupil) -> None:
    """Save; where somebody gave another pupil the same number at this very moment, say so."""
    try:
        with transaction.atomic():
            save_newer(pupil, fields=[*DETAILS, "former_upn"])
    except IntegrityError as broken:
        raise ValidationError(
            _("Another pupil has just been given this number. Nothing was saved.")
        ) from broken


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
    left_on, earlier.version = stored.left_on, stored.version + 1
    restore(stored, earlier)
    if stored.left_on != left_on:
        derive_staff_access(school=stored.school, by=by)
