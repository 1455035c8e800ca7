"""Types of need: dated, ranked, with their source. A change closes rows and opens new ones; nothing is overwritten
except on the day a row began."""

import datetime
from collections import Counter
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.actions.status import locked
from register.actions.taking_back import restore_rows
from register.choices import ON_REGISTER, NeedSource, NeedType, SenProvision
from register.models import SenNeed, SenStatus
from register.queries.history import mark_of

Need = tuple[str, int, str, str]  # type of need, rank (1 is primary), source, note


@transaction.atomic
def set_needs(
    *, pupil, needs: Sequence[Need], on: datetime.date, by, start_known: bool = True
) -> list[SenNeed]:
    """From `on` the pupil has exactly these needs; returns them by rank. Unchanged ones keep the date they have.

    `start_known` is False where `on` only stands in for the unknown day on which the new ones began.

    Raises ValidationError with a plain message for a wrong list or date; nothing is changed then.
    """
    pupil = locked(pupil)
    status = SenStatus.objects.current().filter(pupil=pupil).first()
    check_needs(needs, status.provision if status else SenProvision.NONE)
    held = {need.need_type: need for need in pupil.needs.current()}
    wanted = {need[0]: need for need in needs}
    changing = [need for code, need in held.items() if facts_of(need) != wanted.get(code)]
    check_day(pupil, changing, on)
    for need in changing:
        end(need, on, replaced_by=wanted.get(need.need_type), by=by)
    for code in wanted.keys() - held.keys():
        start(pupil, wanted[code], on, by, start_known=start_known)
    return list(pupil.needs.current())


@transaction.atomic
def restore_needs(*, pupil, before: int, after: int, by) -> None:
    """Take back one change of needs, from history mark `after` to `before`. Refused once they were changed again.

    Rows that the change opened are left without a single day: nothing is deleted. `by` is who takes it back.
    """
    pupil = locked(pupil)
    if mark_of(SenNeed, pupil) != after:
        raise ValidationError(
            _("The needs were changed again since, so nothing was undone."), code="changed_since"
        )
    restore_rows(SenNeed, pupil, before, remove=empty)


def empty(need: SenNeed) -> None:
    need.ends = need.starts
    need.save(update_fields=["ends"])


def facts_of(need: SenNeed) -> Need:
    return (need.need_type, need.rank, need.source, need.note)


def check_needs(needs: Sequence[Need], provision: str) -> None:
    """Each type once, ranks 1, 2, 3 …, a primary need for pupils on the register, NSA only with SEN Support."""
    codes = [need[0] for need in needs]
    twice = [NeedType(code).label for code, count in Counter(codes).items() if count > 1]
    if twice:
        raise ValidationError(_("“%(need)s” is chosen twice. Choose each need once.") % {"need": twice[0]})
    if any(code not in NeedType.values for code in codes) or any(
        need[2] not in NeedSource.values for need in needs
    ):
        raise ValidationError(_("Choose each need and its source from the list."))
    if sorted(need[1] for need in needs) != list(range(1, len(needs) + 1)):
        raise ValidationError(_("Rank the needs 1, 2, 3 and so on, each rank once; 1 is the primary need."))
    if provision in ON_REGISTER and not needs:
        raise ValidationError(_("A pupil on the SEN register has a primary need. Choose one."))
    if NeedType.NSA in codes and provision != SenProvision.SUPPORT:
        raise ValidationError(
            _("“No specialist assessment” (NSA) is for pupils on SEN Support only. Choose the type of need.")
        )


def check_day(pupil, changing, on: datetime.date) -> None:
    """The day lies in the pupil's life, not in the future, and not before what it would change."""
    if on > localdate():
        raise ValidationError({"on": _("The date lies in the future. Give today's date or an earlier one.")})
    if on < pupil.date_of_birth:
        raise ValidationError({"on": _("The date is before the pupil was born. Check the year.")})
    latest = max((need.starts for need in changing), default=on)
    if on < latest:
        told = {"day": date_format(latest)}
        raise ValidationError(
            {"on": _("The needs were last changed on %(day)s. Give that day or a later one.") % told}
        )


def end(need: SenNeed, on: datetime.date, *, replaced_by: Need | None, by) -> None:
    """Close a need on a day. One that began that same day is corrected on the spot, or left without a single day."""
    if replaced_by and need.starts == on:
        _code, need.rank, need.source, need.note = replaced_by
        need.decided_by = by
        need.save(update_fields=["rank", "source", "note", "decided_by"])
        return
    need.ends = on
    need.save(update_fields=["ends"])
    if replaced_by:
        start(need.pupil, replaced_by, on, by)


def start(pupil, need: Need, on: datetime.date, by, *, start_known: bool = True) -> None:
    """Open one need on a day."""
    code, rank, source, note = need
    made = SenNeed(
        school_id=pupil.school_id,
        pupil=pupil,
        need_type=code,
        rank=rank,
        source=source,
        note=note,
        starts=on,
        start_known=start_known,
        decided_by=by,
    )
    made.full_clean(exclude=["school", "pupil", "decided_by"])
    made.save(force_insert=True)
