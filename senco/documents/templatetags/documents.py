"""The number that stands behind a sentence of a document for its source."""

from django import template

register = template.Library()


@register.filter
def note(document, source) -> int | None:
    """The number of a source in this document (senco.documents.contents)."""
    return document.note(source)
