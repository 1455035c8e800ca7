"""Dates in the styles that MIS reports use. Day comes before month unless the file itself proves otherwise."""

import datetime
import re

from django.utils.translation import gettext_lazy as _

from .records import WARNING, Fault, Reading
from .refusals import said
from .texts import cleaned

YOUNGEST, OLDEST = 2, 20  # years; a pupil outside them is more likely a slip than a pupil
FIRST_SERIAL, LAST_SERIAL = 15_000, 60_000  # Excel's day numbers from 1941 to 2064
FIRST_YEAR, LAST_YEAR = 1900, 2199
EXCEL_DAY_ZERO = datetime.date(1899, 12, 30)
MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}  # fmt: skip

# A time of day or a zone after the date says nothing about the day and is passed over.
TAIL = r"(?:[T ,]+[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?:\.[0-9]+)?\s*(?:[AaPp]\.?[Mm]\.?)?)?\s*(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
MONTH_WORD = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
ISO = re.compile(rf"([0-9]{{4}})[-/.]([0-9]{{1,2}})[-/.]([0-9]{{1,2}}){TAIL}")
PACKED = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
NUMERIC = re.compile(rf"([0-9]{{1,2}})[-/. ]([0-9]{{1,2}})[-/. ]([0-9]{{4}}|[0-9]{{2}}){TAIL}")
DAY_WORD = re.compile(
    rf"{WEEKDAY}([0-9]{{1,2}})(?:st|nd|rd|th)?[-/. ]*{MONTH_WORD}[-/., ]*([0-9]{{4}}|[0-9]{{2}}){TAIL}",
    re.IGNORECASE,
)
WORD_DAY = re.compile(
    rf"{WEEKDAY}{MONTH_WORD}[-/. ]*([0-9]{{1,2}})(?:st|nd|rd|th)?[-/., ]+([0-9]{{4}}|[0-9]{{2}}){TAIL}",
    re.IGNORECASE,
)
SERIAL = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")


class DateReader:
    """Reads the dates of one file, and remembers what they prove about its order of day and month."""

    def __init__(self, today: datetime.date, *, month_first: bool = False):
        self.today = today
        self.month_first = month_first
        self.day_came_first = False
        self.month_came_first: str = ""  # the first date that can only be read month first

    @property
    def file_is_month_first(self) -> bool:
        """Some date can only be read month first, and none only day first."""
        return bool(self.month_came_first) and not self.day_came_first and not self.month_first

    def read(self, text: str) -> Reading:
        """Any date, past or future."""
        day = self._understood(cleaned(text))
        return Reading(day) if day else Reading(None, _not_a_date())

    def read_or_leave_out(self, text: str) -> Reading:
        """A date that is welcome but not needed: one that cannot be read is left out with a warning."""
        value, fault = self.read(text)
        return Reading(value, fault and fault._replace(severity=WARNING, what_to_do=_LEFT_OUT))

    def read_past(self, text: str) -> Reading:
        """A date that must not lie ahead; otherwise it is left out with a warning."""
        value, fault = self.read_or_leave_out(text)
        if value and value > self.today:
            return Reading(None, Fault("date_ahead", _("This date is in the future."), _LEFT_OUT, WARNING))
        return Reading(value, fault)

    def read_birth(self, text: str) -> Reading:
        """A pupil's date of birth: a real day, not ahead, of an age at which children are at school."""
        value, fault = self.read(text)
        return Reading(None, fault) if fault else self._plausible(value)

    def _plausible(self, born: datetime.date) -> Reading:
        if born > self.today:
            return Reading(None, _born_ahead())
        age = whole_years(born, self.today)
        return Reading(born) if YOUNGEST <= age <= OLDEST else Reading(None, _implausible_age(age))

    def _understood(self, text: str) -> datetime.date | None:
        if found := (ISO.fullmatch(text) or PACKED.fullmatch(text)):
            return _day(int(found[1]), int(found[2]), int(found[3]))
        if found := NUMERIC.fullmatch(text):
            return self._numeric(int(found[1]), int(found[2]), found[3])
        if found := DAY_WORD.fullmatch(text):
            return _day(self._year(found[3]), MONTHS[found[2].lower()], int(found[1]))
        if found := WORD_DAY.fullmatch(text):
            return _day(self._year(found[3]), MONTHS[found[1].lower()], int(found[2]))
        return _from_serial(text)

    def _numeric(self, first: int, second: int, year: str) -> datetime.date | None:
        if first <= 12 < second:
            self.month_came_first = self.month_came_first or f"{first:02}/{second:02}/{year}"
        elif second <= 12 < first:
            self.day_came_first = True
        day, month = (second, first) if self.month_first else (first, second)
        return _day(self._year(year), month, day)

    def _year(self, digits: str) -> int:
        """Two digits mean the latest such year that is not after next year."""
        if len(digits) == 4:
            return int(digits)
        newest = self.today.year + 1
        return newest - (newest - int(digits)) % 100


def whole_years(born: datetime.date, on: datetime.date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _day(year: int, month: int, day: int) -> datetime.date | None:
    """The day, if there is one within living memory; no list of pupils speaks of others."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _from_serial(text: str) -> datetime.date | None:
    """An Excel day number, as left behind when a date column is exported as plain numbers."""
    found = SERIAL.fullmatch(text)
    if not found or not FIRST_SERIAL <= int(found[1]) <= LAST_SERIAL:
        return None
    return EXCEL_DAY_ZERO + datetime.timedelta(days=int(found[1]))


_LEFT_OUT = _("Nothing is taken from this cell; correct it in the MIS if it matters here.")


def _not_a_date() -> Fault:
    return Fault(
        "not_a_date",
        _("There is no such date, or it cannot be read."),
        _("Correct it in the MIS and export again. Dates like 31/08/2015 or 2015-08-31 are understood."),
    )


def _born_ahead() -> Fault:
    return Fault(
        "born_in_future",
        _("The date of birth is in the future."),
        _("Correct the date of birth in the MIS and export again."),
    )


def _implausible_age(age: int) -> Fault:
    return Fault(
        "implausible_age",
        said(_("With this date of birth the pupil would be {age} years old."), age=age),
        _("Correct the date of birth in the MIS and export again."),
    )
