"""What many changes say together, held against figures worked out elsewhere."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provision.effect import FEWEST, Effect, Share, mean_interval, verdict
from provision.impact_choices import Verdict
from provision.progress import Change, Reading

DAY = datetime.date(2026, 9, 7)
TERM = datetime.timedelta(weeks=12)
GAIN, NONE, LOSS = 6, 0, -3


def change(gain: float, *, scale: str = "reading", least: float = 4, **more) -> Change:
    return Change("standard", scale, Reading(80, DAY), Reading(80 + gain, DAY + TERM), least=least, **more)


def changes(*gains: float) -> list[Change]:
    return [change(gain) for gain in gains]


def test_the_interval_of_a_mean_by_hand():
    """2, 4, 4, 4, 6: mean 4, s = √2, half width t(0.975; 4) · √2/√5 = 2.7764 · 0.6325 = 1.756."""
    low, high = mean_interval([2, 4, 4, 4, 6])
    assert (low, high) == (pytest.approx(2.244, abs=0.001), pytest.approx(5.756, abs=0.001))
    assert mean_interval([3, 3, 3, 3, 3]) == (3, 3)


def test_wilsons_interval_by_the_published_example():
    """10 of 10 (Newcombe 1998): from 0.7225 to 1; and 4 of 8 by the formula: from 0.2152 to 0.7848."""
    assert Share(10, 10).interval == (pytest.approx(0.7225, abs=0.0002), pytest.approx(1))
    assert Share(4, 8).interval == (pytest.approx(0.2152, abs=0.0002), pytest.approx(0.7848, abs=0.0002))


@pytest.mark.parametrize("n", range(1, 12))
def test_few_pupils_get_no_interval_or_a_warning(n):
    effect = Effect(tuple(changes(*range(n))))
    assert effect.too_few == (n < FEWEST) == (effect.interval is None) == (effect.gained.interval is None)
    assert effect.few == (n < 10)
    assert (effect.spread is None) == (n == 1)


@given(st.lists(st.integers(-40, 40), min_size=FEWEST, max_size=40), st.randoms())
def test_an_interval_holds_the_mean_and_knows_no_order(gains, dice):
    effect = Effect(tuple(changes(*gains)))
    low, high = effect.interval
    assert low - 1e-9 <= effect.average <= high + 1e-9
    share_low, share_high = effect.gained.interval
    assert 0 <= share_low <= effect.gained.value <= share_high + 1e-9 <= 1 + 1e-9
    turned = list(gains)
    dice.shuffle(turned)
    assert Effect(tuple(changes(*turned))).interval == pytest.approx((low, high))


def test_shares_count_those_who_were_asked_about():
    assert Share.of([True, None, False, True]) == Share(2, 3)
    assert Share.of([None]).value is None


CASES = {
    "no gain twice": ([[NONE, LOSS], [LOSS, NONE]], Verdict.STOP),
    "most gained twice": ([[GAIN] * 3, [GAIN] * 2 + [NONE]], Verdict.KEEP),
    "few, however well they did": ([[GAIN] * 2, [GAIN] * 2], Verdict.WATCH),
    "one of the two": ([[GAIN] * 4, [NONE] * 4], Verdict.WATCH),
    "half of them is not most": ([[GAIN, NONE] * 2, [GAIN] * 4], Verdict.WATCH),
    "only the last two count": ([[GAIN] * 9, [NONE], [LOSS]], Verdict.STOP),
    "one cycle says nothing": ([[LOSS] * 20], Verdict.UNKNOWN),
    "an empty cycle is none": ([[LOSS] * 5, []], Verdict.UNKNOWN),
    "nothing": ([], Verdict.UNKNOWN),
}


@pytest.mark.parametrize(("cycles", "found"), CASES.values(), ids=CASES)
def test_verdicts(cycles, found):
    assert verdict({number: changes(*gains) for number, gains in enumerate(cycles)}) == found


def test_one_scale_with_a_gain_is_no_stop():
    both = [[change(-5, scale="spelling"), change(+2, scale="reading")]] * 2
    assert verdict(dict(enumerate(both))) == Verdict.WATCH
    alone = [[change(-5, scale="spelling"), change(+2, scale="spelling")]] * 2
    assert verdict(dict(enumerate(alone))) == Verdict.STOP  # control: on one scale they are averaged


def test_an_age_that_grew_with_the_pupil_is_no_gain():
    kept_pace = Change("age", "age", Reading(88, DAY), Reading(90, DAY + TERM))
    assert verdict({1: [kept_pace], 2: [kept_pace]}) == Verdict.STOP
