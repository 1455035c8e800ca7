"""A school's own entries of the banks: added, changed, retired and brought back; shipped ones hidden and shown. Plans keep what they hold."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.models import HiddenEntry, SchoolStem, SchoolStrategy
from provision.queries.banks import BANKS
from senco.access.context import take_turns
from senco.core.versions import save_newer, stamp

MEANT = ("school", "saved_by")  # set by the action, not by a form
Row = SchoolStrategy | SchoolStem


def add_entry(*, row: Row, by) -> Row:
    """A new entry; `row` carries what the form said. Raises ValidationError where the school has one of the same words already."""
    return add_entries(rows=[row], by=by)[0]


@transaction.atomic
def add_entries(*, rows: Iterable[Row], by) -> list[Row]:
    """All of them or none, in their order, all of one bank. Raises as `add_entry` does. Two queries, however many they are."""
    rows = list(rows)
    if not rows:
        return rows
    take_turns(f"bank of {by.school_id}")
    known = words_known(type(rows[0]), by)
    for row in rows:
        row.school = by.school
        insist_new_words(row, known)
        known.add(row.text.casefold())
        stamp(row, by)
        row.full_clean(exclude=(*MEANT, "id"), validate_constraints=False)
    return type(rows[0]).objects.bulk_create(rows)


@transaction.atomic
def save_entry(*, row: Row, fields: Iterable[str], by) -> Row:
    """Write these fields. Raises Outdated where somebody saved it after its reader had opened it; plans that took it keep their words."""
    take_turns(f"bank of {by.school_id}")
    insist_new_words(row, words_known(type(row), by, but=row))
    stamp(row, by)
    row.full_clean(exclude=MEANT, validate_constraints=False)
    save_newer(row, fields=[*fields, "saved_by", "saved_at"])
    return row


def words_known(model: type[Row], by, but: Row | None = None) -> set[str]:
    """What the school's entries of one bank say, in small letters."""
    rows = model.objects.filter(school_id=by.school_id).exclude(pk=but.pk if but else None)
    return {text.casefold() for text in rows.values_list("text", flat=True)}


def insist_new_words(row: Row, known: set[str]) -> None:
    if row.text.casefold() in known:
        raise ValidationError(
            {"text": _("Your school has an entry of these words already, perhaps a retired one.")}
        )


@transaction.atomic
def retire_entry(*, row: Row, by) -> None:
    """It is offered no longer; the plans that took it keep it. Once retired it stays so: pressing twice is no error."""
    set_retired(row, row.retired_at or timezone.now(), by)


@transaction.atomic
def bring_back_entry(*, row: Row, by) -> None:
    """It is offered again."""
    set_retired(row, None, by)


def set_retired(row: Row, moment, by) -> None:
    row.retired_at = moment
    stamp(row, by)
    save_newer(row, fields=["retired_at", "saved_by", "saved_at"])


@transaction.atomic
def set_hidden(*, bank: str, code: str, hidden: bool, by) -> HiddenEntry:
    """Whether the school does without a shipped entry. Raises ValidationError for a code that is not shipped."""
    if code not in {entry.code for entry in BANKS[bank].shipped()}:
        raise ValidationError(_("There is no such entry."))
    take_turns(f"bank of {by.school_id}")
    row = HiddenEntry.objects.filter(school=by.school, bank=bank, code=code).first()
    if row is None:
        row = HiddenEntry(school=by.school, bank=bank, code=code, hidden=hidden)
        stamp(row, by)
        row.save(force_insert=True)
    elif row.hidden != hidden:
        row.hidden = hidden
        stamp(row, by)
        save_newer(row, fields=["hidden", "saved_by", "saved_at"])
    return row
