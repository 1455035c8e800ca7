"""What a document says: sources share numbers, nothing gets in that a file cannot hold, and what is kept as JSON comes back whole."""

import datetime
import json

from hypothesis import given
from hypothesis import strategies as st

from senco.documents.contents import (
    Block,
    BlockKind,
    Document,
    Part,
    Row,
    Source,
    document_from_json,
    facts,
    row,
    runs_leftwards,
    table,
    text,
)

DAY = datetime.date(2026, 10, 4)
WARD, GREY = Source("Plan", "Ms Ward", DAY), Source("Plan", "Mr Grey", DAY)


def document(*parts: Part, **more) -> Document:
    return Document(
        **{"title": "Plan", "name": "Ada", "school": "Here", "stamp": "Ada, Plan", "parts": parts} | more
    )


def test_equal_sources_share_a_number_in_the_order_in_which_they_are_met():
    said = document(
        Part("One", (text("a", GREY), text("b", WARD)), source=WARD),
        Part("Two", parts=(Part("Smaller", (text("c", GREY), text("d")), source=Source("Other")),)),
        facts=facts([("Born", DAY)], Source("Register")),
    )
    assert [source.record or source.who for source in said.notes] == ["Register", "Plan", "Plan", "Other"]
    assert (said.note(WARD), said.note(GREY), said.note(Source())) == (2, 3, None)


def test_a_source_leaves_out_what_is_not_known():
    assert WARD.words == "Plan, Ms Ward, 4 Oct 2026"
    assert Source("", "Ms Ward").words == "Ms Ward"
    assert not Source() and Source("", "", DAY)


def test_facts_and_tables_leave_out_what_is_empty():
    assert [one.cells for one in facts([("A", ""), ("B", None), ("C", 0), ("D", DAY)])] == [
        ("C", "0"),
        ("D", "4 Oct 2026"),
    ]
    made = table("T", ("First", "Second", "Third"), [row("", "", 3), row("x", "", None)])
    assert (made.headings, [one.cells for one in made.rows]) == (("First", "Third"), [("", "3"), ("x", "")])


WORDS = st.text(max_size=6)
SOURCES = st.builds(Source, WORDS, WORDS, st.none() | st.dates())
ROWS = st.lists(st.builds(lambda a, b, s: Row((a, b), s), WORDS, WORDS, SOURCES), max_size=2).map(tuple)
BLOCKS = st.lists(
    st.builds(Block, st.sampled_from(list(BlockKind)), ROWS, st.just(("a", "b")), WORDS), max_size=3
).map(tuple)
PARTS = st.lists(st.builds(Part, WORDS, BLOCKS, st.just(()), SOURCES), max_size=2).map(tuple)


@given(st.builds(Document, WORDS, WORDS, WORDS, WORDS, ROWS, PARTS, WORDS))
def test_what_is_kept_comes_back_whole(made):
    assert document_from_json(json.loads(json.dumps(made.as_json()))) == made


@given(st.text())
def test_no_character_gets_in_that_a_file_cannot_hold(words):
    kept = Row((words,)).cells[0]
    assert not set(kept) & {*map(chr, range(9)), "\x0b", "\x0c", "\r", "\u2028", "\ufffe"}
    assert Part(words).title == kept == document(name=words).name


def test_the_side_from_which_a_text_is_read():
    assert runs_leftwards("1. مجھے") and runs_leftwards("שלום, Ada")
    assert not runs_leftwards("Ada: شلام") and not runs_leftwards("12") and not runs_leftwards("")
