"""A message that can be taken back: shown for ten seconds with a button, without JavaScript until the next page."""

from django.contrib import messages

SECONDS = 10
MARK = "undo:"


def offer_undo(request, text: str, url: str) -> None:
    """Tell the person what was done and let them POST to `url` to undo it. The view at `url` decides whether it may."""
    messages.success(request, text, extra_tags=f"{MARK}{url}")


def undo_url(message) -> str:
    """The address to undo what this message tells of; empty for ordinary messages."""
    tags = message.extra_tags or ""
    return tags.removeprefix(MARK) if tags.startswith(MARK) else ""
