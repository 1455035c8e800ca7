"""Groups and one-to-one support: set up, changed from a day on, ended, removed where they were a mistake, copied into a new term.

Whatever changes who runs what for whom ends in `follow_provision`: access goes with it.
"""

import datetime
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from provision.actions.access import follow_provision
from provision.models import Allocation, Provision, ProvisionAdult, ProvisionTime
from provision.new_group import NewGroup
from senco.core.versions import save_newer, stamp

DAY = datetime.timedelta(days=1)
MEANT = ["school", "saved_by"]
STAMP = ("saved_by", "saved_at")
FACTS = ("name", "place", "ends", "agreed_size")


@transaction.atomic
def set_up_group(*, group: NewGroup, by) -> Provision:
    """The group with its times, adults and places. Raises ValidationError where its last day lies before its first."""
    made = Provision(
        intervention=group.intervention, name=group.name, place=group.place, starts=group.starts, ends=group.ends,
        agreed_size=group.agreed_size, copied_from=group.copied_from,
    )  # fmt: skip
    keep(made, by)
    for time in group.times:
        add_row(ProvisionTime(provision=made, starts=group.starts, **vars(time)), by)
    for adult in group.adults:
        add_row(ProvisionAdult(provision=made, membership=adult, starts=group.starts), by)
    if group.adult_words:
        add_row(ProvisionAdult(provision=made, adult_words=group.adult_words, starts=group.starts), by)
    for pupil in group.pupils:
        place = Allocation(provision=made, pupil=pupil, starts=group.starts)
        place.outcome, place.required = group.outcomes.get(pupil.pk), pupil.pk in group.required
        add_row(place, by)
    follow_provision(school=by.school, by=by)
    return made


@transaction.atomic
def change_group(*, group: Provision, by) -> Provision:
    """Name, place, size and last day. Raises Outdated, and ValidationError where the last day lies before the first."""
    insist_in_order(group)
    stamp(group, by)
    group.full_clean(exclude=MEANT)
    save_newer(group, fields=[*FACTS, *STAMP])
    follow_provision(school=by.school, by=by)
    return group


@transaction.atomic
def add_to_group(*, row, by):
    """One more time, adult or place, from a day on. Raises ValidationError for a day outside the group's, or for somebody who is
    there already."""
    insist_within(row)
    insist_new_adult(row)
    add_row(row, by)
    follow_provision(school=by.school, by=by)
    return row


@transaction.atomic
def change_place(*, place: Allocation, by) -> Allocation:
    """A pupil's dates, outcome and right to it. Raises Outdated, and ValidationError for a second place at once."""
    insist_within(place)
    stamp(place, by)
    place.full_clean(exclude=MEANT)
    save_newer(place, fields=["starts", "ends", "outcome", "required", *STAMP])
    follow_provision(school=by.school, by=by)
    return place


@transaction.atomic
def add_places(*, group: Provision, pupils, starts: datetime.date, required: bool, by) -> list[Allocation]:
    """A place for each of these pupils, from a day on; all of them or none."""
    made = [Allocation(provision=group, pupil=pupil, starts=starts, required=required) for pupil in pupils]
    for place in made:
        insist_within(place)
        add_row(place, by)
    follow_provision(school=by.school, by=by)
    return made


@transaction.atomic
def change_from(*, row, values: dict, day: datetime.date, by):
    """From a day on these values hold: the row that stood ends the day before. One that has not begun by then is simply changed."""
    if row.ends and row.ends < day:
        raise ValidationError(_("It has ended on %(day)s.") % {"day": date_format(row.ends)})
    if day <= row.starts:
        for name, value in values.items():
            setattr(row, name, value)
        insist_within(row)
        changed = save_row(row, [*values, *STAMP], by)
        follow_provision(school=by.school, by=by)
        return changed
    new = type(row)(**{name: getattr(row, name) for name in copied_fields(row)} | values | {"starts": day})
    end_row(row=row, last=day - DAY, by=by)
    insist_within(new)
    add_row(new, by)
    follow_provision(school=by.school, by=by)
    return new


@transaction.atomic
def end_row(*, row, last: datetime.date, by):
    """The last day on which a time, an adult or a place holds. Raises ValidationError for a day before its first."""
    if last < row.starts:
        raise ValidationError({"last": _("It began on %(day)s.") % {"day": date_format(row.starts)}})
    row.ends = last
    save_row(row, ["ends", *STAMP], by)
    follow_provision(school=by.school, by=by)
    return row


@transaction.atomic
def reopen_row(*, row, by, ends: datetime.date | None = None):
    """It goes on, until `ends` where it had a last day before. Raises ValidationError where something took its place since."""
    insist_nothing_follows(row)
    row.ends = ends
    insist_new_adult(row)
    row.full_clean(exclude=MEANT)
    save_row(row, ["ends", *STAMP], by)
    follow_provision(school=by.school, by=by)
    return row


@transaction.atomic
def remove_row(*, row, by):
    """It was a mistake: of a group, all of it; of a time, an adult or a place, that one."""
    row.removed_at = timezone.now()
    save_row(row, ["removed_at", *STAMP], by)
    follow_provision(school=by.school, by=by)
    return row


@transaction.atomic
def bring_row_back(*, row, by):
    """Undo of a removal. Raises ValidationError where the pupil or adult is in the group again by now."""
    row.removed_at = None
    insist_new_adult(row)
    row.full_clean(exclude=MEANT)
    save_row(row, ["removed_at", *STAMP], by)
    follow_provision(school=by.school, by=by)
    return row


@transaction.atomic
def copy_groups(*, groups: Iterable[NewGroup], by) -> list[Provision]:
    """Groups of a new term, each knowing the one it was copied from. One that was copied into that term already is left out."""
    made = []
    for group in groups:
        again = (
            Provision.objects.kept().filter(copied_from=group.copied_from).within(group.starts, group.ends)
        )
        if not again.exists():
            made.append(set_up_group(group=group, by=by))
    return made


def copied_fields(row) -> list[str]:
    """What a row that goes on from another takes over."""
    fresh = {"id", "saved_by", "saved_at", "version", "removed_at", "starts"}
    return [each.name for each in row._meta.concrete_fields if each.name not in fresh]


def insist_in_order(group: Provision) -> None:
    if group.ends < group.starts:
        raise ValidationError({"ends": _("It begins on %(day)s.") % {"day": date_format(group.starts)}})


def insist_within(row) -> None:
    """A time, adult or place lies within the days of its group."""
    group = row.provision
    if not group.starts <= row.starts <= group.ends:
        told = {"first": date_format(group.starts), "last": date_format(group.ends)}
        raise ValidationError(_("The group lasts from %(first)s to %(last)s.") % told)
    if row.ends and row.ends < row.starts:
        raise ValidationError(_("It cannot end before it begins. Check both dates."))


def insist_new_adult(row) -> None:
    """Nobody runs a group twice at once."""
    if not isinstance(row, ProvisionAdult) or row.membership is None:
        return
    last = row.ends or row.provision.ends
    others = ProvisionAdult.objects.kept().filter(provision=row.provision, membership=row.membership)
    if others.exclude(pk=row.pk).within(row.starts, last).exists():
        raise ValidationError(_("%(name)s runs this group already then.") % {"name": row.who})


def insist_nothing_follows(row) -> None:
    """A time that another one has taken the place of does not go on beside it."""
    if isinstance(row, ProvisionTime) and row.ends:
        after = ProvisionTime.objects.kept().filter(provision=row.provision, starts=row.ends + DAY)
        if after.exists():
            raise ValidationError(_("Another time follows it from the next day. Remove that one first."))


def keep(group: Provision, by) -> None:
    insist_in_order(group)
    add_row(group, by)


def add_row(row, by) -> None:
    row.school_id = by.school_id
    stamp(row, by)
    row.full_clean(exclude=MEANT)
    row.save(force_insert=True)


def save_row(row, fields: list[str], by):
    stamp(row, by)
    save_newer(row, fields=fields)
    return row
