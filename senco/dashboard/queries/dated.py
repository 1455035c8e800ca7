"""The calendar of one person in one role: everything with a day that they may read, from every floor of the house."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from provision.queries import dated as provision
from register.queries import dated as register
from register.queries.dated import Dated, DatedKind
from register.queries.due import concerns_to_triage
from reviews.queries import dated as reviews
from senco.core.calendar import SchoolCalendar, public_holidays
from senco.liaison import dated as liaison
from senco.translations import dated as translations

KINDS = {
    kind.code: kind for floor in (reviews, provision, register, liaison, translations) for kind in floor.KINDS
}
CONCERN, TRIAGE = "concern", "register.triage_concern"  # its day is worked out, so no query could find it
CONCERNS = lazy("Concern to answer")
MOST_IN_A_CELL = 4  # of a month; the list below it has them all


@dataclass(frozen=True)
class Entry:
    """One line: when, about whom, what it is, and where it stands."""

    kind: str
    key: object
    on: datetime.date
    at: datetime.time | None
    minutes: int | None
    who: str
    what: str
    url: str
    pupil_id: object
    mine: bool


@dataclass
class Day:
    """`notes` are what the school's own calendar says of it."""

    on: datetime.date
    notes: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    @property
    def shown(self) -> list[Entry]:
        return self.entries[
            : len(self.entries) if len(self.entries) <= MOST_IN_A_CELL else MOST_IN_A_CELL - 1
        ]

    @property
    def more(self) -> int:
        return len(self.entries) - len(self.shown)


def kinds_for(membership) -> dict[str, str]:
    """Code → label of what could stand in this person's calendar."""
    found = {kind.code: kind.label for kind in KINDS.values() if membership.may(kind.permission)}
    return found | ({CONCERN: CONCERNS} if membership.may(TRIAGE) else {})


def entries_between(membership, first: datetime.date, last: datetime.date, *, kind: str = "") -> list[Entry]:
    """Everything dated between two days, both included, by day and time; `kind`: of one kind alone.

    One query for all kinds whose day is stored, one more for concerns where this person decides on them.
    """
    wanted = [each for each in kinds_for(membership) if kind in ("", each)]
    stored = [KINDS[code] for code in wanted if code in KINDS]
    found = [entry_of(row) for row in rows_of(stored, membership, first, last)]
    if CONCERN in wanted:
        found += concerns_between(membership, first, last)
    return sorted(found, key=by_time)


def rows_of(kinds: list[DatedKind], membership, first: datetime.date, last: datetime.date) -> Iterable[Dated]:
    queries = [kind.rows(membership, first, last) for kind in kinds]
    if not queries:
        return ()
    return (Dated(*row) for row in queries[0].union(*queries[1:], all=True).order_by())


def entry_of(row: Dated) -> Entry:
    kind = KINDS[row.kind]
    return Entry(
        row.kind, row.key, row.on, row.at, row.minutes, row.who, kind.words(row), kind.url(row), row.pupil_id, row.mine
    )  # fmt: skip


def concerns_between(membership, first: datetime.date, last: datetime.date) -> list[Entry]:
    """By when those who raised a concern should have an answer."""
    return [
        Entry(CONCERN, due.key, due.when, None, None, due.who, _("Concern: %(what)s") % {"what": due.why}, due.url, due.pupil_id, mine=True)
        for due in concerns_to_triage(membership)
        if first <= due.when <= last
    ]  # fmt: skip


def by_time(entry: Entry) -> tuple:
    """What has no time comes first, as in other calendars."""
    return entry.on, entry.at is not None, entry.at or datetime.time.min, entry.who, entry.what, entry.url


def days_of(entries: Iterable[Entry], notes: dict[datetime.date, list[str]]) -> dict[datetime.date, Day]:
    """Every day that has something, in order."""
    by_day: dict[datetime.date, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_day[entry.on].append(entry)
    return {
        day: Day(day, notes.get(day, []), by_day.get(day, [])) for day in sorted(by_day.keys() | notes.keys())
    }


def notes_between(
    school: SchoolCalendar, first: datetime.date, last: datetime.date
) -> dict[datetime.date, list[str]]:
    """What the days of a span are for the whole school: public holidays, closures, first and last days of terms."""
    notes: dict[datetime.date, list[str]] = defaultdict(list)
    for year in range(first.year, last.year + 1):
        for day, name in public_holidays(school.nation, year).items():
            notes[day].append(name)
    for term in school.terms:
        notes[term.starts].append(_("First day: %(term)s") % {"term": term.name})
        notes[term.ends].append(_("Last day: %(term)s") % {"term": term.name})
    for closure in school.closures:
        for number in range((closure.ends - closure.starts).days + 1):
            notes[closure.starts + datetime.timedelta(days=number)].append(
                _("Closed: %(why)s") % {"why": closure.name}
            )
    return {day: words for day, words in notes.items() if first <= day <= last}
