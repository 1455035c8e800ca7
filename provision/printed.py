"""Profiles and digests as files of paper, PDF/UA-1."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from provision.letters.digest import Digest
from provision.letters.profile import LETTERS, ProfilePaper, pictures_of
from senco.documents import pdf
from senco.documents.downloads import PDF, download, language
from senco.documents.many import ManyPages


def profile_file(paper: ProfilePaper, size: str):
    """One profile on A4 or A5 (codes of PaperSize), as an answer. Raises PdfUnavailable where the machine cannot draw PDFs."""
    file = ManyPages(title=paper.title, lang=language())
    add_profiles(file, [paper], size)
    return download(file.write(), name=f"{slugify(paper.title) or 'profile'}-{size}.pdf", content_type=PDF)


def add_profiles(file: ManyPages, papers: Sequence[ProfilePaper], size: str) -> None:
    """One page each, in the largest letters in which it stays on one; what not even the smallest can hold goes on overleaf."""
    if add(file, papers, size, at_most=len(papers)):
        return
    if len(papers) > 1:
        for paper in papers:
            add_profiles(file, [paper], size)
        return
    names = [each.name for each in LETTERS]
    smaller = names[names.index(papers[0].letters) + 1 :]
    if not any(add(file, papers, size, letters=name, at_most=1) for name in smaller):
        add(file, papers, size, letters=names[-1])


def add(file: ManyPages, papers, size: str, *, letters: str = "", at_most: int | None = None) -> bool:
    context = {"papers": papers, "size": size, "letters": letters}
    return file.add("print/profiles.html", context, pictures=pictures_of(papers), at_most=at_most)


def digest_file(digest: Digest, *, school: str, made_by: str):
    """A class digest on A4 across, as an answer."""
    title = _("%(group)s: class digest of %(day)s") % {"group": digest.group, "day": date_format(digest.on)}
    context = {"digest": digest, "school": school, "made_by": made_by}
    drawn = pdf.render("print/digest.html", context, title=title, lang=language())
    return download(drawn, name=f"{slugify(title) or 'digest'}.pdf", content_type=PDF)
