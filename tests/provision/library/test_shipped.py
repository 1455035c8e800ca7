"""The starter library: enough of it, each entry whole, and plain words that a child of eleven can read."""

import pytest

from provision.library import SHIPPED
from provision.library.shape import Shipped
from provision.map_choices import AdultRole, Evidence, Tier
from register.choices import BroadArea
from tests.provision.banks.reading import reading_age

OLDEST = 12  # years; families' words are written for nine to eleven


def test_there_are_sixty_at_least_for_every_area_and_tier():
    assert len(SHIPPED) >= 60
    assert (
        len({entry.code for entry in SHIPPED}) == len({str(entry.name) for entry in SHIPPED}) == len(SHIPPED)
    )
    assert {entry.area for entry in SHIPPED} == set(BroadArea)
    assert {entry.tier for entry in SHIPPED} == set(Tier)


@pytest.mark.parametrize("entry", SHIPPED, ids=lambda entry: entry.code)
def test_each_says_all_that_a_school_asks(entry):
    for words in (entry.name, entry.plain, entry.what, entry.entry, entry.exit, entry.measure):
        assert str(words).strip()
    assert len(str(entry.name)) <= 100 and len(str(entry.plain)) <= 300 and len(str(entry.measure)) <= 500
    assert all(
        str(words).endswith(".")
        for words in (entry.plain, entry.what, entry.entry, entry.exit, entry.measure)
    )
    assert all(pence > 0 and months > 0 for _name, pence, months in entry.kit)


@pytest.mark.parametrize("entry", SHIPPED, ids=lambda entry: entry.code)
def test_plain_words_are_plain(entry):
    assert reading_age(str(entry.plain)) <= OLDEST


def test_they_are_plain_on_the_whole():
    assert sum(reading_age(str(entry.plain)) for entry in SHIPPED) / len(SHIPPED) <= 10


def test_control_words_that_are_not_plain_are_noticed():
    assert (
        reading_age("Individualised multisensory remediation addresses phonological processing difficulties.")
        > OLDEST
    )


def test_an_entry_that_cannot_be_is_refused():
    whole = {name: getattr(SHIPPED[0], name) for name in SHIPPED[0].__dataclass_fields__}
    for wrong in ({"code": "Not a code"}, {"minutes": 0}, {"evidence": Evidence.STRONG, "source": ""}):
        with pytest.raises(ValueError):
            Shipped(**whole | wrong)
    assert whole["adult"] in AdultRole


EEF = "Education Endowment Foundation"
STRANDS = (
    "phonics",
    "one to one tuition",
    "small group tuition",
    "metacognition",
    "oral language",
    "mentoring",
    "peer tutoring",
    "homework",
)


@pytest.mark.parametrize("entry", [entry for entry in SHIPPED if entry.source], ids=lambda entry: entry.code)
def test_a_source_says_who_found_out(entry):
    """A strand's name alone says nothing; practice alone is no finding; strong needs a body that others can look up."""
    source = str(entry.source)
    if any(strand in source.casefold() for strand in STRANDS):
        assert source.startswith(EEF), source
    assert (entry.evidence == Evidence.NONE) == source.startswith("Practice"), source
    assert entry.evidence != Evidence.STRONG or source.startswith(EEF), source
