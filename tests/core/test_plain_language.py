"""Sentences, words and reading age, against texts that were counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from senco.core.plain_language import (
    FEWEST_WORDS,
    YOUNGEST,
    Readability,
    measure,
    reading_age,
    sentences,
    words,
)

SENTENCES = [
    ("Mr. Ward met Dr. Khan. They talked.", ["Mr. Ward met Dr. Khan.", "They talked."]),
    (
        "She reads, e.g. Horrid Henry, at home. He does not.",
        ["She reads, e.g. Horrid Henry, at home.", "He does not."],
    ),
    ("Come at 9.30 a.m. Then wait.", ["Come at 9.30 a.m.", "Then wait."]),
    ("Come at 9.30 a.m. and wait.", ["Come at 9.30 a.m. and wait."]),
    ("He scored 3.5 and 10,000. Well done.", ["He scored 3.5 and 10,000.", "Well done."]),
    ("See no. 5 and approx. 3 more.", ["See no. 5 and approx. 3 more."]),
    ("He said no. Then he sat.", ["He said no.", "Then he sat."]),
    ("Pens, paper, etc. The rest is there.", ["Pens, paper, etc.", "The rest is there."]),
    ("J. K. Ward and Amira J. Khan came.", ["J. K. Ward and Amira J. Khan came."]),
    ("She is in group A. He is not.", ["She is in group A.", "He is not."]),
    ("So do I. Yes.", ["So do I.", "Yes."]),
    ("“Stop!” he said. (Really?) Yes!", ["“Stop!” he said.", "(Really?)", "Yes!"]),
    ("He ran… and ran... Then he sat.", ["He ran… and ran...", "Then he sat."]),
    ("No space.Next one.", ["No space.", "Next one."]),
    (
        "Look at www.school.sch.uk or https://a.b/c.d?e=f. Then go.",
        ["Look at www.school.sch.uk or https://a.b/c.d?e=f. Then go."],
    ),
    (
        "- reading\n* writing\n• maths\n1. music\n2) art\n(iii) sport",
        ["reading", "writing", "maths", "music", "art", "sport"],
    ),
    ("One line\nanother line\r\nand a third", ["One line", "another line", "and a third"]),
    ("Why? Because! Yes.", ["Why?", "Because!", "Yes."]),
    ("• one • two", ["one", "two"]),
    ("... !!! ???", []),
    ("", []),
    (" \n\t\n ", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert [sentence.text for sentence in sentences(text)] == expected


@pytest.mark.parametrize(("text", "_expected"), SENTENCES)
def test_a_sentence_knows_where_it_begins(text, _expected):
    for sentence in sentences(text):
        assert text[sentence.start :].startswith(sentence.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don't, it’s the boys' one-to-one!", ["Don't", "it’s", "the", "boys", "one-to-one"]),
        ("At 9.30 he read 1,000 words (80%).", ["At", "9.30", "he", "read", "1,000", "words", "80"]),
        ("e.g. the U.K. at 3 p.m.", ["e.g.", "the", "U.K.", "at", "3", "p.m."]),
        ("1. Reading\n2. Maths", ["Reading", "Maths"]),
        ("reading/writing – and talking", ["reading", "writing", "and", "talking"]),
        ("cafe\u0301 sup\u00adport", ["cafe\u0301", "sup\u00adport"]),
        ("See https://x.org/y now", ["See", "now"]),
        ("🙂 👍🏽 ok", ["ok"]),
    ],
)
def test_words(text, expected):
    assert words(text) == expected


EASY = (
    "The cat sat on the mat. The dog ran to the cat. They sat in the sun. It was a hot day. The cat was glad."
)
# 26 words, 5 sentences, 26 syllables: 0.39 × 26/5 + 11.8 × 26/26 − 15.59 = 2.028 + 11.8 − 15.59 = −1.762
HARD = (
    "The multidisciplinary assessment identified considerable difficulties with phonological awareness. Consequently, "
    "appropriate interventions were recommended, including individual sessions, differentiated activities and additional "
    "opportunities for consolidation. He was told."
)


def test_an_easy_text_counted_by_hand():
    read = measure(EASY)
    assert (read.words, read.sentences, read.syllables) == (26, 5, 26)
    assert read.grade == pytest.approx(-1.762)
    assert read.age == YOUNGEST


def test_a_hard_text_counted_by_hand():
    """27 words in 3 sentences. Syllables: the 1 multidisciplinary 7 assessment 3 identified 4 considerable 5 difficulties 4
    with 1 phonological 5 awareness 3 = 33; consequently 4 appropriate 4 interventions 4 were 1 recommended 4 including 3
    individual 5 sessions 2 differentiated 6 activities 4 and 1 additional 4 opportunities 5 for 1 consolidation 5 = 53;
    he was told = 3. 0.39 × 27/3 + 11.8 × 89/27 − 15.59 = 3.51 + 38.896 − 15.59 = 26.816."""
    read = measure(HARD)
    assert (read.words, read.sentences, read.syllables) == (27, 3, 89)
    assert read.grade == pytest.approx(26.816, abs=0.001)
    assert read.age == pytest.approx(31.816, abs=0.001)


def test_what_makes_a_text_hard_is_named():
    read = measure(HARD)
    assert read.hardest[0] == "multidisciplinary"
    assert read.hardest[1] == "differentiated"
    assert [len(sentence.words) for sentence in read.longest] == [15, 9, 3]
    assert read.longest[0].text.startswith("Consequently, appropriate")


def test_a_long_text_names_no_more_than_five():
    read = measure(HARD * 20)
    assert (len(read.hardest), len(read.longest)) == (5, 5)


def test_nothing_is_hard_in_an_easy_text():
    assert measure(EASY).hardest == ()


@pytest.mark.parametrize(
    "text", ["", "   ", "Yes.", "- one\n- two", "word " * (FEWEST_WORDS - 1), "...", "中文", "🙂" * 50]
)
def test_too_short_a_text_has_no_age(text):
    assert (measure(text).grade, reading_age(text)) == (None, None)


def test_control_one_word_more_has_an_age():
    assert reading_age("word " * FEWEST_WORDS) is not None


def test_an_empty_text_counts_nothing():
    assert measure("") == Readability()


NAMED = "Oluwaseunfunmi Abimbola-Ogunbanjo reads. Oluwaseunfunmi's friend reads too. " * 5


def test_names_never_make_a_text_harder():
    short = NAMED.replace("Oluwaseunfunmi", "Jo").replace("Abimbola-Ogunbanjo", "Ray")
    known = measure(NAMED, names=["Oluwaseunfunmi Abimbola-Ogunbanjo"])
    assert known.grade == measure(short).grade
    assert known.hardest == ()
    assert measure(NAMED).grade > known.grade  # control: names it is not told count


def test_a_capital_inside_a_sentence_is_taken_for_a_name():
    text = "Ask Alexandria about multiplication. " * 7
    assert measure(text).hardest == ("multiplication",)


def test_numbers_never_make_a_text_harder():
    worded = "He reads ten words a day with me. " * 5
    assert measure(worded.replace("ten", "1,234.5")).grade == measure(worded).grade


SAID = "the cat reads difficult words with Mr Ward e.g. Dr. his TA, and I. Then; she (they) said “no.” Etc. x"
WORDS = st.sampled_from(SAID.split())


@given(st.lists(WORDS, min_size=2, max_size=60), st.data())
def test_a_break_between_two_words_never_raises_the_grade(text, data):
    place = data.draw(st.integers(1, len(text) - 1))
    whole = measure(" ".join(text))
    broken = measure(" ".join(text[:place]) + "\n" + " ".join(text[place:]))
    assert (broken.words, broken.syllables) == (whole.words, whole.syllables)
    assert broken.sentences >= whole.sentences
    assert whole.grade is None or broken.grade <= whole.grade


@given(st.lists(WORDS, min_size=2, max_size=60))
def test_the_order_of_sentences_does_not_matter(text):
    lines = "\n".join(text), "\n".join(reversed(text))
    assert measure(lines[0]).grade == measure(lines[1]).grade


@given(st.text(max_size=400), st.lists(st.text(max_size=20), max_size=3))
def test_no_text_breaks_it(text, names):
    read = measure(text, names)
    assert read.syllables >= read.words >= read.sentences >= 0
    assert read.age is None or read.age >= YOUNGEST
    for sentence in sentences(text):
        assert sentence.words
        assert text[sentence.start :].startswith(sentence.text)


@given(st.text(alphabet="ab .!?'\"’“”()[]-•\n\r\t1,:/…e.g", max_size=300))
def test_no_pile_of_marks_breaks_it(text):
    assert measure(text).sentences <= measure(text).words
