"""Form fields for files. What a form gets is what `receive` made of them: clean bytes under clean names.

photo = UploadField(label=_("Photograph"), kinds=[PICTURE])       # one Received, or None
files = UploadsField(label=_("Files"))                            # a list of Received
"""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from . import formats
from .names import UNNAMED, readable
from .receiving import Received, check_size, limits, receive
from .refusals import UploadRefused
from .unfit import Unfit

# What a chooser offers first. HEIC is left out on purpose: without it an iPhone hands out its photographs as JPEG.
OFFERED = {
    formats.PICTURE: "image/jpeg,image/png,image/webp",
    formats.PDF: "application/pdf",
    formats.DOCUMENT: ".docx,.odt",
    formats.AUDIO: "audio/mpeg,audio/mp4,audio/ogg,audio/webm,.mp3,.m4a,.ogg,.opus,.weba",
    formats.TEXT: "text/plain,.txt",
}
MOST_FILES = 10


class FileChooser(forms.FileInput):
    """The browser's own chooser, which on a telephone offers the camera for pictures."""

    def __init__(self, kinds, attrs=None):
        super().__init__({"accept": ",".join(OFFERED[kind] for kind in kinds)} | (attrs or {}))


class FilesChooser(FileChooser):
    allow_multiple_selected = True


class UploadField(forms.FileField):
    """One file; gives a `Received`, or None where nothing was chosen. `kinds` narrows what is taken (senco.documents.uploads.formats).

    `camera=True` asks a telephone for a photograph at once instead of letting its owner choose one.
    """

    chooser = FileChooser

    def __init__(self, *, kinds=formats.KINDS, camera: bool = False, **options):
        self.kinds = tuple(kinds)
        attrs = {"capture": "environment"} if camera else {}
        super().__init__(widget=self.chooser(self.kinds, attrs), allow_empty_file=True, **options)

    def clean(self, data, initial=None) -> Received | None:
        upload = super().clean(data)
        return self.taken(upload) if upload else None

    def taken(self, upload) -> Received:
        """Read and judge one file. Raises ValidationError with words that name it."""
        try:
            check_size_of(upload)
            received = receive(upload.read(), name=upload.name)
        except UploadRefused as refused:
            raise ValidationError(str(refused), code=refused.code) from refused
        if received.kind not in self.kinds:
            words = _("{name}: A file of this kind does not belong here. Choose one of these: {kinds}")
            raise ValidationError(
                format_lazy(words, name=received.name, kinds=kinds_in_words(self.kinds)), code="other_kind"
            )
        return received


class UploadsField(UploadField):
    """Several files at once; gives a list of `Received`. One that is refused refuses all, and each of those is named."""

    chooser = FilesChooser

    def clean(self, data, initial=None) -> list[Received]:
        uploads = (
            [each for each in data or [] if each]
            if isinstance(data, list | tuple)
            else [data]
            if data
            else []
        )
        if self.required and not uploads:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(uploads) > MOST_FILES:
            words = format_lazy(_("At most {count} files can be added at a time."), count=MOST_FILES)
            raise ValidationError(words, code="too_many")
        taken, problems = [], []
        for upload in uploads:
            try:
                taken.append(self.taken(upload))
            except ValidationError as problem:
                problems.append(problem)
        if problems:
            raise ValidationError(problems)
        return taken


def check_size_of(upload) -> None:
    try:
        check_size(upload.size)
    except Unfit as unfit:
        raise UploadRefused(readable(upload.name or "") or UNNAMED, unfit) from unfit


def kinds_in_words(kinds) -> str:
    return ", ".join(str(KIND_WORDS[kind]) for kind in kinds)


KIND_WORDS = {
    formats.PICTURE: _("picture"),
    formats.PDF: _("PDF"),
    formats.DOCUMENT: _("document"),
    formats.AUDIO: _("sound"),
    formats.TEXT: _("text"),
}


def sizes_in_words(kinds) -> str:
    each = (
        format_lazy(_("{kind} up to {size} MB"), kind=KIND_WORDS[kind], size=limits().megabytes[kind])
        for kind in kinds
    )
    return ", ".join(str(words) for words in each)


def help_words(kinds=formats.KINDS):
    """What may be chosen and how large it may be, for the help text of a field: said in the language of whoever reads it."""
    return lazy(sizes_in_words, str)(tuple(kinds))
