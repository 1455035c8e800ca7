"""E-mails about meetings: that something waits behind the sign-in; never a name, never what is in it."""

from django.utils.translation import gettext as _

from register.letters import Mail, mail


def record_to_read(url: str) -> Mail:
    return mail(_("There is a record of a meeting at school for you to read."), url)
