"""What is kept of a file that was taken."""

from dataclasses import dataclass

from .formats import Format


@dataclass(frozen=True)
class Cleaned:
    """What is kept: never the bytes that came. `removed` counts what was taken out of a PDF because it acts."""

    format: Format
    content: bytes
    thumbnail: bytes = b""
    removed: int = 0
