"""Templates as PDF/UA-1 files: readable aloud, drawn by a renderer that can fetch only our static files and what it is handed.

WeasyPrint needs the Pango library of the operating system. It is imported when the first PDF is drawn, so
that the rest of the system starts without it.
"""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from senco.documents.glyphs import name_every_glyph

VARIANT = "pdf/ua-1"
PANGO_MISSING = (
    "PDFs cannot be drawn because the Pango library is missing. Debian and Ubuntu: apt install "
    "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. macOS: brew install pango. Then start again."
)


class PdfUnavailable(RuntimeError):
    """This machine lacks the system libraries that draw PDFs; the text says what to install."""


class PdfRefused(ValueError):
    """The page wants what no PDF of ours may hold: a source outside static files, or an attachment."""


def render(template: str, context: Mapping[str, Any], *, title: str, lang: str = "en-gb") -> bytes:
    """Draw a template as PDF/UA-1 in the language `lang`; `title` becomes the document's title.

    The template also gets `title` and `lang`. Raises PdfUnavailable without Pango, and PdfRefused for a page
    that refers to anything but static files. Headings must nest without a gap for the file to conform.
    """
    with translation.override(lang):
        page = render_to_string(template, {**context, "title": title, "lang": lang})
    return draw(page, title=title, lang=lang)


def draw(page: str, *, title: str, lang: str) -> bytes:
    """Draw an HTML page as PDF/UA-1. See `render`."""
    return write([lay_out(page, title=title, lang=lang)])


def lay_out(
    page: str, *, title: str, lang: str, fonts: Any = None, pictures: Mapping[str, bytes] | None = None
) -> Any:
    """The first and longer part of drawing: an HTML page as a document of WeasyPrint's.

    `fonts` may be shared by several. `pictures` are JPEGs that the page may show, by the relative address it calls them.
    """
    weasyprint = _weasyprint()
    from senco.documents.static_fetcher import BASE_URL, StaticFetcher

    html = weasyprint.HTML(string=page, base_url=BASE_URL, url_fetcher=StaticFetcher(pictures or {}))
    _refuse_attachments(html.etree_element)
    _describe(html.etree_element, title, lang)
    with _refusals_told(html.url_fetcher):
        return html.render(font_config=fonts, pdf_variant=VARIANT)


def shared_fonts() -> Any:
    """Fonts for several pages that are laid out one after the other."""
    _weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def write(documents: Sequence[Any]) -> bytes:
    """The pages of these documents as one file with one tree of tags; title and language are those of the first."""
    pages = [page for document in documents for page in document.pages]
    with contextlib.ExitStack() as stack:
        for document in documents:
            stack.enter_context(_refusals_told(document.url_fetcher))
        return documents[0].copy(pages).write_pdf(pdf_variant=VARIANT, finisher=name_every_glyph)


@contextlib.contextmanager
def _refusals_told(fetcher: Any) -> Iterator[None]:
    """What the fetcher turned down inside the block is an error, although the renderer may swallow it."""
    from weasyprint.urls import FatalURLFetchingError

    try:
        yield
    except FatalURLFetchingError as refusal:  # a BaseException: it would stop the worker, not only this page
        raise PdfRefused(str(refusal)) from refusal
    if fetcher.refused:
        raise PdfRefused(fetcher.refused[0])


def _weasyprint() -> Any:
    """The library, imported late; OSError is how a missing Pango shows itself."""
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        raise PdfUnavailable(PANGO_MISSING) from error
    return weasyprint


def _refuse_attachments(root: Any) -> None:
    """`<a rel=attachment>` and `<link rel=attachment>` would put a file into the PDF, unseen on the page."""
    for element in root.iter():
        if "attachment" in str(element.get("rel", "")).lower().split():
            raise PdfRefused(f"A PDF may not carry attachments, but the page has one in <{element.tag}>.")


def _describe(root: Any, title: str, lang: str) -> None:
    """PDF/UA-1 needs a title and a language, whatever the template says."""
    root.set("lang", lang)
    head = root.find("head")
    for old in head.findall("title"):
        head.remove(old)
    element = head.makeelement("title", {})
    element.text = title
    head.append(element)
