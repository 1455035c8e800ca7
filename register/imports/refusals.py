"""When a whole file cannot be taken: one plain sentence why, one what to do, and nothing has changed."""

from dataclasses import dataclass

from django.utils.text import format_lazy


class ImportRefused(Exception):
    """The file as a whole is refused.

    `code` is for programs and tests, `reason` and `what_to_do` are lazily translated sentences. `headings` holds the
    column headings that were found, if any, so that a person can be asked which column is which.
    """

    def __init__(self, code: str, reason, what_to_do="", *, headings: tuple[str, ...] = ()):
        super().__init__(code)
        self.code = code
        self.reason = reason
        self.what_to_do = what_to_do
        self.headings = headings

    def __str__(self) -> str:
        return f"{self.reason} {self.what_to_do}".strip()


@dataclass(frozen=True)
class Limits:
    """What one file may hold. The defaults fit a trust of twenty schools with room to spare."""

    file_bytes: int = 50 * 1024 * 1024
    rows: int = 100_000
    columns: int = 200
    unpacked_bytes: int = 150 * 1024 * 1024  # of a workbook's sheets together, once unzipped
    shared_text_bytes: int = 20 * 1024 * 1024  # of a workbook's table of texts, which is held in memory whole
    workbook_tags: int = 6_000_000  # XML tags of a workbook's sheets and texts; 100,000 rows of 15 cells fit
    elements_per_pupil: int = 20_000  # of an XML file
    xml_depth: int = 40


def said(sentence, *parts, **values):
    """A lazily translated sentence with its values filled in only when it is shown."""
    return format_lazy(sentence, *parts, **values)
