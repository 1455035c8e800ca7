"""What the banks hold: enough for every area, type of need and age, so that no search for a pupil comes back empty."""

from pathlib import Path

import pytest
from django.utils.functional import Promise

from provision.banks import (
    find_outcome_stems,
    find_strategies,
    outcome_stem,
    outcome_stems,
    strategies,
    strategy,
)
from provision.banks.choices import AdultLife, Age, Kind
from register.choices import BroadArea, NeedType
from tests.provision.banks.reading import STEM_TEXTS, STRATEGY_TEXTS

NEEDS = [need for need in NeedType if need != NeedType.NSA]  # NSA says that the need is not known yet
SHIPPED = Path(__file__).with_name("shipped_codes.txt")


def thin(entries, values_of, vocabulary, least):
    """Values of a vocabulary that fewer than `least` entries are for."""
    counts = {value: sum(value in values_of(entry) for entry in entries) for value in vocabulary}
    return {value: count for value, count in counts.items() if count < least}


def test_there_is_a_solid_starter_set():
    assert len(strategies()) >= 170
    assert len(outcome_stems()) >= 90


@pytest.mark.parametrize(
    ("bank", "area", "need", "age"), [(strategies, 35, 20, 100), (outcome_stems, 20, 15, 50)]
)
def test_every_area_need_and_age_has_its_share(bank, area, need, age):
    assert not thin(bank(), lambda entry: [entry.area], BroadArea, area)
    assert not thin(bank(), lambda entry: entry.needs, NEEDS, need)
    assert not thin(bank(), lambda entry: entry.ages, Age, age)


def test_control_a_thin_area_is_noticed():
    assert BroadArea.COGNITION in thin(find_strategies(area="SP"), lambda entry: [entry.area], BroadArea, 3)


@pytest.mark.parametrize("age", Age)
@pytest.mark.parametrize("need", NEEDS)
def test_every_need_at_every_age_finds_what_names_it(need, age):
    assert sum(need in entry.needs for entry in find_strategies(need=need, age=age)) >= 8
    assert sum(need in entry.needs for entry in find_outcome_stems(need=need, age=age)) >= 5


def test_every_kind_of_strategy_and_every_theme_of_adult_life_is_there():
    assert not thin(strategies(), lambda entry: [entry.kind], Kind, 8)
    assert not thin(outcome_stems(), lambda entry: [entry.adult_life], AdultLife, 8)


@pytest.mark.parametrize("area", BroadArea)
def test_each_area_has_ordinary_practice_and_what_goes_beyond_it(area):
    assert len(find_strategies(area=area, ordinary=True)) >= 10
    assert len(find_strategies(area=area, ordinary=False)) >= 10


def test_adult_life_is_a_theme_of_stems_that_reach_year_nine():
    early = [
        stem.code
        for stem in outcome_stems()
        if stem.adult_life and Age.KS3 not in stem.ages and Age.KS4 not in stem.ages
    ]
    assert [code for code in early if code != "finds-friends-at-break"] == []


def test_codes_that_were_shipped_stay():
    """Plans point to codes. A new entry adds its line; a line is never changed or taken out."""
    shipped = SHIPPED.read_text().split()
    assert shipped == sorted(set(shipped))
    assert set(shipped) == {entry.code for entry in (*strategies(), *outcome_stems())}


def test_no_code_is_in_both_banks():
    assert not {entry.code for entry in strategies()} & {entry.code for entry in outcome_stems()}


def test_an_entry_is_found_by_its_code():
    assert {strategy(entry.code) for entry in strategies()} == set(strategies())
    assert {outcome_stem(entry.code) for entry in outcome_stems()} == set(outcome_stems())
    with pytest.raises(KeyError):
        strategy("no-such-code")


def test_every_text_can_be_translated():
    for entries, names in ((strategies(), STRATEGY_TEXTS), (outcome_stems(), STEM_TEXTS)):
        for entry in entries:
            assert [name for name in names if not isinstance(getattr(entry, name), Promise)] == [], entry.code
            assert not entry.also or isinstance(entry.also, Promise), entry.code
