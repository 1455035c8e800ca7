"""How much one file may hold, before and after it is unpacked."""

from dataclasses import dataclass, field

from .formats import AUDIO, DOCUMENT, PDF, PICTURE, TEXT

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bytes of a file as it arrives, by kind; the rest holds once it is opened. Settings give `megabytes` (settings.UPLOAD_MEGABYTES)."""

    megabytes: dict[str, int] = field(
        default_factory=lambda: {PICTURE: 25, PDF: 40, DOCUMENT: 25, AUDIO: 40, TEXT: 1}
    )
    pixels: int = 50_000_000  # a telephone's largest usual photograph
    webp_pixels: int = 25_000_000  # its decoder needs three times the room
    longest_side: int = 2400  # pixels of a picture as it is kept: enough to read a page of handwriting
    thumbnail_side: int = 320  # pixels
    pages: int = 500  # of a PDF
    pdf_objects: int = 300_000
    members: int = 3000  # of a document's package
    unpacked_bytes: int = 150 * MEGABYTE  # of a document's members together
    markup_bytes: int = 24 * MEGABYTE  # of its XML together: a book of a thousand pages
    depth: int = 60  # of things in things, where a format nests

    def bytes_of(self, kind: str) -> int:
        return self.megabytes[kind] * MEGABYTE

    @property
    def largest_bytes(self) -> int:
        return max(self.megabytes.values()) * MEGABYTE
