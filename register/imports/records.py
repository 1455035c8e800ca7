"""What the layers above get from a file: frozen records, and the problems a person has to know about.

`given` of every record names the fields that the file speaks of. A field outside `given` is not in the file and must
never overwrite anything; a field inside it that is empty was empty in the file.
Periods run from `since` up to, not including, `until`; None means unknown (since) or still so (until).
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from .texts import cleaned

PARKED = "parked"  # the row is set aside and changes nothing until a person has decided or corrected it
WARNING = "warning"  # the row is taken, and a person should look at it

PUPILS, CTF, CONTACTS, STAFF, GROUPS = "pupils", "ctf", "contacts", "staff", "groups"

LONGEST_VALUE_SHOWN = 120  # characters of a faulty value that are repeated back


class Fault(NamedTuple):
    """Why a value was not taken as it stands. The sentences are lazily translated.

    `words` are those parts of the value of which a person can say what they mean.
    """

    code: str
    reason: Any
    what_to_do: Any
    severity: str = PARKED
    words: tuple[str, ...] = ()


class Reading(NamedTuple):
    """What a value means, and what is wrong with it, if anything. A warning may come with a value or without."""

    value: Any
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing wrong with one row; `row_number` is None when it concerns the whole file.

    In a table the row number is the one a spreadsheet shows (the first line is 1); in a Common Transfer File it is the
    pupil's place in the file (the first is 1). `field` is a canonical field name, or "" for the row as a whole.
    """

    row_number: int | None
    field: str
    value: str
    reason: Any
    what_to_do: Any
    severity: str
    code: str
    words: tuple[str, ...] = ()
    label: str = ""  # who or what the row is about, as far as it could be read

    @classmethod
    def from_fault(
        cls, row_number: int | None, field_name: str, value: str, fault: Fault, label: str = ""
    ) -> "RowProblem":
        shown = cleaned(value)
        shown = shown if len(shown) <= LONGEST_VALUE_SHOWN else shown[:LONGEST_VALUE_SHOWN] + "…"
        return cls(
            row_number,
            field_name,
            shown,
            fault.reason,
            fault.what_to_do,
            fault.severity,
            fault.code,
            fault.words,
            label,
        )


class StatusPeriod(NamedTuple):
    """One period of SEN status: N, K or E."""

    status: str
    since: datetime.date | None
    until: datetime.date | None = None


class Need(NamedTuple):
    """A type of need with its rank; 1 is the primary need."""

    code: str
    rank: int
    since: datetime.date | None = None
    until: datetime.date | None = None


class Result(NamedTuple):
    """One result of one stage, in the codes of the Common Basic Data Set."""

    stage: str
    subject: str
    component: str
    method: str
    year: int
    qualifier: str
    result: str
    result_status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRecord:
    """One person around one pupil. None in a yes-or-no field means that the file does not say."""

    row_number: int
    given: frozenset[str]
    upn: str = ""
    admission_number: str = ""
    priority: int | None = None
    title: str = ""
    forename: str = ""
    surname: str = ""
    relationship: str = ""
    parental_responsibility: bool | None = None
    lives_with_pupil: bool | None = None
    email: str = ""
    phone: str = ""
    address: str = ""
    court_order: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilRecord:
    """One pupil as the file describes them.

    `year_group`: 0 is Reception, -1 and -2 the nursery years N2 and N1, 1 to 14 are years. `characteristics` holds
    FSM, PP, EAL, LAC and SERVICE; a code that is missing from it is not in the file. `sen_history` is ordered,
    without gaps, and ends with the present status.
    """

    row_number: int
    given: frozenset[str]
    upn: str = ""
    former_upn: str = ""
    admission_number: str = ""
    uln: str = ""
    legal_surname: str = ""
    legal_forename: str = ""
    middle_names: str = ""
    preferred_surname: str = ""
    preferred_forename: str = ""
    date_of_birth: datetime.date | None = None
    sex: str = ""
    year_group: int | None = None
    form: str = ""
    sen_status: str = ""
    sen_status_since: datetime.date | None = None
    sen_history: tuple[StatusPeriod, ...] = ()
    needs: tuple[Need, ...] = ()
    characteristics: Mapping[str, bool] = field(default_factory=dict)
    ethnicity: str = ""
    first_language: str = ""
    attendance_percent: Decimal | None = None
    admission_date: datetime.date | None = None
    left_on: datetime.date | None = None
    contacts: tuple[ContactRecord, ...] = ()
    attainment: tuple[Result, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRecord:
    row_number: int
    given: frozenset[str]
    staff_code: str = ""
    title: str = ""
    forename: str = ""
    surname: str = ""
    email: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRecord:
    """One pupil in one teaching group, with the staff whom the file names, as written: codes or names."""

    row_number: int
    given: frozenset[str]
    group: str = ""
    subject: str = ""
    upn: str = ""
    admission_number: str = ""
    staff_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFile:
    """A file understood. `row_count` counts rows with content; `mapping` has (heading, field) of every column in order."""

    kind: str
    source: str
    version: str
    file_name: str
    sha256: str
    encoding: str
    row_count: int
    records: list
    problems: list[RowProblem]
    mapping: tuple[tuple[str, str], ...] = ()
    unknown_columns: tuple[str, ...] = ()
    parked_numbers: frozenset[str] = (
        frozenset()
    )  # UPNs and admission numbers that parked rows name, as written

    @property
    def parked_rows(self) -> frozenset[int]:
        """Row numbers that were set aside."""
        return frozenset(
            each.row_number for each in self.problems if each.severity == PARKED and each.row_number
        )


def name_of(record) -> str:
    """Who or what any record of a file is about."""
    if isinstance(record, PupilRecord):
        return f"{record.legal_surname}, {record.legal_forename}"
    if isinstance(record, GroupRecord):
        return record.group
    return " ".join(filter(None, (record.title, record.forename, record.surname)))
