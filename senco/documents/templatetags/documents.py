"""Of a document: the number behind a sentence for its source, the side from which a text is read, and other languages to read it in."""

from django import template

from senco.documents import other_languages as languages
from senco.documents.contents import runs_leftwards

register = template.Library()


@register.filter
def note(document, source) -> int | None:
    """The number of a source in this document (senco.documents.contents)."""
    return document.note(source)


@register.filter
def side(words: str, document=None) -> str:
    """The direction of a text, for `dir`: the renderer of PDFs does not know "auto". In a `document` that runs leftwards all of it does."""
    return "rtl" if (document and document.runs_leftwards) or runs_leftwards(words) else "ltr"


@register.simple_tag(takes_context=True)
def other_languages(context, original: str, key) -> languages.OtherLanguages:
    """In which other languages the acting role may read it (senco.documents.other_languages)."""
    return languages.other_languages(original, key, context["request"].membership)
