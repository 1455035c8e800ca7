"""E-mails about translations: that something waits, never whom it is about."""

from django.utils.translation import gettext as _

from register.letters import Mail, mail


def to_translate(url: str) -> Mail:
    return mail(_("You are asked to translate something."), url)


def to_approve(url: str) -> Mail:
    return mail(_("A translation waits for your approval."), url)


def sent_back(url: str) -> Mail:
    return mail(_("A translation came back to you. Please change what is said there."), url)


def to_read(url: str) -> Mail:
    return mail(_("Something about your child can now be read in another language or in easy words."), url)
