"""The provision map as a grid whose sums agree both ways. Asks the database nothing: places come in, a grid goes out."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from provision.queries.map_places import DAY, WEEK, Place
from register.choices import BroadArea, NeedType
from register.queries.sen_register import short_year


@dataclass(frozen=True, slots=True)
class Head:
    """A heading of a row or a column. `tier` colours it and is said in words; `url` leads on."""

    key: Hashable
    label: str
    note: str = ""
    tier: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """`cells` stand in the order of the columns; None is an empty cell. `total` sums them."""

    head: Head
    cells: list[int | None]
    total: int


@dataclass(frozen=True, slots=True)
class Grid:
    """`totals` are those of the columns."""

    columns: list[Head]
    lines: list[Line]
    totals: list[int]
    total: int


Key = Callable[[Place], Head]


def of_pupil(place: Place) -> Head:
    pupil = place.pupil
    note = " ".join(filter(None, (pupil.form or short_year(pupil.year_group), pupil.provision or "")))
    return Head(pupil.pk, pupil.list_name, note, url=pupil.get_absolute_url())


def of_intervention(place: Place) -> Head:
    return Head(place.intervention, place.name, place.tier_name, place.tier)


def of_adult(place: Place) -> Head:
    return Head(place.adults, place.adults or _("Nobody named"))


def of_need(place: Place) -> Head:
    code = next(iter(place.pupil.need_codes or ()), "")
    said = str(NeedType(code).label) if code in NeedType else code
    return Head(code, said or _("No need recorded"))


def of_year(place: Place) -> Head:
    return Head(place.pupil.year_group or 0, short_year(place.pupil.year_group) or _("No year"))


ROWS: dict[str, Key] = {"pupil": of_pupil, "type": of_intervention, "adult": of_adult, "need": of_need}


def grid_of(places: Iterable[Place], *, rows: str) -> Grid:
    """Minutes of an ordinary week; where a pupil had the same first in one term and then in another, those of the last."""
    return laid_out(((place, place.minutes) for place in standing(places)), rows)


def amounts_of(places: Iterable[Place], amounts: dict[tuple, int], *, rows: str) -> Grid:
    """Amounts by (pupil, provision), as minutes of a whole period or pence are. Those of pupils without a place are left out."""
    return laid_out(((place, amounts.get(pair, 0)) for pair, place in by_pair(places).items()), rows)


def by_pair(places: Iterable[Place]) -> dict[tuple, Place]:
    """(pupil, provision) → the first place; a pupil may have left a group and come back."""
    found: dict[tuple, Place] = {}
    for place in places:
        found.setdefault((place.pupil.pk, place.provision), place)
    return found


def standing(places: Iterable[Place]) -> list[Place]:
    """Without those that another place of the same pupil and intervention has followed: weekly minutes of two terms are not added up."""
    places = list(places)
    latest: dict[tuple, datetime.date] = {}
    for place in places:
        pair = (place.pupil.pk, place.intervention)
        latest[pair] = max(place.first, latest.get(pair, place.first))
    return [place for place in places if place.last >= latest[place.pupil.pk, place.intervention]]


def laid_out(parts: Iterable[tuple[Place, int]], rows: str) -> Grid:
    """Interventions stand across; where they are the rows, years do."""
    across = of_year if rows == "type" else of_intervention
    heads: dict = {}  # what was said of a pupil or an intervention once holds for all their places

    def head(say: Key, key: Hashable, place: Place) -> Head:
        if (say, key) not in heads:
            heads[say, key] = say(place)
        return heads[say, key]

    def placed():
        for place, amount in parts:
            of = place.pupil.year_group if rows == "type" else place.intervention
            yield head(ROWS[rows], row_key(rows, place), place), head(across, of, place), amount

    return summed(placed())


def row_key(rows: str, place: Place) -> Hashable:
    return {"type": place.intervention, "adult": place.adults}.get(rows, place.pupil.pk)


def timeline_of(places: Iterable[Place], weeks: list[datetime.date], *, rows: str) -> Grid:
    """Minutes week by week: who has what when."""
    heads = {monday: Head(monday, f"{monday:%d/%m}") for monday in weeks}
    return summed(
        (
            (ROWS[rows](place), heads[monday], place.minutes)
            for place in places
            for monday in weeks
            if holds(place, monday)
        ),
        columns=list(heads.values()),
    )


def holds(place: Place, monday: datetime.date) -> bool:
    return place.first < monday + WEEK - 2 * DAY and place.last >= monday


def summed(parts: Iterable[tuple[Head, Head, int]], columns: list[Head] | None = None) -> Grid:
    """Rows in the order in which they come, columns by tier and name unless given: the cell of a row and a column is the sum of its parts."""
    cells: dict[Hashable, dict] = defaultdict(lambda: defaultdict(int))
    rows: dict[Hashable, Head] = {}
    across: dict[Hashable, Head] = {}
    for row, column, minutes in parts:
        rows.setdefault(row.key, row)
        across.setdefault(column.key, column)
        cells[row.key][column.key] += minutes
    heads = columns if columns is not None else sorted(across.values(), key=column_order)
    number = {head.key: place for place, head in enumerate(heads)}
    totals = [0] * len(heads)
    lines = []
    for key, head in rows.items():
        line: list[int | None] = [None] * len(heads)
        for column, amount in cells[key].items():  # most of a row is empty
            line[number[column]] = amount
            totals[number[column]] += amount
        lines.append(Line(head, line, sum(cells[key].values())))
    return Grid(heads, lines, totals, sum(totals))


def column_order(head: Head) -> tuple:
    return head.tier, (head.key, "") if isinstance(head.key, int) else (0, head.label), str(head.key)


def shares_of(places: Iterable[Place], due: dict[tuple, int], had: dict[tuple, int], *, rows: str) -> Grid:
    """Per cent of the minutes due so far that were delivered; a cell without minutes due stays empty. Totals are shares, not sums.

    Both by (pupil, provision). Over 100 where more was caught up than was due.
    """
    places = list(places)
    asked = amounts_of(places, due, rows=rows)
    given = amounts_of(
        places, {pair: had.get(pair, 0) for pair, minutes in due.items() if minutes}, rows=rows
    )
    lines = [
        Line(line.head, list(map(share, other.cells, line.cells)), share(other.total, line.total) or 0)
        for line, other in zip(asked.lines, given.lines, strict=True)
    ]
    totals = [share(part, whole) or 0 for part, whole in zip(given.totals, asked.totals, strict=True)]
    return Grid(asked.columns, lines, totals, share(given.total, asked.total) or 0)


def share(part: int | None, whole: int | None) -> int | None:
    return round(100 * (part or 0) / whole) if whole else None


def choices_in(places: Iterable[Place]) -> dict[str, list[tuple[str, str]]]:
    """Filter → what occurs among the places, as (value, words)."""
    places = list(places)
    pupils = {place.pupil.pk: place for place in places}
    needs = {head.key: head.label for head in map(of_need, pupils.values())}
    return {
        "year": sorted_years(places),
        "form_group": sorted({(place.pupil.form, place.pupil.form) for place in places if place.pupil.form}),
        "need": sorted(((code, label) for code, label in needs.items() if code), key=lambda pair: pair[1]),
        "adult": sorted({(place.adults, place.adults) for place in places if place.adults}),
        "area": [(value, str(label)) for value, label in BroadArea.choices],
        "tier": sorted({(place.tier, place.tier_name) for place in places}),
    }


def sorted_years(places: list[Place]) -> list[tuple[str, str]]:
    years = {place.pupil.year_group for place in places if place.pupil.year_group is not None}
    return [(str(year), short_year(year)) for year in sorted(years)]


TESTS: dict[str, Callable[[Place, str], bool]] = {
    "year": lambda place, value: str(place.pupil.year_group) == value,
    "form_group": lambda place, value: place.pupil.form == value,
    "need": lambda place, value: value in (place.pupil.need_codes or ()),
    "status": lambda place, value: (place.pupil.provision or "N") == value,
    "tier": lambda place, value: place.tier == value,
    "area": lambda place, value: place.area == value,
    "adult": lambda place, value: place.adults == value,
    "name": lambda place, value: value.casefold() in f"{place.pupil.list_name} {place.name}".casefold(),
}


def narrowed(places: Iterable[Place], chosen: dict[str, str]) -> list[Place]:
    """Those that pass every filter that was set."""
    asked = [(TESTS[name], value) for name, value in chosen.items() if value and name in TESTS]
    return [place for place in places if all(test(place, value) for test, value in asked)]
