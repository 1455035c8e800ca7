"""E-mails about plans and digests: that something waits behind the sign-in; never a name, never what is in it."""

from django.utils.translation import gettext as _

from register.letters import Mail, mail


def plan_to_answer(url: str) -> Mail:
    return mail(_("There is a plan from school for you to read. We want to know what you think."), url)


def plan_to_read(url: str) -> Mail:
    return mail(_("There is something new to read in a plan from school."), url)


def changes_to_read(url: str) -> Mail:
    return mail(_("There are changes in your class digests to read."), url)
