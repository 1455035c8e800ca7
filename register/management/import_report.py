"""What an import says on the command line: one sentence for each cause, with the rows it concerns."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from register.models import ImportLine, ImportRun
from register.queries.import_preview import columns_of

SHOWN = {
    ImportLine.Kind.PARKED: gettext_lazy("Parked rows"),
    ImportLine.Kind.DECISION: gettext_lazy("To decide"),
    ImportLine.Kind.WARNING: gettext_lazy("Warnings"),
}
ROWS_NAMED = 10


def report_lines(run: ImportRun) -> Iterator[str]:
    """Parked rows, decisions and warnings under a heading each; lines of one field and one reason are told once."""
    for kind, heading in SHOWN.items():
        causes: dict[tuple, list] = {}
        for line in run.lines.filter(kind=kind).order_by("row_number", "pk").iterator(chunk_size=2000):
            cause = (line.field.partition(":")[0], line.reason, line.what_to_do)
            causes.setdefault(cause, []).append(line.row_number)
        if causes:
            yield f"{heading} ({run.counts[kind]})"
        for (field, reason, what_to_do), rows in causes.items():
            yield "  " + " ".join(
                filter(None, (f"{', '.join(filter(None, (named(rows), field)))}:", reason, what_to_do))
            )


def columns_not_read(run: ImportRun) -> str:
    """The headings of a table that nothing is taken from, in one sentence; empty where every column is read."""
    columns = columns_of(run)
    return (
        _("Not read: %(columns)s.") % {"columns": ", ".join(columns.unread)}
        if columns and columns.unread
        else ""
    )


def named(rows: list) -> str:
    """Row 7; rows 7, 9, 12 …, 214 rows in all; the whole file."""
    numbers = [str(row) for row in rows if row]
    if not numbers:
        return _("whole file")
    shown = ", ".join(numbers[:ROWS_NAMED])
    words = ngettext("row %(rows)s", "rows %(rows)s", len(numbers)) % {"rows": shown}
    return words if len(numbers) <= ROWS_NAMED else words + _(" … (%(n)d rows)") % {"n": len(numbers)}
