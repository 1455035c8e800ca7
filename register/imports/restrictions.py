"""Columns and remarks about court orders and other restrictions on a contact: known by their headings, and by what they say.

A parent is not cut off because of a mere number, and no order passes by unseen: what nobody can be sure of is told, by name.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext_lazy as _

from .columns import Recognition
from .headings import is_restriction, may_be_restriction
from .records import WARNING, Fault, RowProblem
from .refusals import said
from .texts import cleaned, compact, is_blank
from .values import NO

# In whatever column it stands, a person should read this for themselves.
IN_WORDS = re.compile(
    r"\bno contact\b|\bnot (?:to )?(?:be )?(?:contact|collect|approach|release)|n't (?:contact|collect|release)|\bcourt order|"
    r"\brestraining|\bnon[- ]?molestation|\binjunction|\bprohibited steps|\bchild arrangements?\b|\b(?:barred|banned) from|"
    r"\bsupervised contact|\b(?:protection|occupation|care) order|\brestricted contact|\bcontact (?:is )?restricted",
    re.IGNORECASE,
)
SMALL_NUMBER = re.compile(r"[0-9]{1,2}(?:\.0)?")
VALUES_LOOKED_AT = 200


@dataclass
class Columns:
    """What the columns of one table hold that are read as court orders, or that may be about them and are not read."""

    found: Recognition
    values: dict[int, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Recognition, rows: Iterable[tuple[int, list[str]]]) -> "Columns":
        """The rows are gone through only where there is such a column."""
        columns = cls(found, {index: set() for index in _looked_at(found)})
        for _number, cells in rows if columns.values else ():
            for index, values in columns.values.items():
                text = cleaned(cells[index]) if index < len(cells) else ""
                if not is_blank(text) and len(values) < VALUES_LOOKED_AT:
                    values.add(text)
        return columns

    def settled(self) -> tuple[Recognition, list[RowProblem]]:
        """The columns without those that only count contacts, and what to tell about the file."""
        counting = {index for index in self.values if self._is_read(index) and self._counts(index)}
        kept = {index: name for index, name in self.found.mapping.items() if index not in counting}
        unread = [index for index in self.values if index not in kept and index not in counting]
        problems = [_told(_running_numbers(self._heading(index))) for index in sorted(counting)]
        problems += [_told(_unread(self._heading(index))) for index in unread if self._may_restrict(index)]
        return replace(self.found, mapping=kept, unknown_columns=self._unknown(kept)), problems

    def _is_read(self, index: int) -> bool:
        return index in self.found.mapping

    def _heading(self, index: int) -> str:
        return self.found.headings[index]

    def _unknown(self, kept: Mapping[int, str]) -> tuple[str, ...]:
        return tuple(word for index, word in enumerate(self.found.headings) if word and index not in kept)

    def _counts(self, index: int) -> bool:
        """Only numbers, and other ones than the 0 and 1 that stand for no and yes; below a mere “order” those count too."""
        values, word = self.values[index], compact(self._heading(index))
        numbers = all(map(SMALL_NUMBER.fullmatch, values))
        only_order = may_be_restriction(word) and not is_restriction(word)
        return numbers and (only_order or any(float(value) > 1 for value in values))

    def _may_restrict(self, index: int) -> bool:
        """Whether an unread column says anything but no; where the heading only says “order”, anything but no and numbers."""
        told = {value for value in self.values[index] if compact(value) not in NO}
        if not is_restriction(compact(self._heading(index))):
            told = {value for value in told if not SMALL_NUMBER.fullmatch(value)}
        return bool(told)


def _looked_at(found: Recognition) -> list[int]:
    """Columns read as court orders, and unread ones whose headings may be about them."""
    words = {index: compact(heading) for index, heading in enumerate(found.headings)}
    return [
        index
        for index, word in words.items()
        if found.mapping.get(index) == "court_order"
        or (index not in found.mapping and (is_restriction(word) or may_be_restriction(word)))
    ]


def remark_in(found: Recognition, cells: list[str]) -> tuple[str, str] | None:
    """(heading, text) of the first cell outside the court order columns that speaks of a restriction."""
    if not IN_WORDS.search("\n".join(cells)):
        return None
    for index, text in enumerate(cells):
        if found.mapping.get(index) != "court_order" and IN_WORDS.search(text):
            return (found.headings[index] if index < len(found.headings) else ""), text
    return None


def restriction_in_words(heading: str) -> Fault:
    return Fault(
        "restriction_in_words",
        said(
            _("The column “{heading}” speaks of a restriction here; no court order is taken from it."),
            heading=heading or "–",
        ),
        _("Read it yourself, and record an order on the contact's page where there is one."),
        WARNING,
    )


def _told(fault: Fault) -> RowProblem:
    return RowProblem.from_fault(None, "court_order", "", fault)


def _running_numbers(heading: str) -> Fault:
    return Fault(
        "running_numbers",
        said(
            _("The column “{heading}” holds running numbers, so nothing is taken from it as a court order."),
            heading=heading,
        ),
        _("If it does tell of orders, record them on the contacts' pages, or let the MIS write yes and no."),
        WARNING,
    )


def _unread(heading: str) -> Fault:
    return Fault(
        "restriction_not_read",
        said(
            _("The column “{heading}” is not read, and may be about court orders or other restrictions."),
            heading=heading,
        ),
        _(
            "Read it yourself: record orders on the contacts' pages, or bring them in a file of contacts with a column “Court order”."
        ),
        WARNING,
    )
