"""What an entry must hold to be one, and the small vocabularies around it."""

import pytest

from provision.banks import by_code
from provision.banks.choices import Age, Kind
from provision.banks.shape import OutcomeStem, Strategy, gaps, span
from register.choices import BroadArea, NeedType

GIVEN = {
    "code": "wait",
    "text": "Wait.",
    "why": "Time.",
    "plain": "We wait.",
    "area": BroadArea.COMMUNICATION,
    "needs": (NeedType.SLCN,),
    "ages": (Age.KS1,),
    "kind": Kind.TALK,
}


def made(**given):
    return Strategy(**GIVEN | given)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"code": "Wait Ten"}, "not a code"),
        ({"code": ""}, "not a code"),
        ({"code": "wait-"}, "not a code"),
        ({"code": "w" * 51}, "at most 50"),
        ({"area": "XX"}, "BroadArea"),
        ({"area": ""}, "BroadArea"),
        ({"needs": ("ADHD",)}, "NeedType"),
        ({"needs": "SLCN"}, "NeedType"),
        ({"ages": ()}, "no age"),
        ({"ages": span(Age.KS4, Age.KS1)}, "no age"),
        ({"ages": ("KS9",)}, "Age"),
        ({"kind": "magic"}, "Kind"),
    ],
)
def test_an_entry_that_cannot_be_right_is_refused(wrong, says):
    with pytest.raises(ValueError, match=says):
        made(**wrong)


def test_an_outcome_stem_with_an_unknown_theme_is_refused():
    given = {key: value for key, value in GIVEN.items() if key not in ("why", "kind")}
    stem = given | {"measure": "Count.", "baseline": "Write.", "text": "[name] will [task]."}
    assert OutcomeStem(**stem).gaps == ("name", "task")
    with pytest.raises(ValueError, match="AdultLife"):
        OutcomeStem(**stem, adult_life="wealth")


def test_an_entry_never_changes():
    with pytest.raises(AttributeError):
        made().text = "Hurry."


def test_a_code_stands_once_in_a_bank():
    assert list(by_code((made(), made(code="stop")))) == ["wait", "stop"]
    with pytest.raises(ValueError, match="'wait'"):
        by_code((made(), made()))


def test_a_span_holds_both_ends():
    assert span(Age.KS1, Age.KS3) == (Age.KS1, Age.KS2, Age.KS3)
    assert span(Age.KS2, Age.KS2) == (Age.KS2,)


def test_gaps_are_told_once_and_in_order():
    assert gaps("[name] will use [signal], and [name] knows it.") == ("name", "signal")
    assert gaps("Nothing to fill in.") == ()


@pytest.mark.parametrize(
    ("year", "nation", "band"),
    [
        (-2, "ENG", Age.EARLY),
        (0, "ENG", Age.EARLY),
        (1, "ENG", Age.KS1),
        (2, "WLS", Age.KS1),
        (3, "ENG", Age.KS2),
        (6, "ENG", Age.KS2),
        (7, "ENG", Age.KS3),
        (9, "ENG", Age.KS3),
        (10, "ENG", Age.KS4),
        (11, "ENG", Age.KS4),
        (12, "ENG", Age.POST16),
        (14, "ENG", Age.POST16),
        (1, "NIR", Age.EARLY),
        (8, "NIR", Age.KS3),
        (12, "NIR", Age.KS4),
    ],
)
def test_the_age_of_a_year_group(year, nation, band):
    assert Age.of_year(year, nation) is band
