"""Released figures as files. They hold what the page shows and nothing more."""

from io import BytesIO

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from senco.documents import pdf
from senco.documents.downloads import PDF, language
from senco.documents.spreadsheets import Column, Sheet, write_csv
from senco.governance.models import FigureRelease
from senco.governance.sheets import lines_of, sheets_of
from senco.governance.suppression import ProtectedSet


def as_csv(release: FigureRelease, membership) -> tuple[bytes, str]:
    """One line for each figure."""
    columns = [Column(_("Table"), 24), Column(_("Row"), 40), Column(_("Column"), 24), Column(_("Figure"), 16)]
    sheet = Sheet(
        title=title_of(release), columns=columns, rows=lines_of(sheets_of(ProtectedSet.from_data(release.tables))),
        made_by=membership.name, made_at=timezone.now(),
    )  # fmt: skip
    target = BytesIO()
    write_csv(sheet, target)
    return target.getvalue(), "text/csv; charset=utf-8"


def as_pdf(release: FigureRelease, membership) -> tuple[bytes, str]:
    """Charts and tables on paper, PDF/UA-1. Raises PdfUnavailable where the machine cannot draw PDFs."""
    context = {
        "release": release,
        "school": membership.school,
        "sheets": sheets_of(ProtectedSet.from_data(release.tables)),
    }
    drawn = pdf.render("governance/paper.html", context, title=title_of(release), lang=language())
    return drawn, PDF


def title_of(release: FigureRelease) -> str:
    return _("SEN figures as of %(day)s") % {"day": date_format(release.as_of)}
