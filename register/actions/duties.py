"""The duties of stages: written when a pupil enters one, renewed with each term, closed in writing, waived, handed over.

Whether a duty is met is nobody's to write: it is derived from the record that fulfils it (register.evidence). What is written here is
for duties that no record shows.
"""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.choices import TAKEN_OVER
from register.models import SenStatus, StageDuty
from register.queries.duties import Asked, Owners, asked_by, owners_of, repeating_stages, who_may_own
from senco.accounts.models import Membership
from senco.accounts.queries import calendar_of

DATES = ["opens_on", "due_on"]


@transaction.atomic
def enter_stage(*, status: SenStatus, by: Membership | None) -> list[StageDuty]:
    """Write what the stage of an open period asks for; returns what is new. Written twice, it changes nothing.

    Where the first day of the period was moved, the dates follow. A period that was taken over from elsewhere asks for what comes
    again each term or year, not for what belonged to its beginning.
    """
    if status.ends is not None or not status.rung or not status.rung.duties:
        return []
    school = status.pupil.school
    wanted = asked_by(status, localdate(), calendar_of(school), anew=status.reason not in TAKEN_OVER)
    held = {(duty.code, duty.occurrence): duty for duty in status.duties.filter(stage=status.stage)}
    for each in wanted:
        if each.key in held:
            move(held[each.key], each)
    new = [each for each in wanted if each.key not in held]
    owners = owners_of(school, by) if new else None
    return write([made(status, each, owners) for each in new])


def move(duty: StageDuty, asked: Asked) -> None:
    """Give an open duty the dates that follow from the first day of its period."""
    dates = (asked.occurrence.opens_on, asked.occurrence.due_on)
    if (duty.opens_on, duty.due_on) != dates and duty.done_on is None and duty.waived_on is None:
        duty.opens_on, duty.due_on = dates
        duty.save(update_fields=DATES)


def made(status: SenStatus, asked: Asked, owners: Owners) -> StageDuty:
    """One unsaved duty."""
    duty, occurrence = asked.duty, asked.occurrence
    return StageDuty(
        school_id=status.school_id, pupil_id=status.pupil_id, status_id=status.pk, stage=status.stage, code=duty.code,
        evidence=duty.evidence, occurrence=occurrence.key, nth=occurrence.nth, opens_on=occurrence.opens_on,
        due_on=occurrence.due_on, owner_id=owners.of(duty, status.pupil.key_adult_id),
    )  # fmt: skip


def write(duties: list[StageDuty]) -> list[StageDuty]:
    """Somebody else may have written the same at this moment: then theirs stands."""
    return StageDuty.objects.bulk_create(duties, ignore_conflicts=True)


@transaction.atomic
def renew_duties(*, school, on: datetime.date) -> int:
    """Write what comes again with a new term or year, for every pupil on roll; returns how many. For the nightly job."""
    statuses = SenStatus.objects.current().filter(school=school, stage__in=repeating_stages())
    on_roll = statuses.filter(pupil__in=school.pupils.registered(on)).select_related("pupil").order_by("pk")
    columns = ("school_id", "pupil_id", "stage", "starts", "ends")
    found = list(on_roll.only(*columns, "pupil__key_adult"))
    written = StageDuty.objects.filter(
        status__in=found
    ).order_by()  # by day it may not be sorted: that is not read here
    held = set(written.values_list("status_id", "stage", "code", "occurrence"))
    calendar, owners = calendar_of(school), owners_of(school)
    new = [
        made(status, each, owners)
        for status in found
        for each in asked_by(status, on, calendar, anew=False)
        if (status.pk, status.stage, *each.key) not in held
    ]
    return len(write(new))


@transaction.atomic
def record_done(*, duty: StageDuty, on: datetime.date, note: str, by: Membership) -> StageDuty:
    """A written record that it was done: on which day, by whom, how. Raises ValidationError for a waived duty or a day to come."""
    if duty.waived_on:
        raise ValidationError(_("This duty was waived. Take the waiver back first."), code="waived")
    if on > localdate():
        raise ValidationError({"on": _("The date lies in the future. Record it once it is done.")})
    if on < duty.opens_on:
        text = _("The duty began on %(day)s. What was done before does not count for it.")
        raise ValidationError({"on": text % {"day": date_format(duty.opens_on)}})
    return save(duty, done_on=on, done_by=by, done_note=note.strip())


@transaction.atomic
def waive(*, duty: StageDuty, reason: str, by: Membership) -> StageDuty:
    """It is not needed for this pupil, and why. Raises ValidationError where it was recorded as done."""
    if duty.done_on:
        raise ValidationError(_("This duty is recorded as done. Take that back first."), code="done")
    return save(duty, waived_on=localdate(), waived_by=by, waived_reason=reason.strip())


@transaction.atomic
def take_back_record(*, duty: StageDuty, by: Membership) -> StageDuty:
    """The written record was a mistake: only a record of the thing itself closes the duty now. The history keeps it."""
    return save(duty, done_on=None, done_by=None, done_note="")


@transaction.atomic
def take_back_waiver(*, duty: StageDuty, by: Membership) -> StageDuty:
    """It is needed after all. The history keeps that it was waived, and why."""
    return save(duty, waived_on=None, waived_by=None, waived_reason="")


@transaction.atomic
def hand_over(*, duty: StageDuty, owner: Membership, by: Membership) -> StageDuty:
    """Somebody else sees to it: one of the staff who may open the pupil's record, or they could not."""
    if not who_may_own(duty.pupil).filter(pk=owner.pk).exists():
        raise ValidationError(
            {"owner": _("Choose somebody of the staff who works with the pupil, or of the SEN office.")}
        )
    return save(duty, owner=owner)


def save(duty: StageDuty, **changed) -> StageDuty:
    for name, value in changed.items():
        setattr(duty, name, value)
    duty.full_clean(
        exclude=["school", "pupil", "status", "owner", "done_by", "waived_by"], validate_unique=False
    )
    duty.save(update_fields=list(changed))
    return duty
