"""Vague words: what must be found, and what must be left alone lest teachers switch the rule off."""

from dataclasses import replace

import pytest

from provision.plan_check import CheckedSection, SectionKind, check
from provision.plan_check.data.vague_words import VAGUE
from provision.plan_check.passages import Place
from provision.plan_check.wording import pieces, split
from tests.provision.plan_check.plans import GOOD, with_part, with_text

OPEN = with_part(GOOD, "outcome-2", baseline="none yet", target="all lessons")  # an outcome without figures


def quotes(text, *, key="section-classroom", field="text"):
    plan = with_part(OPEN, key, **{field: text})
    return [finding.quote for finding in check(plan) if (finding.rule, finding.key) == ("vague_words", key)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amira will have regular support in Year 4.", ["regular"]),
        ("Regular check-ins.", ["Regular"]),
        ("Support: Regular breaks, and MORE REGULAR ONES", ["Regular"]),
        ("He has REGULAR ACCESS TO a laptop", ["REGULAR", "ACCESS TO"]),
        ("Regular check-ins from 1 September 2026, review on 12 March.", ["Regular"]),
        ("Movement breaks as needed, 3 times a week where possible.", ["as needed", "where possible"]),
        ("As-needed breaks.", ["As-needed"]),
        ("Breaks are given as\nneeded.", ["as\nneeded"]),
        ("regu\u00adlar breaks", ["regu\u00adlar"]),
        ("Opportunities to talk with a friend", ["Opportunities"]),
        ("She is encouraged to write. Encourage her.", ["encouraged", "Encourage"]),
        ("Adults to support with reading", ["support with"]),
        ("She gets some support.", ["some support"]),
        ("She would benefit from a laptop, and a range of help from a suitably trained adult.",
         ["would benefit from", "a range of", "suitably trained"]),
        ("Her progress will be monitored.", ["be monitored"]),
        ("Regular 1:1 sessions.", ["Regular"]),
        ("Frequent breaks, regularly!", ["Frequent", "regularly"]),
        ("regular\trewards; regular (small) steps", ["regular"]),
    ],
)  # fmt: skip
def test_what_cannot_be_counted_is_quoted_as_it_stands(text, expected):
    assert quotes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Teach regular verbs, regular past tense and regular polygons.",
        "Irregular verbs, irregularly spelled.",
        "She has her Access Arrangements. Access arrangements: a reader.",
        "Access to Work pays for it later.",
        "She has access to the lift and access to a toilet.",
        "Breaks at regular times: every 20 minutes.",
        "Regular check-ins: before school on Mondays and Fridays.",
        "Regular reading, three times a week.",
        "Regular breaks, daily.",
        "She has access to a laptop in every English lesson.",
        "Access to the quiet room at any time; she shows her red card.",
        "Encourage one answer in each lesson.",
        "Mr Regular and Ms Frequent take the group.",
        "Ask Will Regular. Will Regular knows.",
        "The Regular Readers club meets here.",
        "Mum says: “she needs regular help as needed”.",
        "Dad’s words: ‘he’s better with regular breaks where possible’.",
        "He said \"I want access to a tablet\" and 'some support'.",
        "Her regular bus driver tells her first.",
        "An equal opportunity for all.",
        "Some children read alone. Many like it. It is better.",  # no promise about this pupil
        "He is aware of danger and tries to help.",
        "High-frequency words, regular-sized paper.",
    ],
)
def test_what_is_clear_or_means_something_else_is_left_alone(text):
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Improve her reading", ["Improve"]),
        ("To be more confident", ["more confident"]),
        ("Be aware of danger", ["aware of"]),
        ("Will make good progress", ["make good progress"]),
        ("Read some words, often", ["some", "often"]),
        ("Behave appropriately in 4 out of 5 lessons", ["appropriately"]),
        ("Improve in Year 5, by May 2027", ["Improve"]),
        ("Improve reading from 12 to 20 words", []),
        ("Ask for help some of the time in 4 out of 5 lessons", []),
        ("Be better at 8 out of 10 sums", []),
        ("Use regular past tense endings in 80% of sentences", []),
        ("Work alone for longer, increasing by 5 minutes", []),
        ("Encourage a friend", []),  # what the pupil does, not what adults promise
    ],
)
def test_outcomes_are_read_more_strictly(text, expected):
    assert quotes(text, key="outcome-2") == expected


def test_an_outcome_with_figures_in_baseline_and_level_may_say_improve():
    assert [f.rule for f in check(with_text("Improve reading speed", key="outcome-1"))] == []
    assert quotes("Improve reading speed", key="outcome-2") == ["Improve"]  # control: this one has no figures


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("baseline", "often", ["often"]),
        ("baseline", "a few words", ["a few"]),
        ("baseline", "a few: 7 words", []),
        ("measure", "Observation", ["Observation"]),
        ("measure", "Observations in 3 lessons", []),
        ("measure", "Teacher assessment every half term", []),
    ],
)
def test_figures_are_asked_for_in_baseline_and_measure(field, text, expected):
    assert quotes(text, key="outcome-2", field=field) == expected


def section(text, kind):
    return CheckedSection(key="section-9", title="Regular improvement where possible", text=text, kind=kind)


def found_in(text, kind):
    plan = replace(GOOD, sections=(*GOOD.sections, section(text, kind)))
    return [finding.quote for finding in check(plan) if finding.key == "section-9"]


def test_a_description_is_free_until_it_promises_something():
    told = "Amira has access to a garden and regularly helps there as needed."
    assert found_in(told, SectionKind.DESCRIPTION) == []
    assert found_in(told + " She will have regular breaks.", SectionKind.DESCRIPTION) == ["regular"]
    assert found_in("Will has access to a garden.", SectionKind.DESCRIPTION) == []
    assert found_in(told, SectionKind.SUPPORT) == ["access to", "regularly", "as needed"]  # control


def test_nobody_s_own_views_and_no_title_are_corrected():
    assert found_in("I will have regular breaks as needed, with access to Lego.", SectionKind.VIEWS) == []


PHRASES = [
    (vague, place, phrase)
    for vague in VAGUE
    for place in sorted(vague.places)
    for phrase in split(vague.phrases)
]
FIELD_OF = {
    Place.OUTCOME: ("outcome-2", "text"),
    Place.BASELINE: ("outcome-2", "baseline"),
    Place.MEASURE: ("outcome-2", "measure"),
    Place.PROVISION: ("provision-1", "what"),
    Place.SUPPORT: ("section-classroom", "text"),
}


@pytest.mark.parametrize(("vague", "place", "phrase"), PHRASES, ids=lambda value: str(value)[:30])
def test_every_phrase_of_the_list_is_found_where_it_is_looked_for(vague, place, phrase):
    key, field = FIELD_OF[place]
    assert quotes(f"She has {phrase} today", key=key, field=field) == [phrase]


@pytest.mark.parametrize("phrase", [phrase for vague in VAGUE for phrase in split(vague.harmless)])
def test_every_harmless_phrase_is_left_alone_everywhere(phrase):
    for key, field in FIELD_OF.values():
        assert not {"regular", "access to", "opportunity", "better"} & set(
            quotes(f"She has {phrase}", key=key, field=field)
        )


def test_no_phrase_is_listed_twice_for_one_place():
    seen = [(place, pieces(phrase).words) for _vague, place, phrase in PHRASES]
    assert len(seen) == len(set(seen))
