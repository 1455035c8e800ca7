"""What parents read: words of the trade, initials, and labels."""

import pytest

from provision.plan_check import check
from provision.plan_check.data.labels import HARMLESS, LABELS
from provision.plan_check.data.plain_words import INITIALS, JARGON, KNOWN_BY_ALL
from provision.plan_check.wording import pieces, split
from tests.provision.plan_check.plans import GOOD, with_part, with_text


def quotes(rule, text, *, key="section-classroom", field="text", **changes):
    plan = with_part(with_text(text, key=key, field=field), key, **changes)
    return [finding.quote for finding in check(plan) if finding.rule == rule]


# Jargon -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Work on phonological awareness and self-regulation.",
            ["phonological awareness", "self-regulation"],
        ),
        ("Pre-teach words; Multi-Sensory teaching.", ["Pre-teach", "Multi-Sensory"]),
        ("He becomes dysregulated.", ["dysregulated"]),
        ("Metacognition, metacognition, METACOGNITION", ["Metacognition"]),
    ],
)
def test_words_of_the_trade_are_found(text, expected):
    assert quotes("jargon", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Work on working memory (keeping things in mind). Working memory grows.",
        "Hearing the sounds in words (phonological awareness) comes first.",
        "Dysregulated means very upset. She is dysregulated after lunch.",
        "The report says “dysregulated”.",
        "Mr Chunk and Ms Wave 1 teach her.",
        "SEN Support, the SENCO, her TA, the EHC plan, targets, provision and interventions.",
        "She has autism, dyslexia and ADHD.",
    ],
)
def test_explained_quoted_or_everyday_words_are_left_alone(text):
    assert quotes("jargon", text) == []


def test_only_what_is_shared_is_read_as_parents_read_it():
    text = "Metacognition with the ELSA"
    assert quotes("jargon", text, shared=False) == quotes("initials", text, shared=False) == []
    assert quotes("jargon", text) + quotes("initials", text) == ["Metacognition", "ELSA"]  # control


@pytest.mark.parametrize(
    ("key", "field"), [("item-1", "text"), ("outcome-1", "text"), ("provision-1", "what")]
)
def test_where_there_are_plain_words_parents_read_those(key, field):
    text = "Metacognition with the ELSA, 4 of 5 days"
    assert quotes("jargon", text, key=key, field=field) == ["Metacognition"]
    assert quotes("jargon", text, key=key, field=field, plain="We talk about how she learns.") == []
    assert quotes("initials", text, key=key, field=field, plain="We talk, as needed, with the OT.") == ["OT"]


def test_plain_words_are_offered():
    [finding] = [f for f in check(with_text("Metacognition")) if f.rule == "jargon"]
    assert "thinking about how one learns" in finding.advice


# Initials ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seen by the OT and two EPs. The OT’s report", ["OT", "EPs", "OT’s"]),
        ("The SaLT and the SpLD teacher", ["SaLT", "SpLD"]),
        ("She did the BPVS test", ["BPVS"]),
    ],
)
def test_initials_that_nobody_explains_are_found(text, expected):
    assert quotes("initials", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The occupational therapist (OT) came. The OT wrote.",
        "OT (occupational therapist)",
        "The educational psychologist came; the EP wrote.",
        "SEN, SENCO, SEND, TA, EHC, EHCP, GP, NHS, PE, TV, PC, BBC, KG, OK",
        "He MUST NOT run. WHY? TRY.",
        "KEY ADULT: MR STRNGTH AND THE OT",
        "KS2, Y6, P4, 25 KG",
        "The letter says “see the OT”.",
        "hi, pep talk, salt and a slt",
    ],
)
def test_known_or_explained_initials_are_left_alone(text):
    assert quotes("initials", text) == []


def test_explained_once_is_explained_for_the_whole_plan():
    plan = with_part(
        with_text("The OT comes."), "item-1", text="Cushion from the occupational therapist, in every lesson"
    )
    assert "initials" not in {finding.rule for finding in check(plan)}


# Labels -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amira is naughty and attention-seeking.", ["naughty", "attention-seeking"]),
        ("She suffers from asthma. SHE REFUSES TO WORK", ["suffers from", "REFUSES TO"]),
        (
            "A low-ability pupil with bad behaviour; wheelchair-bound.",
            ["low-ability", "bad behaviour", "wheelchair-bound"],
        ),
        ("She can be manipulative.", ["be manipulative"]),
        ("She won’t try.", ["won’t try"]),
    ],
)
def test_words_that_label_are_found_with_better_ones(text, expected):
    assert quotes("labelling", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A patch for her lazy eye. Immature speech sounds.",
        "Count forward and backward. Spastic diplegia. She manipulates small objects with a maths manipulative.",
        "Mr Lazy and Miss Sly teach her.",
        "Dad says “she is naughty at home”.",
        "Noise disrupts her sleep. She was bullied; anti-bullying work helped. A victim of domestic violence.",
        "She has the right to refuse. She will learn to refuse politely.",
        "Normal class size. A challenging text. A slow reader is fine.",
        "Deliberately slow speech. The game is on.",
    ],
)
def test_what_is_no_label_is_left_alone(text):
    assert quotes("labelling", text) == []


def test_labels_are_found_also_in_what_is_not_shared_but_never_in_their_own_views():
    assert quotes("labelling", "Naughty.", shared=False) == ["Naughty"]
    assert "I am naughty" in GOOD.sections[1].text
    assert "labelling" not in {finding.rule for finding in check(GOOD)}


# The lists --------------------------------------------------------------------------------------------------------------

WORDS = [phrase for phrases, _plain in JARGON for phrase in split(phrases)]
LABELLING = [phrase for phrases, _advice in LABELS for phrase in split(phrases)]


@pytest.mark.parametrize("phrase", WORDS)
def test_every_word_of_the_trade_is_found(phrase):
    assert quotes("jargon", f"We use {phrase} here") == [phrase]


@pytest.mark.parametrize("phrase", LABELLING)
def test_every_label_is_found(phrase):
    assert quotes("labelling", f"This pupil {phrase} now") == [phrase]


@pytest.mark.parametrize("phrase", HARMLESS)
def test_every_harmless_phrase_is_left_alone(phrase):
    assert quotes("labelling", f"She has {phrase} now") == []


@pytest.mark.parametrize("short", INITIALS)
def test_all_initials_are_found(short):
    assert quotes("initials", f"See the {short} here") == [short]


@pytest.mark.parametrize("phrases", [WORDS, LABELLING])
def test_nothing_is_listed_twice(phrases):
    plain = [pieces(phrase).words for phrase in phrases]
    assert len(plain) == len(set(plain))


def test_nothing_is_both_known_and_unknown():
    assert not KNOWN_BY_ALL & set(INITIALS)


def test_what_is_offered_instead_is_no_jargon_itself():
    for phrases, plain in JARGON:
        assert quotes("jargon", f"We say: {plain}") == [], phrases
