"""The words proposed to parents are plain: reading age 11 at most, by Flesch and Kincaid; e-mails name nobody."""

import re

import pytest

from register import letters
from register.choices import Decision
from register.letters import DecisionNotice, gaps_in, with_date

READERS = [
    (reader, decision, thanked)
    for decision in Decision.values
    for reader in ("raiser", "parents")
    for thanked in (False, True)
    if (reader, decision) != ("parents", Decision.SAFEGUARDING)  # families are not written to about that
]
OLDEST, LONGEST = 11, 20  # years of age; words in a sentence


def written(reader: str, decision: str, thanked: bool = False, supported: bool = False) -> str:
    return DecisionNotice(
        reader=reader, decision=decision, child="Amina", senco="Ms Clarke", school="Larkfield", phone="01632 960100",
        safeguarding_name="Ms Osei", safeguarding_phone="01632 960123", thanked=thanked,
        supported=supported,
    ).text()  # fmt: skip


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"[.?!:]\s|\n{1,}", text + "\n") if re.search("[a-z]", part)]


def syllables(word: str) -> int:
    """Vowel groups, less a silent e at the end: close enough for a mean over a text."""
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith("le")
    return max(1, groups - silent)


def reading_age(text: str) -> float:
    """Flesch-Kincaid grade (0.39 words a sentence + 11.8 syllables a word - 15.59) plus five years."""
    words = re.findall(r"[A-Za-z’']+", text)
    per_sentence = len(words) / len(sentences(text))
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59 + 5


@pytest.mark.parametrize("supported", [False, True])
@pytest.mark.parametrize("thanked", [False, True])
@pytest.mark.parametrize("decision", [each for each in Decision.values if each != Decision.SAFEGUARDING])
def test_parents_read_plain_english(decision, thanked, supported):
    text = written("parents", decision, thanked, supported)
    assert reading_age(text) <= OLDEST
    assert max(len(sentence.split()) for sentence in sentences(text)) <= LONGEST


def test_control_officialese_is_noticed():
    officialese = (
        "Following multidisciplinary consideration of the aforementioned presentation, the establishment has determined "
        "that additional differentiated provision is necessitated in accordance with statutory expectations."
    )
    assert reading_age(officialese) > 20
    assert reading_age("We help her. She likes maths. Tell us what you see at home.") < 9


@pytest.mark.parametrize(("reader", "decision", "thanked"), READERS)
def test_every_decision_has_words_for_every_reader(reader, decision, thanked):
    text = written(reader, decision, thanked)
    assert text.endswith("Ms Clarke")
    assert "{" not in text and "&" not in text
    assert ("[date]" in text) == (decision == "monitor")


@pytest.mark.parametrize("decision", ["advise", "monitor", "refer", "not_sen"])
@pytest.mark.parametrize("reader", ["raiser", "parents"])
def test_who_has_support_is_told_that_it_goes_on(reader, decision):
    text = written(reader, decision, supported=True)
    assert "Amina has now goes on as before." in text
    assert "SEN Support" not in text and "not point to SEN" not in text and "  " not in text
    assert "goes on as before" not in written(reader, decision)


def test_a_text_with_gaps_is_known():
    assert gaps_in("Try [what to try] until [date].") == ["[what to try]", "[date]"]
    assert gaps_in(with_date("Until [date].", "3 May 2027")) == []


MAILS = [
    letters.answer_to_concern, letters.message_to_parents, letters.view_asked, letters.view_reminder, letters.urgent_concern,
    letters.advice_answered,
]  # fmt: skip


@pytest.mark.parametrize("make", MAILS)
def test_mails_say_where_to_go_and_nothing_more(make):
    mail = make("https://sen.example/x/")
    assert "https://sen.example/x/" in mail.text and "Sign in" in mail.text
    assert mail.subject and not mail.subject.endswith(".")
    assert reading_age(mail.subject) <= 14
