"""Axes in whole, round numbers."""

import math


def ticks(largest: float, at_most: int = 5) -> list[int]:
    """Round whole numbers from 0 to at least `largest`, in equal steps of 1, 2 or 5 times a power of ten."""
    step = round_step(largest / at_most)
    count = max(1, math.ceil(largest / step))
    return [step * number for number in range(count + 1)]


def round_step(least: float) -> int:
    if least <= 1:
        return 1
    power = 10 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least)
