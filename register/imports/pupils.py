"""A row's fields to a pupil, with the checks that need more than one field."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from .dates import DateReader
from .fields import Reader, Row, missing_value, plain_text
from .headings import PUPIL_HEADINGS
from .names import read_name
from .people import take_apart
from .records import WARNING, ContactRecord, Fault, Need, PupilRecord, Reading, Result, StatusPeriod
from .sen import need_without_sen, read_needs, unassessed_with_plan
from .statuses import read_sen_status
from .texts import compact
from .values import (
    read_admission_number,
    read_boolean,
    read_ethnicity,
    read_language,
    read_percent,
    read_priority,
    read_sex,
    read_uln,
    read_upn,
    read_upn_or_leave_out,
    read_year_group,
)

# What is wrong with these leaves only the cell out; the pupil matters more.
OPTIONAL = frozenset({"middle_names", "preferred_surname", "preferred_forename", "year_group", "form"})
NEED_FIELDS = ("needs", "need_1", "need_2", "need_3")
CHARACTERISTICS = ("FSM", "PP", "EAL", "LAC", "SERVICE")
OWN_WORDS = {code: frozenset(PUPIL_HEADINGS[code]) for code in CHARACTERISTICS}
LONGEST_MIDDLE_NAMES = 200
RANK_WORDS = {"primary": 1, "main": 1, "first": 1, "secondary": 2, "second": 2, "tertiary": 3, "third": 3}


class SenFacts(NamedTuple):
    """What a file says about a pupil's SEN; the last period of the history is the present status."""

    history: tuple[StatusPeriod, ...] = ()
    needs: tuple[Need, ...] = ()

    @property
    def now(self) -> StatusPeriod:
        return self.history[-1] if self.history else StatusPeriod("", None)


@dataclass(frozen=True)
class Choices:
    """What a person decided about the words of a file (word → code), what day it is, and who is told how far the reading is."""

    today: datetime.date
    needs: Mapping[str, str]
    statuses: Mapping[str, str]
    progress: Callable[[int], None]


class PupilReader:
    """Reads the rows of one file as pupils."""

    def __init__(self, choices: Choices, *, month_first: bool = False):
        self.dates = DateReader(choices.today, month_first=month_first)
        self.readers = _readers(self.dates)
        self.need_reader: Reader = partial(read_needs, choices=choices.needs)
        self.status_reader: Reader = partial(read_sen_status, choices=choices.statuses)

    def read(
        self,
        row: Row,
        sen: SenFacts | None = None,
        contacts: tuple[ContactRecord, ...] = (),
        attainment: tuple[Result, ...] = (),
    ) -> PupilRecord | None:
        """The pupil, or None when the row was parked; what is wrong is noted on the row.

        `sen`, `contacts` and `attainment` come from a Common Transfer File; a table's SEN columns are read from the row itself.
        """
        take_apart(row, "legal_surname", "legal_forename")
        values = row.read_all(self.readers, OPTIONAL)
        characteristics = {
            code: value for code in CHARACTERISTICS if (value := _characteristic(row, code)) is not None
        }
        sen = self._sen_in(row) if sen is None else sen
        self._check_person(row)
        _check_sen(row, sen)
        if row.is_parked:
            return None
        return PupilRecord(
            row_number=row.number,
            given=frozenset(row.given),
            **values,
            sen_status=sen.now.status,
            sen_status_since=sen.now.since if "sen_status_since" in row.given else None,
            sen_history=sen.history,
            needs=sen.needs,
            characteristics=characteristics,
            contacts=contacts,
            attainment=attainment,
        )

    def _sen_in(self, row: Row) -> SenFacts:
        """A table says only what is true today, and perhaps since when."""
        status = row.read("sen_status", self.status_reader)
        since = row.read("sen_status_since", self.dates.read_past)
        if _before_birth(row, since, self.dates):
            row.note("sen_status_since", since.isoformat(), _since_before_birth())
            row.given.discard("sen_status_since")
            since = None
        return SenFacts((StatusPeriod(status, since),) if status else (), self._needs(row))

    def _needs(self, row: Row) -> tuple[Need, ...]:
        codes: list[str] = []
        for field in NEED_FIELDS:
            codes += [code for code in row.read(field, self.need_reader) or () if code not in codes]
        if row.given.intersection(NEED_FIELDS):
            row.given.difference_update(NEED_FIELDS)
            row.given.add("needs")
        first = row.read("need_rank", _read_rank, optional=True) or 1
        row.given.discard("need_rank")
        return tuple(Need(code, rank) for rank, code in enumerate(codes, start=first))

    def _check_person(self, row: Row) -> None:
        """Without a name and a date of birth nobody can be found or added; a UPN may be missing but is missed."""
        for field in ("legal_surname", "legal_forename", "date_of_birth"):
            row.require(field, missing_value())
        if "upn" in row.cells and not row.has("upn"):
            row.note("upn", "", _no_upn() if row.has("admission_number") else _no_number())


def _read_rank(text: str) -> Reading:
    """1 is the primary need."""
    place = RANK_WORDS.get(compact(text))
    return Reading(place) if place else read_priority(text)


def _characteristic(row: Row, code: str) -> bool | None:
    """None when the file does not say; a blank cell in a column that is there means no."""
    if code not in row.cells:
        return None
    value = row.read(code, partial(read_boolean, own_words=OWN_WORDS[code]))
    return False if value is None and code in row.given else value


def _check_sen(row: Row, sen: SenFacts) -> None:
    """What cannot be true together: a need without SEN, and no assessment together with a plan."""
    open_needs = [need.code for need in sen.needs if need.until is None]
    if sen.now.status == "N" and open_needs:
        row.note("needs", ", ".join(open_needs), need_without_sen())
    if sen.now.status == "E" and "NSA" in open_needs:
        row.note("needs", "NSA", unassessed_with_plan())


def _readers(dates: DateReader) -> dict[str, Reader]:
    """How each field is read, in the order in which problems are told."""
    return {
        "upn": read_upn,
        "former_upn": read_upn_or_leave_out,
        "admission_number": read_admission_number,
        "uln": read_uln,
        "legal_surname": read_name,
        "legal_forename": read_name,
        "middle_names": partial(read_name, longest=LONGEST_MIDDLE_NAMES),
        "preferred_surname": read_name,
        "preferred_forename": read_name,
        "date_of_birth": dates.read_birth,
        "sex": read_sex,
        "year_group": read_year_group,
        "form": plain_text(20),
        "ethnicity": read_ethnicity,
        "first_language": read_language,
        "attendance_percent": read_percent,
        "admission_date": dates.read_or_leave_out,
        "left_on": dates.read_or_leave_out,
    }


def _before_birth(row: Row, since: datetime.date | None, dates: DateReader) -> bool:
    born = dates.read(row.cells.get("date_of_birth", "")).value
    return bool(since and born and since < born)


def _no_upn() -> Fault:
    return Fault(
        "no_upn",
        _("There is no UPN. The pupil is matched by admission number."),
        _("Add the UPN in the MIS; a temporary one will do."),
        WARNING,
    )


def _no_number() -> Fault:
    return Fault(
        "no_number",
        _("There is neither a UPN nor an admission number. Name and date of birth only suggest who this is."),
        _("Confirm the pupil by hand, or add the UPN in the MIS and export again."),
        WARNING,
    )


def _since_before_birth() -> Fault:
    return Fault(
        "before_birth",
        _("The SEN status begins before the pupil was born."),
        _("The date is left out. Correct it in the MIS."),
        WARNING,
    )
