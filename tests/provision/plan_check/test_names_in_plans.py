"""Names that do not belong in a plan, and the many words that only look like them."""

from dataclasses import replace

import pytest

from provision.plan_check import check
from tests.provision.plan_check.plans import GOOD, with_text


def found(text, **changes):
    plan = replace(with_text(text), **changes)
    return [(f.rule, f.quote) for f in check(plan) if f.rule in {"another_pupil", "wrong_name"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She sits beside Jack Smith.", ["Jack Smith"]),
        ("Jack’s group and Jack", ["Jack’s", "Jack"]),
        ("JACK helps her.", ["JACK"]),
        ("She works with Grace and Hope. Hope helps her. Hope and she read.", ["Grace", "Hope"]),
        ("May is her friend. Grace can help.", ["May", "Grace"]),
        ("Dad said: “Jack hit her”.", ["Jack"]),
    ],
)
def test_another_pupil_is_found(text, expected):
    assert found(text) == [("another_pupil", name) for name in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Will she ask first? Will you wait? She will.",
        "The review is in May. By May she reads. In May can we meet? May 2027.",
        "May we come? Grace period. Grace under pressure.",
        "She loves Jack Sparrow.",
        "Mr Jack and Mr Smith teach her. Smith is the author. St Grace church.",
        "Amira reads.",
        "Ms Ward knows her.",
        "jack in the box; jacket; hijack",
    ],
)
def test_what_only_looks_like_a_name_is_left_alone(text):
    assert found(text) == []


def test_names_in_the_pupil_s_own_words_are_found_too():
    plan = with_text("I like Jack.", key="section-views")
    assert [(f.rule, f.key, f.quote) for f in check(plan)] == [("another_pupil", "section-views", "Jack")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Baker likes to draw. Tom draws.", ["Tom Baker", "Tom"]),
        ("Show Tom one step.", ["Tom"]),
        ("Tom’s card", ["Tom’s"]),
        ("Mr Tom and tomorrow", []),
    ],
)
def test_the_name_of_the_pupil_it_was_copied_from_is_found(text, expected):
    assert found(text) == [("wrong_name", name) for name in expected]


def test_the_source_of_the_copy_is_not_found_twice_where_it_is_a_classmate():
    assert found("Tom draws.", other_pupils=("Tom Baker",)) == [("wrong_name", "Tom")]


def test_two_pupils_of_one_forename_are_told_apart_by_nobody():
    assert found("Amira reads.", copied_from=("Amira Jones",), other_pupils=("Amira Jones",)) == []


def test_nothing_is_looked_for_that_was_not_given():
    assert found("Jack and Tom", other_pupils=(), copied_from=()) == []
    assert found("Jack and Tom", other_pupils=("", " ", "-"), copied_from=("?",)) == []
    assert found("Jack and Tom") == [("another_pupil", "Jack"), ("wrong_name", "Tom")]  # control


def test_a_whole_school_of_names_takes_no_longer():
    school = tuple(f"Pupil{number} Name{number}" for number in range(2000))
    assert found("She sits with Pupil1999.", other_pupils=school) == [("another_pupil", "Pupil1999")]
    assert GOOD.other_pupils  # and the good plan is checked against some
