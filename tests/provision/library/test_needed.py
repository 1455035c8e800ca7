"""What an intervention needs, as a cell and back."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provision.needed import Needed, cell_of, read_cell

NAMES = st.text("aZ9é:£,-( ", min_size=1, max_size=40).map(lambda name: " ".join(name.split())).filter(bool)


@given(
    st.lists(
        st.builds(
            Needed,
            name=NAMES,
            pence=st.integers(0, 9_999_999),
            life_months=st.integers(1, 240),
            shared=st.booleans(),
            bought_on=st.none() | st.dates(datetime.date(1990, 1, 1)),
        ),
        max_size=4,
    )
)
def test_what_is_written_is_read_again(needed):
    assert read_cell(cell_of(needed)) == needed


@pytest.mark.parametrize(
    "line",
    ["Books", "Books: 150", "Books: £150.00, 0 months", "Books: £150.00, 241 months", "Books: £1.505, 6 months",
     "Books: £1, 6 months, bought 2026-02-30", "Books: £-1, 6 months"],
)  # fmt: skip
def test_what_cannot_be_understood_is_named(line):
    with pytest.raises(ValueError, match="Books"):
        read_cell(f"Cards: £2, 6 months\n{line}")


def test_people_write_it_less_strictly():
    assert read_cell("Books:150, 60 months, one a group\n\n") == [Needed("Books", 150_00, 60, shared=False)]
