"""Whatever the places and the filters: rows, columns and the whole agree."""

import datetime
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from provision.queries.map_grid import ROWS, TESTS, amounts_of, grid_of, narrowed, shares_of

FIRST, LAST = datetime.date(2026, 9, 7), datetime.date(2026, 12, 18)
PUPILS = [
    SimpleNamespace(
        pk=n, list_name=f"Pupil {n}", form=f"{7 + n % 2}A", year_group=7 + n % 2, provision="KEN"[n % 3],
        need_codes=[["ASD"], ["SPLD", "ASD"], []][n % 3], get_absolute_url=lambda: "/",
    )
    for n in range(6)
]  # fmt: skip
places = st.lists(
    st.builds(
        lambda pupil, of, minutes, adults: SimpleNamespace(
            pupil=pupil, intervention=of, name=f"Help {of}", tier=str(1 + of % 4), tier_name="", area=["CI", "CL"][of % 2], minutes=minutes,
            adults=adults, provision=(of, adults), first=FIRST, last=LAST,
        ),
        st.sampled_from(PUPILS), st.integers(0, 7), st.integers(0, 300), st.sampled_from(["", "Ms Ward", "Mr Lee"]),
    )
)  # fmt: skip
filters = st.fixed_dictionaries(
    {},
    optional={
        "year": st.sampled_from(["7", "8"]), "form_group": st.sampled_from(["7A", "9Z"]), "need": st.just("ASD"), "tier": st.just("2"),
        "status": st.sampled_from("KEN"), "area": st.just("CL"), "adult": st.just("Mr Lee"), "name": st.sampled_from(["pupil 1", "help"]),
    },
)  # fmt: skip


@given(places, filters, st.sampled_from(sorted(ROWS)))
def test_rows_columns_and_the_whole_agree(found, chosen, rows):
    kept = narrowed(found, chosen)
    grid = grid_of(kept, rows=rows)
    assert (
        grid.total
        == sum(grid.totals)
        == sum(line.total for line in grid.lines)
        == sum(one.minutes for one in kept)
    )
    assert all(sum(cell or 0 for cell in line.cells) == line.total for line in grid.lines)
    assert all(TESTS[name](one, value) for one in kept for name, value in chosen.items())


amounts = st.dictionaries(
    st.tuples(st.integers(0, 5), st.tuples(st.integers(0, 7), st.sampled_from(["", "Ms Ward", "Mr Lee"]))), st.integers(0, 5000)
)  # fmt: skip


@given(places, amounts, st.sampled_from(sorted(ROWS)))
def test_amounts_are_counted_once_however_they_are_grouped(found, known, rows):
    grid = amounts_of(found, known, rows=rows)
    pairs = {(one.pupil.pk, one.provision) for one in found}
    assert grid.total == sum(grid.totals) == sum(known.get(pair, 0) for pair in pairs)


@given(places, amounts, amounts, st.sampled_from(sorted(ROWS)))
def test_the_whole_share_is_the_same_however_it_is_grouped(found, due, had, rows):
    pairs = {(one.pupil.pk, one.provision) for one in found}
    whole = sum(due.get(pair, 0) for pair in pairs)
    got = sum(had.get(pair, 0) for pair in pairs if due.get(pair))
    assert shares_of(found, due, had, rows=rows).total == (round(100 * got / whole) if whole else 0)


def test_what_went_on_in_the_next_term_is_not_counted_twice():
    month = datetime.timedelta(days=30)
    first = SimpleNamespace(
        pupil=PUPILS[0], intervention=1, name="Talk", tier="2", tier_name="", area="CI", minutes=30, adults="", provision=1, first=FIRST, last=LAST,
    )  # fmt: skip
    after = SimpleNamespace(**vars(first) | {"minutes": 40, "first": LAST + month, "last": LAST + 2 * month})
    beside = SimpleNamespace(**vars(first) | {"minutes": 5, "first": LAST, "last": LAST + 2 * month})
    assert grid_of([first, after], rows="pupil").total == 40
    assert grid_of([first, beside], rows="pupil").total == 35  # at the same time
