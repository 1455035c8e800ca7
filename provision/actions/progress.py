"""What was measured of pupils, written down, changed and taken back; and the scales of a school."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.models import Measurement, Scale
from provision.scales import SHIPPED_SCALES
from senco.access.context import take_turns
from senco.core.versions import save_newer, stamp

FACTS = ("value", "taken_on", "target", "goal", "weight", "source")
OF_SCALE = ("name", "kind", "framework", "lowest", "highest", "more_is_better", "least_gain", "steps")
STAMP = ("saved_by", "saved_at")
MEANT = ["school", "saved_by", "pupil", "place"]  # set by the action, not by a form


@transaction.atomic
def add_measures(*, records: Iterable[Measurement], by) -> list[Measurement]:
    """All of them or none. Raises ValidationError for a value that is not on its scale, a day to come, and a second value of one day."""
    records = list(records)
    take_turns(f"measures of {by.school_id}")
    for record in records:
        record.school_id = by.school_id
        checked(record, by)
        record.save(force_insert=True)
    return records


@transaction.atomic
def change_measure(*, record: Measurement, by) -> Measurement:
    """Raises Outdated where somebody saved it after its reader had opened it, ValidationError as above."""
    checked(record, by)
    save_newer(record, fields=[*FACTS, *STAMP])
    return record


@transaction.atomic
def remove_measure(*, record: Measurement, by) -> Measurement:
    """It was entered by mistake."""
    record.removed_at = timezone.now()
    stamp(record, by)
    save_newer(record, fields=["removed_at", *STAMP])
    return record


@transaction.atomic
def bring_back_measure(*, record: Measurement, by) -> Measurement:
    """Undo of a removal. Raises ValidationError where another value has taken its day or moment since."""
    record.removed_at = None
    checked(record, by)
    save_newer(record, fields=["removed_at", *STAMP])
    return record


@transaction.atomic
def keep_measures(
    *, new: Iterable[Measurement], changed: Iterable[Measurement], removed: Iterable[Measurement], by
) -> None:
    """A whole group at one moment. Raises Outdated where a colleague saved one of them in between; then nothing is written."""
    for record in removed:
        remove_measure(record=record, by=by)
    for record in changed:
        change_measure(record=record, by=by)
    add_measures(records=new, by=by)


@transaction.atomic
def add_uploaded(*, records: Iterable[Measurement], by) -> list[Measurement]:
    """Many values out of a file, all or none. Raises ValidationError where one is wrong or was recorded since. One query for all."""
    records = list(records)
    take_turns(f"measures of {by.school_id}")
    pupils, days = {row.pupil_id for row in records}, {row.taken_on for row in records}
    there = Measurement.objects.filter(
        school_id=by.school_id,
        moment="",
        goal="",
        removed_at__isnull=True,
        pupil__in=pupils,
        taken_on__in=days,
    )
    known = set(there.values_list("pupil_id", "scale_id", "taken_on"))
    for record in records:
        key = (record.pupil_id, record.scale_id, record.taken_on)
        if key in known:
            raise ValidationError(_("A value of this file was recorded since. Upload the file again."))
        known.add(key)
        record.school_id = by.school_id
        stamp(record, by)
        record.full_clean(exclude=[*MEANT, "scale"], validate_constraints=False)
    return Measurement.objects.bulk_create(records)


def checked(record: Measurement, by) -> None:
    stamp(record, by)
    record.full_clean(exclude=MEANT, validate_constraints=False)
    record.validate_constraints()


# Scales -----------------------------------------------------------------------------------------------------------------------------


@transaction.atomic
def take_scales(*, codes: Iterable[str], by) -> list[Scale]:
    """Copies of shipped scales, to be changed at will; what the school has of that name is left out. ValidationError for an unknown code."""
    known, codes = {scale.code: scale for scale in SHIPPED_SCALES}, list(codes)
    if unknown := [code for code in codes if code not in known]:
        raise ValidationError(_("There is no such scale: %(code)s.") % {"code": unknown[0]})
    take_turns(f"scales of {by.school_id}")
    there = {name.casefold() for name in offered_by(by).values_list("name", flat=True)}
    wanted = [known[code] for code in codes if str(known[code].name).casefold() not in there]
    return [write_scale(copied(each), by) for each in wanted]


def offered_by(by):
    return Scale.objects.filter(school_id=by.school_id, retired_at__isnull=True)


def copied(shipped) -> Scale:
    return Scale(
        name=str(shipped.name), kind=shipped.kind, framework=str(shipped.framework), lowest=shipped.lowest, highest=shipped.highest,
        more_is_better=shipped.more_is_better, least_gain=shipped.least, steps=[str(step) for step in shipped.steps],
        shipped=shipped.code,
    )  # fmt: skip


@transaction.atomic
def add_scale(*, scale: Scale, by) -> Scale:
    """Raises ValidationError where the school has one of that name."""
    take_turns(f"scales of {by.school_id}")
    return write_scale(scale, by)


def write_scale(scale: Scale, by) -> Scale:
    scale.school = by.school
    stamp(scale, by)
    scale.full_clean(exclude=["saved_by"])
    scale.save(force_insert=True)
    return scale


@transaction.atomic
def change_scale(*, scale: Scale, by) -> Scale:
    """Raises ValidationError where values were measured that it would not have any more, or that would come to mean something else."""
    take_turns(f"scales of {by.school_id}")
    values = Measurement.objects.filter(scale=scale, removed_at__isnull=True)
    before = Scale.objects.get(pk=scale.pk)
    if values.exists() and (before.kind, before.more_is_better) != (scale.kind, scale.more_is_better):
        raise ValidationError(
            _(
                "Pupils were measured on this scale already, so what its values mean cannot change. Add another scale."
            )
        )
    highest = values.aggregate(highest=Max("value"))["highest"]
    if scale.steps and highest is not None and highest > len(scale.steps):
        raise ValidationError(
            {"steps": _("A pupil stands on a step that would be gone. Keep as many steps as there are.")}
        )
    stamp(scale, by)
    scale.full_clean(exclude=["saved_by"])
    save_newer(scale, fields=[*OF_SCALE, *STAMP])
    return scale


@transaction.atomic
def retire_scale(*, scale: Scale, by) -> Scale:
    """Nothing new is measured on it; what was measured stays."""
    return keep_retired(scale, scale.retired_at or timezone.now(), by)


@transaction.atomic
def bring_back_scale(*, scale: Scale, by) -> Scale:
    """Raises ValidationError where one of that name was added since."""
    take_turns(f"scales of {by.school_id}")
    scale.retired_at = None
    scale.full_clean(exclude=["saved_by"])
    return keep_retired(scale, None, by)


def keep_retired(scale: Scale, moment, by) -> Scale:
    scale.retired_at = moment
    stamp(scale, by)
    save_newer(scale, fields=["retired_at", *STAMP])
    return scale
