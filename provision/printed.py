"""Profiles and digests as files of paper, PDF/UA-1."""

from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from provision.letters.digest import Digest
from provision.letters.profile import ProfilePaper, pictures_of
from senco.documents import pdf
from senco.documents.downloads import download

PDF = "application/pdf"


def profile_file(paper: ProfilePaper, size: str):
    """One profile on A4 or A5 (codes of PaperSize), as an answer. Raises PdfUnavailable where the machine cannot draw PDFs."""
    context = {"papers": [paper], "size": size}
    drawn = pdf.render(
        "print/profiles.html", context, title=paper.title, lang=language(), pictures=pictures_of([paper])
    )
    return download(drawn, name=f"{slugify(paper.title) or 'profile'}-{size}.pdf", content_type=PDF)


def digest_file(digest: Digest, *, school: str, made_by: str):
    """A class digest on A4 across, as an answer."""
    title = _("%(group)s: class digest of %(day)s") % {"group": digest.group, "day": date_format(digest.on)}
    context = {"digest": digest, "school": school, "made_by": made_by}
    drawn = pdf.render("print/digest.html", context, title=title, lang=language())
    return download(drawn, name=f"{slugify(title) or 'digest'}.pdf", content_type=PDF)


def language() -> str:
    return get_language() or "en-gb"
