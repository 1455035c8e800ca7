"""Why a file is refused, in words: which file, what is wrong, what to do."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from .unfit import Unfit

TAKEN = _(
    "Pictures (JPEG, PNG, WebP), PDF, Word (DOCX), OpenDocument (ODT), sound (MP3, M4A, OGG, WebM) and plain text can be kept here."
)
AS_PDF = _("Open it and save it as a PDF, then add the PDF.")

WORDS = {  # code → (what is wrong, what to do)
    "empty": (_("The file is empty."), _("Check that it opens on your device, then choose it again.")),
    "unknown": (_("This kind of file cannot be kept here."), TAKEN),
    "damaged": (_("The file is damaged or not what its name says."), _("Open it on your device, save it again under a new name, and add that.")),
    "too_large": (_("The file is larger than {megabytes} MB."), _("Make it smaller or divide it, then add it again.")),
    "too_many_pixels": (
        _("The picture is {width} by {height} dots, more than {megapixels} megapixels."), _("Save it smaller, then add it again."),
    ),
    "too_many_pages": (_("The PDF has {pages} pages; {limit} is the most."), _("Divide it into parts and add them one by one.")),
    "too_complicated": (_("The file takes too long or too much room to open."), _("Save it in a simpler form, for example as a PDF, and add that.")),
    "unpacks_too_large": (
        _("Unpacked, the document is larger than {megabytes} MB, or has too many parts or too much text."), _("Make its pictures smaller, or save it as a PDF."),
    ),
    "encrypted": (_("The file is locked with a password."), _("Open it, save a copy without a password, and add the copy.")),
    "macros": (_("The document holds macros: small programs that run when it is opened."), AS_PDF),
    "embedded": (_("Another file or program is packed inside this one."), AS_PDF),
    "fetches": (_("The document fetches parts of itself from elsewhere when it is opened."), AS_PDF),
    "two_in_one": (_("Something else is hidden in this file."), TAKEN),
    "heic": (
        _("This is a HEIC picture, which many computers cannot show."),
        _("On an iPhone choose Settings, Camera, Formats, “Most Compatible”, or save the picture as JPEG, then add it again."),
    ),
    "other_picture": (_("Pictures of this kind cannot be kept here."), _("Save it as JPEG or PNG, then add it again.")),
    "other_sound": (_("Sound of this kind cannot be kept here."), _("Save it as MP3 or M4A, then add it again.")),
    "video": (_("Films cannot be kept here."), _("Add a photograph, or the sound alone.")),
    "old_office": (_("This is an old Word file (.doc), or another old Office file."), _("Open it and save it as Word (.docx) or PDF, then add that.")),
    "other_office": (_("Spreadsheets and slides cannot be kept here."), AS_PDF),
    "rtf": (_("RTF files can hold programs."), _("Save it as Word (.docx) or PDF, then add that.")),
    "web_page": (_("This is a web page or a drawing that can hold programs."), AS_PDF),
    "archive": (_("Files packed together (zip and the like) cannot be kept here."), _("Unpack it and add the files one by one.")),
    "program": (_("This is a program, whatever its name says."), _("If you did not expect that, tell whoever looks after your computer.")),
    "virus": (
        _("The virus scanner found “{finding}” in this file."), _("Do not open it. Tell whoever looks after your computer where it came from."),
    ),
}  # fmt: skip


class UploadRefused(Exception):
    """One file that is not taken. `str` of it is the whole message; `code` is for programs and tests."""

    def __init__(self, name: str, unfit: Unfit):
        super().__init__(unfit.code)
        self.name, self.code = name, unfit.code
        self.reason, self.what_to_do = (format_lazy(words, **unfit.values) for words in WORDS[unfit.code])

    def __str__(self) -> str:
        return f"{self.name}: {self.reason} {self.what_to_do}"
