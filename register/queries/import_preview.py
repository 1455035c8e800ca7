"""What the preview of an import shows."""

import datetime
import hashlib
import json
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from register.choices import Characteristic, SenProvision
from register.imports.headings import FIELD_LABELS
from register.models import ImportLine, ImportRun
from register.queries.import_columns import pairs_of

RESULTS_SHOWN = 12
DAYS = frozenset({"date_of_birth", "joined_on", "left_on", "ended_on"})
ORDER = ("new", "changed", "decision", "parked", "warning", "leaver", "unchanged")
SORTS = {
    "match": gettext_lazy("Pupils who look the same"),
    "sen_status": gettext_lazy("SEN status"),
    "sen_since": gettext_lazy("Start of the SEN status"),
    "sen_history": gettext_lazy("Earlier SEN history"),
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
class Columns:
    """(heading, our field) of the columns that are read, and the headings of the others."""

    read: list[tuple[str, str]]
    unread: list[str]


@dataclass(frozen=True)
class Leaving:
    count: int
    of: int
    many: bool
    kind: str


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


def shown_mark(run: ImportRun) -> str:
    """Stands for everything a preview promises: columns, words, decisions and the register it was compared with. Whoever applies
    sends back the mark of what they saw, so that nothing is applied that a colleague changed meanwhile."""
    decisions = run.lines.filter(kind=ImportLine.Kind.DECISION).order_by(
        "row_number", "field", "pupil_id", "pk"
    )
    promised = [
        run.kind, run.mapping, [run.options.get(name) for name in ("said", "header_row", "mark")],
        list(decisions.values_list("row_number", "field", "pupil_id", "decision")),
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(promised, sort_keys=True, default=str).encode()).hexdigest()[:32]


def changes_of(line: ImportLine) -> list[Change]:
    """What a line does, in words: everything it would write, from what to what where something stood there."""
    if line.field == "match":
        return [*as_in_file(line), *changes_in(line.after.get("changes", {}), line.before)]
    return changes_in(line.after, line.before)


def as_in_file(line: ImportLine) -> list[Change]:
    """By what the file knows somebody who may be a pupil of ours; what we hold stands in the reason."""
    theirs = line.after.get("pupil", {})
    names = ("date_of_birth", "upn", "former_upn", "admission_number")
    return [Change(field_label(name), "", text(theirs[name], name)) for name in names if name in theirs]


def changes_in(after: dict, before: dict) -> list[Change]:
    """Every part of what a line would write, in words."""
    changes = []
    for part in ("pupil", "contact", "staff"):
        old = before.get(part, {})
        changes += [
            Change(field_label(name), text(old.get(name), name) if name in old else "", text(value, name))
            for name, value in after.get(part, {}).items()
        ]
    for kind, holds in after.get("characteristics", {}).items():
        changes.append(Change(str(Characteristic(kind).label), text(not holds), text(holds)))
    if after.get("subject"):
        changes.append(Change(field_label("subject"), before.get("subject", ""), after["subject"]))
    changes += [Change(*each) for each in sen_changes(after.get("sen", {}), before.get("sen", ""))]
    changes += [
        Change(field_label("contacts"), "", contact_in_words(each)) for each in after.get("contacts", ())
    ]
    if results := after.get("attainment"):
        changes.append(
            Change(_("Attainment"), "", "; ".join(result_in_words(each) for each in results[:RESULTS_SHOWN]))
        )
    return changes


def sen_changes(sen: dict, ours: str):
    """(label, before, after): the status with its start, the periods before it, the needs that are open and those that ended."""
    if not sen:
        return
    *earlier, now = sen.get("history") or [[sen.get("status"), sen.get("since"), None]]
    if now[0]:
        yield field_label("sen_status"), str(ours), since_in_words(now[0], now[1])
    if earlier:
        yield (
            field_label("sen_history"),
            "",
            "; ".join(since_in_words(status, since) for status, since, _until in earlier),
        )
    if sen.get("needs"):
        yield field_label("needs"), "", ", ".join(need_in_words(*need) for need in sen["needs"])


def since_in_words(status: str, since: str | None) -> str:
    label = str(SenProvision(status).label)
    if not since:
        return _("%(status)s, start not given") % {"status": label}
    return _("%(status)s since %(day)s") % {"status": label, "day": day_in_words(since)}


def need_in_words(code: str, _rank, since: str | None, until: str | None) -> str:
    if until:
        return _("%(need)s until %(day)s") % {"need": code, "day": day_in_words(until)}
    return _("%(need)s since %(day)s") % {"need": code, "day": day_in_words(since)} if since else code


def contact_in_words(contact: dict) -> str:
    """“Ms Dana Marlowe, MOT, 07700 900446, court order”."""
    name = " ".join(filter(None, (contact.get("title"), contact.get("forename"), contact.get("surname"))))
    order = _("court order") if contact.get("court_order") else ""
    more = (
        contact.get("relationship"),
        contact.get("phone"),
        contact.get("email"),
        contact.get("address"),
        order,
    )
    return ", ".join(filter(None, (name, *more)))


def result_in_words(result: list) -> str:
    stage, subject, component, _method, year, _qualifier, value, _status = result
    return " ".join(filter(None, (stage, subject, component, value, f"({year})")))


def day_in_words(text_: str) -> str:
    return datetime.date.fromisoformat(text_).strftime("%d/%m/%Y")


def columns_of(run: ImportRun) -> Columns | None:
    """How the columns of a table were read, for the head of its preview; None for a transfer file."""
    pairs = pairs_of(run.mapping)
    if not pairs or run.kind == ImportRun.Kind.CTF:
        return None
    return Columns(
        read=[(heading or _("no heading"), field_label(field)) for heading, field in pairs if field],
        unread=[heading for heading, field in pairs if heading and not field],
    )


def rows_of(lines) -> list[tuple[ImportLine, list[Change], str]]:
    """Each line with what it changes, and the name of the field it is about."""
    return [(line, changes_of(line), field_label(line.field) if line.field else "") for line in lines]


def sorts_to_decide(lines) -> list[tuple[str, str]]:
    """(field, words) of the sorts of lines on the page that may be decided all at once."""
    fields = {line.field for line in lines}
    return [(field, str(words)) for field, words in SORTS.items() if field in fields]


def leaving(run: ImportRun) -> Leaving | None:
    """How many would leave or end, of how many; `many` where it is more than a tenth of what is held here."""
    count, of = run.counts.get("leaver", 0), run.options.get("held", 0)
    return Leaving(count, of, count * 10 > of, run.kind) if count else None


def field_label(name: str) -> str:
    return str(FIELD_LABELS.get(name, name.replace("_", " ").capitalize()))


def text(value, name: str = "") -> str:
    """A kept value in words."""
    if value is None and name == "left_on":
        return _("on roll")
    if value in (None, ""):
        return _("nothing")
    if name in DAYS:
        return day_in_words(str(value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)
