"""How the home page greets."""

import datetime

from django.utils.translation import gettext as _

NOON, EVENING = 12, 18  # hours


def greeting(membership, now: datetime.datetime) -> str:
    """ "Good morning, Nadia" by the local time `now`; without a first name, the name the person goes by."""
    words = {"name": membership.first_name or membership.name}
    if now.hour < NOON:
        return _("Good morning, %(name)s") % words
    if now.hour < EVENING:
        return _("Good afternoon, %(name)s") % words
    return _("Good evening, %(name)s") % words
