"""The columns that a school named before for files with the same headings."""

from register.imports.columns import numbered
from register.imports.parsing import first_rows
from register.imports.reading import without_empty_end
from register.imports.refusals import ImportRefused
from register.models import ColumnMapping, ImportRun


def pairs_of(columns) -> list[list[str]]:
    """(heading, field) of kept columns in their order; kept in an older form they are heading → field."""
    return [list(pair) for pair in (columns.items() if isinstance(columns, dict) else columns or ())]


def headings_of(headings) -> list[tuple[str, int]]:
    """What makes two files alike: the same headings as often, in whatever order. Columns without a heading do not count."""
    return sorted(each for each in numbered(headings) if each[0])


def mappings_like(school, columns) -> list[ColumnMapping]:
    """Everything kept for files with the headings of these columns, the latest first."""
    return alike(everything_kept(school), [heading for heading, _field in pairs_of(columns)])


def everything_kept(school) -> list[ColumnMapping]:
    return list(ColumnMapping.objects.filter(school=school).order_by("-saved_at", "-pk"))


def alike(kept: list[ColumnMapping], headings) -> list[ColumnMapping]:
    wanted = headings_of(headings)
    return [
        each
        for each in kept
        if wanted and headings_of(heading for heading, _field in pairs_of(each.columns)) == wanted
    ]


def mapping_kept_for(run: ImportRun, content: bytes) -> tuple[ColumnMapping | None, int | None]:
    """The columns that were saved last for a file with the same headings, and the row those stand in."""
    kept = everything_kept(run.school)
    try:
        rows = first_rows(content) if kept else []
    except ImportRefused:
        rows = []
    for number, cells in rows:
        if found := alike(kept, without_empty_end(cells)):
            return found[0], number
    return None, None
