"""What the preview of an import shows."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from register.choices import Characteristic
from register.imports.headings import FIELD_LABELS
from register.models import ImportLine, ImportRun

ORDER = ("new", "changed", "decision", "parked", "warning", "leaver", "unchanged")
SORTS = {
    "match": gettext_lazy("Pupils who look the same"),
    "sen_status": gettext_lazy("SEN status"),
    "sen_needs": gettext_lazy("Types of need"),
    "left_on": gettext_lazy("Leavers who are in the file"),
}


@dataclass(frozen=True)
class Tab:
    kind: str
    label: str
    count: int
    current: bool


@dataclass(frozen=True)
class Tabs:
    """The kinds of lines a run has, with their numbers; `current` is the one shown."""

    current: str
    tabs: list[Tab]


@dataclass(frozen=True)
class Change:
    label: str
    before: str
    after: str


def tabs_of(run: ImportRun, wanted: str | None) -> Tabs:
    """The first kind that has lines is shown unless another is asked for. Unchanged rows are counted, not listed."""
    counts = {kind: run.counts.get(kind, 0) for kind in ORDER}
    filled = [kind for kind in ORDER if counts[kind] and kind != "unchanged"]
    current = wanted if wanted in filled else next(iter(filled), "new")
    return Tabs(
        current, [Tab(kind, ImportLine.Kind(kind).label, counts[kind], kind == current) for kind in ORDER]
    )


def changes_of(line: ImportLine) -> list[Change]:
    """Field by field, what a line changes from what to what."""
    changes = []
    for part in ("pupil", "contact", "staff"):
        new, old = line.after.get(part, {}), line.before.get(part, {})
        if line.kind in (ImportLine.Kind.CHANGED, ImportLine.Kind.NEW):
            changes += [
                Change(field_label(name), text(old.get(name)), text(value)) for name, value in new.items()
            ]
    for kind, holds in line.after.get("characteristics", {}).items():
        changes.append(Change(str(Characteristic(kind).label), text(not holds), text(holds)))
    return changes


def rows_of(lines) -> list[tuple[ImportLine, list[Change]]]:
    """Each line with what it changes."""
    return [(line, changes_of(line)) for line in lines]


def sorts_to_decide(lines) -> list[tuple[str, str]]:
    """(field, words) of the sorts of lines on the page that may be decided all at once."""
    fields = {line.field for line in lines}
    return [(field, str(words)) for field, words in SORTS.items() if field in fields]


def leaving(run: ImportRun) -> dict | None:
    """How many would be marked as left, of how many; `many` where it is more than a tenth of the school."""
    count, of = run.counts.get("leaver", 0), run.options.get("on_roll", 0)
    return {"count": count, "of": of, "many": count * 10 > of} if count else None


def field_label(name: str) -> str:
    return str(FIELD_LABELS.get(name, name.replace("_", " ").capitalize()))


def text(value) -> str:
    """A kept value in words."""
    if value in (None, ""):
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)
