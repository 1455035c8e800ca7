"""What the pages about the second step count."""

from allauth.mfa import app_settings
from django import template

register = template.Library()


@register.filter
def codes_left(recovery_codes) -> int:
    """How many recovery codes are unused: read from the marks alone, so that it works where the secret cannot be read."""
    used = int(recovery_codes.instance.data.get("used_mask", 0)).bit_count()
    return max(0, app_settings.RECOVERY_CODE_COUNT - used)
