"""The provision map as a grid whose sums agree both ways. Asks the database nothing: places come in, a grid goes out."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from provision.map_choices import Tier
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
class Margin:
    """A further total of every row and column, as money is: in whole units already worded by whoever adds it up."""

    heading: str
    of_rows: dict
    of_columns: dict
    total: object


@dataclass(frozen=True, slots=True)
class Grid:
    """`totals` are those of the columns. `margins` stand apart after the minutes."""

    columns: list[Head]
    lines: list[Line]
    totals: list[int]
    total: int
    margins: tuple[Margin, ...] = field(default=())


Key = Callable[[Place], Head]


def of_pupil(place: Place) -> Head:
    pupil = place.pupil
    note = " ".join(filter(None, (pupil.form or short_year(pupil.year_group), pupil.provision or "")))
    return Head(pupil.pk, pupil.list_name, note, url=pupil.get_absolute_url())


def of_intervention(place: Place) -> Head:
    return Head(place.intervention, place.name, str(Tier(place.tier).label), place.tier)


def of_adult(place: Place) -> Head:
    return Head(place.adults, place.adults or _("Nobody named"))


def of_need(place: Place) -> Head:
    code = next(iter(place.pupil.need_codes or ()), "")
    return Head(code, str(dict(NeedType.choices).get(code, code)) or _("No need recorded"))


def of_year(place: Place) -> Head:
    return Head(place.pupil.year_group or 0, short_year(place.pupil.year_group) or _("No year"))


ROWS: dict[str, Key] = {"pupil": of_pupil, "type": of_intervention, "adult": of_adult, "need": of_need}


def grid_of(places: Iterable[Place], *, rows: str) -> Grid:
    """Minutes of an ordinary week. Interventions stand across; where they are the rows, years do."""
    across = of_year if rows == "type" else of_intervention
    down: dict = {}  # what was said of a pupil or an intervention once holds for all their places
    over: dict = {}

    def parts():
        for place in places:
            one, of = (
                (place.pupil.pk, place.intervention, place.adults),
                (place.intervention, place.pupil.year_group),
            )
            one = one[0] if rows == "pupil" else one
            down[one] = down.get(one) or ROWS[rows](place)
            over[of] = over.get(of) or across(place)
            yield down[one], over[of], place.minutes

    return summed(parts())


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
    heads = (
        columns
        if columns is not None
        else sorted(across.values(), key=lambda head: (head.tier, natural(head), str(head.key)))
    )
    lines = [line_of(head, cells[key], heads) for key, head in rows.items()]
    totals = [sum(line.cells[place] or 0 for line in lines) for place in range(len(heads))]
    return Grid(heads, lines, totals, sum(totals))


def natural(head: Head) -> tuple:
    return (head.key, "") if isinstance(head.key, int) else (0, head.label)


def line_of(head: Head, of: dict, columns: list[Head]) -> Line:
    cells = [of.get(column.key) for column in columns]
    return Line(head, cells, sum(cell or 0 for cell in cells))


def shares_of(places: Iterable[Place], due: dict, had: dict) -> Grid:
    """Per cent of the minutes due so far that were delivered; a cell without minutes due stays empty. Totals are shares, not sums."""
    places = list(places)
    grid = grid_of(places, rows="pupil")
    pairs = {(line.head.key, column.key) for line in grid.lines for column in grid.columns}
    due = {pair: due.get(pair, 0) for pair in pairs}
    lines = []
    for line in grid.lines:
        own = [(line.head.key, column.key) for column in grid.columns]
        lines.append(Line(line.head, [share(due, had, [pair]) for pair in own], share(due, had, own) or 0))
    totals = [
        share(due, had, [(line.head.key, column.key) for line in grid.lines]) or 0 for column in grid.columns
    ]
    return Grid(grid.columns, lines, totals, share(due, had, list(pairs)) or 0)


def share(due: dict, had: dict, pairs: list[tuple]) -> int | None:
    """Over 100 where more was caught up than was due."""
    asked = sum(due[pair] for pair in pairs)
    return round(100 * sum(had.get(pair, 0) for pair in pairs if due[pair]) / asked) if asked else None


def choices_in(places: Iterable[Place]) -> dict[str, list[tuple[str, str]]]:
    """Filter → what occurs among the places, as (value, words)."""
    places = list(places)
    needs = {of_need(place).key: of_need(place).label for place in places}
    return {
        "year": sorted_years(places),
        "form_group": sorted({(place.pupil.form, place.pupil.form) for place in places if place.pupil.form}),
        "need": sorted(((code, label) for code, label in needs.items() if code), key=lambda pair: pair[1]),
        "adult": sorted({(place.adults, place.adults) for place in places if place.adults}),
        "area": [(value, str(label)) for value, label in BroadArea.choices],
        "tier": [(value, str(label)) for value, label in Tier.choices],
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
