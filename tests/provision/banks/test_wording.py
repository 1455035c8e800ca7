"""How the banks are worded: whole British sentences that say what, when and how, with respect, and plainly to parents.

Every list of words to refuse has samples beside it that it must refuse, and samples that it must let pass.
"""

import re
from dataclasses import dataclass

import pytest

from provision.banks import outcome_stems, strategies
from provision.banks.shape import GAP, gaps
from tests.provision.banks.reading import alike, longest_sentence, reading_age, sentences, texts


@dataclass(frozen=True)
class Refused:
    """Words that must not stand in these texts (in any, when none is named)."""

    pattern: str
    samples: tuple[str, ...]
    allowed: tuple[str, ...]
    where: tuple[str, ...] = ()

    def found_in(self, text):
        return bool(re.search(rf"\b(?:{self.pattern})", text, re.IGNORECASE))


REFUSED = {
    "vague": Refused(
        "regular|access to|accessib|as appropriate|appropriate|support with|help with|extra (?:help|support)|opportunit"
        r"|where possible|if possible|encourag|as (?:needed|required|necessary)|(?:if|when) (?:needed|required|necessary)"
        r"|often\b|frequent|usually|from time to time|sometimes|ensure|benefit|consider|range of|etc\b|try to\b"
        r"|suitable|relevant|adequate|sufficient|various|some (?:support|help)|develop|improv|increas|better\b|more confident"
        "|a variety|aware of|up to (?:[0-9]|two|three|four|five|ten)|may need|positive|engage with|good progress",
        (
            "Give regular breaks.",
            "with access to a laptop",
            "Provide opportunities",
            "up to 3 times",
            "Encourage talk.",
        ),
        ("Look up to the board.", "every Friday", "the irregular verb"),
    ),
    "American": Refused(
        r"colors?\b|favorite|behavior|center\b|\w+(?:iz(?:e|es|ed|ing)|yz(?:e|es|ed|ing))\b(?<!size)(?<!sizes)(?<!prize)"
        r"|(?:to|will|can|and|then) practice\b|programs?\b|math\b|gray\b|label(?:ed|ing)\b|model(?:ed|ing)\b|travel(?:ed|ing)\b"
        r"|mom\b|recess\b|kindergarten|restroom|vacation|fulfill\b|second grade|elementary|gotten\b|license to",
        ("organize it", "to practice it", "favorite color", "analyzing", "the math program", "her mom"),
        ("the size of print", "maths practice", "practise it", "programme", "a prize"),
    ),
    "disrespectful": Refused(
        r"normal|abnormal|refus|attention.seeking|naught|lazy|tantrum|meltdown|challenging|inappropriate|non-?complian"
        r"|low[- ]abilit|less able|weak|poor|struggl|suffer|victim|wheelchair.bound|confined|special needs|high.functioning"
        r"|low.functioning|deficit|disorder|abnormal|mental age|handicap|retard|bad behaviou?r|misbehav|obsess|afflict"
        r"|hearing.impaired|mute\b(?! it)|dumb|slow learner|able.bodied|fail",
        (
            "refuses to work",
            "behaves normally",
            "attention seeking",
            "a weak reader",
            "he suffers from",
            "low-ability",
        ),
        ("mute it when you speak", "change the subject", "for a weekday"),
    ),
    "force and punishment": Refused(
        r"restrain|punish|detention|sanction|isolation|seclu|physically (?:guide|prompt|hold)|hold (?:the pupil|them) down"
        r"|take away (?:break|their)|miss (?:break|play)|lose (?:break|play)|ignore (?:the|bad)|consequence|make them look|force",
        ("a detention", "restrain the pupil", "miss break", "lose playtime", "consequences"),
        ("hold an object while they speak", "take one part of the frame away"),
    ),
    "medical": Refused(
        r"diagnos|medicat|medicines?\b|dose|dosage|prescri|symptom|therapy session|inject|seizure|tube",
        ("after diagnosis", "give medicine", "a dose"),
        ("the medical room", "tubs"),
    ),
    "products": Refused(
        "makaton|numicon|pecs\\b|teacch|social stor(?:y|ies)|lego|velcro|blu.?tack|post-?it|clicker\\b|widgit|elsa\\b|boardmaker"
        "|ipad|google|microsoft|youtube|dycem|talking mats|zones of regulation|colourful semantics|cued articulation|sellotape"
        "|proloquo|nessy|kagan|frayer|comic strip conversation|play-?doh|zoom\\b|tiktok|whatsapp",
        ("a Makaton sign", "on an iPad", "Social Stories", "Post-it"),
        ("a story about a social club", "post or library", "legs"),
    ),
    "jargon": Refused(
        r"senco\b|ehcp?\b|iep\b|phonics|phoneme|grapheme|scaffold|differentiat|intervention|provision\b|strateg|outcome"
        r"|working memory|sensory|regulat|cogniti|motor\b|curriculum|key stage|baseline|executive|processing|receptive"
        r"|expressive|peers?\b|attainment|modelling|prompt|transition|visual|auditory|tactile|scribe|intervenor|cue\b"
        r"|multi-sensory|vocabular|comprehen|fluen|syllab|metacognit|retriev|adjustment|access arrangement|self-esteem",
        ("a visual timetable", "sensory needs", "with her peers", "the SENCO", "working memory", "phonics"),
        ("the price of a timetable", "a motorway", "speech"),
        ("plain",),
    ),
    "abbreviations": Refused(
        "(?-i:[A-Z]{2,})", ("the TA", "an EP", "ICT"), ("I agree", "Down syndrome"), ("plain", "text", "why")
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_no_text_holds_a_refused_word(name):
    refused = REFUSED[name]
    assert not [found for found in texts(*refused.where) if refused.found_in(GAP.sub(r"\1", found[2]))]


@pytest.mark.parametrize("name", REFUSED)
def test_control_refused_words_are_found_and_others_pass(name):
    refused = REFUSED[name]
    assert [sample for sample in refused.samples if not refused.found_in(sample)] == []
    assert [sample for sample in refused.allowed if refused.found_in(sample)] == []


# Sentences --------------------------------------------------------------------------------------------------------------


def is_whole(text):
    """Begins with a capital or a gap, ends with one full stop, no stray spaces, every quotation closed."""
    spoken = re.sub(r"(?<=\w)'(?=\w)|(?<=s)'(?= )|\]'s", "", text)
    tidy = text == " ".join(text.split()) and " ." not in text and " ," not in text and ".." not in text
    return tidy and bool(re.match(r"[A-Z\[]", text)) and text.endswith(".") and spoken.count("'") % 2 == 0


def test_every_text_is_made_of_whole_sentences():
    assert not [found for found in texts() if not is_whole(found[2])]


@pytest.mark.parametrize(
    "text",
    ["no capital.", "No full stop", "Two  spaces.", "A stray .", "Trailing.. ", "It says 'stop.", "Ends!"],
)
def test_control_half_a_sentence_is_noticed(text):
    assert not is_whole(text)
    assert is_whole("Say 'stop' in the pupil's own words, at the parents' request.")


NOT_AN_ORDER = re.compile(
    r"(?:The|A|An|This|It|There|Pupils?|Teachers?|Staff|You|They|Children|To|(?!During|Ring|Bring)\w+ing)\b"
)


def is_one_order(text):
    """One sentence to act on, of a length that can hold what, when and how."""
    return len(sentences(text)) == 1 and 10 <= len(text.split()) <= 42 and not NOT_AN_ORDER.match(text)


def test_every_strategy_is_one_sentence_that_tells_a_teacher_what_to_do():
    assert not [each.code for each in strategies() if not is_one_order(str(each.text))]


@pytest.mark.parametrize(
    "text",
    [
        "Visual timetable.",
        "The pupil has a timetable of the day in pictures and ticks off each lesson together.",
        "Providing a timetable of the day in pictures and words at registration each morning.",
        "Show the timetable in pictures. Then tick off each lesson together with the pupil.",
    ],
)
def test_control_what_is_no_order_is_noticed(text):
    assert not is_one_order(text)


def test_a_reason_is_short():
    assert not [
        each.code for each in strategies() if len(sentences(str(each.why))) > 1 or len(each.why.split()) > 16
    ]


# Outcomes ---------------------------------------------------------------------------------------------------------------

PROVIDES = re.compile(
    r"will (?:receive|be (?:given|offered|taught|supported)|attend|get|have (?:help|support|sessions?|an adult|one-to-one))"
    r"|hours? of|sessions? (?:of|with)|intervention|programme"
)
UNSEEN = re.compile(r"\b(?:will (?:know|understand|be aware)|understanding|awareness)\b")  # nobody can see it
ENOUGH = r"\b(?:all|both|half|the agreed|the last step|none|least|yes|middle)\b"
SHOWS = re.compile(
    r"\b(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|twice|once|each|every)\b", re.IGNORECASE
)


def is_checkable(measure):
    """Counts something, and says_what number is enough."""
    enough = re.search(r"; (.*) shows? it is met\.$", measure)
    return bool(
        SHOWS.search(measure) and enough and (SHOWS.search(enough[1]) or re.search(ENOUGH, enough[1]))
    )


def test_an_outcome_says_what_the_child_will_do_and_not_what_is_provided():
    for stem in outcome_stems():
        assert re.match(r"\[name\] will ", str(stem.text)), stem.code
        assert not PROVIDES.search(str(stem.text)), stem.code
        assert not UNSEEN.search(str(stem.text)), stem.code


def test_control_provision_dressed_as_an_outcome_is_noticed():
    assert UNSEEN.search("[name] will know the rules") and UNSEEN.search("shows awareness of danger")
    assert PROVIDES.search("[name] will receive one hour a week")
    assert PROVIDES.search("[name] will have support in class")
    assert not PROVIDES.search("[name] will have someone they like to be with")


def test_a_measure_can_be_checked_and_a_baseline_can_be_written():
    for stem in outcome_stems():
        assert is_checkable(str(stem.measure)), stem.code
        assert re.match("Write down|Keep|Watch", str(stem.baseline)), stem.code


@pytest.mark.parametrize(
    "measure",
    ["The teacher thinks that things are going well.", "Count each one.", "Doing well shows it is met."],
)
def test_control_a_measure_without_a_number_or_without_an_end_is_noticed(measure):
    assert not is_checkable(measure)
    assert is_checkable("Count each one for four weeks; nine in ten shows it is met.")


def well_formed(text):
    """Brackets that pair, are not nested and hold a few small words."""
    rest = GAP.sub("", text)
    return (
        "[" not in rest
        and "]" not in rest
        and all(re.fullmatch(r"[a-z][a-z ,-]{2,44}", gap) for gap in GAP.findall(text))
    )


def test_gaps_are_well_formed_and_fill_alike_everywhere():
    assert not [found for found in texts() if not well_formed(found[2])]
    for stem in outcome_stems():
        assert len(stem.gaps) > 1, stem.code
        for text in (stem.plain, stem.measure, stem.baseline):
            assert set(gaps(text)) <= set(stem.gaps), (stem.code, str(text))
    assert not [
        each.code for each in strategies() for text in (each.text, each.plain, each.why) if gaps(text)
    ]


@pytest.mark.parametrize(
    "text", ["[name will", "name] will", "[[name]]", "[]", "[Name]", "[a]", "[" + "long " * 10 + "]"]
)
def test_control_a_broken_gap_is_noticed(text):
    assert not well_formed(text)


# Plain words ------------------------------------------------------------------------------------------------------------


def test_parents_can_read_every_plain_text():
    ages = {code: reading_age(text) for code, _name, text in texts("plain")}
    assert sum(ages.values()) / len(ages) <= 10
    assert {code: age for code, age in ages.items() if age > 12} == {}
    assert not [code for code, _name, text in texts("plain") if longest_sentence(text) > 20]


def test_control_the_measure_tells_easy_from_hard():
    assert reading_age("The teacher will wait for your child.") < 9
    assert reading_age("Differentiated provision facilitates curriculum participation.") > 20
    assert longest_sentence("One two three. Four five.") == 3


def test_the_plain_text_of_a_strategy_says_whose_child_it_is_about():
    spoken_to = re.compile(r"\b(you|your|the class|children|their child)\b", re.IGNORECASE)
    silent = [each.code for each in strategies() if not spoken_to.search(str(each.plain))]
    assert (
        len(silent) <= len(strategies()) / 5
    )  # a change to the room or the rules is told without a child in it


# Nothing twice ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bank", "name", "limit"),
    [
        (strategies, "text", 0.4),
        (strategies, "why", 0.5),
        (strategies, "plain", 0.5),
        (outcome_stems, "text", 0.5),
        (outcome_stems, "plain", 0.5),
        (outcome_stems, "measure", 0.6),
        (outcome_stems, "baseline", 0.7),
    ],
)
def test_no_two_entries_say_the_same(bank, name, limit):
    assert alike([(entry.code, str(getattr(entry, name))) for entry in bank()], limit) == []


def test_control_the_same_in_other_endings_is_noticed():
    one = "Show the timetable in pictures each morning and tick off each lesson."
    other = "Each morning, show the pupil a picture timetable and tick lessons off."
    assert alike([("one", one), ("other", other)], 0.5)
    assert not alike([("one", one), ("other", "Pass the microphone to each pupil who answers.")], 0.4)
