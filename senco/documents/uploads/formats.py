"""The formats that are taken. Everything else is refused."""

from dataclasses import dataclass

PICTURE, PDF, DOCUMENT, AUDIO, TEXT = "picture", "pdf", "document", "audio", "text"
KINDS = (PICTURE, PDF, DOCUMENT, AUDIO, TEXT)


@dataclass(frozen=True)
class Format:
    """`content_type` and `extension` are ours: what a browser or a file's name claims is never used."""

    content_type: str
    kind: str
    extension: str


JPEG = Format("image/jpeg", PICTURE, "jpg")
PNG = Format("image/png", PICTURE, "png")
WEBP = Format("image/webp", PICTURE, "webp")
PDF_FILE = Format("application/pdf", PDF, "pdf")
DOCX = Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", DOCUMENT, "docx")
ODT = Format("application/vnd.oasis.opendocument.text", DOCUMENT, "odt")
MP3 = Format("audio/mpeg", AUDIO, "mp3")
M4A = Format("audio/mp4", AUDIO, "m4a")
OGG = Format("audio/ogg", AUDIO, "ogg")
WEBM = Format("audio/webm", AUDIO, "weba")
PLAIN_TEXT = Format("text/plain; charset=utf-8", TEXT, "txt")

FORMATS = (JPEG, PNG, WEBP, PDF_FILE, DOCX, ODT, MP3, M4A, OGG, WEBM, PLAIN_TEXT)
BY_CONTENT_TYPE = {each.content_type: each for each in FORMATS}
