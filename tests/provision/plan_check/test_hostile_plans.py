"""Texts made to break the check: long, strange, adversarial. It answers, in linear time, and quotes what really stands there."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provision.plan_check import CheckedOutcome, CheckedPlan, CheckedProvision, CheckedSection, Rule, check
from provision.plan_check.data.labels import LABELS
from provision.plan_check.data.plain_words import INITIALS, JARGON
from provision.plan_check.data.vague_words import VAGUE
from provision.plan_check.wording import split, without_quotations
from senco.core.plain_language import sentences
from tests.provision.plan_check.plans import TODAY, with_text

FIELDS = (
    ("section-classroom", "text"),
    ("outcome-1", "text"),
    ("outcome-1", "baseline"),
    ("outcome-1", "measure"),
    ("outcome-1", "target"),
    ("outcome-1", "adult"),
    ("target-1", "text"),
    ("item-1", "text"),
    ("item-1", "plain"),
    ("provision-1", "what"),
    ("provision-1", "who"),
)
LISTED = [
    *(phrase for vague in VAGUE for phrase in split(vague.phrases) + split(vague.harmless)),
    *(phrase for phrases, _advice in LABELS for phrase in split(phrases)),
    *(phrase for phrases, _plain in JARGON for phrase in split(phrases)),
    *INITIALS,
]
PIECES = st.sampled_from(
    [*LISTED, "Jack", "Tom's", "Mr", "Amira", "will", "3 x 20 minutes a week", "4 out of 5", "1:1", "e.g.", "[...]", "he/she", "\n", "- ",
     "“", "”", "‘", "’", "'", '"', "(", ")", ".", ",", "…", "-", "\u202e", "\u200b", "\u00ad", "\x00", "👩‍👧", "é", "e\u0301", "İ", "ß", "١٢", "中文"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=200)


def text_of(plan: CheckedPlan, key: str, field: str) -> str:
    """What stands in a field of a part; targets are looked through too."""
    parts = [*plan.sections, *plan.outcomes, *plan.items, *plan.provisions]
    parts += [target for outcome in plan.outcomes for target in outcome.targets]
    return next(getattr(part, field) for part in parts if part.key == key)


@settings(deadline=None, max_examples=300)
@given(TEXTS, st.sampled_from(FIELDS))
def test_any_text_in_any_field_is_answered_and_quoted_as_it_stands(text, place):
    key, field = place
    plan = with_text(text, key=key, field=field)
    for finding in check(plan):
        assert "could not be done" not in finding.message
        assert finding.message and finding.advice
        if finding.quote:
            assert finding.quote in text_of(plan, finding.key, finding.field)


@settings(deadline=None)
@given(TEXTS)
def test_striking_out_quotations_moves_nothing(text):
    struck = without_quotations(text)
    assert len(struck) == len(text)
    assert all(after in (before, "¦") for before, after in zip(text, struck, strict=True))


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=4), TEXTS)
def test_names_may_be_anything(names, text):
    plan = replace(
        with_text(text),
        pupil_names=tuple(names),
        staff_names=tuple(names),
        other_pupils=(*names, text),
        copied_from=(text,),
    )
    assert not [finding for finding in check(plan) if "could not be done" in finding.message]


@settings(deadline=None)
@given(TEXTS)
def test_checking_twice_says_the_same(text):
    plan = with_text(text)
    assert check(plan) == check(plan)


@settings(deadline=None)
@given(TEXTS)
def test_a_sentence_that_is_clear_adds_nothing(text):
    """What is found in a text is found in it also when an innocent line follows."""
    found = {(f.rule, f.quote) for f in check(with_text(text)) if f.rule in {"labelling", "gaps"}}
    more = {
        (f.rule, f.quote)
        for f in check(with_text(text + "\n\n1. She sits near the door."))
        if f.rule in {"labelling", "gaps"}
    }
    assert found == more


BOMBS = {
    "words": "He reads well with an adult. ",
    "vague": "regular ",
    "label": "naughty ",
    "jargon": "cognition ",
    "amounts": "some 3 times a week ",
    "receive": "receive ",
    "brackets": "[ ",
    "braces": "{[<",
    "tags": "<a",
    "single quotes": "'a ",
    "opened quotes": "“a ",
    "closed quotes": "‘a’a ",
    "straight quotes": "\"a' ",
    "lines": "a\n",
    "wrapped": "as\nneeded\n",
    "underlines": "_",
    "spaces": " ",
    "letters": "x",
    "digits": "1",
    "commas": "1,1,",
    "dots": "a.",
    "hyphens": "a-",
    "strokes": "he/she/",
    "stops": ".",
    "capitals": "OT (EP ",
    "names": "Jack Tom Amira Will ",
    "accents": "a\u0301\u0316",
    "controls": "\x00\x1f",
    "right to left": "\u202eابجد ",
    "emoji": "👩‍👧‍👦",
    "titles": "Mr. ",
}


def seconds(plan: CheckedPlan, **options) -> float:
    """Processor time, which other work on the machine does not lengthen; the best of three, because it disturbs all the same."""
    taken = []
    for _try in range(3):
        began = time.process_time()
        check(plan, **options)
        taken.append(time.process_time() - began)
    return min(taken)


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_four_times_the_text_takes_about_four_times_as_long(bomb):
    """A quadratic step would take sixteen times as long; the small constant forgives what is too quick to be measured."""
    short, long = (with_text(bomb * (size // len(bomb))) for size in (10_000, 40_000))
    assert seconds(long) < 9 * seconds(short) + 0.02


def looks_back_at_every_letter(reading, _settings):
    text = reading.plan.sections[-1].text
    assert not any(text.count("#", 0, place) for place in range(len(text)))
    return ()


def test_control_a_quadratic_rule_would_be_noticed():
    rules = (Rule("quadratic", "", "", looks_back_at_every_letter),)
    short, long = (with_text("He reads. " * (size // 10)) for size in (10_000, 40_000))
    assert seconds(long, rules=rules) > 9 * seconds(short, rules=rules) + 0.02


def test_200_kilobytes_are_checked_in_a_few_times_what_reading_them_takes():
    text = "Amira reads well with an adult who sits beside her and points to each word. " * 2700
    assert len(text) > 200_000
    began = time.process_time()
    sentences(text)
    reading = time.process_time() - began
    assert seconds(with_text(text)) < 30 * reading


def test_one_long_section_does_not_flood_the_page():
    found = check(with_text("Regular breaks as needed. Naughty. Metacognition. OT. [gap] Jack. " * 500))
    assert len(found) == 7
    assert len({(finding.rule, finding.key, finding.field, finding.quote) for finding in found}) == len(found)


def test_thousands_of_parts_are_checked():
    many = CheckedPlan(
        today=TODAY,
        sections=tuple(
            CheckedSection(key=f"s{n}", title="T", text="A line.", shared=True) for n in range(1000)
        ),
        outcomes=tuple(CheckedOutcome(key=f"o{n}", text=f"Reads {n} words") for n in range(1000)),
        provisions=tuple(CheckedProvision(key=f"p{n}", what="Reading") for n in range(1000)),
    )
    assert len(check(many)) > 1000
