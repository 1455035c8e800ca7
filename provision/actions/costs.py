"""Rates, budgets, top-ups and how costs are worked out: added, changed, and removed where they were a mistake; each can be undone."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.models import Allocation, Budget, CostSettings, StaffRate, TopUp
from senco.access.context import take_turns
from senco.core.versions import Outdated, save_newer, stamp

FACTS = {
    StaffRate: ("card", "adult_role", "pence", "paid_weeks", "valid_from"),
    Budget: ("kind", "label", "starts", "ends", "pence"),
    TopUp: ("pence", "starts", "ends", "source"),
    CostSettings: ("first_month", "card", "size_rule", "taught_weeks", "expectation_pence"),
}
STAMP = ("saved_by", "saved_at")
MEANT = [
    "pupil",
    "saved_by",
]  # set by the action, not by a form; the school is asked for what it must have once only


@transaction.atomic
def add_money(*, record, by):
    """A new rate, budget or top-up; `record` carries what the form said. Raises ValidationError, for a second rate of one day too."""
    record.school_id = by.school_id
    stamp(record, by)
    record.full_clean(exclude=MEANT)
    record.save(force_insert=True)
    return record


@transaction.atomic
def change_money(*, record, by):
    """Raises Outdated where somebody saved it after its reader had opened it, ValidationError where it cannot be so."""
    stamp(record, by)
    record.full_clean(exclude=MEANT)
    save_newer(record, fields=[*FACTS[type(record)], *STAMP])
    return record


@transaction.atomic
def remove_money(*, record, by):
    """It was entered by mistake and counts no longer."""
    record.removed_at = timezone.now()
    return keep_removal(record, by)


@transaction.atomic
def bring_back_money(*, record, by):
    """Undo of a removal. Raises ValidationError where another rate has taken its day since."""
    record.removed_at = None
    record.full_clean(exclude=MEANT)
    return keep_removal(record, by)


def keep_removal(record, by):
    stamp(record, by)
    save_newer(record, fields=["removed_at", *STAMP])
    return record


@transaction.atomic
def save_cost_settings(*, settings: CostSettings, by) -> CostSettings:
    """Raises Outdated where somebody saved them after their reader had opened them."""
    take_turns(f"cost settings of {by.school_id}")
    if settings._state.adding and CostSettings.objects.filter(school=settings.school).exists():
        raise Outdated
    stamp(settings, by)
    settings.full_clean(exclude=MEANT)
    if not settings._state.adding:
        save_newer(settings, fields=[*FACTS[CostSettings], *STAMP])
        return settings
    settings.version = 1
    settings.save(force_insert=True)
    return settings


@transaction.atomic
def carry_cost(*, place: Allocation, carries: bool, by) -> Allocation:
    """Say that a group was set up for this pupil alone, or that it was not. Raises ValidationError where nothing is there to change."""
    if place.carries_cost == carries:
        raise ValidationError(_("It is so already."))
    place.carries_cost = carries
    stamp(place, by)
    save_newer(place, fields=["carries_cost", *STAMP])
    return place
