"""Reading back what was printed."""

import re
from io import BytesIO

import docx
import page as checker
from pypdf import PdfReader


def conformance(pdf: bytes) -> list:
    """What a PDF/UA-1 checker objects to."""
    report = checker.validate_pdf_bytes(pdf, profile=checker.ValidationProfile.PDF_UA_1)
    return [(failure.rule_id, failure.message) for failure in report.failures]


def pages_of(pdf: bytes) -> list[str]:
    return [joined(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


def words_of(pdf: bytes) -> str:
    return " ".join(pages_of(pdf))


def word_file(content: bytes):
    return docx.Document(BytesIO(content))


def words_in_word(content: bytes) -> str:
    """Everything somebody reads: paragraphs, links and tables in their order."""
    paragraphs = word_file(content).element.body.xpath(".//w:p")
    return joined("\n".join(paragraph.text for paragraph in paragraphs))


def joined(text: str) -> str:
    """Without the line ends of the layout."""
    return re.sub(r"\s+", " ", text)
