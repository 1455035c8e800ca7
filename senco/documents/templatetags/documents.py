"""The number that stands behind a sentence of a document for its source, and the side from which it is read."""

from django import template

from senco.documents.contents import runs_leftwards

register = template.Library()


@register.filter
def note(document, source) -> int | None:
    """The number of a source in this document (senco.documents.contents)."""
    return document.note(source)


@register.filter
def side(words: str) -> str:
    """The direction of a text, for `dir`: the renderer of PDFs does not know "auto"."""
    return "rtl" if runs_leftwards(words) else "ltr"
