"""A message that can be taken back: shown for ten seconds with a button, without JavaScript until the next page."""

from django.conf import settings
from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

SECONDS = 10
MARK = "undo:"


def offer_undo(request, text: str, url: str) -> None:
    """Tell the person what was done and let them POST to `url` to undo it. The view at `url` decides whether it may."""
    messages.success(request, text, extra_tags=f"{MARK}{url}")


def undo_time() -> str:
    """How long what goes out can be taken back unread, as it stands after "in" and before "after": "a minute", "90 seconds"."""
    minutes, seconds = divmod(settings.UNDO_SECONDS, 60)
    if seconds or not minutes:
        count = settings.UNDO_SECONDS
        return ngettext("%(n)d second", "%(n)d seconds", count) % {"n": count}
    return (
        _("a minute") if minutes == 1 else ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    )


def undo_url(message) -> str:
    """The address to undo what this message tells of; empty for ordinary messages."""
    tags = message.extra_tags or ""
    return tags.removeprefix(MARK) if tags.startswith(MARK) else ""
