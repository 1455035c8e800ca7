"""What a school has decided about its plans; without a row of its own the defaults hold."""

from provision.models import PlanSettings


def settings_of(school) -> PlanSettings:
    """The school's settings. Version 0 and unsaved where nothing was decided yet: nothing is switched off then."""
    found = PlanSettings.objects.filter(school=school).first()
    return found or PlanSettings(school=school, version=0)


def rules_off_for(school) -> frozenset[str]:
    """Codes of the rules of the plan check that this school does not want."""
    return frozenset(settings_of(school).rules_off)
