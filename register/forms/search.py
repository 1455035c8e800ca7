"""What people type to find a pupil, from whichever box it comes."""

from django import forms

LONGEST = 100  # characters; a search by a page of text is a mistake, and a costly one
WORDS = forms.CharField(required=False, max_length=LONGEST)


def words_in(text: str | None) -> str:
    """The words to look for: trimmed, cut to a sensible length, without what no name contains."""
    return WORDS.clean((text or "").replace("\0", "").strip()[:LONGEST])
