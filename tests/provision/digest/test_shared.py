"""What several need: by the bank's entry, or by the same words."""

import pytest

from provision.letters.digest import PlanWords
from provision.queries.shared import folded, grouped, is_shared, should_be_ordinary


def needs(*rows) -> list[PlanWords]:
    return [PlanWords(who, who, text, bank) for who, text, bank in rows]


def test_the_same_entry_counts_however_it_was_worded():
    [one] = grouped(
        needs(
            ("Ali", "One step at a time", "cl1"),
            ("Bea", "One instruction", "cl1"),
            ("Cem", "One step at a time", "cl1"),
        ),
        8,
    )
    assert (one.text, one.count, one.total, one.names) == ("One step at a time", 3, 8, ("Ali", "Bea", "Cem"))


def test_the_same_words_count_whatever_their_capitals_spaces_and_full_stop():
    [one] = grouped(needs(("Ali", "Sit near the front.", ""), ("Bea", "sit  near the front", "")), 8)
    assert one.count == 2


def test_typed_words_join_the_entry_that_says_the_same():
    [one] = grouped(needs(("Ali", "Sit near the front", "cl2"), ("Bea", "Sit near the front.", "")), 8)
    assert one.count == 2


def test_a_pupil_with_two_plans_counts_once():
    [one] = grouped(needs(("Ali", "Timer", "x"), ("Ali", "Timer", "x")), 8)
    assert one.count == 1 and not is_shared(one)


def test_the_most_needed_comes_first():
    found = grouped(needs(("Ali", "B", ""), ("Ali", "A", ""), ("Bea", "B", "")), 8)
    assert [one.text for one in found] == ["B", "A"]


@pytest.mark.parametrize(
    ("count", "total", "ordinary", "prompted"),
    [
        (4, 16, False, True),
        (4, 17, False, False),
        (3, 8, False, False),
        (8, 28, False, True),
        (8, 28, True, False),
    ],
)
def test_when_the_senco_is_asked(count, total, ordinary, prompted):
    rows = needs(*((f"P{n}", "Timer", "x") for n in range(count)))
    [one] = grouped(rows, total, frozenset({"x"} if ordinary else ()))
    assert should_be_ordinary(one) is prompted


def test_words_are_folded():
    assert folded("  Sit NEAR  the front. ") == "sit near the front"
