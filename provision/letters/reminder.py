"""What an e-mail about a digest says: that something waits behind the sign-in, and nothing of it."""

from django.utils.translation import gettext as _

from register.letters import Mail, mail


def changes_to_read(url: str) -> Mail:
    return mail(_("There are changes in your class digests to read."), url)
