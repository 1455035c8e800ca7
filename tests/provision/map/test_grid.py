"""Whatever the places and the filters: rows, columns and the whole agree."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from provision.queries.map_grid import ROWS, TESTS, grid_of, narrowed

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
            pupil=pupil, intervention=of, name=f"Help {of}", tier=str(1 + of % 4), area=["CI", "CL"][of % 2], minutes=minutes,
            adults=adults,
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
