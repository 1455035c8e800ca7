"""Files as answers: built whole before the transaction ends, always an attachment, never run by the browser."""

from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import get_language

from senco.documents import pdf, word
from senco.documents.contents import Document, context_of
from senco.documents.many import ManyPages
from senco.documents.spreadsheets import Sheet, write_csv, write_xlsx

SHEETS = {
    "xlsx": (write_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (write_csv, "text/csv; charset=utf-8"),
}


def download(content: bytes, *, name: str, content_type: str) -> HttpResponse:
    """A file for the person's own disk. Names are ours, so that a header can hold nothing unexpected."""
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def file_or_back(request, make: Callable[[], HttpResponse], back: str) -> HttpResponse:
    """The file that `make` answers with; where this machine cannot draw PDFs, the page at `back` with a word why.

    `make` notes what leaves the system after it has drawn: what could not be drawn has not left.
    """
    try:
        return make()
    except pdf.PdfUnavailable as problem:
        messages.warning(request, str(problem))
        return redirect(back)


def download_sheet(sheet: Sheet, kind: str) -> HttpResponse:
    """A list as XLSX or CSV; any other kind does not exist."""
    if kind not in SHEETS:
        raise Http404(kind)
    write, content_type = SHEETS[kind]
    target = BytesIO()
    write(sheet, target)
    return download(target.getvalue(), name=sheet.file_name(kind), content_type=content_type)


PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PAGE = "print/document.html"


def drawn(document: Document, *, lang: str, large: bool = False) -> bytes:
    """A document as PDF/UA-1. Raises what `pdf.render` raises."""
    return pdf.render(PAGE, context_of(document, large), title=document.full_title, lang=lang)


def add_documents(file: ManyPages, documents: Iterable[Document], *, large: bool) -> None:
    """Each document on pages of its own, which are counted for themselves."""
    for document in documents:
        file.add(PAGE, context_of(document, large, f"{len(file.pieces)}-"))


def for_word(document: Document, *, lang: str) -> bytes:
    return word.write(document, lang=lang)


def language() -> str:
    """That of the reader: "en-gb"."""
    return get_language() or "en-gb"


DOCUMENTS = {  # kind → how it is made, what it is, how its name ends
    "pdf": (drawn, PDF, ".pdf"),
    "large": (partial(drawn, large=True), PDF, "-large.pdf"),
    "docx": (for_word, WORD, ".docx"),
}


def download_document(document: Document, kind: str, *, lang: str = "") -> HttpResponse:
    """A document as PDF, as PDF in large type, or for Word; any other kind does not exist. Raises PdfUnavailable.

    `lang` is the language that it is in, where that is not its reader's own.
    """
    if kind not in DOCUMENTS:
        raise Http404(kind)
    make, content_type, ending = DOCUMENTS[kind]
    name = slugify(document.title) or "document"
    return download(
        make(document, lang=lang or language()), name=f"{name}{ending}", content_type=content_type
    )
