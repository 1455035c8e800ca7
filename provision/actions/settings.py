"""What a school decides about its plans as a whole."""

from django.db import transaction
from django.utils import timezone

from provision.models import PlanSettings
from senco.access.context import take_turns
from senco.core.versions import Outdated, save_newer


def wait_for_turn(by) -> None:
    """One person at a time changes the settings; whoever waits here then reads what the other has written."""
    take_turns(f"plan settings of {by.school_id}")


@transaction.atomic
def save_settings(*, settings: PlanSettings, by) -> PlanSettings:
    """Write the settings. Raises Outdated where somebody saved them after their reader had opened them."""
    wait_for_turn(by)
    if settings._state.adding and PlanSettings.objects.filter(school=settings.school).exists():
        raise Outdated
    settings.saved_by, settings.saved_at = by, timezone.now()
    settings.full_clean(exclude=["school", "saved_by"])
    if settings._state.adding:
        settings.version = 1
        settings.save(force_insert=True)
    else:
        save_newer(
            settings,
            fields=["rules_off", "profile_word", "tier_names", "registers_offline", "saved_by", "saved_at"],
        )
    return settings
