"""E-mails about meetings: that something waits behind the sign-in; never a name, never what is in it."""

import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from register.letters import Mail, mail


def record_to_read(url: str) -> Mail:
    return mail(_("There is a record of a meeting at school for you to read."), url)


def meeting_arranged(url: str, when: str) -> Mail:
    return mail(_("You are asked to a meeting at school: %(when)s.") % {"when": when}, url)


def times_offered(url: str) -> Mail:
    return mail(_("Please choose a time for a meeting at school."), url)


def time_gone(url: str) -> Mail:
    return mail(
        _("The time that you chose for a meeting at school cannot be kept. You will hear from us."), url
    )


def meeting_moved(url: str, when: str) -> Mail:
    return mail(_("The meeting at school is now: %(when)s.") % {"when": when}, url)


def meeting_called_off(url: str, when: str) -> Mail:
    return mail(_("The meeting at school does not take place: %(when)s.") % {"when": when}, url)


def meeting_without_you(url: str, when: str) -> Mail:
    return mail(_("You are not asked to the meeting at school any more: %(when)s.") % {"when": when}, url)


def meeting_reminder(url: str, when: str) -> Mail:
    return mail(_("A reminder of the meeting at school: %(when)s.") % {"when": when}, url)


def views_asked(url: str, by_when: datetime.date) -> Mail:
    words = _("Before a meeting at school we would like to know what you think, by %(day)s.")
    return mail(words % {"day": date_format(by_when)}, url)


def views_reminder(url: str, by_when: datetime.date) -> Mail:
    words = _("A reminder: before a meeting at school we would like to know what you think, by %(day)s.")
    return mail(words % {"day": date_format(by_when)}, url)


def action_reminder(url: str, by_when: datetime.date) -> Mail:
    words = _("At a meeting at school you agreed to do something by %(day)s.")
    return mail(words % {"day": date_format(by_when)}, url)
