"""SENhistory of a Common Transfer File: dated statuses without gaps, and ranked needs."""

import datetime
from itertools import zip_longest
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from .dates import DateReader
from .fields import Reader, Row
from .pupils import SenFacts
from .records import WARNING, Fault, Need, StatusPeriod
from .texts import is_blank
from .xml_nodes import Node

ONE_DAY = datetime.timedelta(days=1)
LONG_AGO = datetime.date.min


class _Entry(NamedTuple):
    """One SEN element: from `since` up to, not including, `until`; None is open."""

    status: str
    since: datetime.date | None
    until: datetime.date | None


class CtfSenReader:
    """Reads what one file says about SEN. A pupil without SENhistory is one of whom it says nothing."""

    def __init__(self, dates: DateReader, status_reader: Reader, need_reader: Reader):
        self.dates = dates
        self.status_reader = status_reader
        self.need_reader = need_reader

    def read(self, pupil: Node, row: Row) -> SenFacts:
        history = pupil.first("senhistory")
        if history is None:
            return SenFacts()
        periods = without_gaps(
            [entry for node in history.all("sen") if (entry := self._entry(node, row))], self.dates.today
        )
        needs = self._needs(history, row)
        if periods:
            row.given.update(("sen_status", "sen_status_since", "sen_history"))
        if history.first("senneeds") is not None or needs:
            row.given.add("needs")
        return SenFacts(periods, _ended_with_status(needs, periods, row))

    def _entry(self, node: Node, row: Row) -> _Entry | None:
        status = self._value(row, "sen_status", node.said("senprovision"), self.status_reader)
        since = self._value(row, "sen_status_since", node.said("startdate"), self.dates.read_past)
        last = self._value(row, "sen_history", node.said("enddate"), self.dates.read_or_leave_out)
        unusable = node.said("startdate") and since is None
        return None if status is None or unusable else _Entry(status, since, last and last + ONE_DAY)

    def _needs(self, history: Node, row: Row) -> tuple[Need, ...]:
        """Needs in the order of their ranks; of one type that is open twice the earlier counts."""
        needs = [
            need
            for place, node in enumerate(history.within("senneed"), start=1)
            for need in self._need(node, place, row)
        ]
        open_since: dict[str, Need] = {}
        for need in sorted(needs, key=lambda need: need.since or LONG_AGO):
            if need.until is None:
                open_since.setdefault(need.code, need)
        return tuple(need for need in sorted(needs, key=_rank) if need.until or open_since[need.code] is need)

    def _need(self, node: Node, place: int, row: Row) -> list[Need]:
        codes = self._value(row, "needs", node.said("sentype"), self.need_reader) or ()
        since = self._value(row, "needs", node.said("needstartdate"), self.dates.read_past)
        last = self._value(row, "needs", node.said("needenddate"), self.dates.read_or_leave_out)
        rank = node.said("sentyperank") or ""
        number = (
            int(rank) if rank.isascii() and rank.isdigit() and 1 <= len(rank) <= 2 and int(rank) else place
        )
        return [Need(code, number, since, last and last + ONE_DAY) for code in codes]

    def _value(self, row: Row, field: str, text: str | None, reader: Reader):
        if not text or is_blank(text):
            return None
        value, fault = reader(text)
        if fault:
            row.note(field, text, fault)
        return value


def _rank(need: Need) -> tuple[int, datetime.date]:
    return need.rank, need.since or LONG_AGO


def without_gaps(entries: list[_Entry], today: datetime.date) -> tuple[StatusPeriod, ...]:
    """Periods in order, each ending where the next begins; after an entry that ended with no other there is no SEN (N).

    Of two that begin on one day the later in the file counts. Neighbours of one status (A and P are both K) are one.
    """
    ordered = sorted(entries, key=lambda entry: entry.since or LONG_AGO)
    spans: list[_Entry] = []
    for entry, following in zip_longest(ordered, ordered[1:]):
        next_since = following.since if following else None
        ended = entry.until if entry.until and (next_since or today + ONE_DAY) > entry.until else None
        spans.append(_Entry(entry.status, entry.since, ended or next_since))
        if ended:
            spans.append(_Entry("N", ended, next_since))
    return _joined(
        [span for span in spans if span.until is None or span.since is None or span.since < span.until]
    )


def _joined(spans: list[_Entry]) -> tuple[StatusPeriod, ...]:
    periods: list[StatusPeriod] = []
    for span in spans:
        if periods and periods[-1].status == span.status:
            periods[-1] = periods[-1]._replace(until=span.until)
        else:
            periods.append(StatusPeriod(*span))
    return tuple(periods)


def _ended_with_status(
    needs: tuple[Need, ...], periods: tuple[StatusPeriod, ...], row: Row
) -> tuple[Need, ...]:
    """Needs left open although SEN has ended end with it. A pupil who never had SEN keeps them, and is parked for it."""
    if len(periods) < 2 or periods[-1].status != "N" or all(need.until for need in needs):
        return needs
    ended = periods[-1].since
    row.note("needs", ", ".join(need.code for need in needs if not need.until), _ended())
    kept = [need for need in needs if need.until or not need.since or need.since < ended]
    return tuple(need if need.until else need._replace(until=ended) for need in kept)


def _ended() -> Fault:
    return Fault(
        "needs_ended",
        _(
            "The pupil no longer has SEN, but types of need were left open. They are taken as ended on the same day."
        ),
        _("Check the history with the sending school if it matters."),
        WARNING,
    )
