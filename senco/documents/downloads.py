"""Files as answers: built whole before the transaction ends, always an attachment, never run by the browser."""

from io import BytesIO

from django.http import Http404, HttpResponse

from senco.documents.spreadsheets import Sheet, write_csv, write_xlsx

SHEETS = {
    "xlsx": (write_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (write_csv, "text/csv; charset=utf-8"),
}


def download(content: bytes, *, name: str, content_type: str) -> HttpResponse:
    """A file for the person's own disk. Names are ours, so that a header can hold nothing unexpected."""
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def download_sheet(sheet: Sheet, kind: str) -> HttpResponse:
    """A list as XLSX or CSV; any other kind does not exist."""
    if kind not in SHEETS:
        raise Http404(kind)
    write, content_type = SHEETS[kind]
    target = BytesIO()
    write(sheet, target)
    return download(target.getvalue(), name=sheet.file_name(kind), content_type=content_type)
