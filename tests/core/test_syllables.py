"""Syllables against a table of words, counted by ear in British English and compared with a pronouncing dictionary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from senco.core.syllables import MOST, syllables

TABLE = {
    1: """
        speech grip noise squeezed jumped played tried used called asked helped queue real don't can't child's
        they've fire hour bridge judged raced named
    """,
    2: """
        support teacher learning reading writing spelling phonics anxious language hearing vision working
        fluent blending phoneme grapheme playtime lunchtime lunchtimes worksheet whiteboard laptop headphones
        fidget weighted cushion lanyard friendship friendships playground scaffold scaffolds outcome outcomes
        target targets baseline baselines measure measured reviewed review parent carer carers questions
        answered letters pencil scissors toilet hygiene asthma wheelchair nurture noises crowded quiet calmly
        calming breathing worry worries worried upset angry hungry frightened giggle tables tabled handled
        wanted needed carried finished started described science people something sometimes somewhere someone
        every evening chocolate business Wednesday really hopeful movement statement special social question
        million region conscious being doing going seeing playing enjoyed player loyal royal buying flying
        trying queuing argue argued value rescue fuel cruel poem poet create creature react really isn't
        doesn't didn't couldn't children's James's class's would've it'll o'clock rhythm prism flower power
        prayer mayor colleague technique unique changes boxes dishes watches places horses catches wicked
        naked sacred hundred centre metre litre simple simply gently able table little people's naive café
        SENCO GP
    """,
    3: """
        autism autistic dyslexic attention sensory therapist therapy cognition behaviour impairment visual
        processing memory sequencing inference fluency fluently decoding segmenting syllable subtraction
        addition timetable transition transitions confidence confident assembly scaffolding adjustment
        adjustments strategies strategy provision guardian safeguarding attendance concentrate organise
        organised equipment instructions paragraph sentences capital handwriting cutlery toileting allergy
        medicine nurturing sensitive quieter excited frustrated overwhelmed created ideas area areas everyone
        anything everything family different vegetable library quietly carefully management agreement
        excitement settlement element audience initial official musician suggestion opinion violent previous
        serious obvious courageous museum video radio studio enjoying studying arguing valuing continue
        continued theatre theory creative reassure reassured realise sarcasm dialogue possible possibly
        beautiful one-to-one well-being up-to-date EHC SEN W
    """,
    4: """
        dyslexia dyspraxia anxiety interaction behavioural emotional regulation co-operate cooperate
        coordinate psychologist auditory comprehension accuracy accurately numeracy literacy independence
        visualise reasonable intervention interventions resilience resilient motivated motivation
        concentration punctuation epilepsy diabetes medication mobility interesting comfortable February
        usually actually especially environment environments society variety experience material conscientious
        continuous spontaneous reality algorithm responsible responsibly beautifully ADHD
    """,
    5: """
        occupational communication self-regulation co-ordinator coordination psychological educational
        paediatrician vocabulary multiplication independently visualiser punctuality organisation
        environmental enthusiasm
    """,
    6: """
        hyperactivity differentiated differentiation physiotherapy physiotherapist
    """,
}
PAIRS = [(word, count) for count, words in TABLE.items() for word in words.split()]


def test_the_table_is_long_enough_to_mean_something():
    assert len({word for word, _count in PAIRS}) >= 350


@pytest.mark.parametrize(("word", "count"), PAIRS)
def test_a_word_has_the_syllables_one_hears(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"), [("Reading", 2), ("READING", 2), ("NOT", 1), ("MUST", 1), ("Wednesday", 2)]
)
def test_capitals_make_no_difference_to_a_word(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("initials", "count"),
    [
        ("EHCP", 4),
        ("NHS", 3),
        ("W", 3),
        ("WWW", 9),
        ("TAs", 2),
        ("TA's", 2),
        ("EP’s", 2),
        ("SENCOs", 2),
        ("CAMHS", 1),
        ("KS2", 3),
    ],
)
def test_initials_are_spelled_out_unless_people_say_them_as_a_word(initials, count):
    assert syllables(initials) == count


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        ("children's", "children’s"),
        ("café", "cafe\u0301"),
        ("naive", "naïve"),
        ("one-to-one", "one‑to‑one"),
        ("support", "sup\u00adport"),
    ],
)
def test_the_way_a_word_is_written_makes_no_difference(plain, other):
    assert syllables(plain) == syllables(other)


@pytest.mark.parametrize(
    "word", ["", "'", "7", "2026", "中文", "ответ", "🙂", "-", "a" * 100_000, "ba" * 50_000, "\u0301" * 1000]
)
def test_what_is_no_word_counts_between_one_and_twelve(word):
    assert 1 <= syllables(word) <= MOST


@given(st.text(max_size=200))
def test_no_text_breaks_it(word):
    assert 1 <= syllables(word) <= MOST
